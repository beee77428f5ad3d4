/* What an import comes to, counted: customers, snapshots, columns, money, problems, and what is new. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

G_BEGIN_DECLS

/**
 * BwImportNews:
 * @same: nothing would change
 * @n_files: files that were not there
 * @n_snapshots: snapshots that were not there
 * @date_first: of the oldest of them
 * @date_last: of the newest, or NaN
 * @n_in_newest: customers in the newest of them
 * @n_customers: customers that were not there
 *
 * What is new against data that is open.
 */
typedef struct
{
  gboolean same;
  guint    n_files;
  guint    n_snapshots;
  double   date_first;
  double   date_last;
  gsize    n_in_newest;
  guint    n_customers;
} BwImportNews;

/**
 * BwImportFacts:
 * @date_first: of the oldest snapshot, or NaN
 * @date_last: of the newest snapshot, or NaN
 * @spacing: days between snapshots, the middle one of all; NaN under two
 * @n_rows: of all files
 * @n_columns: of the panel
 * @n_roles: columns of the panel by #BwRole
 * @money: sum of the money at stake in the newest snapshot, or NaN
 * @currency: (nullable): of @money
 * @money_column: (nullable): where @money comes from
 * @n_vanished: customers that are not in the newest snapshot
 * @n_aside: rows set aside
 * @n_cells: cells that became missing
 * @n_notes: notes
 * @n_kinds: problems by #BwProblemKind
 * @worst: the gravest severity by #BwProblemKind
 * @n_questions: columns that fit two readings
 */
typedef struct
{
  guint        n_customers;
  guint        n_snapshots;
  double       date_first;
  double       date_last;
  double       spacing;
  gsize        n_rows;
  guint        n_columns;
  guint        n_roles[BW_N_ROLES];
  double       money;
  const char  *currency;
  const char  *money_column;
  guint        n_vanished;
  gsize        n_aside;
  gsize        n_cells;
  gsize        n_notes;
  gsize        n_kinds[BW_N_PROBLEM_KINDS];
  BwSeverity   worst[BW_N_PROBLEM_KINDS];
  guint        n_questions;
  BwImportNews news;
} BwImportFacts;

void bw_import_facts_find (BwImportFacts  *facts,
                           const BwIntake *intake,
                           const BwIntake *open);

G_END_DECLS
