/* How far a worker has come: counted in its thread, looked at in another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by reference, so that neither thread has to wait for the other's end. */

#include "app/progress-counter.h"

struct _BwProgressCounter
{
  GMutex  lock;
  goffset n_bytes;
  goffset n_total;
  gsize   n_rows;
};

static void
clear (gpointer data)
{
  g_mutex_clear (&((BwProgressCounter *) data)->lock);
}

BwProgressCounter *
bw_progress_counter_new (void)
{
  BwProgressCounter *self = g_atomic_rc_box_new0 (BwProgressCounter);

  g_mutex_init (&self->lock);

  return self;
}

BwProgressCounter *
bw_progress_counter_ref (BwProgressCounter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
bw_progress_counter_unref (BwProgressCounter *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * bw_progress_counter_look:
 * @n_bytes: (out): read so far
 * @n_total: (out): bytes in all, 0 where that is not known
 * @n_rows: (out): read so far
 */
void
bw_progress_counter_look (BwProgressCounter *self,
                          goffset           *n_bytes,
                          goffset           *n_total,
                          gsize             *n_rows)
{
  g_mutex_lock (&self->lock);
  *n_bytes = self->n_bytes;
  *n_total = self->n_total;
  *n_rows = self->n_rows;
  g_mutex_unlock (&self->lock);
}

/**
 * bw_progress_count:
 * @counter: a #BwProgressCounter
 *
 * A #BwProgressFunc, called in the worker's thread.
 */
void
bw_progress_count (goffset  n_bytes,
                   goffset  n_total,
                   gsize    n_rows,
                   gpointer counter)
{
  BwProgressCounter *self = counter;

  g_mutex_lock (&self->lock);
  self->n_bytes = n_bytes;
  self->n_total = n_total;
  self->n_rows = n_rows;
  g_mutex_unlock (&self->lock);
}
