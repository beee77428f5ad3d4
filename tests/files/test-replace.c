/* A file takes the place of an older one when it is whole; what fails leaves the older one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files/replace.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

typedef struct
{
  char  *folder;
  char  *path;
  GFile *file;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bw-files-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "scores.csv", NULL);
  self->file = g_file_new_for_path (self->path);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  g_object_unref (self->file);
  g_free (self->path);
  g_free (self->folder);
}

static void
check_text (const char *path,
            const char *expected)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static guint
get_mode (const char *path)
{
  GStatBuf found;

  g_assert_no_errno (g_stat (path, &found));

  return found.st_mode & 0777;
}

/* A file of our own kind that was last changed so many seconds ago. */
static char *
make_left (Fixture    *self,
           const char *name,
           gint64      age)
{
  char *path = g_build_filename (self->folder, name, NULL);
  const gint64 then = g_get_real_time () / G_USEC_PER_SEC - age;
  struct utimbuf times = { then, then };

  g_assert_true (g_file_set_contents (path, "half of it", -1, NULL));
  g_assert_no_errno (g_utime (path, &times));

  return path;
}

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
test_new (Fixture      *self,
          gconstpointer data)
{
  const mode_t mask = umask (027);

  g_assert_true (bw_replace_text (self->file, "a\n", NULL));
  check_text (self->path, "a\n");
  g_assert_cmpuint (get_mode (self->path), ==, 0640);
  g_assert_cmpuint (count_files (self), ==, 1);
  umask (mask);
}

/* While it is written the old one stands, and what is written is of the user alone. */
static void
test_old (Fixture      *self,
          gconstpointer data)
{
  g_autoptr(GDir) dir = NULL;
  GOutputStream *stream;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  g_assert_no_errno (g_chmod (self->path, 0604));
  stream = bw_replace_begin (self->file, NULL);
  g_assert_true (g_output_stream_write_all (stream, "new", 3, NULL, NULL, NULL));
  check_text (self->path, "old");
  g_assert_cmpuint (count_files (self), ==, 2);
  dir = g_dir_open (self->folder, 0, NULL);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_cmpuint (get_mode (path), ==, g_str_equal (name, "scores.csv") ? 0604 : 0600);
    }
  g_assert_true (bw_replace_end (stream, TRUE, NULL));
  check_text (self->path, "new");
  g_assert_cmpuint (get_mode (self->path), ==, 0604);
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_given_up (Fixture      *self,
               gconstpointer data)
{
  GOutputStream *stream;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  stream = bw_replace_begin (self->file, NULL);
  g_assert_true (g_output_stream_write_all (stream, "new", 3, NULL, NULL, NULL));
  g_assert_false (bw_replace_end (stream, FALSE, NULL));
  check_text (self->path, "old");
  g_assert_cmpuint (count_files (self), ==, 1);
}

static void
test_cancelled (Fixture      *self,
                gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "old", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (bw_replace_bytes (self->file, bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_text (self->path, "old");
  g_assert_cmpuint (count_files (self), ==, 1);
}

/* A link stays a link; what it leads to is replaced, and made where it is not there. */
static void
test_link (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (link);

  g_assert_no_errno (symlink ("scores.csv", link));
  g_assert_true (bw_replace_text (file, "first", NULL));
  check_text (self->path, "first");
  g_assert_true (bw_replace_text (file, "second", NULL));
  check_text (self->path, "second");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (count_files (self), ==, 2);
}

static void
check_refused (const char  *path,
               GIOErrorEnum code)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;

  g_assert_false (bw_replace_text (file, "x", &error));
  g_assert_error (error, G_IO_ERROR, (int) code);
}

static void
test_refused (Fixture      *self,
              gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (self->folder, "none", "scores.csv", NULL);

  check_refused (nowhere, G_IO_ERROR_NOT_FOUND);
  check_refused (self->folder, G_IO_ERROR_IS_DIRECTORY);
  check_refused ("/dev/null", G_IO_ERROR_NOT_REGULAR_FILE);
  g_assert_cmpuint (count_files (self), ==, 0);
}

/* A name as long as a file system takes has no room for more letters. */
static void
test_long_name (Fixture      *self,
                gconstpointer data)
{
  g_autofree char *name = g_strnfill (255, 'x');
  g_autoptr(GFile) file = g_file_new_build_filename (self->folder, name, NULL);

  g_assert_true (bw_replace_text (file, "x", NULL));
  g_assert_true (bw_replace_text (file, "y", NULL));
  check_text (g_file_peek_path (file), "y");
}

/* What a program left that was killed goes; what is still written, is new, or is of another kind stays. */
static void
test_left (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *left = make_left (self, ".bellwether-aB3dEf", 3600);
  g_autofree char *fresh = make_left (self, ".bellwether-aB3dEg", 10);
  g_autofree char *written = make_left (self, ".bellwether-aB3dEh", 3600);
  g_autofree char *other = make_left (self, ".bellwether-of-mine", 3600);
  g_autofree char *link = g_build_filename (self->folder, ".bellwether-aB3dEi", NULL);
  const int fd = g_open (written, O_RDONLY | O_CLOEXEC, 0);

  g_assert_no_errno (flock (fd, LOCK_EX | LOCK_NB));
  g_assert_no_errno (symlink (other, link));
  g_assert_true (bw_replace_text (self->file, "new", NULL));
  check_text (self->path, "new");
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));
  check_text (fresh, "half of it");
  check_text (written, "half of it");
  check_text (other, "half of it");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  close (fd);
  g_assert_true (bw_replace_text (self->file, "newer", NULL));
  g_assert_false (g_file_test (written, G_FILE_TEST_EXISTS));
}

/* A new name is given once, and of the old one nothing is left; what has the name already stays. */
static void
test_name (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *made = g_build_filename (self->folder, ".made", NULL);
  g_autofree char *again = g_build_filename (self->folder, ".again", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (made, "first", -1, NULL));
  g_assert_true (g_file_set_contents (again, "second", -1, NULL));
  g_assert_true (bw_name_new (made, self->path, &error));
  g_assert_no_error (error);
  check_text (self->path, "first");
  g_assert_false (g_file_test (made, G_FILE_TEST_EXISTS));

  g_assert_false (bw_name_new (again, self->path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  check_text (self->path, "first");
  check_text (again, "second");
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
    { "/replace/new", test_new }, { "/replace/old", test_old }, { "/replace/given-up", test_given_up },
    { "/replace/cancelled", test_cancelled }, { "/replace/link", test_link },
    { "/replace/refused", test_refused }, { "/replace/left", test_left }, { "/replace/long-name", test_long_name },
    { "/replace/name", test_name },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].path, Fixture, NULL, set_up, rows[i].func, tear_down);

  return g_test_run ();
}
