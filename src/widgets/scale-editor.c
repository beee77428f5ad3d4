/* Everything that shapes a metric's scale: its kind, presets, the chart with handles, the table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/scale-editor.h"

#include "chart/words.h"
#include "widgets/choice-words.h"
#include "widgets/metric-edits.h"
#include "widgets/same-strings.h"
#include "widgets/scale-chart.h"
#include "widgets/scale-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_CATEGORIES 24 /* distinct numbers that can be scored one by one */

struct _BwScaleEditor
{
  BwLive parent_instance;

  guint       metric;
  GArray     *kinds; /* BwScaleType, in the order of the drop-down */
  int         first_kind; /* which the metric had when it was opened, or −1 */
  char       *known; /* what the lists were made for */
  gboolean    filling;

  GtkWidget     *add;
  GtkMenuButton *presets;
  GtkDropDown   *kind;
  BwScaleChart  *chart;
  BwScaleTable  *table;
  GtkLabel      *note;
};

G_DEFINE_FINAL_TYPE (BwScaleEditor, bw_scale_editor, BW_TYPE_LIVE)

static const char *const kind_names[BW_N_SCALES] = {
  [BW_SCALE_LINEAR] = N_("Straight line"),
  [BW_SCALE_CURVE] = N_("Curve"),
  [BW_SCALE_STEPS] = N_("Steps"),
  [BW_SCALE_CATEGORIES] = N_("Categories"),
  [BW_SCALE_PERCENTILE] = N_("Place among all"),
};

static const BwMetric *
get_value (BwScaleEditor *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwModel *model = workspace != NULL ? bw_workspace_get_model (workspace) : NULL;

  return model != NULL && self->metric < bw_model_get_n_metrics (model) ?
         bw_model_get_metric (model, self->metric) : NULL;
}

static gboolean
is_coded (BwScaleEditor  *self,
          const BwMetric *value)
{
  BwPanel *panel = bw_workspace_get_panel (bw_live_get_workspace (BW_LIVE (self)));

  return bw_derivation_is_coded (&value->derivation, panel);
}

/* Whether the values, numbers of a column, are few enough to be scored one by one. */
static gboolean
are_few (BwScaleEditor  *self,
         const BwMetric *value)
{
  BwPanel *panel = bw_workspace_get_panel (bw_live_get_workspace (BW_LIVE (self)));
  BwSnapshot *newest = bw_panel_get_snapshot (panel, bw_panel_get_n_snapshots (panel) - 1);
  const guint column = bw_panel_find_column (panel, value->derivation.column);
  const gsize n_rows = column == BW_NONE ? 0 : bw_snapshot_get_n_rows (newest);
  const double *numbers = n_rows == 0 ? NULL
                          : bw_column_get_numbers (bw_snapshot_get_column (newest, column));
  double seen[MOST_CATEGORIES];
  guint n_seen = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      guint i = 0;

      while (i < n_seen && seen[i] != numbers[row])
        i++;
      if (i < n_seen || isnan (numbers[row]))
        continue;
      if (n_seen == MOST_CATEGORIES)
        return FALSE;
      seen[n_seen++] = numbers[row];
    }

  return TRUE;
}

static gboolean
goes_with (BwScaleEditor  *self,
           const BwMetric *value,
           BwScaleType     type)
{
  if (is_coded (self, value))
    return type == BW_SCALE_CATEGORIES;

  return type != BW_SCALE_CATEGORIES ||
         (value->derivation.type == BW_DERIVE_COLUMN && are_few (self, value));
}

static void
fill_kinds (BwScaleEditor  *self,
            const BwMetric *value)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const BwScaleType first = self->first_kind < 0 ? value->scale.type : (BwScaleType) self->first_kind;

  self->first_kind = first;
  g_array_set_size (self->kinds, 0);
  for (BwScaleType type = 0; type < BW_N_SCALES; type++)
    {
      if (type != first && !goes_with (self, value, type))
        continue;
      gtk_string_list_append (names, _(kind_names[type]));
      g_array_append_val (self->kinds, type);
    }
  if (!bw_same_strings (gtk_drop_down_get_model (self->kind), G_LIST_MODEL (names)))
    gtk_drop_down_set_model (self->kind, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->kind), self->kinds->len > 1);
}

