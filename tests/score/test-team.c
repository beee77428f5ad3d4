/* The threads that stand by: all work is done once, however late a helper comes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/team.h"

#define N_ROUNDS 20000
#define N_PARTS 7

typedef struct
{
  gint next;
  gint done[N_PARTS];
} Work;

static void
do_parts (gpointer data,
          guint    worker)
{
  Work *work = data;

  g_assert_cmpuint (worker, <, 4);
  for (;;)
    {
      const gint part = g_atomic_int_add (&work->next, 1);

      if (part >= N_PARTS)
        return;
      g_atomic_int_inc (&work->done[part]);
    }
}

static void
test_team (gconstpointer data)
{
  const guint n_threads = GPOINTER_TO_UINT (data);
  g_autoptr(BwTeam) team = bw_team_new (n_threads);

  g_assert_cmpuint (bw_team_get_n_threads (team), ==, MAX (n_threads, 1));
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      Work work = { 0 };

      bw_team_run (team, do_parts, &work);
      for (guint i = 0; i < N_PARTS; i++)
        g_assert_cmpint (work.done[i], ==, 1);
    }
}

#define N_ROWS 100003 /* more than anybody does alone */

static void
mark_part (gpointer data,
           gsize    first,
           gsize    n,
           gsize    part)
{
  guint8 *marks = data;

  g_assert_cmpuint (first, ==, part * BW_TEAM_PART);
  for (gsize row = first; row < first + n; row++)
    marks[row]++;
}

static void
test_share (gconstpointer data)
{
  g_autofree guint8 *marks = g_malloc0 (N_ROWS + 1);

  bw_team_set_shared (GPOINTER_TO_UINT (data));
  for (guint round = 0; round < 100; round++)
    bw_team_share (N_ROWS, mark_part, marks);
  bw_team_set_shared (0);

  for (gsize row = 0; row < N_ROWS; row++)
    g_assert_cmpuint (marks[row], ==, 100);
  g_assert_cmpuint (marks[N_ROWS], ==, 0);
}

typedef struct
{
  guint8 *inner;
  gint    n_done;
} Nested;

static void
share_again (gpointer data,
             gsize    first,
             gsize    n,
             gsize    part)
{
  Nested *nested = data;

  if (part == 0)
    bw_team_share (N_ROWS, mark_part, nested->inner);
  g_atomic_int_inc (&nested->n_done);
}

/* Whoever finds the team at work does its own work alone, and waits for nobody. */
static void
test_busy (void)
{
  g_autofree guint8 *inner = g_malloc0 (N_ROWS);
  Nested nested = { inner, 0 };

  bw_team_set_shared (3);
  bw_team_share (N_ROWS, share_again, &nested);
  bw_team_set_shared (0);

  g_assert_cmpint (nested.n_done, ==, BW_TEAM_N_PARTS (N_ROWS));
  for (gsize row = 0; row < N_ROWS; row++)
    g_assert_cmpuint (inner[row], ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/score/team/none", GUINT_TO_POINTER (0), test_team);
  g_test_add_data_func ("/score/team/one", GUINT_TO_POINTER (1), test_team);
  g_test_add_data_func ("/score/team/two", GUINT_TO_POINTER (2), test_team);
  g_test_add_data_func ("/score/team/four", GUINT_TO_POINTER (4), test_team);
  g_test_add_data_func ("/score/team/share-alone", GUINT_TO_POINTER (1), test_share);
  g_test_add_data_func ("/score/team/share-four", GUINT_TO_POINTER (4), test_share);
  g_test_add_func ("/score/team/busy", test_busy);

  return g_test_run ();
}
