/* The handles of a scale as a small table of values and scores, to be typed in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines stay the same widgets while handles are moved, so that a field that is typed in keeps
 * the focus; they are made anew where there are other handles. */

#include "widgets/scale-table.h"

#include "chart/category-bars.h"
#include "chart/unit.h"
#include "widgets/metric-edits.h"
#include "widgets/scale-line.h"
#include "widgets/workspace-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_UNKNOWN 8 /* texts of the data that are offered to be scored */

struct _BwScaleTable
{
  GtkWidget parent_instance;

  BwWorkspace *workspace;
  guint        metric;
  char        *built; /* what the lines were made for */
  BwPanel     *panel; /* and with */

  GtkWidget *box;
  GtkWidget *head;
  GtkBox    *lines;
  GtkBox    *unknown;
  GtkWidget *note;
  GtkWidget *space; /* of the head, over the buttons that remove */

  GtkSizeGroup *columns[BW_N_SCALE_COLUMNS];
};

G_DEFINE_FINAL_TYPE (BwScaleTable, bw_scale_table, GTK_TYPE_WIDGET)

static const BwMetric *
get_value (BwScaleTable *self)
{
  BwModel *model = self->workspace != NULL ? bw_workspace_get_model (self->workspace) : NULL;

  return model != NULL && self->metric < bw_model_get_n_metrics (model) ?
         bw_model_get_metric (model, self->metric) : NULL;
}

/* What the lines depend on besides the numbers in them. */
static char *
describe (BwScaleTable   *self,
          const BwMetric *value,
          const GArray   *handles)
{
  GString *text = g_string_new (NULL);
  const BwUnit unit = bw_unit_of (value, bw_workspace_get_panel (self->workspace));
  const BwDerivation *derivation = &value->derivation;

  g_string_append_printf (text, "%u %s %d %d %s %u %d %s %u", self->metric, value->id,
                          value->scale.type, derivation->type,
                          derivation->column != NULL ? derivation->column : "", unit.kind,
                          isnan (value->scale.other), unit.currency != NULL ? unit.currency : "",
                          handles->len);
  for (guint i = 0; i < handles->len; i++)
    {
      const BwHandle *handle = &g_array_index (handles, BwHandle, i);

      g_string_append_printf (text, "\n%s", handle->text != NULL ? handle->text : "");
    }

  return g_string_free (text, FALSE);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
on_score_unknown (BwScaleTable *self,
                  GtkWidget    *button)
{
  const char *text = g_object_get_data (G_OBJECT (button), "category");
  const BwMetric *value = get_value (self);
  g_autoptr(BwScale) scale = NULL;

  if (value == NULL)
    return;

  scale = *text == '\0' ? bw_scale_with_other (&value->scale, 50) :
          bw_scale_with_category (&value->scale, text, 50);
  bw_metric_edit_scale (self->workspace, self->metric, scale);
}

static void
offer (BwScaleTable *self,
       const char   *text,
       const char   *label)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *button = gtk_button_new_with_label (_("Give a score"));
  /* TRANSLATORS: gives a category a score; %s is the category */
  g_autofree char *spoken = g_strdup_printf (_("Score %s"), label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (name, "dim-label");
  gtk_widget_set_tooltip_text (name, label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_object_set_data_full (G_OBJECT (button), "category", g_strdup (text), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_score_unknown), self);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->unknown, row);
}

/* Texts of the data that have no score yet, each with a button that gives it one. */
static void
offer_unknown (BwScaleTable   *self,
               const BwMetric *value)
{
  g_autoptr(GArray) bars = NULL;
  BwView view;
  gsize n_missing;
  guint n = 0;

  clear (self->unknown);
  if (value->scale.type != BW_SCALE_CATEGORIES)
    return;

  bw_workspace_fill_view (self->workspace, &view);
  view.segment = BW_ALL_SEGMENTS;
  bars = bw_category_bars_new (&view, value, &n_missing);
  for (guint i = 0; i < bars->len && n < MOST_UNKNOWN; i++)
    {
      const BwCategoryBar *bar = &g_array_index (bars, BwCategoryBar, i);
      g_autofree char *label = NULL;

      if (bar->handle != BW_NONE)
        continue;
      label = bw_category_say (bw_workspace_get_panel (self->workspace), value, bar->text);
      offer (self, bar->text, label);
      n++;
    }
  if (value->scale.other != value->scale.other)
    offer (self, "", _("All others"));
}

