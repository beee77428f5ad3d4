/* Kept exports are read again, added to, taken back and dated anew, and give the panel that all of them give. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/kept-panel.h"
#include "store/shelf.h"

#include "cells/calendar.h"
#include "report/error.h"
#include "same.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <utime.h>

typedef struct
{
  char    *folder;
  BwStore *store;
  BwShelf *shelf;
} Fixture;

static void
remove_tree (const char *path)
{
  g_autoptr(GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
open_again (Fixture *self)
{
  g_autofree char *path = g_build_filename (self->folder, "book.bellwether", NULL);
  g_autoptr(GError) error = NULL;

  g_clear_pointer (&self->shelf, bw_shelf_free);
  g_clear_pointer (&self->store, bw_store_close);
  self->store = bw_store_open (path, BW_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  self->shelf = bw_shelf_new (self->store, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("bw-store-XXXXXX", NULL);
  path = g_build_filename (self->folder, "book.bellwether", NULL);
  bw_store_close (bw_store_create (path, NULL));
  open_again (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_clear_pointer (&self->shelf, bw_shelf_free);
  g_clear_pointer (&self->store, bw_store_close);
  remove_tree (self->folder);
  g_free (self->folder);
}

/* Files by their paths; relative ones are those of the sample. */
static GPtrArray *
get_files (const char *const *paths)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; paths[i] != NULL; i++)
    g_ptr_array_add (files, g_path_is_absolute (paths[i])
                     ? g_file_new_for_path (paths[i])
                     : g_file_new_build_filename (g_getenv ("BW_SAMPLE_DATA"), paths[i], NULL));

  return files;
}

static BwIntake *
read_new (const char *const *paths,
          const BwWish      *wish)
{
  g_autoptr(GPtrArray) files = get_files (paths);
  g_autoptr(GError) error = NULL;
  BwIntake *intake = bw_intake_read ((GFile *const *) files->pdata, files->len, wish, NULL, NULL, NULL,
                                     &error);

  g_assert_no_error (error);

  return intake;
}

static BwIntake *
read_more (BwIntake          *intake,
           const char *const *paths)
{
  g_autoptr(GPtrArray) files = get_files (paths);
  g_autoptr(GError) error = NULL;
  BwIntake *more = bw_intake_with_files (intake, (GFile *const *) files->pdata, files->len, NULL, NULL,
                                         NULL, &error);

  g_assert_no_error (error);

  return more;
}

static BwIntake *
read_shelf (Fixture *self)
{
  g_autoptr(GError) error = NULL;
  BwIntake *intake = NULL;

  bw_shelf_read (self->shelf, NULL, NULL, NULL, &intake, &error);
  g_assert_no_error (error);

  return intake;
}

static void
keep (Fixture  *self,
      BwIntake *intake)
{
  g_autoptr(GError) error = NULL;

  bw_shelf_keep (self->shelf, intake, 1000, "Anna", NULL, &error);
  g_assert_no_error (error);
}

static void
keep_new (Fixture           *self,
          const char *const *paths)
{
  g_autoptr(BwIntake) intake = read_new (paths, NULL);

  keep (self, intake);
}

/* What stands, and what the file says of it, is @panel. */
static void
check_panel (Fixture *self,
             BwPanel *panel)
{
  g_autoptr(BwIntake) intake = read_shelf (self);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwPanel) kept = bw_store_get_panel (self->store, &error);

  g_assert_no_error (error);
  same_panel (panel, kept);
  same_panel (panel, bw_intake_get_panel (intake));
}

/* The kept files that stand, "a.csv b.csv", in their order, by the names that they are read as. */
static char *
list_standing (Fixture *self)
{
  g_autoptr(BwIntake) intake = read_shelf (self);
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; intake != NULL && i < bw_intake_get_n_sources (intake); i++)
    g_string_append_printf (names, i > 0 ? " %s" : "%s",
                            bw_source_get_file_name (bw_intake_get_source (intake, i)));

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
check_standing (Fixture    *self,
                const char *expected)
{
  g_autofree char *names = list_standing (self);

  g_assert_cmpstr (names, ==, expected);
}

static guint
count_imports (Fixture *self)
{
  g_autoptr(GPtrArray) imports = bw_store_list_imports (self->store, NULL);

  return imports->len;
}

static void
set_removed (Fixture *self,
             gint64   import,
             gboolean removed)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;

  bw_shelf_try_removed (self->shelf, import, removed, NULL, NULL, NULL, &intake, &error);
  g_assert_no_error (error);
  keep (self, intake);
}