static void
append_preset (GMenu               *menu,
               const BwScalePreset *preset)
{
  GMenuItem *item = g_menu_item_new (g_dgettext (GETTEXT_PACKAGE, preset->name), NULL);

  g_menu_item_set_action_and_target (item, "scale.preset", "s", preset->id);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

/* The menu is made when it is opened: what is proposed first hangs on all values. */
static void
fill_presets (GtkMenuButton *button,
              gpointer       user_data)
{
  BwScaleEditor *self = user_data;
  const BwMetric *value = get_value (self);
  gsize n_rows, n_presets;
  g_autofree double *raw = NULL;
  const BwScalePreset *presets = bw_scale_presets (&n_presets);
  const BwScalePreset *best;
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new ();
  g_autoptr(GMenu) others = g_menu_new ();

  if (value == NULL)
    return;

  raw = bw_metric_list_raw (bw_live_get_workspace (BW_LIVE (self)), value, &n_rows);
  best = bw_scale_preset_for (value->name, raw, n_rows);
  g_menu_append (first, value->scale.type == BW_SCALE_LINEAR ?
                 _("Fit to the Data (5th to 95th Percentile)") : _("Fit to the Data"), "scale.fit");
  if (best != NULL)
    append_preset (first, best);
  for (gsize i = 0; i < n_presets; i++)
    {
      if (&presets[i] != best)
        append_preset (others, &presets[i]);
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (others));
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/* The lists depend on the metric and its values; they are left alone while a handle is moved. */
static void
fill_lists (BwScaleEditor  *self,
            const BwMetric *value)
{
  const BwDerivation *derivation = &value->derivation;
  g_autofree char *wanted =
    g_strdup_printf ("%s\n%s\n%d %s %s %u %d %d", value->id, value->name, derivation->type,
                     derivation->column, derivation->other != NULL ? derivation->other : "",
                     derivation->snapshots, derivation->percent, value->scale.type);

  if (g_strcmp0 (wanted, self->known) == 0)
    return;

  g_free (self->known);
  self->known = g_steal_pointer (&wanted);
  fill_kinds (self, value);
  gtk_widget_set_visible (GTK_WIDGET (self->presets), !is_coded (self, value));
}

static void
show_kind (BwScaleEditor  *self,
           const BwMetric *value)
{
  const BwScaleType type = value->scale.type;

  for (guint i = 0; i < self->kinds->len; i++)
    {
      if (g_array_index (self->kinds, BwScaleType, i) == type &&
          gtk_drop_down_get_selected (self->kind) != i)
        gtk_drop_down_set_selected (self->kind, i);
    }
  gtk_widget_set_visible (self->add, type == BW_SCALE_CURVE || type == BW_SCALE_STEPS);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scale.add",
                                 value->scale.n_points < BW_MAX_SHAPED_POINTS);
}

/* What nobody sees at a glance: two goalposts that are one, why there can be no more points. */
static char *
say_limits (BwScaleEditor  *self,
            const BwMetric *value)
{
  const BwScaleType type = value->scale.type;

  if ((type == BW_SCALE_CURVE || type == BW_SCALE_STEPS) &&
      value->scale.n_points >= BW_MAX_SHAPED_POINTS)
    return g_strdup_printf (ngettext ("A scale has at most %d point: remove one to add another.",
                                      "A scale has at most %d points: remove one to add another.",
                                      BW_MAX_SHAPED_POINTS), BW_MAX_SHAPED_POINTS);

  return bw_words_gate (value, bw_workspace_get_panel (bw_live_get_workspace (BW_LIVE (self))));
}

static void
show_note (BwScaleEditor  *self,
           const BwMetric *value)
{
  g_autofree char *text = say_limits (self, value);

  gtk_label_set_label (self->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), text != NULL);
}

static void
bw_scale_editor_refresh (BwLive  *live,
                         BwChange changes)
{
  BwScaleEditor *self = BW_SCALE_EDITOR (live);
  const BwMetric *value = get_value (self);

  if (value == NULL)
    return;

  self->filling = TRUE;
  if (changes & BW_CHANGE_DATA)
    g_clear_pointer (&self->known, g_free);
  fill_lists (self, value);
  show_kind (self, value);
  show_note (self, value);
  self->filling = FALSE;
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_RESULTS | BW_CHANGE_SEGMENT))
    {
      bw_scale_chart_set_metric (self->chart, bw_live_get_workspace (live), self->metric);
      bw_scale_table_set_metric (self->table, bw_live_get_workspace (live), self->metric);
    }
}

