/* What was imported into the workspace: listed, dated anew, taken back, put back, added to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked for is worked out anew from the kept files, by a worker, and can be cancelled; until
 * it is done everything stands as it was. */

#include "app/imports-dialog.h"

#include "app/import-row.h"
#include "app/import-words.h"
#include "app/message.h"
#include "app/progress.h"
#include "app/report-dialog.h"
#include "app/toast.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>

struct _BwImportsDialog
{
  AdwWindow parent_instance;

  BwKeeper     *keeper;
  GCancellable *cancellable;
  BwProgress   *progress; /* while something is under way, or NULL */
  gint64        asked;    /* which import is being taken back or put back */
  gboolean      removing;
  AdwToast     *undo;     /* that offers to take it back, or NULL */

  AdwToastOverlay *toasts;
  GtkWidget       *content;
  GtkWidget       *more;
  GtkListBox      *standing;
  GtkWidget       *removed_group;
  GtkListBox      *removed;
  GtkWidget       *snapshots_group;
  GtkListBox      *snapshots;
};

G_DEFINE_FINAL_TYPE (BwImportsDialog, bw_imports_dialog, ADW_TYPE_WINDOW)

static void
begin (BwImportsDialog *self,
       const char      *heading)
{
  g_autoptr(BwProgressCounter) counter = bw_progress_counter_new ();

  if (self->undo != NULL)
    adw_toast_dismiss (self->undo);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->content, FALSE);
  self->progress = bw_progress_new (GTK_WINDOW (self), heading, self->cancellable, counter);
}

/* Returns: whether the dialog is still there. */
static gboolean
finish (BwImportsDialog *self)
{
  g_clear_pointer (&self->progress, bw_progress_free);
  if (self->keeper == NULL)
    return FALSE;

  gtk_widget_set_sensitive (self->content, TRUE);

  return TRUE;
}

static void set_removed (BwImportsDialog *self,
                         gint64           import,
                         gboolean         removed);

/* The toast goes by itself when its button is clicked. */
static void
on_undo (BwImportsDialog *self)
{
  g_clear_weak_pointer (&self->undo);
  set_removed (self, self->asked, !self->removing);
}