/* A file in the folder of the test. */
static char *
make_file (Fixture    *self,
           const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_steal_pointer (&path);
}

static const char *const all_sample[] = {
  "accounts.csv", "survey.csv", "tickets.csv", "usage-2026-09.csv", "usage-2026-10.csv",
  "usage-2026-11.csv", NULL,
};
static const char *const before_october[] = {
  "accounts.csv", "survey.csv", "tickets.csv", "usage-2026-09.csv", NULL,
};
static const char *const october[] = { "usage-2026-10.csv", NULL };
static const char *const november[] = { "usage-2026-11.csv", NULL };

static void
test_sample (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(BwIntake) intake = read_new (all_sample, NULL);
  g_autoptr(BwIntake) again = NULL;
  g_autofree char *mapping = bw_mapping_to_json (bw_intake_get_mapping (intake));
  g_autofree char *kept_mapping = NULL;
  g_autoptr(BwReport) report = NULL;

  keep (self, intake);
  check_panel (self, bw_intake_get_panel (intake));
  open_again (self);
  check_panel (self, bw_intake_get_panel (intake));
  again = read_shelf (self);
  kept_mapping = bw_mapping_to_json (bw_intake_get_mapping (again));
  g_assert_cmpstr (kept_mapping, ==, mapping);
  report = bw_store_get_report (self->store, 0, NULL);
  g_assert_cmpuint (bw_report_get_n_problems (report), ==,
                    bw_report_get_n_problems (bw_intake_get_report (intake)));
}

/* Three months that come one by one, in one session or in three, are the three at once. */
static void
test_months (Fixture      *self,
             gconstpointer sessions)
{
  g_autoptr(BwIntake) all = read_new (all_sample, NULL);
  g_autoptr(BwIntake) first = read_new (before_october, NULL);
  g_autoptr(BwIntake) second = NULL;
  g_autoptr(BwIntake) base = NULL;
  g_autoptr(BwIntake) third = NULL;

  keep (self, first);
  if (sessions != NULL)
    open_again (self);
  base = sessions != NULL ? read_shelf (self) : bw_intake_ref (first);
  second = read_more (base, october);
  keep (self, second);
  if (sessions != NULL)
    open_again (self);
  g_clear_pointer (&base, bw_intake_unref);
  base = sessions != NULL ? read_shelf (self) : bw_intake_ref (second);
  third = read_more (base, november);
  keep (self, third);
  g_assert_cmpuint (count_imports (self), ==, 3);
  check_panel (self, bw_intake_get_panel (all));
}

static void
test_removed (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(BwIntake) first = read_new (before_october, NULL);
  g_autoptr(BwIntake) second = read_more (first, october);
  g_autoptr(BwIntake) third = read_more (second, november);
  g_autoptr(GPtrArray) imports = NULL;

  keep (self, first);
  keep (self, second);
  keep (self, third);
  set_removed (self, 2, TRUE);
  imports = bw_store_list_imports (self->store, NULL);
  g_assert_false (((BwKeptImport *) imports->pdata[0])->removed);
  g_assert_true (((BwKeptImport *) imports->pdata[1])->removed);
  check_standing (self, "accounts.csv survey.csv tickets.csv usage-2026-09.csv usage-2026-11.csv");
  set_removed (self, 3, TRUE);
  check_panel (self, bw_intake_get_panel (first));
  open_again (self);
  set_removed (self, 3, FALSE);
  set_removed (self, 2, FALSE);
  check_standing (self, "accounts.csv survey.csv tickets.csv usage-2026-09.csv usage-2026-10.csv "
                  "usage-2026-11.csv");
  check_panel (self, bw_intake_get_panel (third));
}

/* The first import has all kinds of files: the mapping that still knows them comes back with it. */
static void
test_all_removed (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr(BwIntake) intake = read_new (all_sample, NULL);
  g_autoptr(GError) error = NULL;

  keep (self, intake);
  set_removed (self, 1, TRUE);
  check_standing (self, "");
  g_assert_null (bw_store_get_panel (self->store, &error));
  g_assert_no_error (error);
  open_again (self);
  set_removed (self, 1, FALSE);
  check_panel (self, bw_intake_get_panel (intake));
}