static void
take_scale (BwScaleEditor *self,
            BwScaleType    type,
            gboolean       from_data)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  const BwMetric *value = get_value (self);
  gsize n_rows;
  g_autofree double *raw = bw_metric_list_raw (workspace, value, &n_rows);
  g_autoptr(BwScale) scale = bw_scale_to_type (from_data ? NULL : &value->scale, type, raw, n_rows);

  if (scale != NULL)
    bw_metric_edit_scale (workspace, self->metric, scale);
}

static void
on_kind_selected (BwScaleEditor *self)
{
  const guint selected = gtk_drop_down_get_selected (self->kind);

  if (self->filling || get_value (self) == NULL || selected >= self->kinds->len)
    return;

  take_scale (self, g_array_index (self->kinds, BwScaleType, selected), FALSE);
}

static void
fit (GtkWidget  *widget,
     const char *action_name,
     GVariant   *parameter)
{
  BwScaleEditor *self = BW_SCALE_EDITOR (widget);

  if (get_value (self) != NULL)
    take_scale (self, get_value (self)->scale.type, TRUE);
}

static void
choose_preset (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BwScaleEditor *self = BW_SCALE_EDITOR (widget);
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  gsize n_presets;
  const BwScalePreset *presets = bw_scale_presets (&n_presets);

  for (gsize i = 0; i < n_presets && get_value (self) != NULL; i++)
    {
      BwMetric value = *get_value (self);
      g_autofree char *step = NULL;

      if (!g_str_equal (presets[i].id, g_variant_get_string (parameter, NULL)))
        continue;
      value.scale = presets[i].scale;
      value.hurts = presets[i].hurts;
      value.check = FALSE;
      step = bw_metric_name_scale_step (workspace, self->metric);
      bw_metric_edit (workspace, self->metric, &value, step, NULL);
    }
}

static void
add_point (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  bw_scale_chart_add_behind (BW_SCALE_EDITOR (widget)->chart);
}

static void
bw_scale_editor_dispose (GObject *object)
{
  BwScaleEditor *self = BW_SCALE_EDITOR (object);

  g_clear_pointer (&self->kinds, g_array_unref);
  g_clear_pointer (&self->known, g_free);

  G_OBJECT_CLASS (bw_scale_editor_parent_class)->dispose (object);
}

static void
bw_scale_editor_class_init (BwScaleEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_scale_editor_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_scale_editor_refresh;

  g_type_ensure (BW_TYPE_SCALE_CHART);
  g_type_ensure (BW_TYPE_SCALE_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/scale-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BwScaleEditor, add);
  gtk_widget_class_bind_template_child (widget_class, BwScaleEditor, presets);
  gtk_widget_class_bind_template_child (widget_class, BwScaleEditor, kind);
  gtk_widget_class_bind_template_child (widget_class, BwScaleEditor, chart);
  gtk_widget_class_bind_template_child (widget_class, BwScaleEditor, table);
  gtk_widget_class_bind_template_child (widget_class, BwScaleEditor, note);
  gtk_widget_class_bind_template_callback (widget_class, on_kind_selected);
  gtk_widget_class_install_action (widget_class, "scale.fit", NULL, fit);
  gtk_widget_class_install_action (widget_class, "scale.preset", "s", choose_preset);
  gtk_widget_class_install_action (widget_class, "scale.add", NULL, add_point);
}

static void
bw_scale_editor_init (BwScaleEditor *self)
{
  self->metric = BW_NONE;
  self->first_kind = -1;
  self->kinds = g_array_new (FALSE, FALSE, sizeof (BwScaleType));
  gtk_widget_init_template (GTK_WIDGET (self));
  bw_choice_words_show_in_list (self->kind, _("Kind of scale"));
  gtk_menu_button_set_create_popup_func (self->presets, fill_presets, self, NULL);
}

/**
 * bw_scale_editor_set_metric:
 * @metric: of the draft, or %BW_NONE
 */
void
bw_scale_editor_set_metric (BwScaleEditor *self,
                            guint          metric)
{
  g_return_if_fail (BW_IS_SCALE_EDITOR (self));

  if (metric == self->metric)
    return;

  self->metric = metric;
  self->first_kind = -1;
  g_clear_pointer (&self->known, g_free);
  if (metric == BW_NONE)
    {
      bw_scale_chart_set_metric (self->chart, NULL, BW_NONE);
      bw_scale_table_set_metric (self->table, NULL, BW_NONE);
    }
  if (bw_live_get_workspace (BW_LIVE (self)) != NULL &&
      bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) != NULL)
    bw_scale_editor_refresh (BW_LIVE (self), BW_CHANGE_DATA);
}
