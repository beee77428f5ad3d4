/* A score as a bar from 0 to 100, in the colour of its band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_SCORE_BAR (bw_score_bar_get_type ())

G_DECLARE_FINAL_TYPE (BwScoreBar, bw_score_bar, BW, SCORE_BAR, GtkWidget)

GtkWidget *bw_score_bar_new (void);
void       bw_score_bar_set_score (BwScoreBar *self,
                                   double      score,
                                   BwInk       ink);

G_END_DECLS