/* A second export of one name takes the place of the first, which stands again when it is taken back. */
static void
test_replaced (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *path = make_file (self, "crm.csv", "id,plan,seats\na,Pro,1\nb,Free,2\n");
  g_autofree char *usage = make_file (self, "usage.csv", "id,logins\na,10\nb,20\n");
  g_autofree char *newer = make_file (self, "new/crm.csv", "id,plan,seats\na,Pro,5\nc,Free,7\n");
  const char *const both[] = { path, usage, NULL };
  const char *const next[] = { newer, NULL };
  g_autoptr(BwIntake) first = read_new (both, NULL);
  g_autoptr(BwIntake) second = read_more (first, next);

  keep (self, first);
  keep (self, second);
  check_standing (self, "crm.csv usage.csv");
  check_panel (self, bw_intake_get_panel (second));
  set_removed (self, 2, TRUE);
  check_panel (self, bw_intake_get_panel (first));
  set_removed (self, 2, FALSE);
  check_panel (self, bw_intake_get_panel (second));
}

/* One path that is written anew each month: the same name, other bytes. */
static void
test_same_path (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *path = make_file (self, "crm.csv", "id,plan,seats\na,Pro,1\nb,Free,2\n");
  const char *const paths[] = { path, NULL };
  g_autoptr(BwIntake) first = read_new (paths, NULL);
  g_autoptr(BwIntake) second = NULL;

  keep (self, first);
  g_free (make_file (self, "crm.csv", "id,plan,seats\na,Pro,100\nb,Free,200\n"));
  second = read_more (first, paths);
  keep (self, second);
  g_assert_cmpuint (count_imports (self), ==, 2);
  check_panel (self, bw_intake_get_panel (second));
  set_removed (self, 2, TRUE);
  check_panel (self, bw_intake_get_panel (first));
}

/* Wholly other files: those from before stand no more, until they are all that is left. */
static void
test_other_files (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *other = make_file (self, "people.csv", "email,height\na@x.org,1.7\nb@x.org,1.8\n");
  const char *const paths[] = { other, NULL };
  g_autoptr(BwIntake) first = read_new (all_sample, NULL);
  g_autoptr(BwIntake) second = read_new (paths, NULL);

  keep (self, first);
  keep (self, second);
  check_standing (self, "people.csv");
  check_panel (self, bw_intake_get_panel (second));
  set_removed (self, 2, TRUE); /* its mapping knows none of the older files */
  check_panel (self, bw_intake_get_panel (first));
}

static void
test_twice (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(BwIntake) first = read_new (before_october, NULL);
  g_autoptr(BwIntake) second = NULL;
  g_autoptr(BwIntake) base = NULL;

  keep (self, first);
  keep (self, first);
  second = read_more (first, before_october);
  keep (self, second);
  g_assert_cmpuint (count_imports (self), ==, 1);
  open_again (self);
  base = read_shelf (self);
  g_clear_pointer (&second, bw_intake_unref);
  second = read_more (base, before_october);
  keep (self, second);
  g_assert_cmpuint (count_imports (self), ==, 1);
  check_panel (self, bw_intake_get_panel (first));
}

/* Files of one name from folders that are called by months, and of two tools that say "export.csv". */
static void
test_one_name (Fixture      *self,
               gconstpointer data)
{
  g_autofree char *crm = make_file (self, "crm/export.csv", "id;plan;arr\na;Pro;1,5\nb;Free;2,25\n");
  g_autofree char *desk = make_file (self, "desk/export.csv", "ticket,id,opened\n1,a,2026-01-05\n2,a,2026-02-07\n"
                                     "3,b,2026-01-09\n");
  const char *const paths[] = { crm, desk, NULL };
  g_autoptr(BwIntake) intake = read_new (paths, NULL);

  g_assert_cmpuint (bw_intake_get_n_sources (intake), ==, 2);
  keep (self, intake);
  open_again (self);
  check_standing (self, "export.csv export.csv");
  check_panel (self, bw_intake_get_panel (intake));
}

static double
day (int month,
     int day_of_month)
{
  return bw_days_from_civil (2026, month, day_of_month);
}

static void
set_date (Fixture *self,
          gint64   file,
          double   date)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;

  bw_shelf_try_date (self->shelf, file, date, NULL, NULL, NULL, &intake, &error);
  g_assert_no_error (error);
  keep (self, intake);
}

