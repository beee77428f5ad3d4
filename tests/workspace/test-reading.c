/* Reading, mapping and taking: in a worker, all at once or not at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static GFile *
write_file (const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static BwIntake *
read_and_wait (BwWorkspace  *workspace,
               GFile        *file,
               GCancellable *cancellable,
               GError      **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bw_workspace_read_async (workspace, &file, 1, NULL, NULL, cancellable, keep_result, &result);
  wait_for (&result);

  return bw_workspace_read_finish (workspace, result, error);
}

static gboolean
take_and_wait (BwWorkspace *workspace,
               BwIntake    *intake,
               GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  bw_workspace_take_async (workspace, intake, NULL, NULL, keep_result, &result);
  wait_for (&result);

  return bw_workspace_take_finish (workspace, result, error);
}

static const char customers[] =
  "Id,Name,Plan,Usage,Tickets\n"
  "a,Alder,Pro,90,1\n"
  "b,Birch,Pro,50,5\n"
  "c,Cedar,Basic,20,9\n";

static void
test_read_take (void)
{
  g_autoptr(BwWorkspace) workspace = bw_workspace_new ();
  g_autoptr(GFile) file = write_file ("bw-reading.csv", customers);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) again = read_and_wait (workspace, file, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (bw_workspace_get_panel (workspace)); /* reading changes nothing */

  g_assert_true (take_and_wait (workspace, again, &error));
  g_assert_no_error (error);
  g_assert_cmpint (bw_workspace_get_taken (workspace), ==, BW_TAKEN_PROPOSED);
  g_assert_true (bw_workspace_get_intake (workspace) == again);
  g_assert_cmpuint (bw_panel_get_n_customers (bw_workspace_get_panel (workspace)), ==, 3);
  g_assert_nonnull (bw_workspace_get_results (workspace));

  g_assert_true (take_and_wait (workspace, again, &error));
  g_assert_cmpint (bw_workspace_get_taken (workspace), ==, BW_TAKEN_KEPT);
}

static void
test_failure_leaves_all (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(GFile) empty = write_file ("bw-empty.csv", "");
  g_autoptr(GFile) nowhere = g_file_new_for_path ("/nowhere/at-all.csv");
  g_autoptr(GFile) no_model = write_file ("bw-no-model.json", "{\"format\": \"else\"}");
  BwPanel *panel = bw_workspace_get_panel (workspace);
  BwModel *model = bw_workspace_get_model (workspace);
  GFile *files[] = { empty, nowhere };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (read_and_wait (workspace, files[i], NULL, &error));
      g_assert_nonnull (error);
      g_assert_true (bw_workspace_get_panel (workspace) == panel);
    }
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (bw_workspace_open_model (workspace, i == 0 ? no_model : nowhere, &error));
      g_assert_nonnull (error);
      g_assert_true (bw_workspace_get_model (workspace) == model);
      g_assert_null (bw_workspace_get_undo_step (workspace));
    }
}

static void
test_cancel (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(GFile) file = write_file ("bw-cancel.csv", customers);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) not_taken = NULL;
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BwIntake) intake = NULL;
  BwPanel *panel = bw_workspace_get_panel (workspace);

  g_cancellable_cancel (cancellable);
  g_assert_null (read_and_wait (workspace, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  intake = read_and_wait (workspace, file, NULL, NULL);
  bw_workspace_take_async (workspace, intake, NULL, cancellable, keep_result, &result);
  wait_for (&result);
  g_assert_false (bw_workspace_take_finish (workspace, result, &not_taken));
  g_assert_error (not_taken, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (bw_workspace_get_panel (workspace) == panel);
}

/* An edit between asking and taking must not be lost. */
static void
test_edit_meanwhile (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(GFile) file = write_file ("bw-meanwhile.csv", customers);
  g_autoptr(BwIntake) intake = read_and_wait (workspace, file, NULL, NULL);
  g_autoptr(BwModel) named = bw_model_with_name (bw_workspace_get_model (workspace), "Other");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bw_workspace_take_async (workspace, intake, NULL, NULL, keep_result, &result);
  bw_workspace_edit (workspace, named, "Rename");
  wait_for (&result);
  g_assert_false (bw_workspace_take_finish (workspace, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BUSY);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Other");
}

static void
test_kept_or_replaced (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwPanel) same = fixture_panel (2);
  g_autoptr(BwPanel) other = fixture_panel_without ("Usage");
  g_autoptr(BwModel) named = bw_model_with_name (bw_workspace_get_model (workspace), "Other");
  g_autoptr(BwModel) misfit = bw_model_ref (bw_workspace_get_model (workspace));
  g_autoptr(GError) error = NULL;

  bw_workspace_set_segment (workspace, PRO);
  bw_workspace_set_customer (workspace, 3);
  bw_workspace_edit (workspace, named, "Rename");

  g_assert_true (bw_workspace_take_panel (workspace, same, NULL, NULL));
  g_assert_cmpint (bw_workspace_get_taken (workspace), ==, BW_TAKEN_KEPT);
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Rename");
  g_assert_true (bw_workspace_get_edited (workspace));
  g_assert_cmpuint (bw_workspace_get_segment (workspace), ==, PRO);
  g_assert_cmpuint (bw_workspace_get_customer (workspace), ==, 3);

  g_assert_false (bw_workspace_take_panel (workspace, other, misfit, &error));
  g_assert_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_COLUMN);
  g_assert_true (bw_workspace_get_panel (workspace) == same);

  g_assert_true (bw_workspace_take_panel (workspace, other, NULL, NULL));
  g_assert_cmpint (bw_workspace_get_taken (workspace), ==, BW_TAKEN_REPLACED);
  g_assert_nonnull (strstr (bw_workspace_get_taken_reason (workspace), "Usage"));
  g_assert_null (bw_workspace_get_undo_step (workspace));
  g_assert_false (bw_workspace_get_edited (workspace));
}

static void
test_open_model (void)
{
  g_autoptr(BwWorkspace) workspace = fixture_workspace (1);
  g_autoptr(BwModel) model = fixture_model ("Opened", "\"usage\": 100, \"tickets\": 0");
  g_autofree char *json = bw_model_to_json (model);
  g_autoptr(GFile) file = write_file ("bw-model.json", json);
  g_autoptr(GError) error = NULL;

  g_assert_true (bw_workspace_open_model (workspace, file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Opened");
  g_assert_cmpstr (bw_workspace_get_undo_step (workspace), ==, "Open “Opened”");
  g_assert_false (bw_workspace_get_edited (workspace));
  g_assert_cmpfloat (fixture_share (workspace, PRO, USAGE), ==, 1.0);

  bw_workspace_undo (workspace);
  g_assert_cmpstr (bw_workspace_get_title (workspace), ==, "Test");
  g_assert_cmpstr (bw_model_get_name (bw_workspace_get_baseline_model (workspace)), ==, "Test");
  g_assert_false (bw_workspace_get_edited (workspace));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/read-take", test_read_take);
  g_test_add_func ("/reading/failure-leaves-all", test_failure_leaves_all);
  g_test_add_func ("/reading/cancel", test_cancel);
  g_test_add_func ("/reading/edit-meanwhile", test_edit_meanwhile);
  g_test_add_func ("/reading/kept-or-replaced", test_kept_or_replaced);
  g_test_add_func ("/reading/open-model", test_open_model);

  return g_test_run ();
}
