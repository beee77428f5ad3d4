/* A panel that was kept comes back the same, column by column; the next one costs what is new. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/kept-panel.h"

#include "panel/intake.h"
#include "../score/fixture.h"
#include "same.h"

#include <glib/gstdio.h>
#include <math.h>

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
  g_assert_no_errno (g_unlink (self->path));
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
}

/* Keeps @panel, closes the file, and reads it again. */
static BwPanel *
keep_and_read (Fixture *self,
               BwPanel *panel)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) store = bw_store_create (self->path, &error);
  BwPanel *back;

  g_assert_no_error (error);
  g_assert_null (bw_store_get_panel (store, &error)); /* there is none yet */
  g_assert_no_error (error);
  bw_store_put_panel (store, panel, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&store, bw_store_close);
  store = bw_store_open (self->path, BW_ACCESS_READ, &error);
  g_assert_no_error (error);
  back = bw_store_get_panel (store, &error);
  g_assert_no_error (error);
  g_assert_nonnull (back);

  return back; /* which lives longer than the store */
}

static void
test_random (Fixture      *self,
             gconstpointer data)
{
  const FixtureShape shape = { .rand = g_rand_new_with_seed (3), .n_customers = 70000, .n_metrics = 4,
                               .n_groups = 2, .n_segments = 2, .missing = 0.1 };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwPanel) back = keep_and_read (self, panel);

  same_panel (panel, back);
  g_rand_free (shape.rand);
}

static BwPanel *
read_folder (const char *folder)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  const BwWish wish = { .as_of = NAN };

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      if (g_str_has_suffix (name, ".csv"))
        g_ptr_array_add (files, g_file_new_build_filename (folder, name, NULL));
    }
  intake = bw_intake_read ((GFile *const *) files->pdata, files->len, &wish, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return bw_panel_ref (bw_intake_get_panel (intake));
}

static void
test_exports (Fixture      *self,
              gconstpointer name)
{
  g_autofree char *folder = g_build_filename (g_getenv ("BW_SHARED_DATA"), name, NULL);
  const char *used = name != NULL ? folder : g_getenv ("BW_SAMPLE_DATA");
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwPanel) back = NULL;

  if (!g_file_test (used, G_FILE_TEST_IS_DIR))
    {
      bw_store_close (bw_store_create (self->path, NULL)); /* for the tearing down */
      g_test_skip ("the real exports are not here");
      return;
    }
  panel = read_folder (used);
  back = keep_and_read (self, panel);
  same_panel (panel, back);
}

static gint64
size_of (const char *path)
{
  GStatBuf found;

  g_assert_no_errno (g_stat (path, &found));

  return found.st_size;
}

/* The same columns again take no space: a panel that grew by a snapshot costs that snapshot. */
static void
test_again (Fixture      *self,
            gconstpointer data)
{
  const FixtureShape shape = { .rand = g_rand_new_with_seed (4), .n_customers = 20000, .n_metrics = 4,
                               .n_groups = 2, .n_segments = 2, .missing = 0.1 };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwStore) store = bw_store_create (self->path, NULL);
  gint64 before;

  g_assert_true (bw_store_put_panel (store, panel, NULL, NULL));
  before = size_of (self->path);
  for (guint i = 0; i < 5; i++)
    g_assert_true (bw_store_put_panel (store, panel, NULL, NULL));
  g_assert_cmpint (size_of (self->path), <=, before + before / 5);
  g_rand_free (shape.rand);
}

/* A panel that was read keeps its values though another takes its place in the file. */
static void
test_replaced (Fixture      *self,
               gconstpointer data)
{
  const FixtureShape shape = { .rand = g_rand_new_with_seed (6), .n_customers = 500, .n_metrics = 4,
                               .n_groups = 2, .n_segments = 2, .missing = 0.1 };
  g_autoptr(BwPanel) first = fixture_random_panel (&shape);
  g_autoptr(BwPanel) second = fixture_random_panel (&shape);
  g_autoptr(BwStore) store = bw_store_create (self->path, NULL);
  g_autoptr(BwPanel) back = NULL;

  g_assert_true (bw_store_put_panel (store, first, NULL, NULL));
  back = bw_store_get_panel (store, NULL);
  g_assert_true (bw_store_put_panel (store, second, NULL, NULL));
  same_panel (first, back);
  g_rand_free (shape.rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/panel/random", Fixture, NULL, set_up, test_random, tear_down);
  g_test_add ("/panel/sample", Fixture, NULL, set_up, test_exports, tear_down);
  g_test_add ("/panel/ibm-telco", Fixture, "ibm-telco", set_up, test_exports, tear_down);
  g_test_add ("/panel/ravenstack", Fixture, "ravenstack", set_up, test_exports, tear_down);
  g_test_add ("/panel/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/panel/replaced", Fixture, NULL, set_up, test_replaced, tear_down);

  return g_test_run ();
}