static void
check_dates (Fixture      *self,
             const double *dates,
             guint         n)
{
  g_autoptr(BwPanel) panel = bw_store_get_panel (self->store, NULL);

  g_assert_cmpuint (bw_panel_get_n_snapshots (panel), ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (bw_snapshot_get_date (bw_panel_get_snapshot (panel, i)), ==, dates[i]);
}

static void
test_date (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *january = make_file (self, "crm-2026-01-31.csv", "id,plan,seats\na,Pro,1\nb,Free,2\n");
  g_autofree char *february = make_file (self, "crm-2026-02-28.csv", "id,plan,seats\na,Pro,3\nb,Free,4\n");
  const char *const paths[] = { january, february, NULL };

  keep_new (self, paths);
  check_dates (self, (double[]) { day (1, 31), day (2, 28) }, 2);
  set_date (self, 2, day (3, 31));
  check_standing (self, "crm-2026-01-31.csv crm-2026-03-31.csv");
  check_dates (self, (double[]) { day (1, 31), day (3, 31) }, 2);
  set_date (self, 1, day (4, 30)); /* and they change places */
  check_dates (self, (double[]) { day (3, 31), day (4, 30) }, 2);
  open_again (self);
  set_date (self, 1, NAN);
  set_date (self, 2, NAN);
  check_standing (self, "crm-2026-01-31.csv crm-2026-02-28.csv");
  check_dates (self, (double[]) { day (1, 31), day (2, 28) }, 2);
}

/* A file without a date in its name, dated by a wish when it was imported. */
static void
test_wished_date (Fixture      *self,
                  gconstpointer data)
{
  g_autofree char *path = make_file (self, "export.csv", "id,plan,seats\na,Pro,1\nb,Free,2\n");
  const char *const paths[] = { path, NULL };
  const BwWish wish = { .as_of = day (1, 31) };
  g_autoptr(BwIntake) intake = read_new (paths, &wish);

  keep (self, intake);
  check_dates (self, (double[]) { day (1, 31) }, 1);
  set_date (self, 1, day (2, 28));
  check_standing (self, "export (2026-02-28).csv");
  check_dates (self, (double[]) { day (2, 28) }, 1);
}

static void
add_as_of (Fixture    *self,
           const char *path,
           double      date)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;

  bw_shelf_try_files (self->shelf, &file, 1, date, NULL, NULL, &intake, &error);
  g_assert_no_error (error);
  keep (self, intake);
}

/* One path that is written anew each month without a date anywhere: --as-of tells the months apart. */
static void
test_as_of (Fixture      *self,
            gconstpointer data)
{
  g_autofree char *path = make_file (self, "export.csv", "id,plan,seats\na,Pro,1\nb,Free,2\n");
  const char *const paths[] = { path, NULL };
  const BwWish wish = { .as_of = day (1, 31) };
  g_autoptr(BwIntake) intake = read_new (paths, &wish);
  g_autoptr(GPtrArray) imports = NULL;

  keep (self, intake);
  open_again (self);
  g_free (make_file (self, "export.csv", "id,plan,seats\na,Pro,3\nb,Free,4\n"));
  add_as_of (self, path, day (2, 28));
  check_dates (self, (double[]) { day (1, 31), day (2, 28) }, 2);
  check_standing (self, "export (2026-01-31).csv export (2026-02-28).csv");
  open_again (self);
  add_as_of (self, path, day (2, 28)); /* the same once more */
  g_assert_cmpuint (count_imports (self), ==, 2);
  g_free (make_file (self, "export.csv", "id,plan,seats\na,Pro,5\n"));
  add_as_of (self, path, day (3, 31));
  check_dates (self, (double[]) { day (1, 31), day (2, 28), day (3, 31) }, 3);
  imports = bw_store_list_imports (self->store, NULL);
  g_assert_cmpstr (((BwKeptFile *) ((BwKeptImport *) imports->pdata[2])->files->pdata[0])->name, ==,
                   "export.csv");
  set_removed (self, 1, TRUE);
  set_removed (self, 2, TRUE);
  check_dates (self, (double[]) { day (3, 31) }, 1); /* of its own date, though alone */
}

/* Where an original changed since it was read, nothing is kept of either. */
static void
test_changed (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = make_file (self, "crm.csv", "Customer ID,shoe\nC-1001,1\nC-1002,2\n");
  const char *const paths[] = { path, NULL };
  g_autoptr(BwIntake) first = read_new (before_october, NULL);
  g_autoptr(BwIntake) second = read_more (first, paths);
  g_autoptr(GError) error = NULL;

  keep (self, first);
  g_free (make_file (self, "crm.csv", "Customer ID,shoe\nC-1001,1\nC-1002,2\nC-1003,2\n"));
  g_assert_false (bw_shelf_keep (self->shelf, second, 1, "Anna", NULL, &error));
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "crm.csv"));
  g_assert_cmpuint (count_imports (self), ==, 1);
  check_panel (self, bw_intake_get_panel (first));
}

