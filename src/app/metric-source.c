/* Where a metric's values come from: a column, or what is worked out from columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other values need another scale, and may count the other way round: what hangs on them follows with
 * each choice, all in one step, and is said until the model is another. */

#include "app/metric-source.h"

#include "app/column-row.h"
#include "model/proposal-derived.h"
#include "widgets/choice-words.h"
#include "widgets/metric-edits.h"
#include "widgets/same-strings.h"

#include <glib/gi18n-lib.h>

struct _BwMetricSource
{
  BwLive parent_instance;

  guint    metric;
  GArray  *types; /* BwDerivationType */
  gboolean filling;
  BwModel *said_of; /* or NULL */

  AdwComboRow   *type;
  BwColumnRow   *column;
  BwColumnRow   *other;
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

/* Says what followed with the values, until the model is another: a toast would lie over the rows. */
static void
say (BwMetricSource *self,
     const char     *text)
{
  BwModel *model = bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)));

  bw_model_ref (model);
  g_clear_pointer (&self->said_of, bw_model_unref);
  self->said_of = model;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->type), text);
}

/* Other values, with what hangs on them. Edits of one @field that follow each other are one step; NULL
 * for a step of its own. */
static void
take (BwMetricSource     *self,
      const BwDerivation *derivation,
      const char         *field)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  BwMetric value = *get_value (self);
  const gboolean hurts = value.hurts;
  /* TRANSLATORS: a step of undo; %s is a metric's name */
  g_autofree char *step = g_strdup_printf (_("Values of %s"), value.name);

  if (bw_metric_derive (recipe, get_panel (self), derivation, &value) &&
      bw_metric_edit_field (workspace, self->metric, &value, step, field))
    say (self, value.hurts == hurts ? _("The scale now fits the new values") :
         value.hurts ? _("The scale now fits the new values, and more of it now hurts") :
         _("The scale now fits the new values, and more of it now helps"));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_type_selected (BwMetricSource *self)
{
  const guint selected = adw_combo_row_get_selected (self->type);
  BwModel *model = bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)));
  BwDerivation derivation;
  BwDerivationType type;

  if (self->filling || get_value (self) == NULL || selected >= self->types->len)
    return;

  type = g_array_index (self->types, BwDerivationType, selected);
  if (type == get_value (self)->derivation.type ||
      !bw_derivation_propose (type, get_panel (self), model, get_value (self)->derivation.column,
                              &derivation))
    return;

  take (self, &derivation, NULL);
}

static void
on_column_chosen (BwMetricSource *self,
                  const char     *chosen)
{
  BwDerivation derivation;

  if (get_value (self) == NULL)
    return;

  derivation = get_value (self)->derivation;
  derivation.column = chosen;
  take (self, &derivation, NULL);
}

static void
on_other_chosen (BwMetricSource *self,
                 const char     *chosen)
{
  BwDerivation derivation;

  if (get_value (self) == NULL)
    return;

  derivation = get_value (self)->derivation;
  derivation.other = chosen;
  take (self, &derivation, NULL);
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
  take (self, &derivation, "snapshots");
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
  take (self, &derivation, NULL);
}

static void
fill_types (BwMetricSource     *self,
            const BwDerivation *now)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->types, 0);
  for (BwDerivationType type = 0; type < BW_N_DERIVATIONS; type++)
    {
      if (type != now->type && !bw_derivation_is_possible (type, get_panel (self)))
        continue;
      if (type == now->type)
        selected = self->types->len;
      gtk_string_list_append (names, _(types[type].name));
      g_array_append_val (self->types, type);
    }
  if (!bw_same_strings (adw_combo_row_get_model (self->type), G_LIST_MODEL (names)))
    adw_combo_row_set_model (self->type, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->type, selected);
}

static void
show_columns (BwMetricSource     *self,
              const BwDerivation *now)
{
  const char *other = types[now->type].other;

  bw_column_row_show (self->column, get_panel (self), now->type, now->column, now->other);
  gtk_widget_set_visible (GTK_WIDGET (self->other), other != NULL);
  if (other == NULL)
    return;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other), _(other));
  bw_column_row_show (self->other, get_panel (self), now->type, now->other, now->column);
}

static void
show_value (BwMetricSource *self)
{
  const BwDerivation *now = &get_value (self)->derivation;

  self->filling = TRUE;
  fill_types (self, now);
  show_columns (self, now);
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

  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL) && get_value (self) != NULL)
    {
      if (self->said_of != bw_workspace_get_model (bw_live_get_workspace (live)))
        say (self, "");
      show_value (self);
    }
}

static void
bw_metric_source_dispose (GObject *object)
{
  BwMetricSource *self = BW_METRIC_SOURCE (object);

  g_clear_pointer (&self->types, g_array_unref);
  g_clear_pointer (&self->said_of, bw_model_unref);

  G_OBJECT_CLASS (bw_metric_source_parent_class)->dispose (object);
}

static void
bw_metric_source_class_init (BwMetricSourceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_metric_source_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_metric_source_refresh;

  g_type_ensure (BW_TYPE_COLUMN_ROW);
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
  gtk_widget_class_bind_template_callback (widget_class, on_column_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_other_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_snapshots_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_percent_switched);
}

static void
bw_metric_source_init (BwMetricSource *self)
{
  self->metric = BW_NONE;
  self->types = g_array_new (FALSE, FALSE, sizeof (BwDerivationType));
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  bw_choice_words_show_in_row (self->type);
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

  if (metric != self->metric)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->type), "");
  self->metric = metric;
  if (get_value (self) != NULL)
    show_value (self);
}
