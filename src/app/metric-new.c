/* A metric to be added: columns that none uses, and what can be worked out from columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is made when it is first offered, and hidden while the model uses its column. */

#include "app/metric-new.h"

#include "app/metric-offer.h"
#include "model/proposal-derived.h"
#include "widgets/metric-place.h"

#include <glib/gi18n-lib.h>

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

#define N_DERIVATIONS G_N_ELEMENTS (derivations)

struct _BwMetricNew
{
  BwLive parent_instance;

  BwPanel      *panel;       /* that the rows are of, or NULL */
  GCancellable *cancellable; /* of the look at its columns */
  GPtrArray    *offers;      /* BwMetricOffer, or NULL while they are not known */
  GPtrArray    *rows;        /* GtkWidget or NULL, one an offer */
  GtkWidget    *derivation_rows[N_DERIVATIONS]; /* or NULL */

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
  const BwDerivation derivation = bw_metric_offer_derive (bw_panel_get_column (panel, index));

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
                             bw_workspace_get_model (workspace), NULL, &derivation))
    add (self, &derivation);
}

/* Adds a row whose button tells @on_add of @number, kept at the button under @key. */
static GtkWidget *
add_row (BwMetricNew         *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle,
         GCallback            on_add,
         const char          *key,
         guint                number)
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
  g_object_set_data (G_OBJECT (button), key, GUINT_TO_POINTER (number));
  g_signal_connect_object (button, "clicked", on_add, self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, row);

  return row;
}

static gboolean
is_used (const BwModel       *model,
         const BwPanelColumn *column)
{
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      const BwDerivation *derivation = &bw_model_get_metric (model, i)->derivation;

      if (g_strcmp0 (derivation->column, column->name) == 0 ||
          g_strcmp0 (derivation->other, column->name) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Shows the rows of columns that the model does not use. */
static void
offer_columns (BwMetricNew   *self,
               const BwModel *model)
{
  guint n_shown[2] = { 0, 0 };

  for (guint i = 0; self->offers != NULL && i < self->offers->len; i++)
    {
      const BwMetricOffer *offer = g_ptr_array_index (self->offers, i);
      const BwPanelColumn *column = bw_panel_get_column (self->panel, offer->column);
      const gboolean offered = !is_used (model, column);

      if (offered && g_ptr_array_index (self->rows, i) == NULL)
        g_ptr_array_index (self->rows, i) =
          add_row (self, offer->doubtful ? self->unlikely : self->unused, column->name, offer->text,
                   G_CALLBACK (on_add_column), "column", offer->column);
      if (g_ptr_array_index (self->rows, i) != NULL)
        gtk_widget_set_visible (g_ptr_array_index (self->rows, i), offered);
      n_shown[offer->doubtful] += offered;
    }
  adw_preferences_group_set_description (self->unused, self->offers == NULL ?
                                         _("Looking at the data…") : n_shown[FALSE] > 0 ? NULL :
                                         bw_model_get_n_metrics (model) > 0 ?
                                         _("Every column that suits is used.") :
                                         _("No column suits. Below stands what speaks against each."));
  gtk_widget_set_visible (GTK_WIDGET (self->unlikely), n_shown[TRUE] > 0);
}

static void
offer_derivations (BwMetricNew *self)
{
  guint n = 0;

  for (guint i = 0; i < N_DERIVATIONS; i++)
    {
      const gboolean offered = bw_derivation_is_possible (derivations[i].type, self->panel);

      if (offered && self->derivation_rows[i] == NULL)
        self->derivation_rows[i] = add_row (self, self->derived, _(derivations[i].title),
                                            _(derivations[i].subtitle),
                                            G_CALLBACK (on_add_derivation), "derivation", i);
      if (self->derivation_rows[i] != NULL)
        gtk_widget_set_visible (self->derivation_rows[i], offered);
      n += offered;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->derived), n > 0);
}

static void
clear (BwMetricNew *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const BwMetricOffer *offer = g_ptr_array_index (self->offers, i);

      if (g_ptr_array_index (self->rows, i) != NULL)
        adw_preferences_group_remove (offer->doubtful ? self->unlikely : self->unused,
                                      g_ptr_array_index (self->rows, i));
    }
  g_ptr_array_set_size (self->rows, 0);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
}

/* Takes a reference of the page. */
static void
on_looked (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwMetricNew) self = user_data;
  GPtrArray *offers = bw_metric_offers_finish (result);
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  if (offers == NULL)
    return;

  self->offers = offers;
  g_ptr_array_set_size (self->rows, (int) offers->len);
  if (workspace != NULL)
    offer_columns (self, bw_workspace_get_model (workspace));
}

/* Begins to look at other data. */
static void
look (BwMetricNew *self,
      BwPanel     *panel)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  clear (self);
  g_clear_pointer (&self->panel, bw_panel_unref);
  self->panel = bw_panel_ref (panel);
  self->cancellable = g_cancellable_new ();
  bw_metric_offers_async (panel, self->cancellable, on_looked, g_object_ref (self));
}

static void
bw_metric_new_refresh (BwLive  *live,
                       BwChange changes)
{
  BwMetricNew *self = BW_METRIC_NEW (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  BwModel *model = bw_workspace_get_model (workspace);

  if ((changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL)) == 0)
    return;

  if (self->panel != bw_workspace_get_panel (workspace))
    look (self, bw_workspace_get_panel (workspace));
  offer_columns (self, model);
  offer_derivations (self);
}

/* Closed, it does not hold the data of a workspace that may be another when it is opened next. */
static void
on_workspace (BwMetricNew *self)
{
  if (bw_live_get_workspace (BW_LIVE (self)) != NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  clear (self);
  g_clear_pointer (&self->panel, bw_panel_unref);
}

static void
bw_metric_new_dispose (GObject *object)
{
  BwMetricNew *self = BW_METRIC_NEW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (bw_metric_new_parent_class)->dispose (object);
}

static void
bw_metric_new_finalize (GObject *object)
{
  BwMetricNew *self = BW_METRIC_NEW (object);

  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);

  G_OBJECT_CLASS (bw_metric_new_parent_class)->finalize (object);
}

static void
bw_metric_new_class_init (BwMetricNewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_metric_new_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_metric_new_finalize;
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
  g_signal_connect (self, "notify::workspace", G_CALLBACK (on_workspace), NULL);
}
