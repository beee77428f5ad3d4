/* Any snapshot under the draft: scored when asked for, and kept for the next who asks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

static void
take_result (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static BwResults *
ask (BwWorkspace *workspace,
     guint        snapshot,
     gboolean     edit,
     GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bw_workspace_get_results_at_async (workspace, snapshot, NULL, take_result, &result);
  if (edit)
    {
      g_autoptr(BwModel) model = bw_model_with_name (bw_workspace_get_model (workspace), "Other");

      bw_workspace_edit (workspace, model, "Rename");
    }
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return bw_workspace_get_results_at_finish (workspace, result, error);
}

static void
test_earlier (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwResults) first = ask (workspace, 0, FALSE, &error);
  g_autoptr(BwResults) again = NULL;
  g_autoptr(BwResults) newest = NULL;
  g_autoptr(BwResults) edited = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (bw_prepared_get_snapshot (bw_results_get_prepared (first)), ==, 0);
  g_assert_true (bw_results_get_model (first) == bw_workspace_get_model (workspace));

  again = ask (workspace, 0, FALSE, &error);
  g_assert_true (again == first);
  newest = ask (workspace, 1, FALSE, &error);
  g_assert_true (newest == bw_workspace_get_results (workspace));

  /* Another draft: what was asked for before it is no answer any more. */
  edited = ask (workspace, 0, TRUE, &error);
  g_assert_null (edited);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  edited = ask (workspace, 0, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (edited != first);
  g_assert_true (bw_results_get_model (edited) == bw_workspace_get_model (workspace));
}

static void
test_cancelled (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (2);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  bw_workspace_get_results_at_async (workspace, 0, cancellable, take_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (bw_workspace_get_results_at_finish (workspace, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workspace/earlier/earlier", test_earlier);
  g_test_add_func ("/workspace/earlier/cancelled", test_cancelled);

  return g_test_run ();
}
