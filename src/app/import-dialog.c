/* What was understood of the files, to look at and to correct before it is used. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A correction makes another intake of the same files in a worker; until it is there the old one
 * stays on show. A correction that cannot be is said and taken back. */

#include "app/import-dialog.h"

#include "app/import-cells.h"
#include "app/message.h"
#include "workspace/problem-list.h"
#include "app/source-page.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwImportDialog
{
  AdwWindow parent_instance;

  BwWorkspace   *workspace;
  BwIntake      *intake;
  BwImportAnswer answer;
  gpointer       user_data;

  GPtrArray    *source_pages; /* BwSourcePage, one a file */
  GtkWidget    *problems;     /* scrolled window, or NULL without a problem */
  GCancellable *remapping;    /* NULL where nothing is under way */
  BwMapping    *wanted;       /* what is under way */
  gboolean      asks_date;

  AdwWindowTitle *title;
  GtkWidget      *accept;
  GtkSpinner     *spinner;
  GtkWidget      *date_bar;
  GtkMenuButton  *date_button;
  GtkPopover     *date_popover;
  GtkCalendar    *calendar;
  GtkStack       *stack;
};

G_DEFINE_FINAL_TYPE (BwImportDialog, bw_import_dialog, ADW_TYPE_WINDOW)

static void
give_answer (BwImportDialog *self,
             BwIntake       *intake)
{
  const BwImportAnswer answer = self->answer;

  if (answer == NULL)
    return;

  self->answer = NULL;
  answer (intake, self->user_data);
}

static gboolean
on_close_request (BwImportDialog *self)
{
  g_cancellable_cancel (self->remapping);
  give_answer (self, NULL);

  return GDK_EVENT_PROPAGATE;
}

static void
on_accept (BwImportDialog *self)
{
  g_autoptr(BwIntake) intake = bw_intake_ref (self->intake);
  const BwImportAnswer answer = self->answer;
  gpointer user_data = self->user_data;

  self->answer = NULL;
  gtk_window_destroy (GTK_WINDOW (self));
  answer (intake, user_data);
}

static char *
describe_panel (BwPanel *panel)
{
  const guint n_customers = bw_panel_get_n_customers (panel);
  const guint n_snapshots = bw_panel_get_n_snapshots (panel);
  const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel, n_snapshots - 1));
  g_autofree char *number = bw_format_number (n_customers, 0);
  g_autofree char *customers = g_strdup_printf (ngettext ("%s customer", "%s customers",
                                                          n_customers), number);
  g_autofree char *snapshots = g_strdup_printf (ngettext ("%u snapshot", "%u snapshots",
                                                          n_snapshots), n_snapshots);
  g_autofree char *day = isnan (date) ? g_strdup (_("no date")) :
                         bw_format_date (date, BW_DATE_FULL);

  /* TRANSLATORS: what the files come to: customers, snapshots, the date of the newest */
  return g_strdup_printf (_("%s · %s · %s"), customers, snapshots, day);
}

static GtkWidget *
make_problems (BwReport *report)
{
  g_autoptr(BwProblemList) list = bw_problem_list_new (report);
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_column_view_new (
    GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&list)))));

  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Problems"), -1);
  bw_import_cells_add_problems (GTK_COLUMN_VIEW (view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);

  return scrolled;
}

static void
show_problems (BwImportDialog *self)
{
  BwReport *report = bw_intake_get_report (self->intake);
  const gsize n_problems = bw_report_get_n_problems (report);
  g_autofree char *number = bw_format_number (n_problems, 0);
  g_autofree char *title = g_strdup_printf (ngettext ("%s problem", "%s problems", n_problems),
                                            number);
  gboolean shown = FALSE;

  if (self->problems != NULL)
    {
      shown = gtk_stack_get_visible_child (self->stack) == self->problems;
      gtk_stack_remove (self->stack, self->problems);
    }
  self->problems = NULL;
  if (n_problems == 0)
    return;

  self->problems = make_problems (report);
  gtk_stack_add_titled (self->stack, self->problems, "problems", title);
  if (shown)
    gtk_stack_set_visible_child (self->stack, self->problems);
}

static void
show_intake (BwImportDialog *self)
{
  BwPanel *panel = bw_intake_get_panel (self->intake);
  const double date =
    bw_snapshot_get_date (bw_panel_get_snapshot (panel, bw_panel_get_n_snapshots (panel) - 1));
  g_autofree char *subtitle = describe_panel (panel);

  adw_window_title_set_subtitle (self->title, subtitle);
  for (guint i = 0; i < self->source_pages->len; i++)
    bw_source_page_set_intake (g_ptr_array_index (self->source_pages, i), self->intake);
  show_problems (self);

  self->asks_date = self->asks_date || isnan (date);
  gtk_widget_set_visible (self->date_bar, self->asks_date);
  if (!isnan (date))
    {
      g_autofree char *day = bw_format_date (date, BW_DATE_FULL);

      gtk_menu_button_set_label (self->date_button, day);
    }
}

