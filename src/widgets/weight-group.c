/* A group of metrics: its name, its share, and the rows of those that the segment uses. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/weight-group.h"

#include "format/format.h"
#include "widgets/weight-row.h"

#include <math.h>

struct _BwWeightGroup
{
  GtkWidget parent_instance;

  BwWorkspace *workspace;
  GArray      *metrics;     /* guint, of the model */
  GPtrArray   *row_widgets; /* BwWeightRow, one a metric */

  GtkWidget *content;
  GtkLabel  *name;
  GtkLabel  *percent;
  GtkBox    *rows;
};

G_DEFINE_FINAL_TYPE (BwWeightGroup, bw_weight_group, GTK_TYPE_WIDGET)

static void
bw_weight_group_dispose (GObject *object)
{
  BwWeightGroup *self = BW_WEIGHT_GROUP (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->metrics, g_array_unref);
  g_clear_pointer (&self->row_widgets, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_weight_group_parent_class)->dispose (object);
}

static void
bw_weight_group_class_init (BwWeightGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_weight_group_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/weight-group.ui");
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, content);
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, name);
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, percent);
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, rows);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bw_weight_group_init (BwWeightGroup *self)
{
  self->metrics = g_array_new (FALSE, FALSE, sizeof (guint));
  self->row_widgets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_weight_group_new:
 * @group: of the workspace's draft
 */
GtkWidget *
bw_weight_group_new (BwWorkspace *workspace,
                     guint        group)
{
  BwWeightGroup *self = g_object_new (BW_TYPE_WEIGHT_GROUP, NULL);
  const BwModel *model = bw_workspace_get_model (workspace);
  const char *name = bw_model_get_group (model, group)->name;

  self->workspace = g_object_ref (workspace);
  gtk_label_set_label (self->name, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (guint metric = 0; metric < bw_model_get_n_metrics (model); metric++)
    if (bw_model_get_metric (model, metric)->group == group)
      {
        GtkWidget *row = bw_weight_row_new (workspace, metric);

        gtk_box_append (self->rows, row);
        g_array_append_val (self->metrics, metric);
        g_ptr_array_add (self->row_widgets, row);
      }

  return GTK_WIDGET (self);
}

/**
 * bw_weight_group_set_shares:
 * @shares: one a metric of the model, NaN where the segment does not use it
 * @percents: what they show as
 * @baseline: the shares as opened, NaN where there is none
 */
void
bw_weight_group_set_shares (BwWeightGroup *self,
                            const double  *shares,
                            const guint   *percents,
                            const double  *baseline)
{
  g_autofree char *text = NULL;
  guint total = 0, n_used = 0;

  g_return_if_fail (BW_IS_WEIGHT_GROUP (self));

  for (guint i = 0; i < self->metrics->len; i++)
    {
      const guint metric = g_array_index (self->metrics, guint, i);
      BwWeightRow *row = g_ptr_array_index (self->row_widgets, i);
      const gboolean used = !isnan (shares[metric]);

      gtk_widget_set_visible (GTK_WIDGET (row), used);
      if (!used)
        continue;
      n_used++;
      total += percents[metric];
      bw_weight_row_set_share (row, shares[metric], percents[metric], baseline[metric]);
    }

  text = bw_format_percent (total / 100.0, 0);
  if (g_strcmp0 (gtk_label_get_label (self->percent), text) != 0)
    gtk_label_set_label (self->percent, text);
  gtk_widget_set_visible (GTK_WIDGET (self), n_used > 0);
}

/**
 * bw_weight_group_show_locks:
 *
 * Brings the locks up to date with the workspace's chosen segment.
 */
void
bw_weight_group_show_locks (BwWeightGroup *self)
{
  g_return_if_fail (BW_IS_WEIGHT_GROUP (self));

  for (guint i = 0; i < self->metrics->len; i++)
    bw_weight_row_set_locked (g_ptr_array_index (self->row_widgets, i),
                              bw_workspace_get_locked (self->workspace,
                                                       g_array_index (self->metrics, guint, i)));
}
