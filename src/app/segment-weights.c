/* Gives a segment the weights of another, and says where its own are moved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/segment-weights.h"

#include "widgets/segment-edit.h"

#include <glib/gi18n-lib.h>

struct _BwSegmentWeights
{
  AdwBin parent_instance;

  BwWorkspace *workspace;
  guint        segment;

  GtkDropDown *copy_from;
};

G_DEFINE_FINAL_TYPE (BwSegmentWeights, bw_segment_weights, ADW_TYPE_BIN)

static void
copy (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  BwSegmentWeights *self = BW_SEGMENT_WEIGHTS (widget);
  BwModel *model = bw_workspace_get_model (self->workspace);
  const guint selected = gtk_drop_down_get_selected (self->copy_from);
  g_autofree char *step = NULL;
  BwSegment value;
  guint from;

  if (selected + 1 >= bw_model_get_n_segments (model))
    return;

  from = selected < self->segment ? selected : selected + 1;
  value = *bw_model_get_segment (model, self->segment);
  value.shares = bw_model_get_segment (model, from)->shares;
  /* TRANSLATORS: a step of undo; %s is the segment that weights are copied to */
  step = g_strdup_printf (_("Copy Weights to “%s”"), value.name);
  bw_segment_change (self->workspace, self->segment, &value, step, NULL);
}

static void
bw_segment_weights_dispose (GObject *object)
{
  g_clear_object (&BW_SEGMENT_WEIGHTS (object)->workspace);

  G_OBJECT_CLASS (bw_segment_weights_parent_class)->dispose (object);
}

static void
bw_segment_weights_class_init (BwSegmentWeightsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_segment_weights_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/segment-weights.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSegmentWeights, copy_from);
  gtk_widget_class_install_action (widget_class, "segment-weights.copy", NULL, copy);
}

static void
bw_segment_weights_init (BwSegmentWeights *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_segment_weights_show:
 * @segment: of the workspace's model, whose weights may be replaced
 */
void
bw_segment_weights_show (BwSegmentWeights *self,
                         BwWorkspace      *workspace,
                         guint             segment)
{
  BwModel *model = bw_workspace_get_model (workspace);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const guint selected = gtk_drop_down_get_selected (self->copy_from);

  g_return_if_fail (BW_IS_SEGMENT_WEIGHTS (self));

  g_set_object (&self->workspace, workspace);
  self->segment = segment;
  for (guint i = 0; i < bw_model_get_n_segments (model); i++)
    if (i != segment)
      gtk_string_list_append (names, bw_model_get_segment (model, i)->name);
  gtk_drop_down_set_model (self->copy_from, G_LIST_MODEL (names));
  if (selected < g_list_model_get_n_items (G_LIST_MODEL (names)))
    gtk_drop_down_set_selected (self->copy_from, selected);
  gtk_widget_set_visible (GTK_WIDGET (self), bw_model_get_n_segments (model) > 1);
}
