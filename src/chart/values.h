/* A metric's raw values, counted in bars, and the axis that holds them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bars depend on the values, the segment and the room alone: while a scale is shaped they are
 * counted once and lent to one layout after the other. */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

typedef struct _BwRawValues BwRawValues;

/**
 * BwValues:
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
 * @raw: what was counted
 * @prepared: (nullable): whose segments were counted, %NULL for all customers
 *
 * Counted of numbers; a metric of texts has its categories instead. The last five members are
 * private.
 */
struct _BwValues
{
  double   step;
  double   first;
  gboolean whole;
  gsize   *counts;
  guint    n_bars;
  gsize    most;
  gsize    n_below;
  gsize    n_above;
  gsize    n_present;
  gsize    n_missing;

  gatomicrefcount ref_count;
  BwRawValues    *raw;
  BwPrepared     *prepared;
  guint           segment;
  guint           most_bars;
};

/**
 * BwAxis:
 * @least: without its margins: where values and scale begin
 * @most: where they end
 */
typedef struct
{
  double from, to;
  double least, most;
} BwAxis;

BwValues      *bw_values_new (const BwView   *view,
                              const BwMetric *metric,
                              const BwSheet  *sheet,
                              BwValues       *previous);
BwValues      *bw_values_ref (BwValues *self);
void           bw_values_unref (BwValues *self);
void           bw_values_find_axis (const BwValues *self,
                                    const BwView   *view,
                                    const BwScale  *scale,
                                    BwAxis         *axis);
double         bw_values_get_grain (const BwValues *self);
const BwPoint *bw_values_get_percentile_points (const BwValues *self,
                                                guint          *n_points);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwValues, bw_values_unref)

G_END_DECLS
