/* The thread in which one open file is used: jobs one after the other, in the order they came. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/keeper-queue.h"

struct _BwQueue
{
  GThreadPool *pool; /* of one thread at most */
  GMutex       lock;
  GCond        idle;
  guint        n_jobs; /* not yet done */
};

typedef struct
{
  GTask          *task;
  GTaskThreadFunc func;
} Job;

static void
run_job (gpointer data,
         gpointer user_data)
{
  BwQueue *self = user_data;
  Job *job = data;

  job->func (job->task, g_task_get_source_object (job->task), g_task_get_task_data (job->task),
             g_task_get_cancellable (job->task));
  g_object_unref (job->task);
  g_free (job);

  g_mutex_lock (&self->lock);
  self->n_jobs--;
  g_cond_broadcast (&self->idle);
  g_mutex_unlock (&self->lock);
}

BwQueue *
bw_queue_new (void)
{
  BwQueue *self = g_new0 (BwQueue, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->idle);
  self->pool = g_thread_pool_new (run_job, self, 1, FALSE, NULL);

  return self;
}

/**
 * bw_queue_push:
 * @func: is given @task with its data, and returns by it
 *
 * Runs @func when all jobs that came before are done.
 */
void
bw_queue_push (BwQueue        *self,
               GTask          *task,
               GTaskThreadFunc func)
{
  Job *job = g_new (Job, 1);

  job->task = g_object_ref (task);
  job->func = func;
  g_mutex_lock (&self->lock);
  self->n_jobs++;
  g_mutex_unlock (&self->lock);
  g_thread_pool_push (self->pool, job, NULL);
}

/**
 * bw_queue_wait:
 * @patience: microseconds
 *
 * Returns: whether all jobs are done that came so far
 */
gboolean
bw_queue_wait (BwQueue *self,
               gint64   patience)
{
  const gint64 end = g_get_monotonic_time () + patience;
  gboolean in_time = TRUE;
  gboolean done;

  g_mutex_lock (&self->lock);
  while (in_time && self->n_jobs > 0)
    in_time = g_cond_wait_until (&self->idle, &self->lock, end);
  done = self->n_jobs == 0;
  g_mutex_unlock (&self->lock);

  return done;
}

/**
 * bw_queue_end:
 * @self: (transfer full): no job comes any more
 * @patience: microseconds to wait for the jobs that did
 *
 * Returns: whether all jobs are done; where not, they go on as long as the program does
 */
gboolean
bw_queue_end (BwQueue *self,
              gint64   patience)
{
  if (!bw_queue_wait (self, patience))
    return FALSE;

  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->idle);
  g_free (self);

  return TRUE;
}
