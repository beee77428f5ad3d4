/* Where a metric's values come from: a column, or what is worked out from columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other values need another scale: with each choice the scale is fitted to them, all in one step. */

#include "app/metric-source.h"

#include "app/combo-words.h"
#include "app/metric-proposal.h"
#include "widgets/metric-edits.h"
#include "widgets/same-strings.h"

#include <glib/gi18n-lib.h>

struct _BwMetricSource
{
  BwLive parent_instance;

  guint      metric;
  GPtrArray *columns; /* const char, borrowed from the panel: the choices of both lists */
  GArray    *types;   /* BwDerivationType */
  char      *filled;  /* what the lists were made for */
  gboolean   filling;

  AdwComboRow   *type;
  AdwComboRow   *column;
  AdwComboRow   *other;
  GtkWidget     *snapshots_row;
  GtkSpinButton *snapshots;
  GtkWidget     *percent_row;
  GtkSwitch     *percent;
};

G_DEFINE_FINAL_TYPE (BwMetricSource, bw_metric_source, BW_TYPE_LIVE)

/* How a value comes about, and what its second column and its number are. */
static const struct
{
  const char *name;
  const char *other;
  const char *snapshots;
} types[BW_N_DERIVATIONS] = {
  [BW_DERIVE_COLUMN] = { N_("A column as it stands") },
  [BW_DERIVE_DAYS_SINCE] = { N_("Days since a date") },
  [BW_DERIVE_DAYS_BETWEEN] = { N_("Days from one date to another"), N_("Until") },
  [BW_DERIVE_CHANGE] = { N_("Change against an earlier snapshot"), NULL,
                         N_("How many snapshots back") },
  [BW_DERIVE_MEAN] = { N_("Mean of several snapshots"), NULL, N_("Of how many snapshots") },
  [BW_DERIVE_RATIO] = { N_("One column divided by another"), N_("Divided by") },
};

static BwPanel *
get_panel (BwMetricSource *self)
{
  return bw_workspace_get_panel (bw_live_get_workspace (BW_LIVE (self)));
}

static const BwMetric *
get_value (BwMetricSource *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwModel *model = workspace != NULL ? bw_workspace_get_model (workspace) : NULL;

  return model != NULL && self->metric < bw_model_get_n_metrics (model) ?
         bw_model_get_metric (model, self->metric) : NULL;
}

/* The values of @derivation, with a scale that is fitted to them. */
static void
take (BwMetricSource     *self,
      const BwDerivation *derivation)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  BwMetric value = *get_value (self);
  /* TRANSLATORS: a step of undo; %s is a metric's name */
  g_autofree char *step = g_strdup_printf (_("Values of %s"), value.name);
  g_autoptr(GError) error = NULL;
  BwMetric proposed;
  const char *group;

  if (!bw_metric_propose (recipe, get_panel (self), derivation, &proposed, &group))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }

  value.derivation = *derivation;
  value.scale = proposed.scale;
  if (!bw_metric_edit (workspace, self->metric, &value, step, &error))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static const char *
get_chosen (BwMetricSource *self,
            AdwComboRow    *row)
{
  const guint selected = adw_combo_row_get_selected (row);

  return selected < self->columns->len ? g_ptr_array_index (self->columns, selected) : NULL;
}

/* The column stays the one it was where that goes with the new kind of value. */
static void
keep_column (BwMetricSource *self,
             BwDerivation   *derivation)
{
  const char *now = get_value (self)->derivation.column;
  const guint column = bw_panel_find_column (get_panel (self), now);

  if (column != BW_NONE && g_strcmp0 (derivation->other, now) != 0 &&
      bw_derivation_takes (derivation->type, bw_panel_get_column (get_panel (self), column)))
    derivation->column = now;
}

static void
on_type_selected (BwMetricSource *self)
{
  const guint selected = adw_combo_row_get_selected (self->type);
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwDerivation derivation;
  BwDerivationType type;

  if (self->filling || get_value (self) == NULL || selected >= self->types->len)
    return;

  type = g_array_index (self->types, BwDerivationType, selected);
  if (type == get_value (self)->derivation.type ||
      !bw_derivation_propose (type, get_panel (self), bw_workspace_get_model (workspace), &derivation))
    return;

  keep_column (self, &derivation);
  take (self, &derivation);
}

static void
on_column_selected (BwMetricSource *self)
{
  const char *chosen = get_chosen (self, self->column);
  BwDerivation derivation;

  if (self->filling || get_value (self) == NULL || chosen == NULL)
    return;

  derivation = get_value (self)->derivation;
  if (g_str_equal (chosen, derivation.column))
    return;
  derivation.column = chosen;
  take (self, &derivation);
}

static void
on_other_selected (BwMetricSource *self)
{
  const char *chosen = get_chosen (self, self->other);
  BwDerivation derivation;

  if (self->filling || get_value (self) == NULL || chosen == NULL)
    return;

  derivation = get_value (self)->derivation;
  if (derivation.other == NULL || g_str_equal (chosen, derivation.other))
    return;
  derivation.other = chosen;
  take (self, &derivation);
}

static void
on_snapshots_changed (BwMetricSource *self)
{
  const guint n = gtk_spin_button_get_value_as_int (self->snapshots);
  BwDerivation derivation;

  if (self->filling || get_value (self) == NULL)
    return;

  derivation = get_value (self)->derivation;
  if (types[derivation.type].snapshots == NULL || n == derivation.snapshots)
    return;
  derivation.snapshots = n;
  take (self, &derivation);
}

