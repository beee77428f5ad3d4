/* What an import comes to, counted: customers, snapshots, columns, money, problems, and what is new. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/import-facts.h"

#include <math.h>

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static double
find_spacing (const BwPanel *panel)
{
  const guint n = bw_panel_get_n_snapshots (panel);
  g_autofree double *steps = g_new (double, MAX (n, 1));

  if (n < 2)
    return NAN;

  for (guint i = 1; i < n; i++)
    steps[i - 1] = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i)) -
                   bw_snapshot_get_date (bw_panel_get_snapshot (panel, i - 1));
  qsort (steps, n - 1, sizeof (double), compare_doubles);

  return steps[(n - 1) / 2];
}

static void
add_money (BwImportFacts *facts,
           const BwPanel *panel)
{
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const guint n_snapshots = bw_panel_get_n_snapshots (panel);
  BwColumn *values;

  facts->money = NAN;
  if (column == BW_NONE || n_snapshots == 0)
    return;
  values = bw_snapshot_get_column (bw_panel_get_snapshot (panel, n_snapshots - 1), column);
  if (values == NULL || bw_column_type_is_coded (bw_column_get_type (values)))
    return;

  facts->money = 0;
  for (gsize row = 0; row < bw_column_get_n_rows (values); row++)
    {
      if (!bw_column_is_missing (values, row))
        facts->money += bw_column_get_numbers (values)[row];
    }
  facts->currency = bw_panel_get_column (panel, column)->currency;
  facts->money_column = bw_panel_get_column (panel, column)->name;
}

static void
add_panel (BwImportFacts *facts,
           const BwPanel *panel)
{
  const guint n = bw_panel_get_n_snapshots (panel);
  BwSnapshot *newest = bw_panel_get_snapshot (panel, n - 1);

  facts->n_customers = bw_panel_get_n_customers (panel);
  facts->n_snapshots = n;
  facts->date_first = bw_snapshot_get_date (bw_panel_get_snapshot (panel, 0));
  facts->date_last = bw_snapshot_get_date (newest);
  facts->spacing = find_spacing (panel);
  facts->n_columns = bw_panel_get_n_columns (panel);
  for (guint i = 0; i < facts->n_columns; i++)
    facts->n_roles[bw_panel_get_column (panel, i)->role]++;
  facts->n_vanished = facts->n_customers - MIN (facts->n_customers, bw_snapshot_get_n_rows (newest));
  add_money (facts, panel);
}

static void
add_sources (BwImportFacts  *facts,
             const BwIntake *intake)
{
  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    {
      BwSource *source = bw_intake_get_source (intake, i);
      BwTable *table = bw_source_get_table (source);

      facts->n_rows += bw_table_get_n_rows (table);
      for (guint column = 0; column < bw_table_get_n_columns (table); column++)
        facts->n_questions += bw_source_get_facts (source, column)->ambiguous;
    }
}

static void
add_problems (BwImportFacts  *facts,
              const BwReport *report)
{
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      facts->n_kinds[problem->kind]++;
      facts->worst[problem->kind] = MAX (facts->worst[problem->kind], problem->severity);
      facts->n_aside += problem->severity == BW_SEVERITY_ROW;
      facts->n_cells += problem->severity == BW_SEVERITY_CELL;
      facts->n_notes += problem->severity == BW_SEVERITY_NOTE;
    }
}

static gboolean
has_snapshot (const BwPanel *panel,
              double         date)
{
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      const double other = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i));

      if (other == date || (isnan (other) && isnan (date)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_file (const BwIntake *intake,
          const BwSource *source)
{
  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    {
      if (bw_intake_get_source (intake, i) == source)
        return TRUE;
    }

  return FALSE;
}

static void
add_news (BwImportNews   *news,
          const BwIntake *intake,
          const BwIntake *open)
{
  const BwPanel *panel = bw_intake_get_panel (intake), *before = bw_intake_get_panel (open);

  news->date_first = news->date_last = NAN;
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      const BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);

      if (has_snapshot (before, bw_snapshot_get_date (snapshot)))
        continue;
      if (news->n_snapshots++ == 0)
        news->date_first = bw_snapshot_get_date (snapshot);
      news->date_last = bw_snapshot_get_date (snapshot);
      news->n_in_newest = bw_snapshot_get_n_rows (snapshot);
    }
  for (guint i = 0; i < bw_panel_get_n_customers (panel); i++)
    news->n_customers += bw_panel_find_customer (before, bw_panel_get_key (panel, i)) == BW_NONE;
  for (guint i = 0; i < bw_intake_get_n_sources (intake); i++)
    news->n_files += !has_file (open, bw_intake_get_source (intake, i));
  news->same = news->n_files == 0;
}

/**
 * bw_import_facts_find:
 * @intake: (nullable): what was read; %NULL counts nothing
 * @open: (nullable): what is open, where @intake adds to it
 *
 * Counts; texts belong to @intake.
 */
void
bw_import_facts_find (BwImportFacts  *facts,
                      const BwIntake *intake,
                      const BwIntake *open)
{
  *facts = (BwImportFacts) {
    .money = NAN, .date_first = NAN, .date_last = NAN, .spacing = NAN
  };
  if (intake == NULL)
    return;

  add_panel (facts, bw_intake_get_panel (intake));
  add_sources (facts, intake);
  add_problems (facts, bw_intake_get_report (intake));
  if (open != NULL)
    add_news (&facts->news, intake, open);
}
