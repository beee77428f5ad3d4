/* Imports in the open file: kept, added to, taken back, put back, dated anew, read again. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "keeping.h"

#include "workspace/imports.h"
#include "workspace/versions.h"

#include <glib/gstdio.h>
#include <math.h>
#include <sqlite3.h>
#include <string.h>

typedef Keeping Fixture;

#define HEADER "Account ID,Account name,Plan,ARR,Seats,Active users\n"

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

/* Eight accounts of a month, of which @first is the first one's active users. */
static GFile *
write_month (Fixture    *f,
             const char *name,
             guint       first)
{
  g_autofree char *path = keeping_path (f, name);
  g_autoptr(GString) text = g_string_new (HEADER);

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (text, "A-%u,Customer %u,%s,%u,%u,%u\n", 100 + i, i, i % 2 ? "Pro" : "Basic",
                            1000 * (i + 1), 20 + 3 * i, first + i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));

  return g_file_new_for_path (path);
}

/* What the eight did in that month, dated row by row. */
static GFile *
write_usage (Fixture *f)
{
  g_autofree char *path = keeping_path (f, "usage-2026-10.csv");
  g_autoptr(GString) text = g_string_new ("Customer ID,Snapshot date,Sessions\n");

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (text, "A-%u,2026-10-31,%u\n", 100 + i, 20 + 3 * i);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));

  return g_file_new_for_path (path);
}

static void
note_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

static void
take (Fixture  *f,
      BwIntake *intake)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bw_workspace_take_async (f->workspace, intake, NULL, NULL, note_result, &result);
  bw_workspace_take_finish (f->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
import_first (Fixture *f,
              GFile   *file)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;

  bw_workspace_read_async (f->workspace, &file, 1, NULL, NULL, NULL, note_result, &result);
  intake = bw_workspace_read_finish (f->workspace, wait_for (&result), &error);
  g_assert_no_error (error);
  take (f, intake);
}

static BwIntake *
get_intake (Fixture *f)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  BwIntake *intake;

  bw_keeper_get_intake_async (f->keeper, NULL, NULL, NULL, note_result, &result);
  intake = bw_keeper_get_intake_finish (f->keeper, wait_for (&result), &error);
  g_assert_no_error (error);

  return intake;
}

static void
import_more (Fixture *f,
             GFile   *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = get_intake (f);
  g_autoptr(BwIntake) more = bw_intake_with_files (intake, &file, 1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  take (f, more);
}

/* What it said, or NULL. */
static char *
set_removed (Fixture *f,
             guint    import,
             gboolean removed)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;

  bw_keeper_set_removed_async (f->keeper, bw_keeper_get_import (f->keeper, import)->id, removed, NULL,
                               note_result, &result);
  g_assert_cmpint (bw_keeper_set_removed_finish (f->keeper, wait_for (&result), &error), ==, error == NULL);

  return error != NULL ? g_strdup (error->message) : NULL;
}

static guint
count_snapshots (Fixture *f)
{
  return bw_panel_get_n_snapshots (bw_workspace_get_panel (f->workspace));
}

/* Two months, one import each; both listed, with what they are. */
static void
import_two (Fixture *f)
{
  g_autoptr(GFile) october = write_month (f, "accounts-2026-10-31.csv", 5);
  g_autoptr(GFile) november = write_month (f, "accounts-2026-11-30.csv", 8);

  import_first (f, october);
  keeping_wait (f);
  import_more (f, november);
  keeping_wait (f);
  g_assert_cmpuint (count_snapshots (f), ==, 2);
}

