/* Files are told apart by their first bytes, and by their names where those say nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/file-sort.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

typedef struct
{
  const char *name;
  const char *file;
  const char *bytes; /* or NULL: there is no such file */
  gsize       n_bytes;
  BwFileSort  sort;
} Case;

#define BYTES(text) text, sizeof text - 1

static const Case cases[] = {
  { "export", "accounts.csv", BYTES ("id,plan\n1,Basic\n"), BW_FILE_EXPORT },
  { "empty", "accounts.csv", BYTES (""), BW_FILE_EXPORT },
  { "database", "accounts.csv", BYTES ("SQLite format 3\0\x10"), BW_FILE_WORKSPACE },
  { "sentence", "about", BYTES ("SQLite format 3 is a format"), BW_FILE_EXPORT },
  { "cut", "book.bellwether", BYTES ("SQLi"), BW_FILE_WORKSPACE },
  { "empty-book", "book.bellwether", BYTES (""), BW_FILE_WORKSPACE },
  { "capitals", "BOOK.BELLWETHER", BYTES ("?"), BW_FILE_WORKSPACE },
  { "model", "renewals.json", BYTES ("{\"format\": \"bellwether-model\"}"), BW_FILE_MODEL },
  { "model-without-ending", "renewals", BYTES ("\xef\xbb\xbf \n{ \"a\": 1 }"), BW_FILE_MODEL },
  { "database-called-json", "renewals.json", BYTES ("SQLite format 3\0\x10"), BW_FILE_WORKSPACE },
  { "array", "rows.txt", BYTES ("[1, 2]"), BW_FILE_EXPORT },
  { "absent-book", "gone.bellwether", NULL, 0, BW_FILE_WORKSPACE },
  { "absent-export", "gone.csv", NULL, 0, BW_FILE_EXPORT },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("bw-file-sort-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, c->file, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_no_error (error);
  if (c->bytes != NULL)
    g_file_set_contents (path, c->bytes, (gssize) c->n_bytes, &error);
  g_assert_no_error (error);
  g_assert_cmpint (bw_file_sort (file), ==, c->sort);
  g_unlink (path);
  g_rmdir (folder);
}

/* Reading from a pipe that nobody writes to would never end. */
static void
test_pipe (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bw-file-sort-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "pipe.bellwether", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_cmpint (bw_file_sort (file), ==, BW_FILE_WORKSPACE);
  g_unlink (path);
  g_rmdir (folder);
}

static void
on_sorted (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(GArray **) user_data = bw_file_sort_finish (result);
}

static void
test_several (void)
{
  g_autoptr(GFile) book = g_file_new_for_path ("/nowhere/book.bellwether");
  g_autoptr(GFile) export = g_file_new_for_path ("/nowhere/accounts.csv");
  GFile *files[] = { export, book };
  g_autoptr(GArray) sorts = NULL;

  bw_file_sort_async (files, G_N_ELEMENTS (files), on_sorted, &sorts);
  while (sorts == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (sorts->len, ==, 2);
  g_assert_cmpint (g_array_index (sorts, BwFileSort, 0), ==, BW_FILE_EXPORT);
  g_assert_cmpint (g_array_index (sorts, BwFileSort, 1), ==, BW_FILE_WORKSPACE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/file-sort/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/file-sort/pipe", test_pipe);
  g_test_add_func ("/file-sort/several", test_several);

  return g_test_run ();
}
