/* Six customers at two dates, a model for them, and waiting for what a worker does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <math.h>

#define N 6
#define NEWEST 20000.0

static BwColumn *
texts (const char  *name,
       BwColumnType type,
       const char  *values[N])
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, N);

  for (guint i = 0; i < N; i++)
    codes[i] = bw_dictionary_builder_add (builder, values[i], -1);
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (name, type, codes, N, dictionary);
}

static BwColumn *
numbers (const char  *name,
         BwColumnType type,
         const double values[N],
         double       plus)
{
  double *copy = g_new (double, N);

  for (guint i = 0; i < N; i++)
    copy[i] = values[i] + plus;

  return bw_column_new_numbers (name, type, copy, N);
}

static BwSnapshot *
snapshot_at (double               date,
             double               plus,
             BwColumn            *plan,
             const BwPanelColumn *columns)
{
  static const double arr[N] = { 100, 500, NAN, 50, 70, 300 };
  static const double renewal[N] = { 20100, 20050, 20300, NAN, 20010, 20050 };
  static const double usage[N] = { 90, 50, 20, 50, NAN, 70 };
  static const double tickets[N] = { 1, 5, 9, 5, NAN, 3 };
  g_autoptr(BwColumn) c1 = numbers ("ARR", BW_COLUMN_MONEY, arr, 0);
  g_autoptr(BwColumn) c2 = numbers ("Renewal", BW_COLUMN_DATE, renewal, 0);
  g_autoptr(BwColumn) c3 = numbers (columns[3].name, BW_COLUMN_NUMBER, usage, plus);
  g_autoptr(BwColumn) c4 = numbers (columns[4].name, BW_COLUMN_NUMBER, tickets, 0);
  BwColumn *all[] = { plan, c1, c2, c3, c4 };
  g_autoptr(BwTable) table = bw_table_new (all, G_N_ELEMENTS (all), N);
  guint32 *customers = g_new (guint32, N);

  for (guint i = 0; i < N; i++)
    customers[i] = i;

  return bw_snapshot_new (date, table, customers);
}

static BwPanel *
make_panel (guint       n_snapshots,
            const char *usage,
            const char *tickets)
{
  const char *keys[N] = { "k0", "k1", "k2", "k3", "k4", "k5" };
  const char *names[N] = { "Zoë Ltd", "alder", "Brück", "Alder & Finch", "Łódź", "Cobalt" };
  const char *plans[N] = { "Pro", "Pro", "Basic", "Basic", "Basic", "Pro" };
  const BwPanelColumn columns[] = {
    { "Plan", "crm.csv", BW_COLUMN_CATEGORY, NULL, BW_ROLE_SEGMENT },
    { "ARR", "crm.csv", BW_COLUMN_MONEY, "USD", BW_ROLE_MONEY },
    { "Renewal", "crm.csv", BW_COLUMN_DATE, NULL, BW_ROLE_RENEWAL },
    { usage, "use.csv", BW_COLUMN_NUMBER, NULL, BW_ROLE_METRIC },
    { tickets, "use.csv", BW_COLUMN_NUMBER, NULL, BW_ROLE_METRIC },
  };
  g_autoptr(BwColumn) key = texts ("Id", BW_COLUMN_KEY, keys);
  g_autoptr(BwColumn) name = texts ("Name", BW_COLUMN_TEXT, names);
  g_autoptr(BwColumn) plan = texts ("Plan", BW_COLUMN_CATEGORY, plans);
  g_autoptr(BwSnapshot) then = snapshot_at (NEWEST - 31, 10, plan, columns);
  g_autoptr(BwSnapshot) now = snapshot_at (NEWEST, 0, plan, columns);
  BwSnapshot *snapshots[] = { then, now };

  return bw_panel_new (key, name, columns, G_N_ELEMENTS (columns),
                       n_snapshots == 2 ? snapshots : snapshots + 1, n_snapshots, NULL);
}

BwPanel *
fixture_panel (guint n_snapshots)
{
  return make_panel (n_snapshots, "Usage", "Tickets");
}

/* A panel in which @column goes by another name. */
BwPanel *
fixture_panel_without (const char *column)
{
  return make_panel (1, g_str_equal (column, "Usage") ? "Other" : "Usage",
                     g_str_equal (column, "Tickets") ? "Other" : "Tickets");
}

