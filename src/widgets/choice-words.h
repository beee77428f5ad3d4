/* Lists to choose from that show their words in full where there is room, and have a name each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void bw_choice_words_show_in_row (AdwComboRow *row);
void bw_choice_words_show_in_list (GtkDropDown *list,
                                   const char  *name);
void bw_choice_words_name (GtkListItem *item,
                           const char  *name);

G_END_DECLS
