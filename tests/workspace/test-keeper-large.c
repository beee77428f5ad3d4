/* A large import on its way to the file: edits do not wait for it, and nothing sees a part of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "keeping.h"

#include "workspace/versions.h"

#include <glib/gstdio.h>
#include <math.h>

#define N_ROWS 150000 /* more than 8 megabytes of exports */

typedef Keeping Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  keeping_set_up (f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  keeping_tear_down (f);
}

static void
note_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static BwIntake *
read_export (Fixture *f)
{
  g_autofree char *path = keeping_path (f, "usage-2026-10.csv");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GString) text = g_string_new ("Customer ID,Customer name,Plan,Usage,Tickets,Remark\n");
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  const BwWish wish = { .as_of = NAN };
  g_autoptr(GError) error = NULL;
  BwIntake *intake;

  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "C-%06u,Customer number %u,%s,%.6f,%d,Said %08x and %08x\n", i, i,
                            i % 3 == 0 ? "Pro" : "Basic", g_rand_double_range (rand, 0, 100),
                            g_rand_int_range (rand, 0, 10), g_rand_int (rand), g_rand_int (rand));
  g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));
  intake = bw_intake_read (&file, 1, &wish, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return intake;
}

/* Makes a large export the data; when this returns nothing of it is in the file yet. */
static void
take_large (Fixture *f)
{
  g_autoptr(BwIntake) intake = read_export (f);
  g_autoptr(BwModel) model = fixture_model ("Test", "\"usage\": 50, \"tickets\": 50");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bw_workspace_take_async (f->workspace, intake, model, NULL, note_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  bw_workspace_take_finish (f->workspace, result, &error);
  g_assert_no_error (error);
}

/* The share that the draft in the file has, NaN where there is none yet. */
static double
read_share (const char *path)
{
  g_autoptr(BwStore) store = path != NULL ? bw_store_open (path, BW_ACCESS_READ, NULL) : NULL;
  g_autoptr(BwKeptDraft) draft = store != NULL ? bw_store_get_draft (store, NULL) : NULL;

  return draft != NULL ? bw_model_get_segment (draft->model, PRO)->shares[USAGE] : NAN;
}

static guint
count_imports (const char *path)
{
  g_autoptr(BwStore) store = bw_store_open (path, BW_ACCESS_READ, NULL);
  g_autoptr(GPtrArray) imports = bw_store_list_imports (store, NULL);
  g_autoptr(BwPanel) panel = bw_store_get_panel (store, NULL);

  g_assert_cmpint (imports->len > 0, ==, panel != NULL); /* both or neither */

  return imports->len;
}

/* Waits until the draft in the file gives usage @share. Returns: the file. */
static char *
wait_for_share (Fixture *f,
                double   share)
{
  g_autofree char *path = NULL;

  while (path == NULL || read_share (path) != share)
    {
      g_main_context_iteration (NULL, TRUE);
      g_free (path);
      path = keeping_find_untitled (f);
      g_assert_true (bw_keeper_get_saving (f->keeper));
    }

  return g_steal_pointer (&path);
}

static void
test_edit_first (Fixture      *f,
                 gconstpointer data)
{
  g_autofree char *path = NULL;

  take_large (f);
  keeping_nudge (f, 0.7);
  path = wait_for_share (f, 0.7);
  g_assert_cmpuint (count_imports (path), ==, 0);
  g_assert_true (bw_keeper_get_saving (f->keeper));
  keeping_nudge (f, 0.8);
  keeping_wait (f);
  g_assert_cmpuint (count_imports (path), ==, 1);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.8);

  keeping_restart (f);
  keeping_open (f, path);
  g_assert_cmpuint (bw_panel_get_n_customers (bw_workspace_get_panel (f->workspace)), ==, N_ROWS);
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.8);
}

/* The program ends while the import is being taken in: it is kept to its end. */
static void
test_ended (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *path = NULL;

  take_large (f);
  keeping_nudge (f, 0.7);
  path = wait_for_share (f, 0.7);
  keeping_restart (f);
  g_assert_cmpuint (count_imports (path), ==, 1);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.7);
}

/* The program is killed while the import is being taken in: the edited model is there all the same, as
 * a version, once, and the next import finds it. */
static void
test_killed (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autofree char *killed = keeping_path (f, "killed.bellwether");
  g_autoptr(BwStore) store = NULL;
  g_autoptr(GError) error = NULL;
  guint n_versions;

  take_large (f);
  keeping_nudge (f, 0.7);
  path = wait_for_share (f, 0.7);
  store = bw_store_open (path, BW_ACCESS_READ, &error);
  bw_store_copy (store, killed, &error);
  g_assert_no_error (error);
  keeping_wait (f);

  keeping_restart (f);
  for (guint i = 0; i < 2; i++)
    {
      keeping_open (f, killed);
      g_assert_null (bw_workspace_get_panel (f->workspace));
      n_versions = bw_keeper_get_n_versions (f->keeper);
      g_assert_cmpuint (n_versions, ==, 2); /* as imported, and as edited */
      g_assert_cmpfloat (bw_model_get_segment (bw_keeper_get_version (f->keeper, 1)->model, PRO)->shares[USAGE],
                         ==, 0.7);
      keeping_close (f);
    }
}

/* An export that is gone before it is kept: said, and the edits are in the file. */
static void
test_gone (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *export = keeping_path (f, "usage-2026-10.csv");
  g_autofree char *path = NULL;

  take_large (f);
  g_assert_no_errno (g_unlink (export));
  keeping_nudge (f, 0.7);
  keeping_wait_for_trouble (f);
  path = keeping_find_untitled (f);
  g_assert_cmpfloat (read_share (path), ==, 0.7);
  g_assert_cmpuint (count_imports (path), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/keeper-large/edit-first", Fixture, NULL, set_up, test_edit_first, tear_down);
  g_test_add ("/keeper-large/ended", Fixture, NULL, set_up, test_ended, tear_down);
  g_test_add ("/keeper-large/killed", Fixture, NULL, set_up, test_killed, tear_down);
  g_test_add ("/keeper-large/gone", Fixture, NULL, set_up, test_gone, tear_down);

  return g_test_run ();
}