static void
offer_undo (BwImportsDialog *self)
{
  const char *text = self->removing ? _("Import removed") : _("Import put back");
  AdwToast *toast = bw_toast_say (self->toasts, text);

  g_set_weak_pointer (&self->undo, toast);
  adw_toast_set_button_label (toast, _("Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo), self, G_CONNECT_SWAPPED);
}

static void
on_set_removed (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(BwImportsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean done = bw_keeper_set_removed_finish (BW_KEEPER (source), result, &error);

  if (!finish (self))
    return;
  if (done)
    offer_undo (self);
  else
    bw_message_show_error (GTK_WINDOW (self), self->removing ? _("Could Not Remove the Import") :
                           _("Could Not Put the Import Back"), error);
}

static void
set_removed (BwImportsDialog *self,
             gint64           import,
             gboolean         removed)
{
  self->asked = import;
  self->removing = removed;
  begin (self, removed ? _("Removing the Import") : _("Putting the Import Back"));
  bw_keeper_set_removed_async (self->keeper, import, removed, self->cancellable, on_set_removed,
                               g_object_ref (self));
}

static void
on_remove (BwImportsDialog *self,
           gint64           import,
           gboolean         removed)
{
  set_removed (self, import, removed);
}

static void show (BwImportsDialog *self);

static void
on_date_set (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BwImportsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean done = bw_keeper_set_date_finish (BW_KEEPER (source), result, &error);

  if (!finish (self))
    return;
  if (!done)
    bw_message_show_error (GTK_WINDOW (self), _("Could Not Change the Date of the File"), error);
  show (self);
}

static void
on_dated (BwImportsDialog *self,
          gint64           file,
          double           date)
{
  begin (self, _("Changing the Date of the File"));
  bw_keeper_set_date_async (self->keeper, file, date, self->cancellable, on_date_set,
                            g_object_ref (self));
}

static void
on_report_read (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(BwImportsDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwReport) report = bw_keeper_get_report_finish (BW_KEEPER (source), result, &error);

  if (!finish (self))
    return;
  if (report != NULL)
    bw_report_dialog_present (GTK_WINDOW (self), report);
  else
    bw_message_show_error (GTK_WINDOW (self), _("Could Not Read the Report"), error);
}

static void
on_report (BwImportsDialog *self,
           gint64           import)
{
  begin (self, _("Reading the Report"));
  bw_keeper_get_report_async (self->keeper, import, self->cancellable, on_report_read,
                              g_object_ref (self));
}

static void
on_more (BwImportsDialog *self)
{
  g_autoptr(GtkWindow) parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    g_object_ref (parent);
  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.import", NULL);
}

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static guint
count_standing (BwKeeper *keeper)
{
  guint n = 0;

  for (guint i = 0; i < bw_keeper_get_n_imports (keeper); i++)
    n += !bw_keeper_get_import (keeper, i)->removed;

  return n;
}

/* The newest first. */
static void
show_imports (BwImportsDialog *self)
{
  const gboolean writable = !bw_keeper_get_read_only (self->keeper);
  const gboolean alone = count_standing (self->keeper) == 1;
  gboolean any_removed = FALSE;

  empty (self->standing);
  empty (self->removed);
  for (guint i = bw_keeper_get_n_imports (self->keeper); i > 0; i--)
    {
      const BwImport *import = bw_keeper_get_import (self->keeper, i - 1);
      GtkWidget *row = bw_import_row_new (import, writable, alone);

      g_signal_connect_object (row, "remove", G_CALLBACK (on_remove), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "dated", G_CALLBACK (on_dated), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (row, "report", G_CALLBACK (on_report), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (import->removed ? self->removed : self->standing, row);
      any_removed |= import->removed;
    }
  gtk_widget_set_visible (self->removed_group, any_removed);
}

static void
add_snapshot (BwImportsDialog *self,
              BwSnapshot      *snapshot)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *date = bw_format_date (bw_snapshot_get_date (snapshot), BW_DATE_FULL);
  g_autofree char *customers = bw_import_count_customers (bw_snapshot_get_n_rows (snapshot));
  GtkWidget *label = gtk_label_new (customers);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dim-label");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), date);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->snapshots, row);
}

static void
show_snapshots (BwImportsDialog *self)
{
  BwPanel *panel = bw_workspace_get_panel (bw_keeper_get_workspace (self->keeper));
  const guint n = panel == NULL ? 0 : bw_panel_get_n_snapshots (panel);

  empty (self->snapshots);
  for (guint i = n; i > 0; i--)
    add_snapshot (self, bw_panel_get_snapshot (panel, i - 1));
  gtk_widget_set_visible (self->snapshots_group, n > 0);
}

static void
show (BwImportsDialog *self)
{
  show_imports (self);
  show_snapshots (self);
  gtk_widget_set_sensitive (self->more, !bw_keeper_get_read_only (self->keeper));
}

static void
bw_imports_dialog_dispose (GObject *object)
{
  BwImportsDialog *self = BW_IMPORTS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_weak_pointer (&self->undo);
  g_clear_pointer (&self->progress, bw_progress_free);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (bw_imports_dialog_parent_class)->dispose (object);
}

static void
bw_imports_dialog_class_init (BwImportsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_imports_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/imports-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, BwImportsDialog, content);
  gtk_widget_class_bind_template_child (widget_class, BwImportsDialog, more);
  gtk_widget_class_bind_template_child (widget_class, BwImportsDialog, standing);
  gtk_widget_class_bind_template_child (widget_class, BwImportsDialog, removed_group);
  gtk_widget_class_bind_template_child (widget_class, BwImportsDialog, removed);
  gtk_widget_class_bind_template_child (widget_class, BwImportsDialog, snapshots_group);
  gtk_widget_class_bind_template_child (widget_class, BwImportsDialog, snapshots);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_imports_dialog_init (BwImportsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_imports_dialog_present:
 * @keeper: of what is open
 */
void
bw_imports_dialog_present (GtkWindow *parent,
                           BwKeeper  *keeper)
{
  BwImportsDialog *self = g_object_new (BW_TYPE_IMPORTS_DIALOG, "transient-for", parent, NULL);

  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (keeper, "imports-changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (bw_keeper_get_workspace (keeper), "data-changed", G_CALLBACK (show),
                           self, G_CONNECT_SWAPPED);
  show (self);
  gtk_window_present (GTK_WINDOW (self));
}