static void
on_percent_switched (BwMetricSource *self)
{
  const gboolean percent = gtk_switch_get_active (self->percent);
  BwDerivation derivation;

  if (self->filling || get_value (self) == NULL)
    return;

  derivation = get_value (self)->derivation;
  if (derivation.type != BW_DERIVE_CHANGE || percent == derivation.percent)
    return;
  derivation.percent = percent;
  take (self, &derivation);
}

static void
show_strings (AdwComboRow   *row,
              GtkStringList *names)
{
  if (!bw_same_strings (adw_combo_row_get_model (row), G_LIST_MODEL (names)))
    adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static void
fill_types (BwMetricSource     *self,
            const BwDerivation *now)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->types, 0);
  for (BwDerivationType type = 0; type < BW_N_DERIVATIONS; type++)
    {
      BwDerivation derivation;

      if (type != now->type && !bw_derivation_propose (type, get_panel (self),
                                                       bw_workspace_get_model (workspace), &derivation))
        continue;
      if (type == now->type)
        selected = self->types->len;
      gtk_string_list_append (names, _(types[type].name));
      g_array_append_val (self->types, type);
    }
  show_strings (self->type, names);
  adw_combo_row_set_selected (self->type, selected);
}

static void
fill_columns (BwMetricSource     *self,
              const BwDerivation *now)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; i < bw_panel_get_n_columns (get_panel (self)); i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (get_panel (self), i);

      if (!bw_derivation_takes (now->type, column) && g_strcmp0 (column->name, now->column) != 0)
        continue;
      gtk_string_list_append (names, column->name);
      g_ptr_array_add (self->columns, (gpointer) column->name);
    }
  show_strings (self->column, names);
  show_strings (self->other, names);
}

static void
choose (BwMetricSource *self,
        AdwComboRow    *row,
        const char     *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (self->columns, i), name) == 0)
        adw_combo_row_set_selected (row, i);
    }
}

static void
show_value (BwMetricSource *self)
{
  const BwDerivation *now = &get_value (self)->derivation;
  g_autofree char *wanted = g_strdup_printf ("%u %d %s", self->metric, now->type, now->column);

  self->filling = TRUE;
  if (g_strcmp0 (wanted, self->filled) != 0)
    {
      g_free (self->filled);
      self->filled = g_steal_pointer (&wanted);
      fill_types (self, now);
      fill_columns (self, now);
    }
  choose (self, self->column, now->column);
  choose (self, self->other, now->other);
  gtk_widget_set_visible (GTK_WIDGET (self->other), types[now->type].other != NULL);
  if (types[now->type].other != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other), _(types[now->type].other));
  gtk_widget_set_visible (self->snapshots_row, types[now->type].snapshots != NULL);
  if (types[now->type].snapshots != NULL)
    adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->snapshots_row),
                                   _(types[now->type].snapshots));
  gtk_spin_button_set_value (self->snapshots, MAX (1, now->snapshots));
  gtk_widget_set_visible (self->percent_row, now->type == BW_DERIVE_CHANGE);
  gtk_switch_set_active (self->percent, now->percent);
  self->filling = FALSE;
}

static void
bw_metric_source_refresh (BwLive  *live,
                          BwChange changes)
{
  BwMetricSource *self = BW_METRIC_SOURCE (live);

  if (changes & BW_CHANGE_DATA)
    g_clear_pointer (&self->filled, g_free);
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL) && get_value (self) != NULL)
    show_value (self);
}

static void
bw_metric_source_dispose (GObject *object)
{
  BwMetricSource *self = BW_METRIC_SOURCE (object);

  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->types, g_array_unref);
  g_clear_pointer (&self->filled, g_free);

  G_OBJECT_CLASS (bw_metric_source_parent_class)->dispose (object);
}

static void
bw_metric_source_class_init (BwMetricSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_metric_source_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_metric_source_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/metric-source.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMetricSource, type);
  gtk_widget_class_bind_template_child (widget_class, BwMetricSource, column);
  gtk_widget_class_bind_template_child (widget_class, BwMetricSource, other);
  gtk_widget_class_bind_template_child (widget_class, BwMetricSource, snapshots_row);
  gtk_widget_class_bind_template_child (widget_class, BwMetricSource, snapshots);
  gtk_widget_class_bind_template_child (widget_class, BwMetricSource, percent_row);
  gtk_widget_class_bind_template_child (widget_class, BwMetricSource, percent);
  gtk_widget_class_bind_template_callback (widget_class, on_type_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_column_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_other_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_snapshots_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_percent_switched);
}

static void
bw_metric_source_init (BwMetricSource *self)
{
  self->metric = BW_NONE;
  self->columns = g_ptr_array_new ();
  self->types = g_array_new (FALSE, FALSE, sizeof (BwDerivationType));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  bw_combo_words_show_whole (self->type);
  bw_combo_words_show_whole (self->column);
  bw_combo_words_show_whole (self->other);
}

/**
 * bw_metric_source_set_metric:
 * @metric: of the draft
 */
void
bw_metric_source_set_metric (BwMetricSource *self,
                             guint           metric)
{
  g_return_if_fail (BW_IS_METRIC_SOURCE (self));

  self->metric = metric;
  if (get_value (self) != NULL)
    show_value (self);
}
