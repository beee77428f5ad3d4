/* Panels and models made in memory, for the tests of the score floor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

/**
 * FixtureColumn:
 * @numbers: (nullable): n_customers values a snapshot, the oldest snapshot first
 * @texts: (nullable): likewise, instead
 */
typedef struct
{
  const char        *name;
  BwColumnType       type;
  BwRole             role;
  const double      *numbers;
  const char *const *texts;
} FixtureColumn;

BwPanel   *fixture_panel (const FixtureColumn *columns,
                          guint                n_columns,
                          guint                n_customers,
                          const double        *dates,
                          guint                n_snapshots);
BwPanel   *fixture_panel_without (const FixtureColumn *columns,
                                  guint                n_columns,
                                  guint                n_customers,
                                  const double        *dates,
                                  guint                n_snapshots,
                                  const gboolean      *absent);
BwModel   *fixture_model (const char *json);
BwModel   *fixture_model_from (const char *format,
                               ...) G_GNUC_PRINTF (1, 2);
BwResults *fixture_results (BwPanel    *panel,
                            const char *json);
BwResults *fixture_score (BwPanel *panel,
                          BwModel *model,
                          guint    snapshot);

/* Random metrics, policies, segments, rules, weights, locks and data, the same for the same seed. */
typedef struct
{
  GRand *rand;
  guint  n_customers;
  guint  n_metrics;
  guint  n_groups;
  guint  n_segments;
  double missing;
  gboolean rules;
} FixtureShape;

BwPanel *fixture_random_panel (const FixtureShape *shape);
BwModel *fixture_random_model (const FixtureShape *shape);

G_END_DECLS
