/* What the disk does to the keeper: full, gone, replaced, damaged, killed; the work goes on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "keeping.h"

#include "workspace/customer-notes.h"
#include "workspace/imports.h"
#include "workspace/versions.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

typedef Keeping Fixture;

static const char *program; /* this one, to be run and killed */

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

/* From now on no file can grow beyond @bytes, as on a full disk. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_full (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *path = NULL;

  keeping_take (f);
  keeping_wait (f);
  path = keeping_find_untitled (f);

  limit_files (100);
  keeping_nudge (f, 0.6);
  keeping_wait_for_trouble (f);
  g_test_message ("%s", bw_keeper_get_trouble (f->keeper));
  g_assert_false (bw_keeper_get_saving (f->keeper));
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.6);
  bw_keeper_add_note (f->keeper, "k1", "Called them");
  bw_keeper_save_version (f->keeper, "June", "");
  bw_keeper_set_view (f->keeper, "page", "trends");
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.5);

  limit_files (RLIM_INFINITY);
  keeping_nudge (f, 0.7);
  keeping_wait (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.7);
  keeping_restart (f);
  keeping_open (f, path);
  g_assert_cmpuint (bw_keeper_get_n_versions (f->keeper), ==, 2);
  g_assert_cmpuint (bw_keeper_get_n_notes (f->keeper, "k1"), ==, 1);
  g_assert_cmpstr (bw_keeper_get_view (f->keeper, "page"), ==, "trends");
}

/* Trouble goes away by itself, without a further change. */
static void
test_full_at_first (Fixture      *f,
                    gconstpointer data)
{
  g_autofree char *path = NULL;

  limit_files (100);
  keeping_take (f);
  keeping_wait_for_trouble (f);
  limit_files (RLIM_INFINITY);
  while (bw_keeper_get_trouble (f->keeper) != NULL)
    g_main_context_iteration (NULL, TRUE);
  keeping_wait (f);
  path = keeping_find_untitled (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.5);
}

/* Where nothing can be written, nothing else is opened and nothing closed. */
static void
test_full_leaving (Fixture      *f,
                   gconstpointer data)
{
  g_autofree char *other = keeping_path (f, "other.bellwether");
  g_autofree char *elsewhere = keeping_path (f, "elsewhere.bellwether");
  g_autofree char *said = NULL;

  keeping_take (f);
  keeping_save_as (f, other);
  keeping_close (f);
  keeping_take (f);
  keeping_wait (f);
  limit_files (100);
  keeping_nudge (f, 0.6);
  said = keeping_open_failing (f, other);
  g_test_message ("%s", said);
  g_assert_true (bw_keeper_get_untitled (f->keeper));
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.6);
  limit_files (RLIM_INFINITY);
  keeping_save_as (f, elsewhere);
  g_assert_cmpfloat (keeping_read_share (elsewhere), ==, 0.6);
  keeping_open (f, other);
}

/* Who changes their mind while a slow disk writes stays at work, and what they go on with is kept. */
static void
test_stay (Fixture      *f,
           gconstpointer data)
{
  g_autofree char *path = NULL;

  keeping_take (f);
  keeping_wait (f);
  path = keeping_find_untitled (f);
  keeping_nudge (f, 0.6);
  keeping_close_and_cancel (f);
  g_assert_nonnull (bw_keeper_get_name (f->keeper));
  g_assert_nonnull (bw_workspace_get_panel (f->workspace));
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.6);

  keeping_nudge (f, 0.3);
  keeping_close (f);
  g_assert_null (bw_workspace_get_panel (f->workspace));
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.3);
}

static void
test_moved_away (Fixture      *f,
                 gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autofree char *away = keeping_path (f, "b.bellwether");

  keeping_take (f);
  keeping_save_as (f, path);
  g_assert_cmpint (g_rename (path, away), ==, 0);
  keeping_nudge (f, 0.6);
  keeping_wait_for_trouble (f);
  g_test_message ("%s", bw_keeper_get_trouble (f->keeper));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpfloat (keeping_read_share (away), ==, 0.5);

  g_assert_cmpint (g_rename (away, path), ==, 0);
  keeping_nudge (f, 0.7);
  keeping_wait (f);
  g_assert_cmpfloat (keeping_read_share (path), ==, 0.7);
}

/* What somebody else put in the place is left alone, and the work saved elsewhere. */
static void
test_replaced (Fixture      *f,
               gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autofree char *other = keeping_path (f, "other.bellwether");
  g_autofree char *there = NULL;

  keeping_take (f);
  bw_keeper_add_note (f->keeper, "k1", "Called them");
  keeping_save_as (f, path);
  g_unlink (path);
  g_assert_true (g_file_set_contents (path, "a letter", -1, NULL));
  keeping_nudge (f, 0.6);
  keeping_wait_for_trouble (f);
  g_test_message ("%s", bw_keeper_get_trouble (f->keeper));

  keeping_save_as (f, other);
  g_assert_cmpstr (bw_keeper_get_trouble (f->keeper), ==, NULL);
  keeping_nudge (f, 0.7);
  keeping_wait (f);
  g_assert_true (g_file_get_contents (path, &there, NULL, NULL));
  g_assert_cmpstr (there, ==, "a letter");
  keeping_restart (f);
  keeping_open (f, other);
  g_assert_cmpfloat (fixture_share (f->workspace, PRO, USAGE), ==, 0.7);
  g_assert_cmpuint (bw_keeper_get_n_notes (f->keeper, "k1"), ==, 1);
}