static void
test_listed (Fixture      *f,
             gconstpointer data)
{
  const BwImport *import;
  g_autoptr(GDateTime) date = g_date_time_new_utc (2026, 11, 30, 0, 0, 0);

  import_two (f);
  g_assert_cmpuint (bw_keeper_get_n_imports (f->keeper), ==, 2);
  import = bw_keeper_get_import (f->keeper, 1);
  g_assert_cmpuint (import->n_files, ==, 1);
  g_assert_false (import->removed);
  g_assert_cmpstr (import->files[0].name, ==, "accounts-2026-11-30.csv");
  g_assert_cmpint (import->files[0].n_rows, ==, 8);
  g_assert_cmpfloat (import->files[0].date, ==, g_date_time_to_unix (date) / 86400.0);
  g_assert_cmpint (ABS (import->at - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);
  g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 1);
  g_assert_cmpstr (bw_keeper_get_version (f->keeper, 0)->name, ==, "As imported");
  g_assert_true (bw_keeper_get_version (f->keeper, 0)->baseline);
}

/* The same after the file was closed and opened, and its exports are gone from the disk. */
static void
test_added_to_after_opening (Fixture      *f,
                             gconstpointer data)
{
  g_autoptr(GFile) october = write_month (f, "accounts-2026-10-31.csv", 5);
  g_autoptr(GFile) november = NULL;
  g_autofree char *path = keeping_path (f, "a.bellwether");

  import_first (f, october);
  keeping_save_as (f, path);
  keeping_close (f);
  g_assert_true (g_file_delete (october, NULL, NULL));
  keeping_open (f, path);
  g_assert_null (bw_workspace_get_intake (f->workspace));
  november = write_month (f, "accounts-2026-11-30.csv", 8);
  import_more (f, november);
  keeping_wait (f);
  g_assert_cmpuint (count_snapshots (f), ==, 2);
  g_assert_cmpuint (bw_keeper_get_n_imports (f->keeper), ==, 2);
  g_assert_cmpint (bw_workspace_get_taken (f->workspace), ==, BW_TAKEN_KEPT);
  keeping_close (f);
  keeping_open (f, path);
  g_assert_cmpuint (count_snapshots (f), ==, 2);
  g_assert_cmpuint (bw_keeper_get_n_imports (f->keeper), ==, 2);
}

static void
test_taken_back (Fixture      *f,
                 gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autofree char *refused = NULL;

  import_two (f);
  keeping_save_as (f, path);
  g_assert_null (set_removed (f, 1, TRUE));
  g_assert_cmpuint (count_snapshots (f), ==, 1);
  g_assert_true (bw_keeper_get_import (f->keeper, 1)->removed);
  refused = set_removed (f, 0, TRUE);
  g_assert_nonnull (refused);
  g_test_message ("%s", refused);
  g_assert_cmpuint (count_snapshots (f), ==, 1);

  keeping_close (f);
  keeping_open (f, path);
  g_assert_cmpuint (count_snapshots (f), ==, 1);
  g_assert_true (bw_keeper_get_import (f->keeper, 1)->removed);
  g_assert_null (set_removed (f, 1, FALSE));
  g_assert_cmpuint (count_snapshots (f), ==, 2);
  g_assert_false (bw_keeper_get_import (f->keeper, 1)->removed);
}

/* What the model needs goes with an import, and the model comes back with it. */
static void
test_model_comes_back (Fixture      *f,
                       gconstpointer data)
{
  g_autoptr(GFile) usage = write_usage (f);
  g_autoptr(GFile) accounts = write_month (f, "accounts-2026-10-31.csv", 5);
  g_autoptr(BwModel) model = NULL;

  import_first (f, accounts);
  keeping_wait (f);
  import_more (f, usage);
  keeping_wait (f);
  model = bw_model_ref (bw_workspace_get_model (f->workspace));
  for (guint time = 0; time < 2; time++)
    {
      g_assert_null (set_removed (f, 0, TRUE));
      g_assert_cmpint (bw_workspace_get_taken (f->workspace), ==, BW_TAKEN_REPLACED);
      g_assert_false (bw_model_equal (bw_workspace_get_model (f->workspace), model));
      g_assert_null (set_removed (f, 0, FALSE));
      g_assert_true (bw_model_equal (bw_workspace_get_model (f->workspace), model));
    }
}

