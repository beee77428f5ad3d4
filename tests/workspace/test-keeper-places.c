/* Where work is kept: saved under a name, copied, left without one, thrown away. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "keeping.h"

#include "workspace/versions.h"

#include <glib/gstdio.h>

typedef Keeping Fixture;

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

static void
test_save_as (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "Renewals 2026.bellwether");
  g_autofree char *other = keeping_path (f, "other.bellwether");
  g_autofree char *untitled = NULL;

  keeping_take (f);
  keeping_nudge (f, 0.6);
  keeping_save_as (f, path);
  g_assert_cmpstr (bw_keeper_get_name (f->keeper), ==, "Renewals 2026");
  g_assert_cmpstr (g_file_peek_path (bw_keeper_get_file (f->keeper)), ==, path);
  g_assert_false (bw_keeper_get_untitled (f->keeper));
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.6);

  keeping_nudge (f, 0.7);
  keeping_wait (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.7);
  untitled = keeping_find_untitled (f);
  g_assert_null (untitled);
  g_assert_nonnull (bw_snapshot_get_column (bw_panel_get_snapshot (bw_workspace_get_panel (f->workspace), 0), 1));

  keeping_save_as (f, other);
  keeping_nudge (f, 0.8);
  keeping_wait (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.7);
  g_assert_cmpfloat (keeping_read_share (other), ==, 0.8);
}

/* After opening, the columns of the panel are still in the file that goes. */
static void
test_save_as_opened (Fixture      *f,
                     gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autofree char *untitled = NULL;
  BwColumn *column;

  keeping_take (f);
  keeping_wait (f);
  untitled = keeping_find_untitled (f);
  keeping_restart (f);
  keeping_open (f, untitled);
  keeping_save_as (f, path);
  keeping_nudge (f, 0.6); /* goes behind what is done with the old file */
  keeping_wait (f);
  g_assert_false (g_file_test (untitled, G_FILE_TEST_EXISTS));
  column = bw_snapshot_get_column (bw_panel_get_snapshot (bw_workspace_get_panel (f->workspace), 1), 1);
  g_assert_cmpfloat (bw_column_get_numbers (column)[1], ==, 500);
}

static void
test_save_copy (Fixture      *f,
                gconstpointer data)
{
  g_autofree char *copy = keeping_path (f, "copy.bellwether");
  g_autofree char *untitled = NULL;

  keeping_take (f);
  keeping_nudge (f, 0.6);
  keeping_save_copy (f, copy);
  g_assert_true (bw_keeper_get_untitled (f->keeper));
  keeping_nudge (f, 0.7);
  keeping_wait (f);
  untitled = keeping_find_untitled (f);
  g_assert_cmpfloat (keeping_read_share (copy), ==, 0.6);
  g_assert_cmpfloat (keeping_read_share (untitled), ==, 0.7);
}

/* What was changed in a file that somebody else has goes along to another. */
static void
test_save_as_read_only (Fixture      *f,
                        gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "mine.bellwether");
  g_autofree char *untitled = NULL;
  Keeping second = { 0 };

  keeping_take (f);
  keeping_wait (f);
  untitled = keeping_find_untitled (f);

  keeping_set_up (&second);
  keeping_open (&second, untitled);
  bw_keeper_set_view (second.keeper, "page", "trends");
  g_assert_false (bw_keeper_get_unsaved (second.keeper));
  keeping_nudge (&second, 0.9);
  bw_keeper_save_version (second.keeper, "Mine", "");
  g_assert_true (bw_keeper_get_unsaved (second.keeper));
  keeping_save_as (&second, path);
  g_assert_false (bw_keeper_get_read_only (second.keeper));
  g_assert_false (bw_keeper_get_unsaved (second.keeper));
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.9);
  g_assert_cmpfloat (keeping_read_share (untitled), ==, 0.5);
  keeping_restart (&second);
  keeping_open (&second, path);
  g_assert_cmpuint (bw_keeper_get_n_versions (second.keeper), ==, 2);
  keeping_tear_down (&second);
}

