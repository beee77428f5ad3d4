/* A metric to be added: columns that none uses, and what can be worked out from columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/metric-new.h"

#include "app/metric-proposal.h"
#include "chart/unit.h"
#include "format/format.h"
#include "model/column-doubt.h"
#include "widgets/metric-place.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwMetricNew
{
  BwLive parent_instance;

  GPtrArray *rows; /* GtkWidget, in all groups */

  AdwPreferencesGroup *unused;
  AdwPreferencesGroup *derived;
  AdwPreferencesGroup *unlikely;
};

enum
{
  ADDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwMetricNew, bw_metric_new, BW_TYPE_LIVE)

static const char *const type_names[BW_N_COLUMN_TYPES] = {
  [BW_COLUMN_NUMBER] = N_("Number"),
  [BW_COLUMN_PERCENT] = N_("Percent"),
  [BW_COLUMN_MONEY] = N_("Money"),
  [BW_COLUMN_DATE] = N_("Date"),
  [BW_COLUMN_DATE_TIME] = N_("Date"),
  [BW_COLUMN_FLAG] = N_("Yes or no"),
  [BW_COLUMN_CATEGORY] = N_("Category"),
  [BW_COLUMN_TEXT] = N_("Text"),
  [BW_COLUMN_KEY] = N_("Key"),
};

static const struct
{
  BwDerivationType type;
  const char      *title;
  const char      *subtitle;
} derivations[] = {
  { BW_DERIVE_DAYS_SINCE, N_("Days since a date"), N_("Days since the last login or meeting") },
  { BW_DERIVE_DAYS_BETWEEN, N_("Days from one date to another"), N_("From signing to going live") },
  { BW_DERIVE_CHANGE, N_("Change over time"), N_("Active users against three months ago") },
  { BW_DERIVE_MEAN, N_("Mean over time"), N_("Tickets a month, in the mean of three") },
  { BW_DERIVE_RATIO, N_("One column divided by another"), N_("Active users per seat") },
};

/* Adds the metric that @derivation makes, and tells of it. */
static void
add (BwMetricNew        *self,
     const BwDerivation *derivation)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  g_autofree char *id = NULL;
  const char *group;
  BwMetric metric;

  if (bw_metric_propose (recipe, bw_workspace_get_panel (workspace), derivation, &metric, &group))
    id = bw_metric_add (workspace, &metric, group, NULL);
  if (id != NULL)
    g_signal_emit (self, signals[ADDED], 0, id);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_add_column (BwMetricNew *self,
               GtkWidget   *button)
{
  BwPanel *panel = bw_workspace_get_panel (bw_live_get_workspace (BW_LIVE (self)));
  const guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "column"));
  const BwPanelColumn *column = bw_panel_get_column (panel, index);
  const BwDerivation derivation = {
    .type = column->type == BW_COLUMN_DATE || column->type == BW_COLUMN_DATE_TIME ?
            BW_DERIVE_DAYS_SINCE : BW_DERIVE_COLUMN,
    .column = column->name,
  };

  add (self, &derivation);
}

static void
on_add_derivation (BwMetricNew *self,
                   GtkWidget   *button)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  const guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "derivation"));
  BwDerivation derivation;

  if (bw_derivation_propose (derivations[i].type, bw_workspace_get_panel (workspace),
                             bw_workspace_get_model (workspace), &derivation))
    add (self, &derivation);
}

/* Returns: the button that adds it */
static GtkWidget *
add_row (BwMetricNew         *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         GCallback            on_add)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Add"));
  /* TRANSLATORS: the accessible name of a button; %s is a column or a kind of metric */
  g_autofree char *name = g_strdup_printf (_("Add %s"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  g_signal_connect_object (button, "clicked", on_add, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);

  return button;
}

/* A value of the column that is there, and how much of it is. */
static char *
say_example (BwPanel        *panel,
             const BwMetric *metric,
             double         *filled)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, newest);
  const guint index = bw_panel_find_column (panel, metric->derivation.column);
  BwColumn *column = bw_snapshot_get_column (snapshot, index);
  const gsize n_rows = bw_snapshot_get_n_rows (snapshot);
  g_autofree double *raw = g_new (double, MAX (n_rows, 1));
  const BwUnit unit = bw_unit_of (metric, panel);
  gsize n_present = 0;
  gsize example = 0;

  bw_metric_get_raw (metric, panel, newest, raw);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (isnan (raw[row]))
        continue;
      if (n_present++ == 0)
        example = row;
    }

  *filled = (double) n_present / MAX (n_rows, 1);
  if (n_present == 0)
    return g_strdup (_("no data"));
  if (bw_column_type_is_coded (bw_column_get_type (column)))
    return g_strdup (bw_column_get_text (column, example));

  return bw_unit_format (&unit, raw[example], 0);
}

/* "0 days to 45 days, hurts" */
static char *
say_scale (BwPanel        *panel,
           const BwMetric *metric)
{
  const BwUnit unit = bw_unit_of (metric, panel);
  const char *direction = metric->hurts ? _("hurts") : _("helps");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (metric->scale.type != BW_SCALE_LINEAR)
    return g_strdup_printf (ngettext ("%u category", "%u categories", metric->scale.n_categories),
                            metric->scale.n_categories);

  from = bw_unit_format (&unit, metric->scale.from, 0);
  to = bw_unit_format (&unit, metric->scale.to, 0);

  /* TRANSLATORS: a proposed scale: from one value to another, then helps or hurts */
  return g_strdup_printf (_("%s to %s, %s"), from, to, direction);
}

