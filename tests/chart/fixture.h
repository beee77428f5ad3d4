/* Made-up customers for the charts' tests: any number, any number of months, some of it missing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/**
 * Book:
 * @n_customers: in every snapshot
 * @n_snapshots: month ends, the newest 30 November 2026
 * @missing: share of cells that are empty
 * @undated: one snapshot without a date
 * @long_names: whether everything has a name far longer than its place
 * @edges: (nullable): JSON of the bands, in place of the usual three
 * @nudge: whether the baseline has other weights
 * @n_versions: marked from before the first snapshot to after the newest one
 * @then: whether the history is as scored then, the first half under the baseline's model
 */
typedef struct
{
  const char *name;
  guint       n_customers;
  guint       n_snapshots;
  double      missing;
  gboolean    undated;
  gboolean    long_names;
  const char *edges;
  gboolean    nudge;
  guint       n_versions;
  gboolean    then;
} Book;

/* What a view borrows, owned. */
typedef struct
{
  BwPanel   *panel;
  BwModel   *model;
  BwModel   *old_model;
  BwResults *results;
  BwResults *baseline;
  BwResults *before;
  BwHistory *history;
  GPtrArray *marks;
  BwValidation *validation; /* of who is delinquent, or NULL where nobody or everybody is */
  BwView     view;
} Fixture;

void fixture_begin (Fixture    *self,
                    const Book *book);
void fixture_end (Fixture *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, fixture_end)

G_END_DECLS
