/* How well the score told who left follows the workspace, what was chosen, and a drag. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 200 customers: usage falls with the row, tickets are even, and the last 50 churned. So usage alone
 * tells without fault, and tickets tell nothing. */

#include "fixture.h"

#include "model/editing.h"
#include "workspace/suggesting.h"

#include <math.h>

#define N      200
#define N_GONE 50
#define NEWEST 20787.0

static BwPanel *
make_panel (BwRole role)
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

static BwWorkspace *
make_workspace (BwRole role)
{
  BwWorkspace *workspace = bw_workspace_new ();
  g_autoptr(BwPanel) panel = make_panel (role);
  g_autoptr(BwModel) model = fixture_model ("test", "\"usage\": 50, \"tickets\": 50");

  g_assert_true (bw_workspace_take_panel (workspace, panel, model, NULL));

  return workspace;
}

static gboolean
give_up (gpointer data)
{
  *(gboolean *) data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Runs the main loop until nothing is worked out any more. */
static void
wait_for_rest (BwWorkspace *workspace)
{
  BwValidating *validating = bw_validating_of (workspace);
  BwSuggesting *suggesting = bw_suggesting_of (workspace);
  gboolean late = FALSE;
  const guint timeout = g_timeout_add_seconds (30, give_up, &late);

  while (!late && (bw_validating_get_busy (validating) || bw_suggesting_get_busy (suggesting)))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (late);
  g_source_remove (timeout);
}

static double
auc_of (BwWorkspace *workspace)
{
  BwValidation *validation = bw_validating_get_validation (bw_validating_of (workspace));

  g_assert_nonnull (validation);

  return bw_validation_get_figures (validation, BW_ALL_SEGMENTS)->auc.auc;
}

/* A column in the role of an outcome is taken unasked; another is only offered. */
static void
test_proposed (void)
{
  g_autoptr(BwWorkspace) told = make_workspace (BW_ROLE_OUTCOME);
  g_autoptr(BwWorkspace) untold = make_workspace (BW_ROLE_ATTRIBUTE);
  BwGlance baseline, draft;

  bw_validating_of (untold);
  wait_for_rest (told);
  wait_for_rest (untold);
  g_assert_true (bw_validating_get_glances (bw_validating_of (told), &baseline, &draft));
  g_assert_cmpuint (draft.n_gone, ==, N_GONE);
  g_assert_cmpfloat (draft.auc, ==, baseline.auc);

  g_assert_null (bw_validating_get_chosen (bw_validating_of (untold)));
  g_assert_cmpuint (bw_validating_get_candidates (bw_validating_of (untold))->len, ==, 1);
  g_assert_false (bw_validating_get_glances (bw_validating_of (untold), &baseline, &draft));
  g_assert_false (bw_suggesting_get_possible (bw_suggesting_of (untold)));
}

/* What was chosen is judged; which values mean gone can be turned round; nothing is nothing again. */
static void
test_choose (void)
{
  static const char *const no[] = { "no", NULL };
  g_autoptr(BwWorkspace) workspace = make_workspace (BW_ROLE_ATTRIBUTE);
  BwValidating *validating = bw_validating_of (workspace);
  g_auto(GStrv) gone = NULL;
  double auc;

  wait_for_rest (workspace);
  bw_validating_choose (validating, g_ptr_array_index (bw_validating_get_candidates (validating), 0));
  wait_for_rest (workspace);
  auc = auc_of (workspace);
  gone = bw_validating_dup_gone (validating);
  g_assert_cmpstr (gone[0], ==, "yes");

  bw_validating_set_gone (validating, no);
  wait_for_rest (workspace);
  g_assert_cmpfloat_with_epsilon (auc_of (workspace), 1 - auc, 1e-12);

  bw_validating_choose (validating, NULL);
  wait_for_rest (workspace);
  g_assert_null (bw_validating_get_validation (validating));
  g_assert_null (bw_validating_get_error (validating));
}

static void
note (gboolean *noted)
{
  *noted = TRUE;
}

/* A glance follows a slider; what stands after the release is the same. Undo brings back what was. */
static void
test_drag (void)
{
  g_autoptr(BwWorkspace) workspace = make_workspace (BW_ROLE_OUTCOME);
  BwValidating *validating = bw_validating_of (workspace);
  gboolean noted = FALSE;
  BwGlance baseline, draft;
  double before;

  wait_for_rest (workspace);
  before = auc_of (workspace);
  g_assert_cmpfloat (before, <, 1);
  bw_workspace_set_segment (workspace, PRO);
  g_signal_connect_swapped (validating, "glance-changed", G_CALLBACK (note), &noted);
  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 1);
  while (!noted)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (bw_validating_get_glances (validating, &baseline, &draft));
  g_assert_cmpfloat_with_epsilon (draft.auc, 1, 1e-12);
  g_assert_cmpfloat_with_epsilon (baseline.auc, before, 1e-12);

  bw_workspace_drag_end (workspace);
  wait_for_rest (workspace);
  g_assert_cmpfloat_with_epsilon (auc_of (workspace), 1, 1e-12);
  bw_workspace_undo (workspace);
  wait_for_rest (workspace);
  g_assert_cmpfloat_with_epsilon (auc_of (workspace), before, 1e-12);
}

