/* Notes on the chosen customer: written, read, changed, removed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/live.h"

G_BEGIN_DECLS

#define BW_TYPE_NOTE_CARD (bw_note_card_get_type ())

G_DECLARE_FINAL_TYPE (BwNoteCard, bw_note_card, BW, NOTE_CARD, BwLive)

char *bw_note_card_get_text (BwNoteCard *self);

G_END_DECLS
