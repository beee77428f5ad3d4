/* Lines of words with a number at their end, as the cards about a customer list them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void       bw_point_lines_clear (GtkListBox *list);
GtkWidget *bw_point_lines_add (GtkListBox *list,
                               const char *words,
                               const char *number,
                               const char *spoken);
char      *bw_point_lines_get_text (GtkListBox *list,
                                    const char *before);
void       bw_point_lines_add_head (GtkListBox *list,
                                    const char *words,
                                    const char *number);
void       bw_point_lines_add_note (GtkListBox *list,
                                    const char *words);
void       bw_point_lines_add_points (GtkListBox *list,
                                      const char *words,
                                      int         tenths);

G_END_DECLS
