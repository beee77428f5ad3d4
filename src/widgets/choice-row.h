/* One row of a list to choose from: its mark, what it is, and a note. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/choice-popover.h"

G_BEGIN_DECLS

GtkWidget *bw_choice_row_new (BwChoice *choice,
                              gboolean  several);
void       bw_choice_row_turn (GtkListBoxRow *row,
                               BwChoice      *choice);

G_END_DECLS
