/* A workspace whose customers are judged by who churned. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "judged.h"

#define N      200
#define NEWEST 20787.0

BwPanel *
judged_panel (BwRole role)
{
  const BwPanelColumn columns[] = {
    { "Usage", "use.csv", BW_COLUMN_NUMBER, NULL, BW_ROLE_METRIC },
    { "Tickets", "use.csv", BW_COLUMN_NUMBER, NULL, BW_ROLE_METRIC },
    { "Plan", "crm.csv", BW_COLUMN_CATEGORY, NULL, BW_ROLE_ATTRIBUTE },
    { "Churned", "crm.csv", BW_COLUMN_FLAG, NULL, role },
  };
  g_autoptr(BwDictionaryBuilder) plans = bw_dictionary_builder_new ();
  g_autoptr(BwDictionaryBuilder) keys = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) plan_names = NULL;
  g_autoptr(BwDictionary) key_names = NULL;
  guint32 *codes = g_new (guint32, N);
  guint32 *customers = g_new (guint32, N);
  guint32 *plan = g_new (guint32, N);
  double *usage = g_new (double, N);
  double *tickets = g_new (double, N);
  double *churned = g_new (double, N);

  for (guint i = 0; i < N; i++)
    {
      g_autofree char *key = g_strdup_printf ("c%03u", i);

      codes[i] = bw_dictionary_builder_add (keys, key, -1);
      plan[i] = bw_dictionary_builder_add (plans, "Pro", -1);
      customers[i] = i;
      usage[i] = 100 - i / 2.0;
      tickets[i] = i % 10;
      churned[i] = i >= N - N_GONE;
    }
  key_names = bw_dictionary_builder_end (keys);
  plan_names = bw_dictionary_builder_end (plans);

  {
    g_autoptr(BwColumn) key = bw_column_new_codes ("Id", BW_COLUMN_KEY, codes, N, key_names);
    g_autoptr(BwColumn) c0 = bw_column_new_numbers ("Usage", BW_COLUMN_NUMBER, usage, N);
    g_autoptr(BwColumn) c1 = bw_column_new_numbers ("Tickets", BW_COLUMN_NUMBER, tickets, N);
    g_autoptr(BwColumn) c2 = bw_column_new_codes ("Plan", BW_COLUMN_CATEGORY, plan, N, plan_names);
    g_autoptr(BwColumn) c3 = bw_column_new_numbers ("Churned", BW_COLUMN_FLAG, churned, N);
    BwColumn *all[] = { c0, c1, c2, c3 };
    g_autoptr(BwTable) table = bw_table_new (all, G_N_ELEMENTS (all), N);
    g_autoptr(BwSnapshot) now = bw_snapshot_new (NEWEST, table, customers);

    return bw_panel_new (key, NULL, columns, G_N_ELEMENTS (columns), &now, 1, NULL);
  }
}

BwWorkspace *
judged_workspace (BwRole role)
{
  BwWorkspace *workspace = bw_workspace_new ();
  g_autoptr(BwPanel) panel = judged_panel (role);
  g_autoptr(BwModel) model = fixture_model ("test", "\"usage\": 50, \"tickets\": 50");

  g_assert_true (bw_workspace_take_panel (workspace, panel, model, NULL));

  return workspace;
}

gboolean
judged_give_up (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Runs the main loop until nothing is worked out any more. */
void
judged_wait (BwWorkspace *workspace)
{
  BwValidating *validating = bw_validating_of (workspace);
  BwSuggesting *suggesting = bw_suggesting_of (workspace);
  gboolean late = FALSE;
  const guint timeout = g_timeout_add_seconds (30, judged_give_up, &late);

  while (!late && (bw_validating_get_busy (validating) || bw_suggesting_get_busy (suggesting)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
}
