/* A large import goes into the file little by little, and is there at once: others write in between. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/damage.h"
#include "store/kept-notes.h"
#include "store/kept-panel.h"
#include "store/shelf.h"

#include "report/error.h"
#include "same.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define N_CUSTOMERS 70000 /* more than a part of a column holds */
#define MOST_STEPS 10000

typedef struct
{
  char    *folder;
  char    *path;
  BwStore *store;
  BwShelf *shelf;
} Fixture;

static void
close_all (Fixture *self)
{
  g_clear_pointer (&self->shelf, bw_shelf_free);
  g_clear_pointer (&self->store, bw_store_close);
}

static void
open_again (Fixture *self)
{
  g_autoptr(GError) error = NULL;

  close_all (self);
  self->store = bw_store_open (self->path, BW_ACCESS_WRITE, &error);
  g_assert_no_error (error);
  self->shelf = bw_shelf_new (self->store, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bw-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "book.bellwether", NULL);
  bw_store_close (bw_store_create (self->path, NULL));
  open_again (self);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(GDir) dir = g_dir_open (self->folder, 0, NULL);

  close_all (self);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_assert_no_errno (g_unlink (path));
    }
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
}

/* An export of a month, written when it is first wanted. */
static char *
make_export (Fixture *self,
             guint    month)
{
  g_autofree char *name = g_strdup_printf ("usage-2026-%02u.csv", month);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr(GString) text = g_string_new ("Customer ID,Customer name,Plan,Logins,Seats used\n");
  g_autoptr(GRand) rand = g_rand_new_with_seed (month);

  for (guint i = 0; i < N_CUSTOMERS; i++)
    g_string_append_printf (text, "C-%06u,Customer number %u,%s,%.3f,%d\n", i, i, i % 3 == 0 ? "Pro" : "Basic",
                            g_rand_double (rand), g_rand_int_range (rand, 0, 1000));
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_assert_true (g_file_set_contents (path, text->str, text->len, NULL));

  return g_steal_pointer (&path);
}

static BwIntake *
read_months (Fixture *self,
             guint    n)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const BwWish wish = { .as_of = NAN };
  g_autoptr(GError) error = NULL;
  BwIntake *intake;

  for (guint month = 1; month <= n; month++)
    {
      g_autofree char *path = make_export (self, month);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  intake = bw_intake_read ((GFile *const *) files->pdata, files->len, &wish, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return intake;
}

/* Takes in @n steps, or all. Returns: whether something is left. */
static gboolean
take_in (Fixture    *self,
         BwIncoming *incoming,
         guint       n)
{
  g_autoptr(GError) error = NULL;
  gboolean more = TRUE;

  while (more && n-- > 0)
    {
      bw_shelf_take_in (self->shelf, incoming, &more, NULL, &error);
      g_assert_no_error (error);
    }

  return more;
}

/* What another program finds in the file just now: so many imports, whole, with @panel. */
static void
check_seen (Fixture *self,
            guint    n_imports,
            BwPanel *panel)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwStore) store = bw_store_open (self->path, BW_ACCESS_READ, &error);
  g_autoptr(GPtrArray) imports = bw_store_list_imports (store, &error);
  g_autoptr(BwPanel) there = bw_store_get_panel (store, &error);
  g_auto(GStrv) damage = bw_store_find_damage (store, NULL);

  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, n_imports);
  g_assert_null (damage[0]);
  if (panel != NULL)
    same_panel (panel, there);
  else
    g_assert_null (there);
}

static gint64
size_of (const char *path)
{
  GStatBuf found;

  g_assert_no_errno (g_stat (path, &found));

  return found.st_size;
}

static void
test_between (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(BwIntake) intake = read_months (self, 2);
  BwIncoming *incoming = bw_incoming_new (intake);
  const BwKeptNote note = { 0, (char *) "C-000007", (char *) "Renews in May", (char *) "Anna", 1 };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) notes = NULL;

  g_assert_true (take_in (self, incoming, 2));
  check_seen (self, 0, NULL);
  g_assert_cmpint (bw_store_add_note (self->store, &note, &error), !=, 0);
  g_assert_no_error (error);
  g_assert_false (take_in (self, incoming, MOST_STEPS));
  check_seen (self, 0, NULL);
  bw_shelf_keep_incoming (self->shelf, incoming, 1000, "Anna", NULL, &error);
  g_assert_no_error (error);
  bw_incoming_unref (incoming);
  check_seen (self, 1, bw_intake_get_panel (intake));
  notes = bw_store_list_notes (self->store, NULL);
  g_assert_cmpuint (notes->len, ==, 1);
}

