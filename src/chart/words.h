/* The words and numbers that several charts say alike. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"
#include "chart/palette.h"

G_BEGIN_DECLS

BwPanel         *bw_words_get_panel (const BwView *view);
const BwSummary *bw_words_get_summary (const BwView *view);
gboolean         bw_words_find_baseline (const BwView *view,
                                         guint        *segment);
char            *bw_words_nobody (const BwView *view);
const char      *bw_words_get_segment (const BwView *view);
guint            bw_words_get_row (const BwView *view);
char            *bw_words_customers (gsize n_customers);
char            *bw_words_measured (const BwView *view);
char            *bw_words_date (const BwView *view);
char            *bw_words_day (BwPanel *panel,
                               double   date);
char            *bw_words_score (const BwModel *model,
                                 double         score);
char            *bw_words_mean (const BwView *view,
                                guint         segment);
char            *bw_words_raw (const BwModel *model,
                               BwPanel       *panel,
                               guint          snapshot,
                               guint          metric,
                               double         raw);
char            *bw_words_gate (const BwMetric *metric,
                                BwPanel        *panel);
char            *bw_words_finding (const BwView *view);
const char      *bw_words_band (const BwModel *model,
                                guint          band);
BwInk            bw_words_band_ink (const BwModel *model,
                                    guint          band);
double           bw_words_band_end (const BwModel *model,
                                    guint          band);
double           bw_words_share (const BwSummary *summary,
                                 guint            band);
char            *bw_words_percent (const BwSummary *summary,
                                   guint            band);

G_END_DECLS
