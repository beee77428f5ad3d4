/* A metric's raw values, counted in bars along an axis that holds them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/**
 * BwValues:
 * @raw: (array length=n_rows): of the newest snapshot, all segments
 * @n_rows: its rows
 * @from: where the axis begins
 * @to: where it ends, above @from
 * @least: without its margins: where values and scale begin
 * @most_raw: where they end
 * @step: the breadth of a bar
 * @first: where the first bar begins
 * @whole: whether each bar stands for one whole number, in its middle
 * @counts: (array length=n_bars): customers of the view's segment; the first and last bar hold
 *   those beyond the axis too
 * @most: in one bar
 * @n_below: customers below the axis, in the first bar
 * @n_above: customers above it, in the last
 * @n_present: customers of the segment that have a value
 * @n_missing: those that have none
 *
 * Counted of numbers; a metric of texts has its categories instead.
 */
typedef struct
{
  double *raw;
  gsize   n_rows;
  double  from, to;
  double  least, most_raw;
  double  step;
  double  first;
  gboolean whole;
  gsize  *counts;
  guint   n_bars;
  gsize   most;
  gsize   n_below;
  gsize   n_above;
  gsize   n_present;
  gsize   n_missing;
} BwValues;

void bw_values_begin (BwValues       *self,
                      const BwView   *view,
                      const BwMetric *metric);
void bw_values_count (BwValues       *self,
                      const BwView   *view,
                      const BwMetric *metric,
                      guint           most_bars);
void bw_values_end (BwValues *self);
gboolean bw_values_shows (const BwView *view,
                          gsize         row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwValues, bw_values_end)

G_END_DECLS
