/* Files that are no workspace, and workspaces that were damaged: refused or told, never changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/damage.h"
#include "store/kept-models.h"
#include "store/kept-notes.h"
#include "store/kept-panel.h"
#include "table/csv.h"

#include "../score/fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_FLIPS 400

typedef struct
{
  char  *folder;
  char  *path;
  char  *data; /* of a good file */
  gsize  size;
} Fixture;

static void
fill (const char *path)
{
  const FixtureShape shape = { .rand = g_rand_new_with_seed (3), .n_customers = 700, .n_metrics = 3,
                               .n_groups = 2, .n_segments = 2, .missing = 0.1 };
  const BwKeptNote note = { 0, (char *) "C1", (char *) "Called on Monday", (char *) "Anna", 1 };
  const BwKeptVersion version = { 0, (char *) "First", (char *) "", (char *) "Anna", 2 };
  g_autoptr(BwPanel) panel = fixture_random_panel (&shape);
  g_autoptr(BwModel) model = fixture_random_model (&shape);
  g_autoptr(BwStore) store = bw_store_create (path, NULL);

  g_assert_true (bw_store_put_panel (store, panel, NULL, NULL));
  g_assert_cmpint (bw_store_add_note (store, &note, NULL), >, 0);
  g_assert_cmpint (bw_store_add_version (store, &version, model, NULL), >, 0);
  g_rand_free (shape.rand);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("bw-store-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "book.bellwether", NULL);
  fill (self->path);
  g_assert_true (g_file_get_contents (self->path, &self->data, &self->size, NULL));
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_assert_no_errno (g_unlink (self->path));
  g_assert_no_errno (g_rmdir (self->folder));
  g_free (self->folder);
  g_free (self->path);
  g_free (self->data);
}

static void
write_file (Fixture    *self,
            const char *data,
            gsize       size)
{
  FILE *file = g_fopen (self->path, "wbe"); /* without waiting for the disk, as hundreds are written */

  g_assert_nonnull (file);
  g_assert_cmpuint (fwrite (data, 1, size, file), ==, size);
  fclose (file);
}

/* Whether the file is byte by byte what it was. */
static void
check_untouched (Fixture    *self,
                 const char *data,
                 gsize       size)
{
  g_autofree char *there = NULL;
  gsize n;

  g_assert_true (g_file_get_contents (self->path, &there, &n, NULL));
  g_assert_cmpmem (there, n, data, size);
}

static void
add_column (GString  *text,
            BwColumn *column)
{
  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    bw_csv_append_cell (text, column, row, FALSE);
}

static void
add_panel (GString *text,
           BwPanel *panel)
{
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, 0);

  for (guint i = 0; i < bw_panel_get_n_customers (panel); i++)
    g_string_append (text, bw_panel_get_key (panel, i));
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      g_string_append (text, bw_panel_get_column (panel, i)->name);
      add_column (text, bw_snapshot_get_column (snapshot, i));
    }
}

/* All that the file has, as one text; NULL where a part of it cannot be read. */
static char *
read_all (BwStore *store)
{
  g_autoptr(BwPanel) panel = bw_store_get_panel (store, NULL);
  g_autoptr(GPtrArray) notes = bw_store_list_notes (store, NULL);
  g_autoptr(GPtrArray) versions = bw_store_list_versions (store, NULL);
  g_autoptr(BwModel) model = bw_store_get_version (store, 1, NULL);
  g_autofree char *json = model != NULL ? bw_model_to_json (model) : NULL;
  GString *text = g_string_new (json);

  if (panel != NULL)
    add_panel (text, panel);
  if (notes != NULL && notes->len == 1)
    g_string_append (text, ((BwKeptNote *) notes->pdata[0])->text);
  if (panel == NULL || model == NULL || notes == NULL || versions == NULL || versions->len != 1)
    return g_string_free (text, TRUE);

  return g_string_free (text, FALSE);
}

static char *
read_file (Fixture *self)
{
  g_autoptr(BwStore) store = bw_store_open (self->path, BW_ACCESS_READ, NULL);

  return read_all (store);
}

/* One byte is another, anywhere: it is found, or it is where nothing stands; the file stays as it is. */
static void
test_flips (Fixture      *self,
            gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *good = read_file (self);
  guint n_found = 0, n_lost = 0;

  for (guint i = 0; i < N_FLIPS; i++)
    {
      g_autofree char *flipped = g_memdup2 (self->data, self->size);
      g_autoptr(GError) error = NULL;
      g_autoptr(BwStore) store = NULL;
      g_auto(GStrv) damage = NULL;
      g_autofree char *there = NULL;
      g_autofree char *lost = NULL;

      flipped[g_rand_int_range (rand, 0, self->size)] ^= 1 << g_rand_int_range (rand, 0, 8);
      write_file (self, flipped, self->size);
      store = bw_store_open (self->path, BW_ACCESS_BEST, &error);
      damage = store != NULL ? bw_store_find_damage (store, NULL) : NULL;
      there = store != NULL ? read_all (store) : NULL;
      g_assert_true (store != NULL || error != NULL);
      if (damage != NULL && *damage == NULL)
        g_assert_cmpstr (there, ==, good);
      lost = store != NULL ? bw_store_name_lost (store) : NULL;
      g_assert_true (lost == NULL || g_strv_contains ((const char *const *) damage, lost));
      n_lost += lost != NULL;
      n_found += damage == NULL || *damage != NULL;
      g_clear_pointer (&store, bw_store_close);
      check_untouched (self, flipped, self->size);
    }
  g_test_message ("%u of %u flipped bits were found, the others were in empty space", n_found, N_FLIPS);
  g_assert_cmpuint (n_found, >, N_FLIPS / 5);
  g_assert_cmpuint (n_lost, >, 0);
}

