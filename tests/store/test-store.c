/* The workspace file is made, opened, held and copied; imports and notes come back as they were. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/damage.h"
#include "store/kept-imports.h"
#include "store/kept-notes.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bw-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "book.bellwether", NULL);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
}

static char *
in_folder (Fixture    *self,
           const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/* How many files there are: a workspace is one when closed. */
static guint
count_files (Fixture *self)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_create (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) store = bw_store_create (self->path, &error);
  BwStore *second;

  g_assert_no_error (error);
  g_assert_true (bw_store_may_write (store));
  g_assert_cmpstr (bw_store_get_path (store), ==, self->path);
  second = bw_store_create (self->path, &error);
  g_assert_null (second);
  g_assert_error (error, BW_STORE_ERROR, BW_STORE_ERROR_HELD);
  g_clear_error (&error);
  g_clear_pointer (&store, bw_store_close);
  g_assert_cmpuint (count_files (self), ==, 1);

  second = bw_store_create (self->path, &error); /* never over a file that is there */
  g_assert_null (second);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  store = bw_store_open (self->path, BW_ACCESS_WRITE, NULL);
  g_assert_nonnull (store);
  g_assert_false (bw_store_is_damaged (store));
}

static void
put_file (Fixture    *self,
          const char *name)
{
  g_autofree char *path = in_folder (self, name);

  g_assert_true (g_file_set_contents (path, "half of something", -1, NULL));
}

/* What programs that were killed left beside the file is swept, when it is made and when it is opened. */
static void
test_left (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *copy = in_folder (self, "copy.bellwether");
  g_autoptr(BwStore) store = NULL;

  put_file (self, ".book.bellwether.new");
  put_file (self, ".book.bellwether.new-journal");
  store = bw_store_create (self->path, NULL);
  g_assert_nonnull (store);
  g_clear_pointer (&store, bw_store_close);
  g_assert_cmpuint (count_files (self), ==, 1);

  put_file (self, "book.bellwether-journal");
  put_file (self, ".copy.bellwether.copy");
  store = bw_store_open (self->path, BW_ACCESS_WRITE, NULL);
  g_assert_nonnull (store);
  g_assert_true (bw_store_copy (store, copy, NULL));
  g_clear_pointer (&store, bw_store_close);
  g_assert_cmpuint (count_files (self), ==, 2);
}

static void
test_held (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) first = bw_store_create (self->path, NULL);
  g_autoptr(BwStore) second = bw_store_open (self->path, BW_ACCESS_WRITE, &error);

  g_assert_null (second);
  g_assert_error (error, BW_STORE_ERROR, BW_STORE_ERROR_HELD);
  g_assert_nonnull (strstr (error->message, g_get_host_name ()));
  g_clear_error (&error);

  second = bw_store_open (self->path, BW_ACCESS_BEST, &error);
  g_assert_no_error (error);
  g_assert_false (bw_store_may_write (second));
  g_assert_nonnull (strstr (bw_store_get_holder (second), g_get_host_name ()));
  g_assert_false (bw_store_set_view (second, "page", "trends", &error));
  g_assert_error (error, BW_STORE_ERROR, BW_STORE_ERROR_READ_ONLY);

  g_assert_true (bw_store_set_view (first, "page", "compare", NULL));
  {
    g_autofree char *page = bw_store_get_view (second, "page"); /* what is saved is seen at once */

    g_assert_cmpstr (page, ==, "compare");
  }
}

