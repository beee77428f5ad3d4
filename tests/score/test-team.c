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

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/score/team/none", GUINT_TO_POINTER (0), test_team);
  g_test_add_data_func ("/score/team/one", GUINT_TO_POINTER (1), test_team);
  g_test_add_data_func ("/score/team/two", GUINT_TO_POINTER (2), test_team);
  g_test_add_data_func ("/score/team/four", GUINT_TO_POINTER (4), test_team);

  return g_test_run ();
}
