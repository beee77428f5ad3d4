/* One note in a list: its text, who wrote it and when, and buttons that change or remove it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/customer-notes.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_NOTE_LINE (bw_note_line_get_type ())

G_DECLARE_FINAL_TYPE (BwNoteLine, bw_note_line, BW, NOTE_LINE, AdwBin)

/* Signals: "changed" (string): it is to say this; "removed": it is to go. */

GtkWidget *bw_note_line_new (const BwNote *note,
                             gboolean      read_only);
gint64     bw_note_line_get_note (BwNoteLine *self);

G_END_DECLS