static void
test_dated_anew (Fixture      *f,
                 gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  const double date = 20800;
  BwPanel *panel;

  import_two (f);
  bw_keeper_set_date_async (f->keeper, bw_keeper_get_import (f->keeper, 1)->files[0].id, date, NULL, note_result,
                            &result);
  g_assert_true (bw_keeper_set_date_finish (f->keeper, wait_for (&result), &error));
  g_assert_no_error (error);
  panel = bw_workspace_get_panel (f->workspace);
  g_assert_cmpfloat (bw_snapshot_get_date (bw_panel_get_snapshot (panel, 1)), ==, date);
  g_assert_cmpfloat (bw_keeper_get_import (f->keeper, 1)->files[0].date, ==, date);

  keeping_save_as (f, path);
  keeping_close (f);
  keeping_open (f, path);
  panel = bw_workspace_get_panel (f->workspace);
  g_assert_cmpfloat (bw_snapshot_get_date (bw_panel_get_snapshot (panel, 1)), ==, date);
}

/* A file whose rows say their dates has none of its own, whatever its name says. */
static void
test_dated_by_rows (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr(GFile) file = write_usage (f);

  import_first (f, file);
  keeping_wait (f);
  g_assert_true (isnan (bw_keeper_get_import (f->keeper, 0)->files[0].date));
}

static void
test_report (Fixture      *f,
             gconstpointer data)
{
  g_autoptr(GFile) file = write_month (f, "accounts-2026-10-31.csv", 5);
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwReport) report = NULL;
  g_autofree char *text = NULL;
  g_autofree char *more = NULL;
  guint n = 0;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  more = g_strconcat (text, "A-108,Customer 8,Pro,9000,40,20,1,2,3\n", NULL);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), more, -1, NULL));
  import_first (f, file);
  keeping_wait (f);
  bw_keeper_get_report_async (f->keeper, bw_keeper_get_import (f->keeper, 0)->id, NULL, note_result, &result);
  report = bw_keeper_get_report_finish (f->keeper, wait_for (&result), &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    n += bw_report_get_problem (report, i)->severity != BW_SEVERITY_NOTE;
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (bw_keeper_get_import (f->keeper, 0)->n_problems, ==, n);
}

/* An export that goes before it is kept: the import stands on screen, everything else is in the file. */
static void
test_export_gone (Fixture      *f,
                  gconstpointer data)
{
  g_autoptr(GFile) october = write_month (f, "accounts-2026-10-31.csv", 5);
  g_autoptr(GFile) november = write_month (f, "accounts-2026-11-30.csv", 8);
  g_autoptr(GFile) again = NULL;
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(BwIntake) more = NULL;
  g_autoptr(BwIntake) second = NULL;

  import_first (f, october);
  keeping_save_as (f, path);
  intake = get_intake (f);
  more = bw_intake_with_files (intake, &november, 1, NULL, NULL, NULL, NULL);
  g_assert_true (g_file_delete (november, NULL, NULL));
  take (f, more);
  bw_keeper_save_version (f->keeper, "Kept", "");
  keeping_wait_for_trouble (f);
  g_test_message ("%s", bw_keeper_get_trouble (f->keeper));
  g_assert_cmpuint (count_snapshots (f), ==, 2);
  g_assert_cmpuint (bw_keeper_get_n_imports (f->keeper), ==, 1);
  {
    g_autoptr(BwStore) store = bw_store_open (path, BW_ACCESS_READ, NULL);
    g_autoptr(GPtrArray) versions = bw_store_list_versions (store, NULL);
    g_autoptr(BwPanel) panel = bw_store_get_panel (store, NULL);

    g_assert_cmpuint (versions->len, ==, 2);
    g_assert_cmpuint (bw_panel_get_n_snapshots (panel), ==, 1);
  }

  again = write_month (f, "accounts-2026-11-30.csv", 8);
  second = bw_intake_with_files (intake, &again, 1, NULL, NULL, NULL, NULL);
  take (f, second);
  keeping_wait (f);
  g_assert_cmpuint (bw_keeper_get_n_imports (f->keeper), ==, 2);
  keeping_close (f);
  keeping_open (f, path);
  g_assert_cmpuint (count_snapshots (f), ==, 2);
  g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 2);
}