static void
test_cut (Fixture      *self,
          gconstpointer data)
{
  for (gsize size = 0; size < self->size; size += 1 + self->size / 97)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(BwStore) store = NULL;
      g_autofree char *there = NULL;

      write_file (self, self->data, size);
      store = bw_store_open (self->path, BW_ACCESS_BEST, &error);
      there = store != NULL ? read_all (store) : NULL;
      g_assert_true (store != NULL ? bw_store_is_damaged (store) : error != NULL);
      g_clear_pointer (&store, bw_store_close);
      check_untouched (self, self->data, size);
    }
}

/* Where @text stands in the file. */
static char *
find (Fixture    *self,
      const char *text)
{
  const gsize length = strlen (text);

  for (gsize i = 0; i + length <= self->size; i++)
    {
      if (memcmp (self->data + i, text, length) == 0)
        return self->data + i;
    }
  g_assert_not_reached ();
}

/* A value that SQLite itself finds nothing wrong with. */
static void
test_changed_note (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr(BwStore) store = NULL;
  g_auto(GStrv) damage = NULL;
  char *text = find (self, "Called on Monday");

  memcpy (text, "Called on Sunday", 16);
  write_file (self, self->data, self->size);
  store = bw_store_open (self->path, BW_ACCESS_BEST, NULL);
  g_assert_nonnull (store);
  g_assert_true (bw_store_is_damaged (store));
  g_assert_false (bw_store_may_write (store));
  damage = bw_store_find_damage (store, NULL);
  g_assert_cmpuint (g_strv_length (damage), ==, 1);
  g_assert_cmpstr (damage[0], ==, "The notes");
}

/* What somebody has done to the file with SQLite's own shell. */
typedef struct
{
  const char *name;
  const char *sql;
  int         code; /* of BwStoreError */
} MeddledRow;

static const MeddledRow meddled_rows[] = {
  { "newer", "PRAGMA user_version = 99", BW_STORE_ERROR_NEWER },
  { "no version", "PRAGMA user_version = 0", BW_STORE_ERROR_FOREIGN },
  { "another program", "PRAGMA application_id = 7", BW_STORE_ERROR_FOREIGN },
  { "a table more", "CREATE TABLE more (a)", BW_STORE_ERROR_FOREIGN },
  { "a table less", "DROP TABLE note", BW_STORE_ERROR_FOREIGN },
  { "a view", "CREATE VIEW v AS SELECT * FROM note", BW_STORE_ERROR_FOREIGN },
  { "a trigger", "CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM version; END",
    BW_STORE_ERROR_FOREIGN },
  { "an index", "CREATE INDEX i ON note (at)", BW_STORE_ERROR_FOREIGN },
  { "a log", "PRAGMA journal_mode = WAL", BW_STORE_ERROR_FOREIGN },
};

static void
test_meddled (Fixture      *self,
              gconstpointer user_data)
{
  const MeddledRow *row = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *data = NULL;
  gsize size;
  sqlite3 *db;

  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, row->sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  g_assert_true (g_file_get_contents (self->path, &data, &size, NULL));

  g_assert_null (bw_store_open (self->path, BW_ACCESS_BEST, &error));
  g_assert_error (error, BW_STORE_ERROR, row->code);
  check_untouched (self, data, size);
}

static void
test_garbage (Fixture      *self,
              gconstpointer data)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);

  for (guint round = 0; round < 50; round++)
    {
      g_autoptr(GError) error = NULL;

      for (gsize i = round % 2 == 0 ? 0 : 100; i < self->size; i++) /* the second: behind a good header */
        self->data[i] = g_rand_int (rand);
      write_file (self, self->data, self->size);
      g_assert_null (bw_store_open (self->path, BW_ACCESS_BEST, &error));
      g_assert_nonnull (error);
      check_untouched (self, self->data, self->size);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/damage/flips", Fixture, NULL, set_up, test_flips, tear_down);
  g_test_add ("/damage/cut", Fixture, NULL, set_up, test_cut, tear_down);
  g_test_add ("/damage/changed-note", Fixture, NULL, set_up, test_changed_note, tear_down);
  g_test_add ("/damage/garbage", Fixture, NULL, set_up, test_garbage, tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (meddled_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/damage/meddled/%s", meddled_rows[i].name);

      g_test_add (path, Fixture, &meddled_rows[i], set_up, test_meddled, tear_down);
    }

  return g_test_run ();
}
