/* How far a long read has come: counted in the worker's thread, shown when it takes a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There is no dialog before it is worth one. */

#include "app/progress.h"

#include "app/progress-dialog.h"

#define PATIENCE_MS 400 /* before a dialog is worth a look */
#define LOOK_MS     100

struct _BwProgress
{
  GtkWindow         *parent;
  char              *heading;
  GCancellable      *cancellable;
  BwProgressCounter *counter;
  BwProgressDialog  *dialog; /* NULL until it is worth one */
  guint              timer_id;
};

static gboolean
on_look (gpointer user_data)
{
  BwProgress *self = user_data;
  goffset n_bytes, n_total;
  gsize n_rows;

  bw_progress_counter_look (self->counter, &n_bytes, &n_total, &n_rows);
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
 * @counter: what the worker counts with
 */
BwProgress *
bw_progress_new (GtkWindow         *parent,
                 const char        *heading,
                 GCancellable      *cancellable,
                 BwProgressCounter *counter)
{
  BwProgress *self = g_new0 (BwProgress, 1);

  self->parent = g_object_ref (parent);
  self->heading = g_strdup (heading);
  self->cancellable = g_object_ref (cancellable);
  self->counter = bw_progress_counter_ref (counter);
  self->timer_id = g_timeout_add (PATIENCE_MS, on_patience_ended, self);

  return self;
}

void
bw_progress_free (BwProgress *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  bw_progress_counter_unref (self->counter);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->parent);
  g_free (self->heading);
  g_free (self);
}
