/* What is no plain file is refused, and a file that changes while it is read never gives half a table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LARGE_ROWS 300000 /* more bytes than are remembered between the two times it is read */
#define SMALL_ROWS 20000
#define ROW_LENGTH 60
#define NOTE       "nothing to remark on this customer now"

static void
delete_file (GFile *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
check_refused (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_null (bw_source_read (file, NULL, NULL, NULL, NULL, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, strrchr (path, '/') + 1));
}

static void
test_device (gconstpointer path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip_printf ("No %s here", (const char *) path);
      return;
    }

  check_refused (path);
}

static void
test_symlink_loop (void)
{
  g_autoptr(GFile) file = bw_test_file ("loop.csv", "", 0);
  const char *path = g_file_peek_path (file);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("loop.csv", path), ==, 0);
  check_refused (path);
  delete_file (file);
}

static void
test_symlink_to_nothing (void)
{
  g_autoptr(GFile) file = bw_test_file ("gone.csv", "", 0);
  const char *path = g_file_peek_path (file);

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("not-there.csv", path), ==, 0);
  check_refused (path);
  delete_file (file);
}

static void
test_symlink (void)
{
  g_autoptr(GFile) file = bw_test_file ("export.csv", "id,n\nA1,5\nA2,7\n", -1);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GFile) link = g_file_get_child (folder, "link.csv");
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = NULL;

  g_assert_cmpint (symlink ("export.csv", g_file_peek_path (link)), ==, 0);
  source = bw_source_read (link, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bw_table_get_n_rows (bw_source_get_table (source)), ==, 2);
  g_file_delete (link, NULL, NULL);
  delete_file (file);
}

static void
test_unreadable (void)
{
  g_autoptr(GFile) file = bw_test_file ("secret.csv", "id,n\nA1,5\n", -1);
  const char *path = g_file_peek_path (file);

  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  if (g_access (path, R_OK) == 0)
    g_test_skip ("Nothing is unreadable for this user");
  else
    check_refused (path);
  delete_file (file);
}

typedef enum
{
  GROWS,
  SHRINKS,
  EMPTIES,
  VANISHES,
  REPLACED,
  REWRITTEN,
} Change;

typedef struct
{
  const char *name;
  Change      change;
  guint       n_rows;
  guint       at; /* rows that are read before the change */
} Case;

static const Case cases[] = {
  { "grows", GROWS, SMALL_ROWS, 0 },
  { "grows-large", GROWS, LARGE_ROWS, 0 },
  { "grows-midway", GROWS, LARGE_ROWS, LARGE_ROWS / 2 },
  { "shrinks", SHRINKS, SMALL_ROWS, 0 },
  { "shrinks-large", SHRINKS, LARGE_ROWS, 0 },
  { "shrinks-midway", SHRINKS, LARGE_ROWS, LARGE_ROWS / 2 },
  { "empties", EMPTIES, SMALL_ROWS, 0 },
  { "empties-large", EMPTIES, LARGE_ROWS, 0 },
  { "empties-midway", EMPTIES, LARGE_ROWS, LARGE_ROWS / 2 },
  { "vanishes", VANISHES, SMALL_ROWS, 0 },
  { "vanishes-large", VANISHES, LARGE_ROWS, 0 },
  { "vanishes-midway", VANISHES, LARGE_ROWS, LARGE_ROWS / 2 },
  { "replaced", REPLACED, SMALL_ROWS, 0 },
  { "replaced-large", REPLACED, LARGE_ROWS, 0 },
  { "replaced-midway", REPLACED, LARGE_ROWS, LARGE_ROWS / 2 },
  { "rewritten-large", REWRITTEN, LARGE_ROWS, 0 },
};

typedef struct
{
  const Case *c;
  const char *path;
  gboolean    done;
} Meanwhile;

static char *
make_text (guint n_rows,
           char  letter)
{
  GString *text = g_string_sized_new ((n_rows + 1) * ROW_LENGTH);

  g_string_append (text, "customer_id,n_seats,note\n");
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%c%010u,%07u," NOTE "\n", letter, i, i % 9999999);

  return g_string_free (text, FALSE);
}

static void
write_at (const char *path,
          const char *mode,
          const char *text)
{
  FILE *file = g_fopen (path, mode);

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (text, 1, strlen (text), file), ==, strlen (text));
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
replace (const char *path,
         guint       n_rows)
{
  g_autofree char *other = g_strconcat (path, ".new", NULL);
  g_autofree char *text = make_text (n_rows, 'B');

  write_at (other, "w", text);
  g_assert_cmpint (g_rename (other, path), ==, 0);
}

static void
change (const Meanwhile *self)
{
  const guint n_rows = self->c->n_rows;
  g_autofree char *text = NULL;

  switch (self->c->change)
    {
    case GROWS:
      write_at (self->path, "a", "A9999999999,0000005,\nA99");
      break;
    case SHRINKS:
      g_assert_cmpint (truncate (self->path, (n_rows * 3 / 4) * ROW_LENGTH + 7), ==, 0);
      break;
    case EMPTIES:
      g_assert_cmpint (truncate (self->path, 0), ==, 0);
      break;
    case VANISHES:
      g_assert_cmpint (g_unlink (self->path), ==, 0);
      break;
    case REPLACED:
      replace (self->path, n_rows / 2);
      break;
    case REWRITTEN:
      text = make_text (n_rows, 'B');
      write_at (self->path, "r+", text);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
tell (goffset  n_bytes,
      goffset  n_total,
      gsize    n_rows,
      gpointer user_data)
{
  Meanwhile *self = user_data;

  if (self->done || n_rows < self->c->at)
    return;
  self->done = TRUE;
  change (self);
}

/* Either the file as it was, whole, or an error that says what happened. */
static void
test_changes (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = make_text (c->n_rows, 'A');
  g_autoptr(GFile) file = bw_test_file ("export.csv", text, -1);
  Meanwhile meanwhile = { c, g_file_peek_path (file), FALSE };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = bw_source_read (file, NULL, tell, &meanwhile, NULL, &error);

  g_assert_true (meanwhile.done);
  if (source == NULL)
    {
      g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_CHANGED);
      g_assert_nonnull (strstr (error->message, "export.csv"));
    }
  else
    {
      BwTable *table = bw_source_get_table (source);
      const BwColumn *key = bw_table_get_column (table, 0);

      g_assert_cmpuint (bw_table_get_n_rows (table), ==, c->n_rows);
      g_assert_cmpstr (bw_column_get_text (key, 0), ==, "A0000000000");
      for (guint i = 0; i < c->n_rows; i += 997)
        g_assert_cmpint (bw_column_get_text (key, i)[0], ==, 'A');
      g_assert_cmpuint (bw_report_get_n_problems (bw_source_get_report (source)), ==, 0);
    }
  delete_file (file);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const devices[] = { "/dev/null", "/dev/zero", "/dev/full", "/dev/tty" };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    {
      g_autofree char *path = g_strconcat ("/odd", devices[i], NULL);

      g_test_add_data_func (path, devices[i], test_device);
    }
  g_test_add_func ("/odd/symlink-loop", test_symlink_loop);
  g_test_add_func ("/odd/symlink-to-nothing", test_symlink_to_nothing);
  g_test_add_func ("/odd/symlink", test_symlink);
  g_test_add_func ("/odd/unreadable", test_unreadable);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/odd/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_changes);
    }

  return g_test_run ();
}
