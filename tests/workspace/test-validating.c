/* How well the score told who left follows the workspace, what was chosen, and a drag. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "judged.h"

#include "model/editing.h"
#include <math.h>

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
  g_autoptr(BwWorkspace) told = judged_workspace (BW_ROLE_OUTCOME);
  g_autoptr(BwWorkspace) untold = judged_workspace (BW_ROLE_ATTRIBUTE);
  BwGlance baseline, draft;

  bw_validating_of (untold);
  judged_wait (told);
  judged_wait (untold);
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
  g_autoptr(BwWorkspace) workspace = judged_workspace (BW_ROLE_ATTRIBUTE);
  BwValidating *validating = bw_validating_of (workspace);
  g_auto(GStrv) gone = NULL;
  double auc;

  judged_wait (workspace);
  bw_validating_choose (validating, g_ptr_array_index (bw_validating_get_candidates (validating), 0));
  judged_wait (workspace);
  auc = auc_of (workspace);
  gone = bw_validating_dup_gone (validating);
  g_assert_cmpstr (gone[0], ==, "yes");

  bw_validating_set_gone (validating, no);
  judged_wait (workspace);
  g_assert_cmpfloat_with_epsilon (auc_of (workspace), 1 - auc, 1e-12);

  bw_validating_choose (validating, NULL);
  judged_wait (workspace);
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
  g_autoptr(BwWorkspace) workspace = judged_workspace (BW_ROLE_OUTCOME);
  BwValidating *validating = bw_validating_of (workspace);
  gboolean noted = FALSE;
  BwGlance baseline, draft;
  double before;

  judged_wait (workspace);
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
  judged_wait (workspace);
  g_assert_cmpfloat_with_epsilon (auc_of (workspace), 1, 1e-12);
  bw_workspace_undo (workspace);
  judged_wait (workspace);
  g_assert_cmpfloat_with_epsilon (auc_of (workspace), before, 1e-12);
}

/* A drag that is given up leaves the glance as it was. */
static void
test_cancel (void)
{
  g_autoptr(BwWorkspace) workspace = judged_workspace (BW_ROLE_OUTCOME);
  BwValidating *validating = bw_validating_of (workspace);
  BwGlance baseline, draft;

  judged_wait (workspace);
  bw_workspace_set_segment (workspace, PRO);
  bw_workspace_drag_begin (workspace, USAGE);
  bw_workspace_drag_to (workspace, 1);
  bw_workspace_drag_cancel (workspace);
  judged_wait (workspace);
  g_assert_true (bw_validating_get_glances (validating, &baseline, &draft));
  g_assert_cmpfloat (draft.auc, ==, baseline.auc);
}

/* A band's edge that is tried moves who is caught, and not the AUC. */
static void
test_edge (void)
{
  g_autoptr(BwWorkspace) workspace = judged_workspace (BW_ROLE_OUTCOME);
  g_autoptr(BwModel) edited = NULL;
  BwGlance baseline, draft;

  judged_wait (workspace);
  edited = bw_model_with_band_edge (bw_workspace_get_model (workspace), 1, 69);
  bw_workspace_try_begin (workspace);
  bw_workspace_try (workspace, edited);
  g_assert_true (bw_validating_get_glances (bw_validating_of (workspace), &baseline, &draft));
  g_assert_cmpuint (draft.n_caught, ==, N_GONE);
  g_assert_cmpuint (draft.n_caught, >, baseline.n_caught);
  g_assert_cmpfloat (draft.auc, ==, baseline.auc);
  bw_workspace_try_cancel (workspace);
  judged_wait (workspace);
  g_assert_true (bw_validating_get_glances (bw_validating_of (workspace), &baseline, &draft));
  g_assert_cmpuint (draft.n_caught, ==, baseline.n_caught);
}

/* Anything else that is tried is scored beside the window: here tickets alone, which are a coin. */
static void
test_try (void)
{
  g_autoptr(BwWorkspace) workspace = judged_workspace (BW_ROLE_OUTCOME);
  g_autoptr(BwModel) tickets = fixture_model ("test", "\"usage\": 0, \"tickets\": 100");
  gboolean late = FALSE;
  const guint timeout = g_timeout_add_seconds (30, judged_give_up, &late);
  BwGlance baseline, draft;

  judged_wait (workspace);
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
  judged_wait (workspace);
  g_assert_true (bw_validating_get_glances (bw_validating_of (workspace), &baseline, &draft));
  g_assert_cmpfloat (draft.auc, ==, baseline.auc);
}

/* Whoever goes while a worker runs leaves nothing behind. */
static void
test_gone (void)
{
  BwWorkspace *workspace = judged_workspace (BW_ROLE_OUTCOME);

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
  g_test_add_func ("/validating/edge", test_edge);
  g_test_add_func ("/validating/try", test_try);
  g_test_add_func ("/validating/gone", test_gone);

  return g_test_run ();
}