/* A place that somebody has open, or that cannot be written, leaves all as it was. */
static void
test_save_as_refused (Fixture      *f,
                      gconstpointer data)
{
  g_autofree char *held = keeping_path (f, "held.bellwether");
  g_autofree char *nowhere = keeping_path (f, "no/such/folder.bellwether");
  Keeping second = { 0 };

  keeping_set_up (&second);
  keeping_take (&second);
  keeping_save_as (&second, held);

  keeping_take (f);
  keeping_nudge (f, 0.6);
  g_free (keeping_save_as_failing (f, held));
  g_free (keeping_save_as_failing (f, nowhere));
  g_assert_true (bw_keeper_get_untitled (f->keeper));
  g_assert_cmpfloat (keeping_read_share (held), ==, 0.5);
  keeping_nudge (f, 0.7);
  keeping_wait (f);
  keeping_nudge (&second, 0.8);
  keeping_wait (&second);
  g_assert_cmpfloat (keeping_read_share (held), ==, 0.8);
  keeping_tear_down (&second);
}

static void
test_left (Fixture      *f,
           gconstpointer data)
{
  g_autoptr(GPtrArray) none = keeping_list_left (f);
  g_autoptr(GPtrArray) own = NULL;
  g_autoptr(GPtrArray) left = NULL;
  g_autoptr(GPtrArray) after = NULL;
  g_autoptr(GError) error = NULL;
  const BwLeftWork *work;

  g_assert_cmpuint (none->len, ==, 0);
  keeping_take (f);
  keeping_wait (f);
  own = keeping_list_left (f);
  g_assert_cmpuint (own->len, ==, 0);

  keeping_restart (f);
  left = keeping_list_left (f);
  g_assert_cmpuint (left->len, ==, 1);
  work = g_ptr_array_index (left, 0);
  g_assert_cmpstr (work->title, ==, "Test");
  g_assert_cmpuint (work->n_customers, ==, 6);
  g_assert_cmpint (ABS (work->modified - g_get_real_time ()), <, 60 * G_USEC_PER_SEC);

  g_assert_true (bw_keeper_throw_away (f->keeper, work->file, &error));
  g_assert_no_error (error);
  after = keeping_list_left (f);
  g_assert_cmpuint (after->len, ==, 0);
}

/* Work that somebody has open is not thrown away. */
static void
test_throw_away_refused (Fixture      *f,
                         gconstpointer data)
{
  g_autofree char *path = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(GError) error = NULL;

  keeping_take (f);
  keeping_wait (f);
  path = keeping_find_untitled (f);
  file = g_file_new_for_path (path);
  g_assert_false (bw_keeper_throw_away (f->keeper, file, &error));
  g_assert_error (error, BW_STORE_ERROR, BW_STORE_ERROR_HELD);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_passing (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *after_close = NULL;
  g_autofree char *after_end = NULL;
  g_autofree char *after_edit = NULL;

  keeping_take (f);
  bw_keeper_set_passing (f->keeper, TRUE);
  keeping_close (f);
  after_close = keeping_find_untitled (f);
  g_assert_null (after_close);

  keeping_take (f);
  bw_keeper_set_passing (f->keeper, TRUE);
  keeping_restart (f);
  after_end = keeping_find_untitled (f);
  g_assert_null (after_end);

  keeping_take (f);
  bw_keeper_set_passing (f->keeper, TRUE);
  keeping_nudge (f, 0.6);
  keeping_close (f);
  after_edit = keeping_find_untitled (f);
  g_assert_nonnull (after_edit);
}

/* Views are there at once, and come back. */
static void
test_views (Fixture      *f,
            gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");

  keeping_take (f);
  bw_keeper_set_view (f->keeper, "page", "trends");
  g_assert_cmpstr (bw_keeper_get_view (f->keeper, "page"), ==, "trends");
  bw_keeper_set_view (f->keeper, "page", "customers");
  bw_keeper_set_view (f->keeper, "sort", "");
  keeping_save_as (f, path);
  keeping_close (f);
  g_assert_null (bw_keeper_get_view (f->keeper, "page"));
  keeping_open (f, path);
  g_assert_cmpstr (bw_keeper_get_view (f->keeper, "page"), ==, "customers");
  g_assert_cmpstr (bw_keeper_get_view (f->keeper, "sort"), ==, "");
  g_assert_null (bw_keeper_get_view (f->keeper, "segment"));
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
    { "save-as", test_save_as },
    { "save-as-opened", test_save_as_opened },
    { "save-copy", test_save_copy },
    { "save-as-read-only", test_save_as_read_only },
    { "save-as-refused", test_save_as_refused },
    { "left", test_left },
    { "throw-away-refused", test_throw_away_refused },
    { "passing", test_passing },
    { "views", test_views },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/keeper-places/", cases[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, cases[i].test, tear_down);
    }

  return g_test_run ();
}
