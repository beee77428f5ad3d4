/* What charts say of customers that are judged by the outcome, and why there may be nothing to show. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

const BwFigures *bw_judged_words_find (const BwView *view);
guint            bw_judged_words_segment (const BwView *view);
char            *bw_judged_words_nothing (const BwView *view);
char            *bw_judged_words_counts (const BwView *view);
char            *bw_judged_words_test (const BwView *view);
char            *bw_judged_words_subtitle (const BwView *view,
                                           const char   *what);
char            *bw_judged_words_percent (double share);

const char *bw_judged_words_stability (double psi);

G_END_DECLS
