/* What can be done with a metric wherever it is shown: open, duplicate, remove; told to the window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The widget that asks may be gone when the edit is done, since it shows what is edited. */

#include "widgets/metric-actions.h"

#include "widgets/metric-place.h"

#include <glib/gi18n-lib.h>

/**
 * bw_metric_open:
 * @widget: in a window
 * @id: of a metric; "" for one to be added
 *
 * Opens the metric's editor.
 */
void
bw_metric_open (GtkWidget  *widget,
                const char *id)
{
  gtk_widget_activate_action (widget, "win.edit", "(ss)", "metric", id);
}

/**
 * bw_metric_open_duplicate:
 *
 * Adds a copy of a metric and opens its editor.
 */
void
bw_metric_open_duplicate (GtkWidget   *widget,
                          BwWorkspace *workspace,
                          guint        metric)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr(GError) error = NULL;
  g_autofree char *id = bw_metric_duplicate (workspace, metric, &error);

  if (id != NULL)
    bw_metric_open (window, id);
  else
    gtk_widget_activate_action (window, "win.say", "s", error->message);
}

/**
 * bw_metric_remove_and_say:
 *
 * Removes a metric, with a way back in what is said of it; says why where it cannot be removed.
 */
void
bw_metric_remove_and_say (GtkWidget   *widget,
                          BwWorkspace *workspace,
                          guint        metric)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  const char *name = bw_model_get_metric (bw_workspace_get_model (workspace), metric)->name;
  /* TRANSLATORS: %s is a metric's name */
  g_autofree char *said = g_strdup_printf (_("“%s” removed"), name);
  g_autoptr(GError) error = NULL;

  if (bw_metric_remove (workspace, metric, &error))
    gtk_widget_activate_action (window, "win.say-done", "s", said);
  else
    gtk_widget_activate_action (window, "win.say", "s", error->message);
}
