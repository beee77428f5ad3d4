/* Who has a workspace is seen by whoever may read it, and what another account left is taken. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/store.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  char *lock;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr(BwStore) store = NULL;

  self->folder = g_dir_make_tmp ("bw-holder-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "book.bellwether", NULL);
  self->lock = g_build_filename (self->folder, ".book.bellwether.lock", NULL);
  store = bw_store_create (self->path, NULL);
  g_assert_nonnull (store);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_unlink (self->lock);
  g_assert_no_errno (g_unlink (self->path));
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
  g_free (self->lock);
}

/* Makes the lock of another account: it may be read here, not written. */
static int
make_lock (Fixture    *self,
           const char *text)
{
  const int fd = g_open (self->lock, O_RDWR | O_CREAT | O_CLOEXEC, 0440);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, text, strlen (text)), ==, strlen (text));

  return fd;
}

static void
test_shared (Fixture      *self,
             gconstpointer data)
{
  static const int modes[] = { 0600, 0640, 0664 };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr(BwStore) store = NULL;
      GStatBuf there;

      g_assert_no_errno (g_chmod (self->path, modes[i]));
      store = bw_store_open (self->path, BW_ACCESS_WRITE, NULL);
      g_assert_nonnull (store);
      g_assert_no_errno (g_stat (self->lock, &there));
      g_assert_cmpint (there.st_mode & 0777, ==, modes[i]);
    }
}

static void
test_held (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) store = NULL;
  const int fd = make_lock (self, "\nAnna Berg on this machine\n");

  g_assert_no_errno (flock (fd, LOCK_EX | LOCK_NB));
  g_assert_null (bw_store_open (self->path, BW_ACCESS_WRITE, &error));
  g_assert_error (error, BW_STORE_ERROR, BW_STORE_ERROR_HELD);
  store = bw_store_open (self->path, BW_ACCESS_BEST, NULL);
  g_assert_nonnull (store);
  g_assert_false (bw_store_may_write (store));
  g_assert_cmpstr (bw_store_get_holder (store), ==, "Anna Berg on this machine");
  close (fd);
}

static void
test_left (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(BwStore) store = NULL;

  close (make_lock (self, "\nAnna Berg on this machine\n"));
  store = bw_store_open (self->path, BW_ACCESS_WRITE, NULL);
  g_assert_nonnull (store);
  g_assert_true (bw_store_may_write (store));
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
  } rows[] = {
    { "/holder/shared", test_shared },
    { "/holder/held", test_held },
    { "/holder/left", test_left },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_test_add (rows[i].name, Fixture, NULL, set_up, rows[i].test, tear_down);

  return g_test_run ();
}
