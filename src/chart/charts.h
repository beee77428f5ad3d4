/* The charts there are, each in a file of its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

extern const BwChart bw_chart_distribution;
extern const BwChart bw_chart_bands;
extern const BwChart bw_chart_trend;
extern const BwChart bw_chart_why;
extern const BwChart bw_chart_change;
extern const BwChart bw_chart_segments;
extern const BwChart bw_chart_metric;
extern const BwChart bw_chart_metrics;
extern const BwChart bw_chart_matrix;
extern const BwChart bw_chart_slopes;
extern const BwChart bw_chart_calibration;
extern const BwChart bw_chart_gain;
extern const BwChart bw_chart_roc;

G_END_DECLS
