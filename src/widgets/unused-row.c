/* A metric that the chosen segment does not use, with a button to take it into use. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/unused-row.h"

#include "widgets/metric-actions.h"

#include <glib/gi18n-lib.h>

struct _BwUnusedRow
{
  AdwActionRow parent_instance;

  BwWorkspace *workspace;
  guint        metric;
  GtkWidget   *use;
};

G_DEFINE_FINAL_TYPE (BwUnusedRow, bw_unused_row, ADW_TYPE_ACTION_ROW)

static void
on_use (BwUnusedRow *self)
{
  bw_workspace_set_used (self->workspace, self->metric, TRUE);
}

static void
on_activated (BwUnusedRow *self)
{
  bw_metric_open (GTK_WIDGET (self), bw_model_get_metric (bw_workspace_get_model (self->workspace),
                                                          self->metric)->id);
}

static void
bw_unused_row_dispose (GObject *object)
{
  g_clear_object (&BW_UNUSED_ROW (object)->workspace);

  G_OBJECT_CLASS (bw_unused_row_parent_class)->dispose (object);
}

static void
bw_unused_row_class_init (BwUnusedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_unused_row_dispose;
}

static void
bw_unused_row_init (BwUnusedRow *self)
{
  self->use = gtk_button_new_with_label (_("Use"));
  gtk_widget_set_valign (self->use, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->use, "clicked", G_CALLBACK (on_use), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->use);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  g_signal_connect (self, "activated", G_CALLBACK (on_activated), NULL);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

GtkWidget *
bw_unused_row_new (BwWorkspace *workspace,
                   guint        metric)
{
  BwUnusedRow *self = g_object_new (BW_TYPE_UNUSED_ROW, NULL);
  const BwMetric *row = bw_model_get_metric (bw_workspace_get_model (workspace), metric);
  /* TRANSLATORS: %s is a metric's name */
  g_autofree char *name = g_strdup_printf (_("Use %s"), row->name);

  self->workspace = g_object_ref (workspace);
  self->metric = metric;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), row->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), row->caption == NULL ? "" : row->caption);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->use),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}
