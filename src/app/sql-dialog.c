/* The model as one SELECT for a warehouse: for which one, over which table, what comes out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/sql-dialog.h"

#include "app/file-dialog.h"
#include "app/message.h"
#include "app/toast.h"
#include "files/replace.h"
#include "model/sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _BwSqlDialog
{
  AdwWindow parent_instance;

  BwModel   *model;    /* NULL once it is disposed of */
  GSettings *settings; /* or NULL */
  char      *text;     /* or NULL where there can be none */

  AdwToastOverlay *toasts;
  GtkWidget       *save;
  GtkStack        *stack;
  GtkTextBuffer   *buffer;
  AdwStatusPage   *problem;
  AdwComboRow     *dialect;
  GtkEditable     *table;
  GtkEditable     *key;
  GtkEditable     *date;
  GtkSwitch       *names;
  GtkSwitch       *ranks;
  GtkSwitch       *reason;
  GtkSwitch       *groups;
  GtkSwitch       *metrics;
};

G_DEFINE_FINAL_TYPE (BwSqlDialog, bw_sql_dialog, ADW_TYPE_WINDOW)

/* What a row says; nothing for the name that it would have by itself. */
static const char *
get_name (GtkEditable *row)
{
  const char *name = gtk_editable_get_text (row);

  return *name == '\0' ? NULL : name;
}

static void
update (BwSqlDialog *self)
{
  g_autoptr(GError) error = NULL;
  BwSqlOptions options;

  if (self->model == NULL)
    return;

  options = (BwSqlOptions) {
    .dialect = MIN (adw_combo_row_get_selected (self->dialect), BW_N_SQL_DIALECTS - 1),
    .table = get_name (self->table),
    .key = get_name (self->key),
    .date = get_name (self->date),
    .with_names = gtk_switch_get_active (self->names),
    .with_rank = gtk_switch_get_active (self->ranks),
    .with_reason = gtk_switch_get_active (self->reason),
    .with_groups = gtk_switch_get_active (self->groups),
    .with_metrics = gtk_switch_get_active (self->metrics),
  };

  g_free (self->text);
  self->text = bw_model_to_sql (self->model, &options, &error);
  if (self->text != NULL)
    gtk_text_buffer_set_text (self->buffer, self->text, -1);
  else
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem, escaped);
    }
  gtk_stack_set_visible_child_name (self->stack, self->text != NULL ? "text" : "problem");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sql.save", self->text != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sql.copy", self->text != NULL);
}

/* For the next time. */
static void
remember (BwSqlDialog *self)
{
  if (self->settings == NULL)
    return;

  g_settings_set_string (self->settings, "sql-dialect",
                         bw_sql_dialect_get_id (adw_combo_row_get_selected (self->dialect)));
  g_settings_set_string (self->settings, "sql-table", gtk_editable_get_text (self->table));
  g_settings_set_string (self->settings, "sql-key", gtk_editable_get_text (self->key));
  g_settings_set_string (self->settings, "sql-date", gtk_editable_get_text (self->date));
}

/* Puts a name as it was for the last SELECT. */
static void
recall_name (BwSqlDialog *self,
             GtkEditable *row,
             const char  *setting,
             const char  *otherwise)
{
  g_autofree char *name = self->settings == NULL ? NULL : g_settings_get_string (self->settings, setting);

  gtk_editable_set_text (row, name == NULL || *name == '\0' ? otherwise : name);
}

static void
recall (BwSqlDialog *self)
{
  g_autofree char *id = NULL;
  BwSqlDialect dialect;

  recall_name (self, self->table, "sql-table", BW_SQL_TABLE);
  recall_name (self, self->key, "sql-key", BW_SQL_KEY);
  recall_name (self, self->date, "sql-date", BW_SQL_DATE);
  if (self->settings == NULL)
    return;

  id = g_settings_get_string (self->settings, "sql-dialect");
  if (bw_sql_dialect_find (id, &dialect))
    adw_combo_row_set_selected (self->dialect, dialect);
}

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  BwSqlDialog *self = BW_SQL_DIALOG (widget);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), self->text);
  remember (self);
  bw_toast_say (self->toasts, _("Copied"));
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BwSqlDialog) self = user_data;
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  /* TRANSLATORS: %s is a file's name */
  g_autofree char *text = g_strdup_printf (_("Saved “%s”"), name);
  g_autoptr(GError) error = NULL;
  const gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  g_application_release (g_application_get_default ());
  if (self->model == NULL)
    return;

  update (self);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL)
    gtk_widget_grab_focus (self->save);
  if (saved)
    bw_toast_say (self->toasts, text);
  else
    bw_message_show_error (GTK_WINDOW (self), _("Could Not Save the SQL"), error);
}

/* Runs in a worker thread. */
static void
write_file (GTask        *task,
            gpointer      source,
            gpointer      bytes,
            GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (bw_replace_bytes (source, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* While the file is written the program does not end, and what was chosen may change. */
static void
on_place_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  BwSqlDialog *self = user_data;
  g_autoptr(GTask) task = NULL;

  if (self->text == NULL)
    return;

  remember (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sql.save", FALSE);
  g_application_hold (g_application_get_default ());
  task = g_task_new (files[0], NULL, on_saved, g_object_ref (self));
  g_task_set_task_data (task, g_bytes_new (self->text, strlen (self->text)), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, write_file);
}

static void
save (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  static const BwFileKind kind = { N_("SQL"), { "*.sql" } };

  bw_file_dialog_save (GTK_WINDOW (widget), _("Save SQL"), &kind, _("scores.sql"), on_place_chosen,
                       widget);
}

static void
fill_dialects (BwSqlDialog *self)
{
  const char *names[BW_N_SQL_DIALECTS + 1] = { NULL };
  g_autoptr(GtkStringList) list = NULL;

  for (guint i = 0; i < BW_N_SQL_DIALECTS; i++)
    names[i] = bw_sql_dialect_get_name (i);
  list = gtk_string_list_new (names);
  adw_combo_row_set_model (self->dialect, G_LIST_MODEL (list));
}

static void
bw_sql_dialog_dispose (GObject *object)
{
  BwSqlDialog *self = BW_SQL_DIALOG (object);

  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (bw_sql_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, save);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, buffer);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, dialect);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, table);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, key);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, date);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, names);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, ranks);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, groups);
  gtk_widget_class_bind_template_child (widget_class, BwSqlDialog, metrics);
}

static void
bw_sql_dialog_class_init (BwSqlDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_sql_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/sql-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "sql.save", NULL, save);
  gtk_widget_class_install_action (widget_class, "sql.copy", NULL, copy);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "sql.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_sql_dialog_init (BwSqlDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_sql_dialog_present:
 * @settings: (nullable): remembers database and names
 *
 * Shows the model on screen as SQL.
 */
void
bw_sql_dialog_present (GtkWindow   *parent,
                       BwWorkspace *workspace,
                       GSettings   *settings)
{
  BwSqlDialog *self = g_object_new (BW_TYPE_SQL_DIALOG, "transient-for", parent, NULL);

  g_set_object (&self->settings, settings);
  fill_dialects (self);
  recall (self);
  self->model = bw_model_ref (bw_workspace_get_model (workspace));
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->save);
}
