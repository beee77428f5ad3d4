/* How far a long read has come, with a button to cancel it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The worker writes into a counter that the dialog looks at now and then: it is counted by
 * reference, so that neither has to wait for the other's end. */

#include "app/progress-dialog.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

#define PATIENCE_MS 400 /* before the dialog is worth a look */
#define LOOK_MS     100

typedef struct
{
  GMutex  lock;
  goffset n_bytes;
  goffset n_total;
  gsize   n_rows;
} Counter;

struct _BwProgressDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable;
  Counter      *counter; /* g_atomic_rc_box */
  guint         patience_id;
  guint         look_id;

  GtkLabel       *heading;
  GtkProgressBar *bar;
  GtkLabel       *detail;
  GtkWidget      *cancel;
};

G_DEFINE_FINAL_TYPE (BwProgressDialog, bw_progress_dialog, ADW_TYPE_WINDOW)

static void
clear_counter (gpointer data)
{
  g_mutex_clear (&((Counter *) data)->lock);
}

static gboolean
on_look (gpointer user_data)
{
  BwProgressDialog *self = user_data;
  g_autofree char *rows = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;
  Counter now;

  g_mutex_lock (&self->counter->lock);
  now.n_bytes = self->counter->n_bytes;
  now.n_total = self->counter->n_total;
  now.n_rows = self->counter->n_rows;
  g_mutex_unlock (&self->counter->lock);

  if (now.n_total > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, now.n_bytes / (double) now.n_total));
  else
    gtk_progress_bar_pulse (self->bar);
  rows = bw_format_number (now.n_rows, 0);
  bytes = bw_format_bytes (now.n_bytes);
  /* TRANSLATORS: how far a read has come: rows and bytes ("20,000 rows, 1.5 MB") */
  text = g_strdup_printf (ngettext ("%s row, %s", "%s rows, %s", now.n_rows), rows, bytes);
  gtk_label_set_label (self->detail, text);

  return G_SOURCE_CONTINUE;
}

static gboolean
on_patience_ended (gpointer user_data)
{
  BwProgressDialog *self = user_data;

  self->patience_id = 0;
  self->look_id = g_timeout_add (LOOK_MS, on_look, self);
  on_look (self);
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static void
on_cancel (BwProgressDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->cancel, FALSE);
}

/* Closing is cancelling: the dialog goes when the worker has stopped. */
static gboolean
on_close_request (BwProgressDialog *self)
{
  on_cancel (self);
  return GDK_EVENT_STOP;
}

static void
bw_progress_dialog_dispose (GObject *object)
{
  BwProgressDialog *self = BW_PROGRESS_DIALOG (object);

  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_handle_id (&self->look_id, g_source_remove);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), BW_TYPE_PROGRESS_DIALOG);

  G_OBJECT_CLASS (bw_progress_dialog_parent_class)->dispose (object);
}

static void
bw_progress_dialog_finalize (GObject *object)
{
  g_atomic_rc_box_release_full (BW_PROGRESS_DIALOG (object)->counter, clear_counter);

  G_OBJECT_CLASS (bw_progress_dialog_parent_class)->finalize (object);
}

static void
bw_progress_dialog_class_init (BwProgressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_progress_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_progress_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/progress-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwProgressDialog, heading);
  gtk_widget_class_bind_template_child (widget_class, BwProgressDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, BwProgressDialog, detail);
  gtk_widget_class_bind_template_child (widget_class, BwProgressDialog, cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_progress_dialog_init (BwProgressDialog *self)
{
  self->counter = g_atomic_rc_box_new0 (Counter);
  g_mutex_init (&self->counter->lock);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->patience_id = g_timeout_add (PATIENCE_MS, on_patience_ended, self);
}

/**
 * bw_progress_dialog_new:
 * @cancellable: what the button cancels
 *
 * Returns: a dialog that shows itself in a moment, until it is destroyed
 */
BwProgressDialog *
bw_progress_dialog_new (GtkWindow    *parent,
                        const char   *heading,
                        GCancellable *cancellable)
{
  BwProgressDialog *self = g_object_new (BW_TYPE_PROGRESS_DIALOG,
                                         "transient-for", parent, "title", heading, NULL);

  self->cancellable = g_object_ref (cancellable);
  gtk_label_set_label (self->heading, heading);

  return self;
}

/**
 * bw_progress_dialog_get_data:
 *
 * Returns: (transfer full): what bw_progress_dialog_report() takes; released with
 *   g_atomic_rc_box_release() when the worker has ended, before the dialog is destroyed
 */
gpointer
bw_progress_dialog_get_data (BwProgressDialog *self)
{
  g_return_val_if_fail (BW_IS_PROGRESS_DIALOG (self), NULL);

  return g_atomic_rc_box_acquire (self->counter);
}

/**
 * bw_progress_dialog_report:
 *
 * A #BwProgressFunc, called in the worker's thread.
 */
void
bw_progress_dialog_report (goffset  n_bytes,
                           goffset  n_total,
                           gsize    n_rows,
                           gpointer user_data)
{
  Counter *counter = user_data;

  g_mutex_lock (&counter->lock);
  counter->n_bytes = n_bytes;
  counter->n_total = n_total;
  counter->n_rows = n_rows;
  g_mutex_unlock (&counter->lock);
}
