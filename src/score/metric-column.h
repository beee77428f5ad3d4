/* The scores of one metric in engine order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/places.h"

G_BEGIN_DECLS

/**
 * BwMetricColumn:
 * @scores: at each place g, or what the metric's policy puts for a missing one; NaN where neither
 * @known: (nullable): by row, whether g is known; %NULL where @scores tells
 * @raw: (nullable): by row; made when first asked for
 * @whole: whether all of @raw are whole numbers, and there is one; stands with @raw
 */
typedef struct
{
  gatomicrefcount ref_count;

  double *scores;
  guint8 *known;
  GMutex  lock;
  double *raw;
  gboolean whole;
} BwMetricColumn;

BwMetricColumn *bw_metric_column_new (const BwMetric *metric,
                                      const double   *by_row,
                                      const BwPlaces *places,
                                      double         *by_place);
BwMetricColumn *bw_metric_column_move (const BwMetricColumn *self,
                                       const BwPlaces       *from,
                                       const BwPlaces       *to);
BwMetricColumn *bw_metric_column_ref (BwMetricColumn *self);
void            bw_metric_column_unref (BwMetricColumn *self);
const double   *bw_metric_column_get_raw (BwMetricColumn *self,
                                          const BwMetric *metric,
                                          BwPanel        *panel,
                                          guint           snapshot);
gboolean        bw_metric_column_is_whole (BwMetricColumn *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwMetricColumn, bw_metric_column_unref)

G_END_DECLS
