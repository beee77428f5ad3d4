/* A run of edits of one field is one step of undo; what ends the run begins another step. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/editing.h"
#include "workspace/since.h"

/* The draft under another name. */
static void
rename_to (BwWorkspace *workspace,
           const char  *name,
           const char  *field)
{
  g_autoptr(BwModel) model = bw_model_with_name (bw_workspace_get_model (workspace), name);

  if (field != NULL)
    bw_workspace_edit_field (workspace, model, "Edit", field);
  else
    bw_workspace_edit (workspace, model, "Other");
}

static void
assert_name (BwWorkspace *workspace,
             const char  *name)
{
  g_assert_cmpstr (bw_model_get_name (bw_workspace_get_model (workspace)), ==, name);
}

static void
test_run (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autofree char *first = g_strdup (bw_model_get_name (bw_workspace_get_model (workspace)));

  rename_to (workspace, "a", "edge");
  rename_to (workspace, "b", "edge");
  rename_to (workspace, "c", "edge");
  assert_name (workspace, "c");
  bw_workspace_undo (workspace);
  assert_name (workspace, first);
  g_assert_null (bw_workspace_get_undo_step (workspace));
  bw_workspace_redo (workspace);
  assert_name (workspace, "c");

  /* Redone, not typed: what follows is a step of its own. */
  rename_to (workspace, "d", "edge");
  bw_workspace_undo (workspace);
  assert_name (workspace, "c");
}

/* Another field, another edit between, and leaving the field each end a run. */
static void
test_ends (void)
{
  static const char *const names[] = { "e", "d", "c", "b", "a" };
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autofree char *first = g_strdup (bw_model_get_name (bw_workspace_get_model (workspace)));

  rename_to (workspace, "a", "edge");
  rename_to (workspace, "b", "other edge");
  rename_to (workspace, "c", NULL);
  rename_to (workspace, "d", "other edge");
  bw_workspace_leave_field (workspace);
  rename_to (workspace, "e", "other edge");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_name (workspace, names[i]);
      bw_workspace_undo (workspace);
    }
  assert_name (workspace, first);
  g_assert_null (bw_workspace_get_undo_step (workspace));
}

static void
test_back (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autofree char *first = g_strdup (bw_model_get_name (bw_workspace_get_model (workspace)));

  rename_to (workspace, "a", "edge");
  rename_to (workspace, first, "edge");
  g_assert_null (bw_workspace_get_undo_step (workspace));
  rename_to (workspace, "b", "edge");
  bw_workspace_undo (workspace);
  assert_name (workspace, first);
}

static void
count (guint *n)
{
  (*n)++;
}

/* The earlier snapshot is scored under the draft, and anew under another. */
static void
test_since (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  BwSince *since = bw_since_of (workspace);
  BwResults *results;
  guint n_changes = 0;

  g_assert_true (since == bw_since_of (workspace));
  g_assert_cmpuint (bw_since_get_snapshot (since), ==,
                    bw_trend_snapshot (bw_workspace_get_model (workspace),
                                       bw_workspace_get_panel (workspace)));
  g_signal_connect_swapped (since, "changed", G_CALLBACK (count), &n_changes);
  bw_since_set_snapshot (since, 0);
  g_assert_cmpuint (n_changes, ==, 0); /* it was that one */
  for (guint round = 0; round < 2; round++)
    {
      n_changes = 0;
      g_assert_null (bw_since_get_results (since));
      g_assert_null (bw_since_get_results (since));
      while (n_changes == 0)
        g_main_context_iteration (NULL, TRUE);
      results = bw_since_get_results (since);
      g_assert_nonnull (results);
      g_assert_cmpuint (bw_prepared_get_snapshot (bw_results_get_prepared (results)), ==, 0);
      g_assert_true (bw_results_get_model (results) == bw_workspace_get_model (workspace));
      rename_to (workspace, "a", NULL);
    }
  g_assert_cmpuint (bw_since_get_snapshot (since), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/fields/run", test_run);
  g_test_add_func ("/workspace/fields/ends", test_ends);
  g_test_add_func ("/workspace/fields/back", test_back);
  g_test_add_func ("/workspace/fields/since", test_since);

  return g_test_run ();
}