static void
clear_lines (BwScaleTable *self)
{
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    bw_scale_line_rest (BW_SCALE_LINE (line));
  clear (self->lines);
}

static void
build (BwScaleTable   *self,
       const BwMetric *value,
       const GArray   *handles)
{
  const gboolean percentile = value->scale.type == BW_SCALE_PERCENTILE;

  clear_lines (self);
  for (guint i = 0; i < handles->len && !percentile; i++)
    gtk_box_append (self->lines, bw_scale_line_new (self->workspace, self->metric, i,
                                                    self->columns));
  gtk_widget_set_visible (self->head, !percentile && value->scale.type != BW_SCALE_CATEGORIES);
  gtk_widget_set_visible (self->note, percentile);
  offer_unknown (self, value);
}

/**
 * bw_scale_table_refresh:
 *
 * Shows the scale as it is in the draft.
 */
void
bw_scale_table_refresh (BwScaleTable *self)
{
  const BwMetric *value;
  g_autoptr(GArray) handles = NULL;
  g_autofree char *wanted = NULL;
  gboolean removes = FALSE;

  g_return_if_fail (BW_IS_SCALE_TABLE (self));

  value = get_value (self);
  if (value == NULL)
    return;

  handles = bw_scale_get_handles (&value->scale);
  wanted = describe (self, value, handles);
  if (g_strcmp0 (wanted, self->built) != 0 ||
      self->panel != bw_workspace_get_panel (self->workspace))
    {
      g_clear_pointer (&self->panel, bw_panel_unref);
      self->panel = bw_panel_ref (bw_workspace_get_panel (self->workspace));
      g_free (self->built);
      self->built = g_steal_pointer (&wanted);
      build (self, value, handles);
    }
  for (GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (self->lines)); line != NULL;
       line = gtk_widget_get_next_sibling (line))
    removes |= bw_scale_line_refresh (BW_SCALE_LINE (line));
  gtk_widget_set_visible (self->space, removes);
}

static void
bw_scale_table_dispose (GObject *object)
{
  BwScaleTable *self = BW_SCALE_TABLE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  for (guint i = 0; i < BW_N_SCALE_COLUMNS; i++)
    g_clear_object (&self->columns[i]);
  g_clear_pointer (&self->built, g_free);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->panel, bw_panel_unref);

  G_OBJECT_CLASS (bw_scale_table_parent_class)->dispose (object);
}

static void
bw_scale_table_class_init (BwScaleTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_scale_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scaletable");
}

static void
add_title (BwScaleTable *self,
           BwScaleColumn column,
           const char   *title)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_size_group_add_widget (self->columns[column], label);
  gtk_box_append (GTK_BOX (self->head), label);
}

static void
add_space (BwScaleTable *self)
{
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (self->head), space);
}

/* Over the numbers, which end at the right. */
static void
make_head (BwScaleTable *self)
{
  for (guint i = 0; i < BW_N_SCALE_COLUMNS; i++)
    self->columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->head, "caption");
  gtk_widget_add_css_class (self->head, "dim-label");
  add_title (self, BW_SCALE_VALUES, _("Value"));
  add_space (self);
  add_title (self, BW_SCALE_SCORES, _("Score"));
  self->space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_size_group_add_widget (self->columns[BW_SCALE_REMOVES], self->space);
  gtk_box_append (GTK_BOX (self->head), self->space);
}

static void
bw_scale_table_init (BwScaleTable *self)
{
  self->metric = BW_NONE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  make_head (self);
  self->lines = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  self->unknown = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  self->note = gtk_label_new (_("A customer scores by its place among all: who stands in the middle "
                                "scores 50."));
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->note), 0);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->unknown));
  gtk_box_append (GTK_BOX (self->box), self->note);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * bw_scale_table_set_metric:
 * @metric: of the workspace's draft
 */
void
bw_scale_table_set_metric (BwScaleTable *self,
                           BwWorkspace  *workspace,
                           guint         metric)
{
  g_return_if_fail (BW_IS_SCALE_TABLE (self));

  g_set_object (&self->workspace, workspace);
  self->metric = metric;
  if (workspace == NULL)
    {
      clear_lines (self);
      g_clear_pointer (&self->built, g_free);
      g_clear_pointer (&self->panel, bw_panel_unref);
    }
  bw_scale_table_refresh (self);
}