/* A drag that is given up leaves the glance as it was. */
static void
test_cancel (void)
{
  g_autoptr(BwWorkspace) workspace = make_workspace (BW_ROLE_OUTCOME);
  BwValidating *validating = bw_validating_of (workspace);
  BwGlance baseline, draft;

  wait_for_rest (workspace);
  bw_workspace_set_segment (workspace, PRO);
  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 1);
  bw_workspace_drag_cancel (workspace);
  wait_for_rest (workspace);
  g_assert_true (bw_validating_get_glances (validating, &baseline, &draft));
  g_assert_cmpfloat (draft.auc, ==, baseline.auc);
}

/* A suggestion is learned only when it is asked for, taken over as one step, and forgotten with its outcome. */
static void
test_suggest (void)
{
  g_autoptr(BwWorkspace) workspace = make_workspace (BW_ROLE_OUTCOME);
  BwSuggesting *suggesting = bw_suggesting_of (workspace);
  const double before = fixture_share (workspace, PRO, USAGE);

  wait_for_rest (workspace);
  g_assert_null (bw_suggesting_get_suggestion (suggesting));
  bw_suggesting_ask (suggesting);
  wait_for_rest (workspace);
  g_assert_true (bw_suggesting_offers (suggesting));

  bw_suggesting_take_over (suggesting, 0.5, NULL);
  g_assert_cmpfloat (fixture_share (workspace, PRO, USAGE), >, before);
  g_assert_nonnull (bw_suggesting_get_suggestion (suggesting));
  bw_workspace_undo (workspace);
  g_assert_cmpfloat (fixture_share (workspace, PRO, USAGE), ==, before);

  wait_for_rest (workspace);
  bw_validating_choose (bw_validating_of (workspace), NULL);
  g_assert_null (bw_suggesting_get_suggestion (suggesting));
}

/* Looks at what is offered as the sliders do: each time the workspace tells of scores. */
static void
look_at_offer (BwWorkspace *workspace,
               gpointer     user_data)
{
  BwSuggesting *suggesting = bw_suggesting_of (workspace);
  BwModel *draft = bw_workspace_get_model (workspace);
  guint *n_offers = user_data;

  if (!bw_suggesting_offers (suggesting))
    return;

  *n_offers += 1;
  for (guint i = 0; i < bw_model_get_n_metrics (draft); i++)
    g_assert_nonnull (bw_suggestion_get_weight (bw_suggesting_get_suggestion (suggesting), PRO, i));
}