/* A flipped bit anywhere: the file opens and says so, or is refused; it is never written. What opens can
 * go on under another name. */
static void
test_damaged (Fixture      *f,
              gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  g_autofree char *bytes = NULL;
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);
  gsize size;
  guint n_said = 0;

  keeping_take (f);
  keeping_nudge (f, 0.6);
  bw_keeper_add_note (f->keeper, "k1", "Called them");
  keeping_save_as (f, path);
  keeping_close (f);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));

  for (guint i = 0; i < 160; i++)
    {
      const gsize place = g_rand_int_range (rand, 0, size);
      const char bit = 1 << g_rand_int_range (rand, 0, 8);
      g_autofree char *saved = g_strdup_printf ("%s/saved-%u.bellwether", f->folder, i);
      g_autofree char *after = NULL;

      bytes[place] ^= bit;
      g_assert_true (g_file_set_contents (path, bytes, size, NULL));
      if (keeping_try_open (f, path))
        {
          n_said += bw_keeper_get_damage (f->keeper) != NULL;
          g_assert_cmpint (bw_keeper_get_damage (f->keeper) != NULL, ==, bw_keeper_get_read_only (f->keeper));
          if (bw_keeper_get_damage (f->keeper) != NULL)
            {
              keeping_nudge (f, 0.9);
              g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
              g_assert_cmpmem (after, size, bytes, size);
              keeping_save_as (f, saved);
              g_assert_false (bw_keeper_get_read_only (f->keeper));
              g_assert_cmpstr (bw_keeper_get_damage (f->keeper), ==, NULL);
              g_assert_cmpfloat (keeping_read_share (saved), ==, 0.9);
            }
          keeping_close (f);
        }
      bytes[place] ^= bit;
    }
  g_assert_cmpuint (n_said, >, 2);
}

/* Runs as a program of its own: nudges for ever, and says each that is in the file. */
static void G_GNUC_NORETURN
work (const char *folder,
      const char *path)
{
  Keeping f = { 0 };

  f.folder = g_strdup (folder);
  f.untitled = g_file_new_build_filename (folder, "untitled", NULL);
  f.workspace = bw_workspace_new ();
  f.keeper = bw_keeper_new (f.workspace, f.untitled);
  keeping_open (&f, path);
  for (guint i = 1;; i++)
    {
      keeping_nudge (&f, (i % 1000) / 1000.0);
      if (i % 3 == 0)
        keeping_wait (&f);
      if (i % 3 == 0)
        g_print ("%u\n", i);
    }
}

/* Killed at any moment: what was said to be in the file is, or something that came later. */
static void
test_killed (Fixture      *f,
             gconstpointer data)
{
  g_autofree char *path = keeping_path (f, "a.bellwether");
  const guint n_kills = g_test_slow () ? 200 : 12;

  keeping_take (f);
  keeping_save_as (f, path);
  keeping_close (f);

  for (guint i = 0; i < n_kills; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--work",
                                                       f->folder, path, NULL);
      GInputStream *out = g_subprocess_get_stdout_pipe (child);
      char said[65536] = "";
      gsize n = 0;
      guint number = 0;
      double share;

      g_assert_no_error (error);
      g_input_stream_read (out, said, 1, NULL, &error); /* it works */
      g_usleep (g_random_int_range (0, 60000));
      g_subprocess_force_exit (child);
      g_subprocess_wait (child, NULL, NULL);
      g_input_stream_read_all (out, said + 1, sizeof said - 2, &n, NULL, &error);
      g_assert_no_error (error);
      for (char *at = said; strchr (at, '\n') != NULL; at = strchr (at, '\n') + 1)
        number = strtoul (at, NULL, 10);

      share = keeping_settled_share (f, path) * 1000;
      g_assert_cmpfloat (share, >=, number - 0.5);
      g_assert_cmpfloat (share, <=, number + 6.5);
    }
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
    { "full", test_full },
    { "full-at-first", test_full_at_first },
    { "full-leaving", test_full_leaving },
    { "stay", test_stay },
    { "moved-away", test_moved_away },
    { "replaced", test_replaced },
    { "damaged", test_damaged },
    { "killed", test_killed },
  };

  signal (SIGXFSZ, SIG_IGN);
  program = argv[0];
  if (argc == 4 && g_str_equal (argv[1], "--work"))
    work (argv[2], argv[3]);

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/keeper-trouble/", cases[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, cases[i].test, tear_down);
    }

  return g_test_run ();
}