static void
test_transaction (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr(BwStore) store = bw_store_create (self->path, NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_true (bw_store_begin (store, NULL));
  g_assert_true (bw_store_set_view (store, "page", "trends", NULL));
  bw_store_roll_back (store);
  first = bw_store_get_view (store, "page");
  g_assert_null (first);

  g_assert_true (bw_store_begin (store, NULL));
  g_assert_true (bw_store_set_view (store, "page", "trends", NULL));
  g_assert_true (bw_store_commit (store, NULL));
  g_clear_pointer (&store, bw_store_close);
  store = bw_store_open (self->path, BW_ACCESS_READ, NULL);
  g_assert_nonnull (store);
  second = bw_store_get_view (store, "page");
  g_assert_cmpstr (second, ==, "trends");
}

/* What fails inside takes the whole with it, even where the outer one goes on. */
static void
test_nested (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(BwStore) store = bw_store_create (self->path, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *page = NULL;

  g_assert_true (bw_store_begin (store, NULL));
  g_assert_true (bw_store_set_view (store, "page", "trends", NULL));
  g_assert_true (bw_store_begin (store, NULL));
  bw_store_roll_back (store);
  g_assert_false (bw_store_commit (store, &error));
  g_assert_error (error, BW_STORE_ERROR, BW_STORE_ERROR_FAILED);
  page = bw_store_get_view (store, "page");
  g_assert_null (page);
}

static void
test_notes (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(BwStore) store = bw_store_create (self->path, NULL);
  BwKeptNote note = { 0, (char *) "ACME", (char *) "Called; “all well”", (char *) "Anna", 1000 };
  const gint64 id = bw_store_add_note (store, &note, NULL);
  g_autoptr(GPtrArray) notes = NULL;
  const BwKeptNote *kept;

  g_assert_cmpint (id, >, 0);
  g_assert_true (bw_store_change_note (store, id, "Called again", NULL));
  notes = bw_store_list_notes (store, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
  kept = notes->pdata[0];
  g_assert_cmpstr (kept->customer, ==, "ACME");
  g_assert_cmpstr (kept->text, ==, "Called again");
  g_assert_cmpstr (kept->author, ==, "Anna");
  g_assert_cmpint (kept->at, ==, 1000);

  g_assert_true (bw_store_change_note (store, id, NULL, NULL));
  g_clear_pointer (&notes, g_ptr_array_unref);
  notes = bw_store_list_notes (store, NULL);
  g_assert_cmpuint (notes->len, ==, 0);
  note.id = id; /* undone */
  g_assert_cmpint (bw_store_add_note (store, &note, NULL), ==, id);
}

static void
add_problems (BwReport *report)
{
  const BwProblem first = { BW_SEVERITY_CELL, "a.csv", 7, 3, "ARR", "12,x", "not a number", BW_PROBLEM_VALUE };
  const BwProblem second = { BW_SEVERITY_NOTE, "a.csv", 0, 0, NULL, NULL, "read as UTF-8", BW_PROBLEM_ENCODING };

  bw_report_add (report, &first);
  bw_report_add (report, &second);
}

static void
check_report (BwReport *report)
{
  const BwProblem *first = bw_report_get_problem (report, 0);
  const BwProblem *second = bw_report_get_problem (report, 1);

  g_assert_cmpuint (bw_report_get_n_problems (report), ==, 2);
  g_assert_cmpint (first->severity, ==, BW_SEVERITY_CELL);
  g_assert_cmpint (first->kind, ==, BW_PROBLEM_VALUE);
  g_assert_cmpuint (first->line, ==, 7);
  g_assert_cmpuint (first->column, ==, 3);
  g_assert_cmpstr (first->header, ==, "ARR");
  g_assert_cmpstr (first->text, ==, "12,x");
  g_assert_cmpstr (first->what, ==, "not a number");
  g_assert_cmpint (second->kind, ==, BW_PROBLEM_ENCODING);
  g_assert_null (second->header);
  g_assert_null (second->text);
}

/* Three megabytes, so that there is more than one piece, of bytes that no text has. */
static GFile *
make_export (Fixture *self)
{
  const gsize size = 3 * 1024 * 1024 + 17;
  g_autofree char *path = in_folder (self, "accounts.csv");
  g_autofree char *data = g_malloc (size);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (gsize i = 0; i < size; i++)
    data[i] = g_rand_int (rand);
  g_assert_true (g_file_set_contents (path, data, size, NULL));

  return g_file_new_for_path (path);
}

static void
check_extracted (Fixture *self,
                 BwStore *store,
                 gint64   file,
                 GFile   *export)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr(GFile) out = bw_store_extract (store, file, folder, NULL, &error);
  g_autoptr(GBytes) was = g_file_load_bytes (export, NULL, NULL, NULL);
  g_autoptr(GBytes) is = NULL;
  g_autofree char *name = NULL;

  g_assert_no_error (error);
  is = g_file_load_bytes (out, NULL, NULL, NULL);
  name = g_file_get_basename (out);
  g_assert_true (g_bytes_equal (was, is));
  g_assert_cmpstr (name, ==, "accounts 2026-01-31.csv");
}

static void
test_imports (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) store = bw_store_create (self->path, NULL);
  g_autoptr(GFile) file = make_export (self);
  g_autoptr(BwReport) report = bw_report_new ();
  g_autoptr(BwReport) back = NULL;
  g_autoptr(GPtrArray) imports = NULL;
  GFile *files[] = { file };
  const char *read_as[] = { "accounts.csv" };
  const gsize n_rows[] = { 12 };
  const BwNewImport import = { 5, "Anna", files, read_as, n_rows, 1, "{}", report };
  const BwKeptImport *kept;
  const BwKeptFile *kept_file;
  gint64 id;

  add_problems (report);
  id = bw_store_add_import (store, &import, NULL, &error);
  g_assert_no_error (error);
  imports = bw_store_list_imports (store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 1);
  kept = imports->pdata[0];
  kept_file = kept->files->pdata[0];
  g_assert_cmpint (kept->id, ==, id);
  g_assert_cmpint (kept->at, ==, 5);
  g_assert_cmpstr (kept->author, ==, "Anna");
  g_assert_cmpstr (kept->mapping, ==, "{}");
  g_assert_false (kept->removed);
  g_assert_cmpint (kept_file->size, ==, 3 * 1024 * 1024 + 17);
  g_assert_cmpint (kept_file->n_rows, ==, 12);
  g_assert_cmpuint (strlen (kept_file->hash), ==, 64);

  back = bw_store_get_report (store, id, &error);
  g_assert_no_error (error);
  check_report (back);
  g_assert_true (bw_store_set_read_as (store, kept_file->id, "accounts 2026-01-31.csv", NULL));
  check_extracted (self, store, kept_file->id, file);

  g_assert_true (bw_store_set_removed (store, id, TRUE, NULL));
  g_clear_pointer (&imports, g_ptr_array_unref);
  imports = bw_store_list_imports (store, NULL);
  kept = imports->pdata[0];
  g_assert_true (kept->removed);
  g_assert_true (bw_store_set_removed (store, id, FALSE, NULL));
}

/* A file that is not there leaves no half of an import. */
static void
test_import_fails (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) store = bw_store_create (self->path, NULL);
  g_autoptr(GFile) file = make_export (self);
  g_autoptr(GFile) gone = g_file_new_for_path ("/nowhere/at/all.csv");
  g_autoptr(BwReport) report = bw_report_new ();
  g_autoptr(GPtrArray) imports = NULL;
  GFile *files[] = { file, gone };
  const char *read_as[] = { "accounts.csv", "all.csv" };
  const gsize n_rows[] = { 12, 3 };
  const BwNewImport import = { 5, "Anna", files, read_as, n_rows, 2, "{}", report };

  g_assert_cmpint (bw_store_add_import (store, &import, NULL, &error), ==, 0);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  imports = bw_store_list_imports (store, NULL);
  g_assert_cmpuint (imports->len, ==, 0);
}

