/* A heading with a short note that unfolds to a list of lines: what is secondary stays out of the way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_FOLD_CARD (bw_fold_card_get_type ())

G_DECLARE_FINAL_TYPE (BwFoldCard, bw_fold_card, BW, FOLD_CARD, GtkWidget)

GtkWidget  *bw_fold_card_new (gboolean framed);
GtkListBox *bw_fold_card_get_list (BwFoldCard *self);
void        bw_fold_card_set_title (BwFoldCard *self,
                                    const char *title,
                                    const char *note);
char       *bw_fold_card_get_text (BwFoldCard *self);

G_END_DECLS