/* Many customers, named backwards; scores are made up, many alike, some missing. */
BwPanel *
fixture_crowd (guint n_customers)
{
  const BwPanelColumn columns[] = {
    { "Usage", "use.csv", BW_COLUMN_NUMBER, NULL, BW_ROLE_METRIC },
    { "Tickets", "use.csv", BW_COLUMN_NUMBER, NULL, BW_ROLE_METRIC },
    { "Plan", "crm.csv", BW_COLUMN_CATEGORY, NULL, BW_ROLE_ATTRIBUTE },
  };
  g_autoptr(BwDictionaryBuilder) plans = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) plan_names = NULL;
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, n_customers);
  guint32 *customers = g_new (guint32, n_customers);
  double *usage = g_new (double, n_customers);
  double *tickets = g_new (double, n_customers);
  guint32 *plan = g_new (guint32, n_customers);
  g_autoptr(GRand) dice = g_rand_new_with_seed (1);

  for (guint i = 0; i < n_customers; i++)
    {
      g_autofree char *key = g_strdup_printf ("c%07u", n_customers - i);

      codes[i] = bw_dictionary_builder_add (builder, key, -1);
      customers[i] = i;
      usage[i] = i % 11 == 0 ? NAN : g_rand_int_range (dice, 0, 1000) / 10.0;
      tickets[i] = i % 11 == 0 ? NAN : g_rand_int_range (dice, 0, 10);
      plan[i] = bw_dictionary_builder_add (plans, "Basic", -1);
    }
  dictionary = bw_dictionary_builder_end (builder);
  plan_names = bw_dictionary_builder_end (plans);

  {
    g_autoptr(BwColumn) key = bw_column_new_codes ("Id", BW_COLUMN_KEY, codes, n_customers,
                                                   dictionary);
    g_autoptr(BwColumn) c0 = bw_column_new_numbers ("Usage", BW_COLUMN_NUMBER, usage, n_customers);
    g_autoptr(BwColumn) c1 = bw_column_new_numbers ("Tickets", BW_COLUMN_NUMBER, tickets,
                                                    n_customers);
    g_autoptr(BwColumn) c2 = bw_column_new_codes ("Plan", BW_COLUMN_CATEGORY, plan, n_customers,
                                                  plan_names);
    BwColumn *all[] = { c0, c1, c2 };
    g_autoptr(BwTable) table = bw_table_new (all, G_N_ELEMENTS (all), n_customers);
    g_autoptr(BwSnapshot) now = bw_snapshot_new (NEWEST, table, customers);

    return bw_panel_new (key, NULL, columns, G_N_ELEMENTS (columns), &now, 1, NULL);
  }
}

BwModel *
fixture_model (const char *name,
               const char *pro_weights)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strdup_printf (
    "{\"format\": \"bellwether-model\", \"version\": 1, \"name\": \"%s\","
    " \"groups\": [{\"id\": \"all\", \"name\": \"All\"}],"
    " \"metrics\": ["
    "  {\"id\": \"usage\", \"name\": \"Usage\", \"group\": \"all\", \"column\": \"Usage\","
    "   \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 100}},"
    "  {\"id\": \"tickets\", \"name\": \"Tickets\", \"group\": \"all\", \"column\": \"Tickets\","
    "   \"direction\": \"hurts\", \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 10}},"
    "  {\"id\": \"calls\", \"name\": \"Calls\", \"group\": \"all\", \"column\": \"Tickets\","
    "   \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 10}}],"
    " \"segments\": ["
    "  {\"id\": \"pro\", \"name\": \"Pro\", \"where\": {\"all\": [{\"column\": \"Plan\","
    "   \"is\": \"Pro\"}]}, \"weights\": {%s}},"
    "  {\"id\": \"rest\", \"name\": \"Everyone else\","
    "   \"weights\": {\"usage\": 50, \"tickets\": 50}}]}", name, pro_weights);
  BwModel *model = bw_model_from_json (text, -1, "test.json", &error);

  g_assert_no_error (error);

  return model;
}

BwWorkspace *
fixture_workspace (guint n_snapshots)
{
  g_autoptr(BwPanel) panel = fixture_panel (n_snapshots);
  g_autoptr(BwModel) model = fixture_model ("Test", "\"usage\": 50, \"tickets\": 50");
  g_autoptr(GError) error = NULL;
  BwWorkspace *workspace = bw_workspace_new ();

  g_assert_true (bw_workspace_take_panel (workspace, panel, model, &error));
  g_assert_no_error (error);

  return workspace;
}

static void
note (BwWorkspace *workspace,
      gboolean    *done)
{
  *done = TRUE;
}

/* Waits until the worker has caught up; it must be at work. */
void
fixture_wait_for_history (BwWorkspace *workspace)
{
  gboolean done = FALSE;
  gulong id = g_signal_connect (workspace, "history-changed", G_CALLBACK (note), &done);

  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (workspace, id);
}

double
fixture_share (BwWorkspace *workspace,
               guint        segment,
               guint        metric)
{
  return bw_model_get_segment (bw_workspace_get_model (workspace), segment)->shares[metric];
}