static void
test_copy (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *path = in_folder (self, "copy.bellwether");
  g_autofree char *page = NULL;
  g_autoptr(BwStore) store = bw_store_create (self->path, NULL);
  g_autoptr(BwStore) copy = NULL;

  g_assert_true (g_file_set_contents (path, "an older file", -1, NULL));
  g_assert_true (bw_store_set_view (store, "page", "trends", NULL));
  g_assert_true (bw_store_copy (store, path, &error));
  g_assert_no_error (error);
  copy = bw_store_open (path, BW_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  page = bw_store_get_view (copy, "page");
  g_assert_cmpstr (page, ==, "trends");

  g_assert_false (bw_store_copy (store, "/nowhere/copy.bellwether", &error));
  g_assert_error (error, BW_STORE_ERROR, BW_STORE_ERROR_FAILED);
}

/* The hidden name that a file has while it is made goes where it was left, and another file's stays. */
static void
test_two_names (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *hidden = in_folder (self, ".book.bellwether.new");
  g_autofree char *other = in_folder (self, ".book.bellwether.part");
  g_autoptr(GError) error = NULL;

  bw_store_close (bw_store_create (self->path, &error));
  g_assert_no_error (error);
  g_assert_no_errno (link (self->path, hidden));
  g_assert_true (g_file_set_contents (other, "another", -1, NULL));
  bw_store_close (bw_store_open (self->path, BW_ACCESS_READ, &error));
  g_assert_true (g_file_test (hidden, G_FILE_TEST_EXISTS));
  bw_store_close (bw_store_open (self->path, BW_ACCESS_WRITE, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (hidden, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (self->path, G_FILE_TEST_EXISTS));
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
  } rows[] = {
    { "/store/create", test_create }, { "/store/held", test_held },
    { "/store/left", test_left },
    { "/store/transaction", test_transaction }, { "/store/nested", test_nested },
    { "/store/notes", test_notes }, { "/store/imports", test_imports },
    { "/store/import-fails", test_import_fails }, { "/store/copy", test_copy },
    { "/store/two-names", test_two_names },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].path, Fixture, NULL, set_up, rows[i].func, tear_down);

  return g_test_run ();
}
