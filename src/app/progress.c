/* How far a long read has come: counted in the worker's thread, shown when it takes a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The counter is shared by reference with the worker, so that neither has to wait for the other's
 * end. There is no dialog before it is worth one. */

#include "app/progress.h"

#include "app/progress-dialog.h"

#define PATIENCE_MS 400 /* before a dialog is worth a look */
#define LOOK_MS     100

typedef struct
{
  GMutex  lock;
  goffset n_bytes;
  goffset n_total;
  gsize   n_rows;
} Counter;

struct _BwProgress
{
  GtkWindow        *parent;
  char             *heading;
  GCancellable     *cancellable;
  Counter          *counter; /* g_atomic_rc_box */
  BwProgressDialog *dialog;  /* NULL until it is worth one */
  guint             timer_id;
};

static void
clear_counter (gpointer data)
{
  g_mutex_clear (&((Counter *) data)->lock);
}

static gboolean
on_look (gpointer user_data)
{
  BwProgress *self = user_data;
  goffset n_bytes, n_total;
  gsize n_rows;

  g_mutex_lock (&self->counter->lock);
  n_bytes = self->counter->n_bytes;
  n_total = self->counter->n_total;
  n_rows = self->counter->n_rows;
  g_mutex_unlock (&self->counter->lock);
  bw_progress_dialog_show (self->dialog, n_bytes, n_total, n_rows);

  return G_SOURCE_CONTINUE;
}

static gboolean
on_patience_ended (gpointer user_data)
{
  BwProgress *self = user_data;

  self->dialog = bw_progress_dialog_new (self->parent, self->heading, self->cancellable);
  on_look (self);
  gtk_window_present (GTK_WINDOW (self->dialog));
  self->timer_id = g_timeout_add (LOOK_MS, on_look, self);

  return G_SOURCE_REMOVE;
}

/**
 * bw_progress_new:
 * @heading: what is under way
 * @cancellable: what the dialog's button cancels
 */
BwProgress *
bw_progress_new (GtkWindow    *parent,
                 const char   *heading,
                 GCancellable *cancellable)
{
  BwProgress *self = g_new0 (BwProgress, 1);

  self->parent = g_object_ref (parent);
  self->heading = g_strdup (heading);
  self->cancellable = g_object_ref (cancellable);
  self->counter = g_atomic_rc_box_new0 (Counter);
  g_mutex_init (&self->counter->lock);
  self->timer_id = g_timeout_add (PATIENCE_MS, on_patience_ended, self);

  return self;
}

void
bw_progress_free (BwProgress *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  bw_progress_release_counter (self->counter);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->parent);
  g_free (self->heading);
  g_free (self);
}

/**
 * bw_progress_dup_counter:
 *
 * Returns: (transfer full): what bw_progress_count() takes; to be released when the worker has
 *   ended
 */
gpointer
bw_progress_dup_counter (BwProgress *self)
{
  return g_atomic_rc_box_acquire (self->counter);
}

void
bw_progress_release_counter (gpointer counter)
{
  g_atomic_rc_box_release_full (counter, clear_counter);
}

/**
 * bw_progress_count:
 *
 * A #BwProgressFunc, called in the worker's thread.
 */
void
bw_progress_count (goffset  n_bytes,
                   goffset  n_total,
                   gsize    n_rows,
                   gpointer counter)
{
  Counter *shared = counter;

  g_mutex_lock (&shared->lock);
  shared->n_bytes = n_bytes;
  shared->n_total = n_total;
  shared->n_rows = n_rows;
  g_mutex_unlock (&shared->lock);
}
