/* How a metric's own scores are spread: a small histogram from 0 to 100 in the colours of bands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/metric-tally.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_SCORE_SPREAD (bw_score_spread_get_type ())

G_DECLARE_FINAL_TYPE (BwScoreSpread, bw_score_spread, BW, SCORE_SPREAD, GtkWidget)

GtkWidget *bw_score_spread_new (void);
void       bw_score_spread_set_tally (BwScoreSpread       *self,
                                      const BwModel       *model,
                                      const BwMetricTally *tally);

G_END_DECLS
