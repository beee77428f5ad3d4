/* Small panels and models, written as text where they are used. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/**
 * FixtureColumn:
 *
 * One column of a panel that a test writes down.
 */
typedef struct
{
  const char  *name;
  BwColumnType type;
  BwRole       role;
} FixtureColumn;

/**
 * FixtureSnapshot:
 * @date: ISO, or NULL
 * @rows: one line a customer: the key, then a cell for each column, all separated by |; an empty
 *   cell is missing
 */
typedef struct
{
  const char *date;
  const char *rows;
} FixtureSnapshot;

BwPanel *fixture_panel (const FixtureColumn   *columns,
                        guint                  n_columns,
                        const FixtureSnapshot *snapshots,
                        guint                  n_snapshots);
BwModel *fixture_model (const char *metrics,
                        const char *segments,
                        const char *rules);
double   fixture_date (const char *iso);

G_END_DECLS