static void
set_busy (BwImportDialog *self,
          gboolean        busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (self->accept, !busy);
}

static void
on_remapped (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(BwImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = bw_workspace_remap_finish (self->workspace, result, &error);

  if (self->answer == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->remapping);
  g_clear_pointer (&self->wanted, bw_mapping_unref);
  set_busy (self, FALSE);
  if (intake == NULL)
    bw_message_show_error (GTK_WINDOW (self), _("That Does Not Fit"), error);
  else
    {
      bw_intake_unref (self->intake);
      self->intake = g_steal_pointer (&intake);
    }
  show_intake (self);
}

static void
on_mapping_wanted (BwImportDialog *self,
                   BwMapping      *mapping)
{
  bw_mapping_ref (mapping);
  g_clear_pointer (&self->wanted, bw_mapping_unref);
  self->wanted = mapping;
  for (guint i = 0; i < self->source_pages->len; i++)
    bw_source_page_set_wanted (g_ptr_array_index (self->source_pages, i), mapping);

  g_cancellable_cancel (self->remapping);
  g_clear_object (&self->remapping);
  self->remapping = g_cancellable_new ();
  set_busy (self, TRUE);
  bw_workspace_remap_async (self->workspace, self->intake, mapping, self->remapping,
                            on_remapped, g_object_ref (self));
}

static void
on_day_selected (BwImportDialog *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr(GDateTime) noon = g_date_time_new_utc (g_date_time_get_year (day),
                                                   g_date_time_get_month (day),
                                                   g_date_time_get_day_of_month (day), 12, 0, 0);
  const double days = (double) (g_date_time_difference (noon, epoch) / G_TIME_SPAN_DAY);
  g_autoptr(BwMapping) mapping = NULL;

  if (self->intake == NULL)
    return;

  mapping = bw_mapping_with_as_of (self->wanted != NULL ? self->wanted :
                                   bw_intake_get_mapping (self->intake), days);
  gtk_popover_popdown (self->date_popover);
  on_mapping_wanted (self, mapping);
}

static void
bw_import_dialog_dispose (GObject *object)
{
  BwImportDialog *self = BW_IMPORT_DIALOG (object);

  give_answer (self, NULL);
  g_clear_pointer (&self->source_pages, g_ptr_array_unref);
  g_clear_pointer (&self->intake, bw_intake_unref);
  g_clear_pointer (&self->wanted, bw_mapping_unref);
  g_clear_object (&self->remapping);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (bw_import_dialog_parent_class)->dispose (object);
}

static void
bw_import_dialog_class_init (BwImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportDialog, title);
  gtk_widget_class_bind_template_child (widget_class, BwImportDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, BwImportDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, BwImportDialog, date_bar);
  gtk_widget_class_bind_template_child (widget_class, BwImportDialog, date_button);
  gtk_widget_class_bind_template_child (widget_class, BwImportDialog, date_popover);
  gtk_widget_class_bind_template_child (widget_class, BwImportDialog, calendar);
  gtk_widget_class_bind_template_child (widget_class, BwImportDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_bind_template_callback (widget_class, on_accept);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_import_dialog_init (BwImportDialog *self)
{
  self->source_pages = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  set_busy (self, FALSE);
}

static void
add_sources (BwImportDialog *self)
{
  for (guint i = 0; i < bw_intake_get_n_sources (self->intake); i++)
    {
      const char *file_name = bw_source_get_file_name (bw_intake_get_source (self->intake, i));
      GtkWidget *page = bw_source_page_new (self->intake, i);
      g_autofree char *name = g_strdup_printf ("file-%u", i);

      g_signal_connect_object (page, "mapping-wanted",
                               G_CALLBACK (on_mapping_wanted), self, G_CONNECT_SWAPPED);
      gtk_stack_add_titled (self->stack, page, name, file_name);
      g_ptr_array_add (self->source_pages, page);
    }
}

/**
 * bw_import_dialog_ask:
 * @intake: what was read
 * @answer: called once, with what is to be used
 */
void
bw_import_dialog_ask (GtkWindow     *parent,
                      BwWorkspace   *workspace,
                      BwIntake      *intake,
                      BwImportAnswer answer,
                      gpointer       user_data)
{
  BwImportDialog *self = g_object_new (BW_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);

  self->workspace = g_object_ref (workspace);
  self->intake = bw_intake_ref (intake);
  self->answer = answer;
  self->user_data = user_data;
  add_sources (self);
  show_intake (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->accept);
}