/* Who is told of a draft with other metrics before the suggestion is forgotten is not offered it. */
static void
test_suggest_for_others (void)
{
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(BwPanel) panel = make_panel (BW_ROLE_OUTCOME);
  g_autoptr(BwModel) model = fixture_model ("test", "\"usage\": 50, \"tickets\": 50");
  const guint last = bw_model_get_n_metrics (model) - 1;
  g_autoptr(BwModel) fewer = bw_model_without_metric (model, last, NULL);
  guint n_offers = 0;

  g_signal_connect (workspace, "results-changed", G_CALLBACK (look_at_offer), &n_offers);
  g_assert_true (bw_workspace_take_panel (workspace, panel, model, NULL));
  bw_workspace_edit (workspace, fewer, "Fewer");
  wait_for_rest (workspace);
  bw_suggesting_ask (bw_suggesting_of (workspace));
  wait_for_rest (workspace);
  g_assert_true (bw_suggesting_offers (bw_suggesting_of (workspace)));

  bw_workspace_undo (workspace);
  g_assert_cmpuint (n_offers, ==, 0);
  g_assert_false (bw_suggesting_offers (bw_suggesting_of (workspace)));
}

/* A band's edge that is tried moves who is caught, and not the AUC. */
static void
test_edge (void)
{
  g_autoptr(BwWorkspace) workspace = make_workspace (BW_ROLE_OUTCOME);
  g_autoptr(BwModel) edited = NULL;
  BwGlance baseline, draft;

  wait_for_rest (workspace);
  edited = bw_model_with_band_edge (bw_workspace_get_model (workspace), 1, 69);
  bw_workspace_try_begin (workspace);
  bw_workspace_try (workspace, edited);
  g_assert_true (bw_validating_get_glances (bw_validating_of (workspace), &baseline, &draft));
  g_assert_cmpuint (draft.n_caught, ==, N_GONE);
  g_assert_cmpuint (draft.n_caught, >, baseline.n_caught);
  g_assert_cmpfloat (draft.auc, ==, baseline.auc);
  bw_workspace_try_cancel (workspace);
  wait_for_rest (workspace);
  g_assert_true (bw_validating_get_glances (bw_validating_of (workspace), &baseline, &draft));
  g_assert_cmpuint (draft.n_caught, ==, baseline.n_caught);
}

/* Anything else that is tried is scored beside the window: here tickets alone, which are a coin. */
static void
test_try (void)
{
  g_autoptr(BwWorkspace) workspace = make_workspace (BW_ROLE_OUTCOME);
  g_autoptr(BwModel) tickets = fixture_model ("test", "\"usage\": 0, \"tickets\": 100");
  gboolean late = FALSE;
  const guint timeout = g_timeout_add_seconds (30, give_up, &late);
  BwGlance baseline, draft;

  wait_for_rest (workspace);
  bw_workspace_try_begin (workspace);
  bw_workspace_try (workspace, tickets);
  do
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (bw_validating_get_glances (bw_validating_of (workspace), &baseline, &draft));
    }
  while (!late && draft.auc == baseline.auc);
  g_source_remove (timeout);
  g_assert_cmpfloat_with_epsilon (draft.auc, 0.5, 1e-12);
  g_assert_cmpfloat (baseline.auc, >, 0.8);
  g_assert_true (bw_workspace_get_dragging (workspace));

  bw_workspace_try_cancel (workspace);
  wait_for_rest (workspace);
  g_assert_true (bw_validating_get_glances (bw_validating_of (workspace), &baseline, &draft));
  g_assert_cmpfloat (draft.auc, ==, baseline.auc);
}

/* Whoever goes while a worker runs leaves nothing behind. */
static void
test_gone (void)
{
  BwWorkspace *workspace = make_workspace (BW_ROLE_OUTCOME);

  bw_validating_of (workspace);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
  g_object_unref (workspace);
  for (guint i = 0; i < 20; i++)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validating/proposed", test_proposed);
  g_test_add_func ("/validating/choose", test_choose);
  g_test_add_func ("/validating/drag", test_drag);
  g_test_add_func ("/validating/cancel", test_cancel);
  g_test_add_func ("/validating/suggest", test_suggest);
  g_test_add_func ("/validating/suggest-for-others", test_suggest_for_others);
  g_test_add_func ("/validating/edge", test_edge);
  g_test_add_func ("/validating/try", test_try);
  g_test_add_func ("/validating/gone", test_gone);

  return g_test_run ();
}
