/* The report of an import, to look at again later. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/report-dialog.h"

#include "app/import-problems.h"

#include <glib/gi18n-lib.h>

struct _BwReportDialog
{
  AdwWindow parent_instance;

  GtkWidget        *clean;
  BwImportProblems *problems;
};

G_DEFINE_FINAL_TYPE (BwReportDialog, bw_report_dialog, ADW_TYPE_WINDOW)

static void
bw_report_dialog_class_init (BwReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (BW_TYPE_IMPORT_PROBLEMS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, BwReportDialog, clean);
  gtk_widget_class_bind_template_child (widget_class, BwReportDialog, problems);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_report_dialog_init (BwReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
bw_report_dialog_present (GtkWindow *parent,
                          BwReport  *report)
{
  BwReportDialog *self = g_object_new (BW_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
  const gboolean clean = bw_report_get_n_problems (report) == 0;

  gtk_widget_set_visible (self->clean, clean);
  gtk_widget_set_visible (GTK_WIDGET (self->problems), !clean);
  if (!clean)
    bw_import_problems_show_report (self->problems, report);
  gtk_window_present (GTK_WINDOW (self));
}