/* What there is to say for a column, or what speaks against it where something does. */
static char *
say_column (BwPanel             *panel,
            const BwPanelColumn *column,
            const BwMetric      *metric,
            const char          *doubt)
{
  const char *type = _(type_names[column->type]);
  g_autofree char *example = NULL;
  g_autofree char *scale = NULL;
  g_autofree char *filled = NULL;
  double share;

  if (doubt != NULL)
    /* TRANSLATORS: a column that would hardly make a metric: its type, what speaks against it */
    return g_strdup_printf (_("%s · %s"), type, doubt);

  example = say_example (panel, metric, &share);
  scale = say_scale (panel, metric);
  filled = bw_format_percent (share, 0);

  /* TRANSLATORS: a column: its type, how much of it is filled, an example, the proposed scale */
  return g_strdup_printf (_("%s · %s filled · such as %s · scale: %s"), type, filled, example,
                          scale);
}

static void
offer_column (BwMetricNew *self,
              BwPanel     *panel,
              guint        index)
{
  const BwPanelColumn *column = bw_panel_get_column (panel, index);
  const gboolean date = column->type == BW_COLUMN_DATE || column->type == BW_COLUMN_DATE_TIME;
  const BwDerivation derivation = {
    .type = date ? BW_DERIVE_DAYS_SINCE : BW_DERIVE_COLUMN, .column = column->name
  };
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  g_autofree char *doubt = bw_column_doubt (panel, index);
  g_autofree char *subtitle = NULL;
  const char *group;
  BwMetric metric;
  GtkWidget *button;

  if (!bw_metric_propose (recipe, panel, &derivation, &metric, &group))
    return;

  subtitle = say_column (panel, column, &metric, doubt);
  button = add_row (self, doubt != NULL ? self->unlikely : self->unused, column->name, subtitle,
                    G_CALLBACK (on_add_column));
  g_object_set_data (G_OBJECT (button), "column", GUINT_TO_POINTER (index));
}

static gboolean
is_offered (const BwModel       *model,
            const BwPanelColumn *column)
{
  if (column->role == BW_ROLE_KEY || column->role == BW_ROLE_NAME ||
      column->role == BW_ROLE_OUTCOME || column->type == BW_COLUMN_KEY)
    return FALSE;

  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      const BwDerivation *derivation = &bw_model_get_metric (model, i)->derivation;

      if (g_strcmp0 (derivation->column, column->name) == 0 ||
          g_strcmp0 (derivation->other, column->name) == 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_rows (BwMetricNew         *self,
          AdwPreferencesGroup *group)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      if (gtk_widget_is_ancestor (g_ptr_array_index (self->rows, i), GTK_WIDGET (group)))
        return TRUE;
    }

  return FALSE;
}

/* Columns that are metrics by their role come first; those that something speaks against stand
 * apart. */
static void
offer_columns (BwMetricNew *self,
               BwWorkspace *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const BwModel *model = bw_workspace_get_model (workspace);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
        {
          const BwPanelColumn *column = bw_panel_get_column (panel, i);

          if ((column->role == BW_ROLE_METRIC) == (pass == 0) && is_offered (model, column))
            offer_column (self, panel, i);
        }
    }
  adw_preferences_group_set_description (self->unused, !has_rows (self, self->unused) ?
                                         _("Every column that suits is used.") : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->unlikely), has_rows (self, self->unlikely));
}

static void
offer_derivations (BwMetricNew *self,
                   BwWorkspace *workspace)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (derivations); i++)
    {
      BwDerivation derivation;
      GtkWidget *button;

      if (!bw_derivation_propose (derivations[i].type, bw_workspace_get_panel (workspace),
                                  bw_workspace_get_model (workspace), &derivation))
        continue;
      button = add_row (self, self->derived, _(derivations[i].title), _(derivations[i].subtitle),
                        G_CALLBACK (on_add_derivation));
      g_object_set_data (G_OBJECT (button), "derivation", GUINT_TO_POINTER (i));
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->derived), n > 0);
}

static void
clear (BwMetricNew *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
}

static void
bw_metric_new_refresh (BwLive  *live,
                       BwChange changes)
{
  BwMetricNew *self = BW_METRIC_NEW (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);

  if ((changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL)) == 0)
    return;

  clear (self);
  offer_columns (self, workspace);
  offer_derivations (self, workspace);
}

static void
bw_metric_new_dispose (GObject *object)
{
  g_clear_pointer (&BW_METRIC_NEW (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_metric_new_parent_class)->dispose (object);
}

static void
bw_metric_new_class_init (BwMetricNewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_metric_new_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_metric_new_refresh;

  signals[ADDED] = g_signal_new ("added", BW_TYPE_METRIC_NEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/metric-new.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMetricNew, unused);
  gtk_widget_class_bind_template_child (widget_class, BwMetricNew, derived);
  gtk_widget_class_bind_template_child (widget_class, BwMetricNew, unlikely);
}

static void
bw_metric_new_init (BwMetricNew *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
