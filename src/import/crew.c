/* A few threads that take numbered pieces of work off the hands of the one that asks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/crew.h"

#define MAX_HANDS 4

struct _BwCrew
{
  GThread *threads[MAX_HANDS - 1];
  guint    n_wanted;
  guint    n_threads;

  GMutex mutex; /* guards all below */
  GCond  begun;
  GCond  done;
  BwPieceFunc func;
  gpointer    user_data;
  guint       n_pieces;
  guint       next;   /* the piece that nobody has yet */
  guint       n_open; /* pieces that are not done */
  gboolean    leaving;
};

/**
 * bw_crew_new:
 * @n_hands: threads at work, the one that asks included; 0 for as many as there are processors, up
 *   to four
 *
 * Threads are started with the first work. Where there is but one hand, there are none.
 *
 * Returns: (transfer full): the crew
 */
BwCrew *
bw_crew_new (guint n_hands)
{
  BwCrew *self = g_new0 (BwCrew, 1);

  self->n_wanted = CLAMP (n_hands > 0 ? n_hands : g_get_num_processors (), 1, MAX_HANDS) - 1;
  g_mutex_init (&self->mutex);
  g_cond_init (&self->begun);
  g_cond_init (&self->done);

  return self;
}

/* Does a piece that nobody has yet. Called and left with the mutex held. */
static void
take_piece (BwCrew *self)
{
  const guint piece = self->next++;
  const BwPieceFunc func = self->func;
  gpointer user_data = self->user_data;

  g_mutex_unlock (&self->mutex);
  func (piece, user_data);
  g_mutex_lock (&self->mutex);

  if (--self->n_open == 0)
    g_cond_signal (&self->done);
}

static gpointer
work (gpointer data)
{
  BwCrew *self = data;

  g_mutex_lock (&self->mutex);
  while (!self->leaving)
    {
      if (self->next < self->n_pieces)
        take_piece (self);
      else
        g_cond_wait (&self->begun, &self->mutex);
    }
  g_mutex_unlock (&self->mutex);

  return NULL;
}

/* Where no thread can be had, there are fewer hands, and the work is done all the same. */
static void
hire (BwCrew *self)
{
  while (self->n_threads < self->n_wanted)
    {
      GThread *thread = g_thread_try_new ("bw-crew", work, self, NULL);

      if (thread == NULL)
        self->n_wanted = self->n_threads;
      else
        self->threads[self->n_threads++] = thread;
    }
}

/**
 * bw_crew_begin:
 * @func: called once for each piece; pieces are begun in the order of their numbers
 *
 * Begins work on @n_pieces, after all that was begun before is done. The caller may go on, and has to
 * leave alone what the pieces touch until bw_crew_finish().
 */
void
bw_crew_begin (BwCrew     *self,
               guint       n_pieces,
               BwPieceFunc func,
               gpointer    user_data)
{
  bw_crew_finish (self);
  hire (self);

  g_mutex_lock (&self->mutex);
  self->func = func;
  self->user_data = user_data;
  self->n_pieces = n_pieces;
  self->next = 0;
  self->n_open = n_pieces;
  g_cond_broadcast (&self->begun);
  g_mutex_unlock (&self->mutex);
}

/**
 * bw_crew_finish:
 *
 * Lends a hand, and returns when all that was begun is done.
 */
void
bw_crew_finish (BwCrew *self)
{
  g_mutex_lock (&self->mutex);
  while (self->next < self->n_pieces)
    take_piece (self);
  while (self->n_open > 0)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);
}

/**
 * bw_crew_free:
 *
 * Finishes what was begun, and lets the threads go.
 */
void
bw_crew_free (BwCrew *self)
{
  bw_crew_finish (self);

  g_mutex_lock (&self->mutex);
  self->leaving = TRUE;
  g_cond_broadcast (&self->begun);
  g_mutex_unlock (&self->mutex);
  for (guint i = 0; i < self->n_threads; i++)
    g_thread_join (self->threads[i]);

  g_cond_clear (&self->done);
  g_cond_clear (&self->begun);
  g_mutex_clear (&self->mutex);
  g_free (self);
}