/* Likewise where it kept its size and got another time. */
static void
test_touched (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *path = make_file (self, "crm.csv", "id,plan,seats\na,Pro,1\nb,Free,2\n");
  const char *const paths[] = { path, NULL };
  g_autoptr(BwIntake) intake = read_new (paths, NULL);
  g_autoptr(GError) error = NULL;
  struct utimbuf times = { 1000, 1000 };

  g_assert_no_errno (g_utime (path, &times));
  g_assert_false (bw_shelf_keep (self->shelf, intake, 1, "Anna", NULL, &error));
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_CHANGED);
  g_assert_cmpuint (count_imports (self), ==, 0);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(BwIntake) first = read_new (before_october, NULL);
  g_autoptr(BwIntake) second = read_more (first, october);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  keep (self, first);
  g_cancellable_cancel (cancellable);
  g_assert_false (bw_shelf_keep (self->shelf, second, 1, "Anna", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_panel (self, bw_intake_get_panel (first));
}

/* Folders for temporary files: the tests' own, so that nobody else's are counted. */
static guint
count_folders (void)
{
  g_autoptr(GDir) dir = g_dir_open (g_get_tmp_dir (), 0, NULL);
  guint n = 0;

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
      GStatBuf found;

      if (!g_str_has_prefix (name, "bellwether-"))
        continue;
      g_assert_no_errno (g_stat (path, &found));
      g_assert_cmpint (found.st_mode & 0777, ==, 0700);
      n++;
    }

  return n;
}

/* What was put back is of the user alone, and goes with the shelf. */
static void
test_private (Fixture      *self,
              gconstpointer data)
{
  guint before;

  keep_new (self, before_october);
  g_clear_pointer (&self->shelf, bw_shelf_free);
  before = count_folders ();
  g_assert_cmpuint (before, ==, 0);
  open_again (self);
  check_standing (self, "accounts.csv survey.csv tickets.csv usage-2026-09.csv");
  g_assert_cmpuint (count_folders (), ==, 1);
  g_clear_pointer (&self->shelf, bw_shelf_free);
  g_assert_cmpuint (count_folders (), ==, 0);
}

static char *
make_left (const char *name)
{
  char *path = g_build_filename (g_get_tmp_dir (), name, NULL);
  g_autofree char *file = g_build_filename (path, "0", "crm.csv", NULL);
  g_autofree char *folder = g_path_get_dirname (file);

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (g_file_set_contents (file, "id\n1\n", -1, NULL));

  return path;
}

/* What a program left that was killed goes with the next; what is in use stays, and what is no shelf. */
static void
test_left (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *left = make_left ("bellwether-shelf-aaaaaa");
  g_autofree char *other = make_left ("bellwether-other-cccccc");
  g_autoptr(BwShelf) second = bw_shelf_new (self->store, NULL);

  g_assert_nonnull (second);
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  remove_tree (other);
  g_assert_cmpuint (count_folders (), ==, 2); /* and that of the fixture */
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void      (*func) (Fixture *,
                       gconstpointer);
    const char *data;
  } rows[] = {
    { "/shelf/sample", test_sample }, { "/shelf/months/one-session", test_months },
    { "/shelf/months/three-sessions", test_months, "three" }, { "/shelf/removed", test_removed },
    { "/shelf/all-removed", test_all_removed }, { "/shelf/replaced", test_replaced },
    { "/shelf/same-path", test_same_path }, { "/shelf/other-files", test_other_files },
    { "/shelf/twice", test_twice }, { "/shelf/one-name", test_one_name }, { "/shelf/date", test_date },
    { "/shelf/wished-date", test_wished_date }, { "/shelf/as-of", test_as_of },
    { "/shelf/changed", test_changed },
    { "/shelf/touched", test_touched }, { "/shelf/cancelled", test_cancelled },
    { "/shelf/private", test_private },
    { "/shelf/left", test_left },
  };

  g_autofree char *folder = g_mkdtemp (g_strdup ("/tmp/bw-store-XXXXXX"));
  int status;

  g_assert_true (g_setenv ("TMPDIR", folder, TRUE));
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].path, Fixture, rows[i].data, set_up, rows[i].func, tear_down);

  status = g_test_run ();
  g_assert_no_errno (g_rmdir (folder)); /* nothing was left in it */

  return status;
}
