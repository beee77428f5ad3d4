/* A field for a note: text of several lines, and buttons that keep it or leave it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_NOTE_FIELD (bw_note_field_get_type ())

G_DECLARE_FINAL_TYPE (BwNoteField, bw_note_field, BW, NOTE_FIELD, AdwBin)

/* Signals: "written" (string): the text is to be kept, it is not empty; "left": it is not. */

GtkWidget  *bw_note_field_new (const char *label,
                               const char *keep);
char       *bw_note_field_dup_text (BwNoteField *self);
void        bw_note_field_set_text (BwNoteField *self,
                                    const char  *text);
void        bw_note_field_set_can_leave (BwNoteField *self,
                                         gboolean     can_leave);

G_END_DECLS