/* What was begun in steps is ended in the one that keeps it, as it is when a program is closed. */
static void
test_ended (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(BwIntake) intake = read_months (self, 1);
  g_autoptr(BwIntake) again = NULL;
  BwIncoming *incoming = bw_incoming_new (intake);
  g_autoptr(GError) error = NULL;

  take_in (self, incoming, 2);
  bw_shelf_keep_incoming (self->shelf, incoming, 1000, "Anna", NULL, &error);
  g_assert_no_error (error);
  bw_incoming_unref (incoming);
  check_seen (self, 1, bw_intake_get_panel (intake));
  bw_shelf_read (self->shelf, NULL, NULL, NULL, &again, &error);
  g_assert_no_error (error);
  same_panel (bw_intake_get_panel (intake), bw_intake_get_panel (again));
}

/* A program that ends before it is kept leaves a file that says nothing of it, and the next that
 * tidies leaves nothing of it. */
static void
test_left (Fixture      *self,
           gconstpointer data)
{
  g_autoptr(BwIntake) intake = read_months (self, 2);
  const gint64 before = size_of (self->path);
  BwIncoming *incoming = bw_incoming_new (intake);

  g_assert_false (take_in (self, incoming, MOST_STEPS));
  bw_incoming_unref (incoming);
  g_assert_cmpint (size_of (self->path), >, before + 1000000);
  open_again (self);
  check_seen (self, 0, NULL);
  g_assert_true (bw_store_tidy_for (self->store, G_TIME_SPAN_MINUTE, NULL));
  g_assert_cmpint (size_of (self->path), <, before + 1000000);
  check_seen (self, 0, NULL);
}

/* An import that fails on the way, here since its file is another by now, leaves nothing behind. */
static void
test_failed (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(BwIntake) first = read_months (self, 1);
  g_autoptr(BwIntake) second = NULL;
  BwIncoming *incoming;
  g_autoptr(GError) error = NULL;
  g_autofree char *export = NULL;
  gboolean more;
  gint64 before;

  bw_shelf_keep (self->shelf, first, 1000, "Anna", NULL, &error);
  g_assert_no_error (error);
  before = size_of (self->path);
  second = read_months (self, 2);
  incoming = bw_incoming_new (second);
  g_assert_true (take_in (self, incoming, 1));
  export = make_export (self, 2);
  g_assert_true (g_file_set_contents (export, "Customer ID\nC-1\n", -1, NULL));
  take_in (self, incoming, MOST_STEPS);
  g_assert_false (bw_shelf_keep_incoming (self->shelf, incoming, 1000, "Anna", NULL, &error));
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_CHANGED);
  g_clear_error (&error);
  g_assert_false (bw_shelf_take_in (self->shelf, incoming, &more, NULL, &error)); /* no more of it */
  g_assert_nonnull (error);
  bw_incoming_unref (incoming);
  g_assert_cmpint (size_of (self->path), <, before + before / 4);
  check_seen (self, 1, bw_intake_get_panel (first));
}

/* Columns of a panel that were not looked at yet stay through two imports, and through tidying. */
static void
test_unread (Fixture      *self,
             gconstpointer data)
{
  g_autoptr(BwIntake) first = read_months (self, 1);
  g_autoptr(BwIntake) second = read_months (self, 2);
  g_autoptr(BwIntake) third = read_months (self, 3);
  g_autoptr(BwPanel) unread = NULL;
  g_autoptr(GError) error = NULL;

  bw_shelf_keep (self->shelf, first, 1000, "Anna", NULL, &error);
  g_assert_no_error (error);
  open_again (self);
  unread = bw_store_get_panel (self->store, &error);
  bw_shelf_keep (self->shelf, second, 1000, "Anna", NULL, &error);
  g_assert_no_error (error);
  bw_shelf_keep (self->shelf, NULL, 1000, "Anna", NULL, &error);
  g_assert_no_error (error);
  bw_shelf_keep (self->shelf, third, 1000, "Anna", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (bw_store_tidy (self->store, &error));
  same_panel (bw_intake_get_panel (first), unread);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/incoming/between", Fixture, NULL, set_up, test_between, tear_down);
  g_test_add ("/incoming/ended", Fixture, NULL, set_up, test_ended, tear_down);
  g_test_add ("/incoming/left", Fixture, NULL, set_up, test_left, tear_down);
  g_test_add ("/incoming/failed", Fixture, NULL, set_up, test_failed, tear_down);
  g_test_add ("/incoming/unread", Fixture, NULL, set_up, test_unread, tear_down);

  return g_test_run ();
}
