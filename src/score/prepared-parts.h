/* What a prepared snapshot is made of, for the other files of this floor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/bounds.h"
#include "score/metric-column.h"
#include "score/places.h"
#include "score/prepared.h"

G_BEGIN_DECLS

/* @model is the one it was made for; others that differ in weights, bands and names share it. */
struct _BwPrepared
{
  gatomicrefcount ref_count;

  BwModel         *model;
  BwPanel         *panel;
  guint            snapshot;
  BwPlaces        *places;
  BwMetricColumn **columns;
  guint            n_columns;
  BwBounds        *bounds; /* or NULL, where there are no rules */
  GMutex           lock;   /* guards what is made when first asked for: run_sums */
  double          *run_sums;
  double          *money;  /* by row, of what is gathered from several snapshots; else NULL */
};

BwPrepared   *bw_prepared_new_empty (BwModel *model,
                                     BwPanel *panel,
                                     guint    snapshot);
const double *bw_prepared_get_run_sums (BwPrepared *self);

G_END_DECLS
