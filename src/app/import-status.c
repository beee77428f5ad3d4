/* The foot of the import assistant: what the files come to, or how far a worker has come. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-status.h"

#include "app/import-words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>

#define LOOK_MS 100

struct _BwImportStatus
{
  AdwBin parent_instance;

  BwImporting       *importing;
  BwProgressCounter *counter;
  guint              timer_id;

  GtkSpinner *spinner;
  GtkLabel   *label;
  GtkWidget  *stop;
};

G_DEFINE_FINAL_TYPE (BwImportStatus, bw_import_status, ADW_TYPE_BIN)

static void
on_stop (BwImportStatus *self)
{
  bw_importing_cancel (self->importing);
}

static void
show_result (BwImportStatus *self)
{
  g_autofree char *text = bw_import_describe_panel (bw_importing_get_facts (self->importing));

  gtk_label_set_label (self->label, bw_importing_get_intake (self->importing) != NULL ? text :
                       _("Nothing could be read yet"));
}

static void
show_progress (BwImportStatus *self)
{
  goffset n_bytes, n_total;
  gsize n_rows;
  g_autofree char *rows = NULL;
  g_autofree char *bytes = NULL;
  g_autofree char *text = NULL;

  bw_progress_counter_look (self->counter, &n_bytes, &n_total, &n_rows);
  rows = bw_import_count_rows (n_rows);
  bytes = bw_format_bytes (n_bytes);
  /* TRANSLATORS: files are read again; rows and bytes so far */
  text = n_bytes == 0 ? g_strdup (_("Working…")) :
         g_strdup_printf (_("Reading again… %s, %s"), rows, bytes);
  gtk_label_set_label (self->label, text);
}

static gboolean
on_look (gpointer user_data)
{
  show_progress (user_data);

  return G_SOURCE_CONTINUE;
}

static void
show (BwImportStatus *self)
{
  const gboolean busy = bw_importing_get_busy (self->importing);

  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_visible (self->stop, busy);
  g_clear_handle_id (&self->timer_id, g_source_remove);
  if (busy)
    {
      gtk_label_set_label (self->label, _("Working…"));
      self->timer_id = g_timeout_add (LOOK_MS, on_look, self);
    }
  else
    {
      bw_progress_count (0, 0, 0, self->counter);
      show_result (self);
    }
}

static void
bw_import_status_dispose (GObject *object)
{
  BwImportStatus *self = BW_IMPORT_STATUS (object);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_object (&self->importing);
  g_clear_pointer (&self->counter, bw_progress_counter_unref);

  G_OBJECT_CLASS (bw_import_status_parent_class)->dispose (object);
}

static void
bw_import_status_class_init (BwImportStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_status_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-status.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportStatus, spinner);
  gtk_widget_class_bind_template_child (widget_class, BwImportStatus, label);
  gtk_widget_class_bind_template_child (widget_class, BwImportStatus, stop);
  gtk_widget_class_bind_template_callback (widget_class, on_stop);
}

static void
bw_import_status_init (BwImportStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_import_status_follow:
 * @counter: what the worker of @importing counts with
 *
 * To be called once.
 */
void
bw_import_status_follow (BwImportStatus    *self,
                         BwImporting       *importing,
                         BwProgressCounter *counter)
{
  g_return_if_fail (BW_IS_IMPORT_STATUS (self));
  g_return_if_fail (self->importing == NULL);

  self->importing = g_object_ref (importing);
  self->counter = bw_progress_counter_ref (counter);
  g_signal_connect_object (importing, "notify::busy", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}
