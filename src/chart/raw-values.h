/* A metric's raw values in one snapshot, and where they lie. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to the metric's chart. */

#pragma once

#include "score/prepared.h"

G_BEGIN_DECLS

/**
 * BwRawValues:
 * @raw: (array length=n_rows): by row, NaN where missing
 * @low: where the values begin, but for a long tail; 0 where there are none
 * @high: where they end, likewise
 * @grain: 1 where they are whole numbers, 0.1 where they have one decimal…; 0 where they have many
 * @points: (array length=n_points): of a percentile scale over them, where one was asked for
 */
typedef struct _BwRawValues
{
  gatomicrefcount ref_count;

  BwPanel     *panel;
  guint        snapshot;
  BwDerivation derivation; /* its texts are owned */

  double  *raw;
  gsize    n_rows;
  gsize    n_present;
  double   low, high;
  double   grain;
  BwPoint *points;
  guint    n_points;
} BwRawValues;

BwRawValues *bw_raw_values_new (const BwPrepared *prepared,
                                const BwMetric   *metric,
                                BwRawValues      *previous);
BwRawValues *bw_raw_values_ref (BwRawValues *self);
void         bw_raw_values_unref (BwRawValues *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwRawValues, bw_raw_values_unref)

G_END_DECLS