/* Data that the edited draft does not fit: the draft is kept as a version. */
static void
test_draft_that_does_not_fit (Fixture      *f,
                              gconstpointer data)
{
  g_autoptr(GFile) file = write_month (f, "accounts-2026-10-31.csv", 5);

  keeping_take (f);
  keeping_nudge (f, 0.9);
  import_first (f, file);
  keeping_wait (f);
  g_assert_cmpint (bw_workspace_get_taken (f->workspace), ==, BW_TAKEN_REPLACED);
  g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 3);
  g_assert_cmpfloat (bw_model_get_segment (bw_keeper_get_version (f->keeper, 1)->model, PRO)->shares[USAGE], ==,
                     0.9);
  g_assert_true (bw_keeper_get_version (f->keeper, 2)->baseline);
  g_assert_false (bw_keeper_get_changed (f->keeper));
}

/* The bytes of @which pieces become others, as a disk makes them. */
static void
damage (const char *path,
        const char *which)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE piece SET data = zeroblob (length (data)) WHERE id IN (%s)",
                                          which);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_close (db);
}

/* Where the customers cannot be read they are put together again from the exports, which are whole; the
 * model is the one that was edited. It goes on under another name. */
static void
test_panel_damaged (Fixture      *f,
                    gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autofree char *saved = keeping_path (f, "b.bellwether");
  g_autofree char *export = keeping_path (f, "accounts-2026-10-31.csv");
  g_autoptr(BwModel) model = NULL;

  import_two (f);
  model = bw_model_ref (bw_workspace_get_model (f->workspace));
  keeping_save_as (f, path);
  keeping_close (f);
  g_assert_no_errno (g_unlink (export));
  damage (path, "SELECT piece FROM field JOIN stream ON words = stream.id WHERE field.position = -1");

  keeping_open (f, path);
  g_assert_true (bw_keeper_get_read_only (f->keeper));
  g_assert_nonnull (strstr (bw_keeper_get_damage (f->keeper), "put together again from the imported files"));
  g_assert_cmpuint (count_snapshots (f), ==, 2);
  g_assert_cmpuint (bw_panel_get_n_customers (bw_workspace_get_panel (f->workspace)), ==, 8);
  g_assert_true (bw_model_equal (bw_workspace_get_model (f->workspace), model));
  keeping_save_as (f, saved);
  keeping_close (f);
  keeping_open (f, saved);
  g_assert_null (bw_keeper_get_damage (f->keeper));
  g_assert_cmpuint (count_snapshots (f), ==, 2);
  g_assert_cmpuint (bw_keeper_get_n_imports (f->keeper), >=, 1);
}

/* Where the exports cannot be read either, the file is refused and left as it was. */
static void
test_all_damaged (Fixture      *f,
                  gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autofree char *said = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size, size_after;

  import_two (f);
  keeping_save_as (f, path);
  keeping_close (f);
  damage (path, "SELECT piece FROM field JOIN stream ON words = stream.id WHERE field.position = -1 "
          "UNION ALL SELECT piece FROM file JOIN stream ON bytes = stream.id");
  g_assert_true (g_file_get_contents (path, &before, &size, NULL));
  said = keeping_open_failing (f, path);
  g_assert_nonnull (strstr (said, "damaged"));
  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  g_assert_cmpmem (before, size, after, size_after);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *,
                  gconstpointer);
  } cases[] = {
    { "listed", test_listed },
    { "added-to-after-opening", test_added_to_after_opening },
    { "taken-back", test_taken_back },
    { "model-comes-back", test_model_comes_back },
    { "dated-anew", test_dated_anew },
    { "dated-by-rows", test_dated_by_rows },
    { "report", test_report },
    { "export-gone", test_export_gone },
    { "draft-that-does-not-fit", test_draft_that_does_not_fit },
    { "panel-damaged", test_panel_damaged },
    { "all-damaged", test_all_damaged },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/imports-kept/", cases[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, cases[i].test, tear_down);
    }

  return g_test_run ();
}
