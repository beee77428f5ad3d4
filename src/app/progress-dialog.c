/* The dialog of a long read: a bar, a count, and a button to cancel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/progress-dialog.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

struct _BwProgressDialog
{
  AdwWindow parent_instance;

  GCancellable *cancellable;

  GtkLabel       *heading;
  GtkProgressBar *bar;
  GtkLabel       *detail;
  GtkWidget      *cancel;
};

G_DEFINE_FINAL_TYPE (BwProgressDialog, bw_progress_dialog, ADW_TYPE_WINDOW)

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

  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (bw_progress_dialog_parent_class)->dispose (object);
}

static void
bw_progress_dialog_class_init (BwProgressDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_progress_dialog_dispose;

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
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_progress_dialog_new:
 * @cancellable: what the button cancels
 */
BwProgressDialog *
bw_progress_dialog_new (GtkWindow    *parent,
                        const char   *heading,
                        GCancellable *cancellable)
{
  BwProgressDialog *self = g_object_new (BW_TYPE_PROGRESS_DIALOG,
                                         "transient-for", parent,
                                         "application", gtk_window_get_application (parent),
                                         "title", heading, NULL);

  self->cancellable = g_object_ref (cancellable);
  gtk_label_set_label (self->heading, heading);

  return self;
}

/**
 * bw_progress_dialog_show:
 * @n_total: bytes in all, 0 where that is not known
 *
 * Shows how far the read has come.
 */
void
bw_progress_dialog_show (BwProgressDialog *self,
                         goffset           n_bytes,
                         goffset           n_total,
                         gsize             n_rows)
{
  g_autofree char *rows = bw_format_number (n_rows, 0);
  g_autofree char *bytes = bw_format_bytes (n_bytes);
  /* TRANSLATORS: how far a read has come: rows and bytes ("20,000 rows, 1.5 MB") */
  g_autofree char *text = g_strdup_printf (ngettext ("%s row, %s", "%s rows, %s", n_rows),
                                           rows, bytes);

  g_return_if_fail (BW_IS_PROGRESS_DIALOG (self));

  if (n_total > 0)
    gtk_progress_bar_set_fraction (self->bar, MIN (1.0, n_bytes / (double) n_total));
  else
    gtk_progress_bar_pulse (self->bar);
  gtk_label_set_label (self->detail, n_bytes == 0 && n_rows == 0 ? "" : text);
}
