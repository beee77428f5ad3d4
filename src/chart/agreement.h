/* What two models over the same customers have in common, in words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

const char *bw_words_agreement (double correlation);
char       *bw_words_side (const char *side,
                           const char *name);
char       *bw_words_compared (const BwView *view);
void        bw_words_compare (const BwView *view,
                              BwComparison *comparison);

guint    bw_matrix_row (guint from_band,
                        guint to_band);
gboolean bw_matrix_find_bands (guint  row,
                               guint *from_band,
                               guint *to_band);

G_END_DECLS
