/* Bars of customers by score: the part of the distribution below its words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sketch.h"

G_BEGIN_DECLS

/**
 * BwHistogram:
 * @now: the summary of the customers shown
 * @bin: scores in a bar
 * @counts: (array length=n_bins): customers in each
 * @before: (array length=n_bins): those under the baseline
 * @outlined: whether the baseline is shown
 * @most: customers at the top of the plot
 * @step: customers from one line of the grid to the next
 * @left: of the plot, where a score of 0 stands; likewise the others
 */
typedef struct
{
  BwSketch        *sketch;
  const BwView    *view;
  const BwModel   *model;
  const BwSummary *now;
  guint            bin;
  guint            n_bins;
  gsize            counts[BW_N_BINS];
  gsize            before[BW_N_BINS];
  gboolean         outlined;
  double           most;
  double           step;
  double           left, right, top, bottom;
} BwHistogram;

void   bw_histogram_begin (BwHistogram  *self,
                           BwSketch     *sketch,
                           const BwView *view);
double bw_histogram_x (const BwHistogram *self,
                       double             score);
void   bw_histogram_draw (BwHistogram *self,
                          double       top);

G_END_DECLS
