/* A group of metrics: its name, its share, and the rows of those that the segment uses. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/weight-group.h"

#include "format/format.h"
#include "widgets/figure-label.h"
#include "widgets/metric-place.h"
#include "widgets/name-popover.h"
#include "widgets/weight-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwWeightGroup
{
  GtkWidget parent_instance;

  BwWorkspace *workspace;
  guint        group;       /* of the model */
  GArray      *metrics;     /* guint, of the model */
  GPtrArray   *row_widgets; /* BwWeightRow, one a metric */

  GtkWidget *content;
  GtkLabel  *name;
  BwFigureLabel *percent;
  GtkWidget *more;
  GtkBox    *rows;
};

G_DEFINE_FINAL_TYPE (BwWeightGroup, bw_weight_group, GTK_TYPE_WIDGET)

static void
on_renamed (gpointer    user_data,
            const char *name)
{
  BwWeightGroup *self = user_data;

  if (!bw_group_rename (self->workspace, self->group, name, NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
rename_group (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  BwWeightGroup *self = BW_WEIGHT_GROUP (widget);

  bw_name_popover_ask (self->more, _("Name of the group"), gtk_label_get_label (self->name),
                       on_renamed, self);
}

static void
move (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  BwWeightGroup *self = BW_WEIGHT_GROUP (widget);

  bw_group_move (self->workspace, self->group, g_str_equal (action_name, "group.move-up"));
}

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

  g_type_ensure (BW_TYPE_FIGURE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/weight-group.ui");
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, content);
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, name);
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, percent);
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, more);
  gtk_widget_class_bind_template_child (widget_class, BwWeightGroup, rows);
  gtk_widget_class_install_action (widget_class, "group.rename", NULL, rename_group);
  gtk_widget_class_install_action (widget_class, "group.move-up", NULL, move);
  gtk_widget_class_install_action (widget_class, "group.move-down", NULL, move);
  gtk_widget_class_set_css_name (widget_class, "weightgroup");
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
  /* TRANSLATORS: %s is a group of metrics */
  g_autofree char *more = g_strdup_printf (_("More about the group %s"), name);

  self->group = group;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, more,
                                  -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.move-up",
                                 bw_group_find_neighbour (model, group, TRUE) != BW_NONE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "group.move-down",
                                 bw_group_find_neighbour (model, group, FALSE) != BW_NONE);
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
  bw_figure_label_set_text (self->percent, text);
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

/**
 * bw_weight_group_show_insights:
 *
 * Shows how firm each weight is and what it really does, where that is known.
 */
void
bw_weight_group_show_insights (BwWeightGroup *self,
                               BwInsights    *insights)
{
  const BwShareRange *ranges = bw_insights_get_ranges (insights);
  const BwMetricInsight *metrics = bw_insights_get_metrics (insights);

  g_return_if_fail (BW_IS_WEIGHT_GROUP (self));

  for (guint i = 0; i < self->metrics->len; i++)
    {
      const guint metric = g_array_index (self->metrics, guint, i);
      BwWeightRow *row = g_ptr_array_index (self->row_widgets, i);
      const gboolean known = ranges != NULL && ranges[metric].least <= ranges[metric].most;

      bw_weight_row_set_range (row, known ? ranges[metric].least : NAN,
                               known ? ranges[metric].most : NAN);
      bw_weight_row_set_influence (row, metrics != NULL ? metrics[metric].influence : NAN);
    }
}

/**
 * bw_weight_group_show_suggestion:
 * @suggestion: (nullable): weights that outcomes suggest
 * @segment: whose weights are shown
 *
 * Shows where each weight would go.
 */
void
bw_weight_group_show_suggestion (BwWeightGroup *self,
                                 BwSuggestion  *suggestion,
                                 guint          segment)
{
  g_return_if_fail (BW_IS_WEIGHT_GROUP (self));

  for (guint i = 0; i < self->metrics->len; i++)
    {
      const guint metric = g_array_index (self->metrics, guint, i);

      bw_weight_row_set_suggested (g_ptr_array_index (self->row_widgets, i), suggestion == NULL
                                   ? NAN : bw_suggestion_get_weight (suggestion, segment, metric)->to);
    }
}

/**
 * bw_weight_group_focus:
 * @metric: its id
 *
 * Returns: whether the metric is one of this group, and has the focus now
 */
gboolean
bw_weight_group_focus (BwWeightGroup *self,
                       const char    *metric)
{
  g_return_val_if_fail (BW_IS_WEIGHT_GROUP (self), FALSE);

  for (guint i = 0; i < self->row_widgets->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->row_widgets, i);

      if (g_strcmp0 (bw_weight_row_get_id (BW_WEIGHT_ROW (row)), metric) == 0)
        return gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }

  return FALSE;
}
