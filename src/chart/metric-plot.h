/* The plot of one metric: values from left to right, metric scores from bottom to top. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sketch.h"
#include "chart/unit.h"

G_BEGIN_DECLS

/**
 * BwMetricPlot:
 * @metric: of the view
 * @left: of the plot; likewise the others
 */
typedef struct
{
  BwSketch       *sketch;
  const BwView   *view;
  const BwModel  *model;
  BwPanel        *panel;
  const BwMetric *metric;
  BwUnit          unit;
  double          left, right, top, bottom;
} BwMetricPlot;

void    bw_metric_plot_begin (BwMetricPlot *self,
                              BwSketch     *sketch,
                              const BwView *view);
void    bw_metric_plot_draw_scores (BwMetricPlot *self);
double  bw_metric_plot_y (const BwMetricPlot *self,
                          double              score);
double  bw_metric_plot_turn (const BwMetricPlot *self,
                             double              score);
void    bw_metric_plot_dot (BwMetricPlot *self,
                            guint         handle,
                            double        x,
                            double        score,
                            const char   *tip,
                            gboolean      held);
void    bw_metric_plot_caption (BwMetricPlot *self,
                                gsize         n_missing);

void    bw_metric_plot_axis (BwMetricPlot *self,
                             double        from,
                             double        to,
                             double        least,
                             double        most,
                             double        grain);

/* Laying out what lies between: the bars of texts, or of numbers with the scale's curve. */
void    bw_metric_plot_categories (BwMetricPlot *self);
void    bw_metric_plot_numbers (BwMetricPlot *self);

G_END_DECLS
