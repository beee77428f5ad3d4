/* A few threads that stand by for work which comes often and is over soon. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/team.h"

#define MOST_THREADS 16

/* Rows for which a second thread is not worth its start. */
#define FEW (4 * BW_TEAM_PART)

typedef struct
{
  BwTeam  *team;
  GThread *thread;
  guint    worker;
} Helper;

struct _BwTeam
{
  GMutex     lock;
  GCond      work_is_there;
  GCond      work_is_done;
  BwTeamFunc func;  /* NULL where there is nothing to do */
  gpointer   data;
  guint64    round; /* counts the calls of bw_team_run() */
  guint      n_busy;
  gboolean   over;
  guint      n_helpers;
  Helper     helpers[MOST_THREADS - 1];
};

static gpointer
stand_by (gpointer data)
{
  Helper *helper = data;
  BwTeam *self = helper->team;
  guint64 round = 0;

  g_mutex_lock (&self->lock);
  while (!self->over)
    {
      BwTeamFunc func = self->func;
      gpointer work = self->data;

      if (func == NULL || self->round == round)
        {
          g_cond_wait (&self->work_is_there, &self->lock);
          continue;
        }

      round = self->round;
      self->n_busy++;
      g_mutex_unlock (&self->lock);

      func (work, helper->worker);

      g_mutex_lock (&self->lock);
      self->n_busy--;
      if (self->n_busy == 0)
        g_cond_signal (&self->work_is_done);
    }
  g_mutex_unlock (&self->lock);

  return NULL;
}

/**
 * bw_team_new:
 * @n_threads: with the one that calls bw_team_run()
 *
 * Returns: (transfer full): a team
 */
BwTeam *
bw_team_new (guint n_threads)
{
  BwTeam *self = g_new0 (BwTeam, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->work_is_there);
  g_cond_init (&self->work_is_done);
  self->n_helpers = CLAMP (n_threads, 1, MOST_THREADS) - 1;
  for (guint i = 0; i < self->n_helpers; i++)
    {
      self->helpers[i].team = self;
      self->helpers[i].worker = i + 1;
      self->helpers[i].thread = g_thread_new ("score", stand_by, &self->helpers[i]);
    }

  return self;
}

void
bw_team_free (BwTeam *self)
{
  g_mutex_lock (&self->lock);
  self->over = TRUE;
  g_cond_broadcast (&self->work_is_there);
  g_mutex_unlock (&self->lock);

  for (guint i = 0; i < self->n_helpers; i++)
    g_thread_join (self->helpers[i].thread);

  g_mutex_clear (&self->lock);
  g_cond_clear (&self->work_is_there);
  g_cond_clear (&self->work_is_done);
  g_free (self);
}

guint
bw_team_get_n_threads (const BwTeam *self)
{
  return self->n_helpers + 1;
}

/**
 * bw_team_run:
 *
 * Runs @func in this thread and in all others that come in time, and returns when the work is
 * done. A helper that has not come by then does not begin.
 */
void
bw_team_run (BwTeam    *self,
             BwTeamFunc func,
             gpointer   data)
{
  if (self->n_helpers > 0)
    {
      g_mutex_lock (&self->lock);
      self->func = func;
      self->data = data;
      self->round++;
      g_cond_broadcast (&self->work_is_there);
      g_mutex_unlock (&self->lock);
    }

  func (data, 0);

  if (self->n_helpers > 0)
    {
      g_mutex_lock (&self->lock);
      self->func = NULL;
      while (self->n_busy > 0)
        g_cond_wait (&self->work_is_done, &self->lock);
      g_mutex_unlock (&self->lock);
    }
}

/* The rows of one call of bw_team_share(). */
typedef struct
{
  gsize      n_rows;
  BwPartFunc func;
  gpointer   data;
  gint       next; /* the part that is to be taken next, atomic */
} Shared;

static GMutex shared_lock; /* held while the team is at work */
static BwTeam *shared_team;

static void
do_parts (gpointer data,
          guint    worker)
{
  Shared *shared = data;

  for (;;)
    {
      const gsize part = g_atomic_int_add (&shared->next, 1);
      const gsize first = part * BW_TEAM_PART;

      if (first >= shared->n_rows)
        return;

      shared->func (shared->data, first, MIN (BW_TEAM_PART, shared->n_rows - first), part);
    }
}

/**
 * bw_team_share:
 * @func: called once for each part of the rows, in any order and by any thread
 *
 * Has the team that all share do the work, and returns when it is done. Few rows, or any while the
 * team works for another thread, are done by this thread alone: what comes out must not depend on
 * who did which part. There are %BW_TEAM_N_PARTS parts.
 */
void
bw_team_share (gsize      n_rows,
               BwPartFunc func,
               gpointer   data)
{
  Shared shared = { n_rows, func, data, 0 };

  if (n_rows < FEW || !g_mutex_trylock (&shared_lock))
    {
      do_parts (&shared, 0);
      return;
    }

  if (shared_team == NULL)
    shared_team = bw_team_new (g_get_num_processors ());
  bw_team_run (shared_team, do_parts, &shared);
  g_mutex_unlock (&shared_lock);
}

/**
 * bw_team_set_shared:
 * @n_threads: how many threads the shared team has from now on; 0 for as many as are useful
 *
 * For tests.
 */
void
bw_team_set_shared (guint n_threads)
{
  g_mutex_lock (&shared_lock);
  g_clear_pointer (&shared_team, bw_team_free);
  if (n_threads > 0)
    shared_team = bw_team_new (n_threads);
  g_mutex_unlock (&shared_lock);
}
