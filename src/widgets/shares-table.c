/* Every segment's shares side by side, to read and to compare. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It is shown while no segment is chosen, so no slider moves under it: it is made anew whenever
 * the draft or what is suggested for it changes. */

#include "widgets/shares-table.h"

#include "format/format.h"
#include "model/shares.h"
#include "widgets/metric-actions.h"
#include "widgets/upright-label.h"
#include "workspace/suggesting.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwSharesTable
{
  BwLive parent_instance;

  GtkGrid      *grid;
  BwSuggesting *followed;   /* whose suggestion is shown; not owned, NULL before it was first shown */
  gconstpointer suggestion; /* that is shown, to be compared only; NULL for none */
  GPtrArray *influences; /* GtkLabel, borrowed from the grid: one a metric of the model */
};

G_DEFINE_FINAL_TYPE (BwSharesTable, bw_shares_table, BW_TYPE_LIVE)

/* Whole percents by segment and metric. */
typedef struct
{
  guint **now;
  guint **suggested; /* or NULL */
} Shares;

static GtkWidget *
add_label (BwSharesTable *self,
           const char    *text,
           int            column,
           int            row,
           const char    *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? 10 : 3);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 20 : 3);
  gtk_widget_set_hexpand (label, column == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);

  return label;
}

static void
on_name_clicked (BwSharesTable *self,
                 GtkWidget     *button)
{
  bw_metric_open (GTK_WIDGET (self), g_object_get_data (G_OBJECT (button), "metric"));
}

/* The metric's name, which opens its editor. */
static void
add_name (BwSharesTable  *self,
          const BwMetric *metric,
          int             row)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (metric->name);
  /* TRANSLATORS: the accessible name of a button; %s is a metric's name */
  g_autofree char *name = g_strdup_printf (_("Edit %s"), metric->name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "metric-name");
  gtk_widget_set_tooltip_text (button, metric->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "metric", g_strdup (metric->id), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_name_clicked), self);
  gtk_grid_attach (self->grid, button, 0, row, 1, 1);
}

static void
clear (BwSharesTable *self)
{
  GtkWidget *child;

  g_ptr_array_set_size (self->influences, 0);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
add_heading (BwSharesTable *self,
             const char    *text,
             const char    *tip,
             int            column)
{
  GtkWidget *label = bw_upright_label_new (text);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (label, tip);
  gtk_grid_attach (self->grid, label, column, 0, 1, 1);
}

static void
add_head (BwSharesTable *self,
          const BwModel *model)
{
  const guint n_segments = bw_model_get_n_segments (model);

  for (guint segment = 0; segment < n_segments; segment++)
    add_heading (self, bw_model_get_segment (model, segment)->name, NULL, segment + 1);
  add_heading (self, _("Influence"), _("The part of the differences between all customers’ scores "
                                       "that comes from the metric"), n_segments + 1);
}

/* The share of a metric in a segment, and under it where it would go. */
static void
add_share (BwSharesTable *self,
           const BwModel *model,
           guint          metric,
           guint          segment,
           const Shares  *shares,
           int            row)
{
  const char *name = bw_model_get_metric (model, metric)->name;
  const char *segment_name = bw_model_get_segment (model, segment)->name;
  const gboolean used = !isnan (bw_model_get_segment (model, segment)->shares[metric]);
  const guint percent = shares->now[segment][metric];
  const guint to = shares->suggested != NULL ? shares->suggested[segment][metric] : percent;
  g_autofree char *text = used ? bw_format_number (percent, 0) : g_strdup ("–");
  g_autofree char *share = used ? bw_format_percent (percent / 100.0, 0) : g_strdup (_("not used"));
  g_autofree char *go = bw_format_percent (to / 100.0, 0);
  /* TRANSLATORS: a cell to a screen reader: metric, segment, share */
  g_autofree char *told = g_strdup_printf (_("%s in %s: %s"), name, segment_name, share);
  /* TRANSLATORS: a cell to a screen reader, such as "NPS in Pro: 10 %", and a percentage */
  g_autofree char *spoken = used && to != percent ? g_strdup_printf (_("%s; suggested: %s"), told, go)
                                                  : g_strdup (told);
  /* TRANSLATORS: under a weight in percent: where a suggestion would bring it; as short as can be */
  g_autofree char *ghost = g_strdup_printf (_("→%u"), to);
  g_autofree char *both = used && to != percent
                          ? g_markup_printf_escaped ("%s\n<span size=\"smaller\" alpha=\"75%%\">%s</span>", text,
                                                     ghost)
                          : g_strdup (text);
  GtkWidget *cell = add_label (self, NULL, segment + 1, row, "numeric");

  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_markup (GTK_LABEL (cell), both);
  gtk_label_set_justify (GTK_LABEL (cell), GTK_JUSTIFY_RIGHT);
  if (!used || (percent == 0 && to == 0))
    gtk_widget_add_css_class (cell, "dim-label");
  gtk_widget_set_tooltip_text (cell, spoken);
}

static void
add_metric (BwSharesTable *self,
            const BwModel *model,
            guint          metric,
            const Shares  *shares,
            int            row)
{
  GtkWidget *influence;

  add_name (self, bw_model_get_metric (model, metric), row);
  for (guint i = 0; i < bw_model_get_n_segments (model); i++)
    add_share (self, model, metric, i, shares, row);

  influence = add_label (self, "", bw_model_get_n_segments (model) + 1, row, "numeric");
  gtk_widget_add_css_class (influence, "influence");
  if (metric >= self->influences->len)
    g_ptr_array_set_size (self->influences, metric + 1);
  g_ptr_array_index (self->influences, metric) = influence;
}

static void
add_group (BwSharesTable *self,
           const BwModel *model,
           guint          group,
           int            row)
{
  GtkWidget *label = add_label (self, bw_model_get_group (model, group)->name, 0, row,
                                "group-heading");

  g_object_ref (label);
  gtk_grid_remove (self->grid, label);
  gtk_grid_attach (self->grid, label, 0, row, bw_model_get_n_segments (model) + 2, 1);
  g_object_unref (label);
}

static guint **
list_percents (const BwModel *model)
{
  const guint n_segments = bw_model_get_n_segments (model);
  const guint n_metrics = bw_model_get_n_metrics (model);
  guint **percents = g_new0 (guint *, n_segments + 1);

  for (guint i = 0; i < n_segments; i++)
    {
      percents[i] = g_new0 (guint, MAX (n_metrics, 1));
      bw_shares_to_percents (bw_model_get_segment (model, i)->shares, n_metrics, percents[i]);
    }

  return percents;
}

static void
free_percents (guint        **percents,
               const BwModel *model)
{
  for (guint i = 0; percents != NULL && i < bw_model_get_n_segments (model); i++)
    g_free (percents[i]);
  g_free (percents);
}

/* Returns: (nullable) (transfer full): the draft with what is suggested, where something is */
static BwModel *
suggest (BwSharesTable *self,
         BwModel       *model)
{
  return self->followed != NULL && bw_suggesting_offers (self->followed)
         ? bw_suggestion_apply (bw_suggesting_get_suggestion (self->followed), model, 1, NULL) : NULL;
}

static void
add_rows (BwSharesTable *self,
          const BwModel *model,
          const Shares  *shares)
{
  int row = 1;

  for (guint group = 0; group < bw_model_get_n_groups (model); group++)
    {
      gboolean headed = FALSE;

      for (guint metric = 0; metric < bw_model_get_n_metrics (model); metric++)
        {
          if (bw_model_get_metric (model, metric)->group != group)
            continue;
          if (!headed)
            add_group (self, model, group, row++);
          headed = TRUE;
          add_metric (self, model, metric, shares, row++);
        }
    }
}

static void
fill (BwSharesTable *self)
{
  BwModel *model = bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)));
  g_autoptr(BwModel) suggested = suggest (self, model);
  const Shares shares = { list_percents (model), suggested != NULL ? list_percents (suggested) : NULL };

  self->suggestion = suggested != NULL ? bw_suggesting_get_suggestion (self->followed) : NULL;
  clear (self);
  if (bw_model_get_n_metrics (model) > 0)
    add_head (self, model);
  add_rows (self, model, &shares);
  free_percents (shares.now, model);
  free_percents (shares.suggested, model);
}

/* Where the weights would go is another, or no longer known; what the metrics do is the same. */
static void
on_suggested (BwSharesTable *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  gconstpointer suggestion = bw_suggesting_offers (self->followed)
                             ? bw_suggesting_get_suggestion (self->followed) : NULL;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (suggestion == self->suggestion || workspace == NULL || bw_workspace_get_results (workspace) == NULL)
    return;

  for (guint i = 0; i < self->influences->len; i++)
    g_ptr_array_add (texts, g_strdup (gtk_label_get_label (g_ptr_array_index (self->influences, i))));
  fill (self);
  for (guint i = 0; i < MIN (texts->len, self->influences->len); i++)
    gtk_label_set_label (g_ptr_array_index (self->influences, i), g_ptr_array_index (texts, i));
}

static void
bw_shares_table_refresh (BwLive  *live,
                         BwChange changes)
{
  BwSharesTable *self = BW_SHARES_TABLE (live);

  if (self->followed == NULL)
    {
      self->followed = bw_suggesting_of (bw_live_get_workspace (live));
      g_signal_connect_object (self->followed, "changed", G_CALLBACK (on_suggested), self, G_CONNECT_SWAPPED);
    }
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL))
    fill (self);
}

static void
bw_shares_table_dispose (GObject *object)
{
  g_clear_pointer (&BW_SHARES_TABLE (object)->influences, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_shares_table_parent_class)->dispose (object);
}

static void
bw_shares_table_class_init (BwSharesTableClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_shares_table_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_shares_table_refresh;
}

static void
bw_shares_table_init (BwSharesTable *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->influences = g_ptr_array_new ();
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 4);
  gtk_grid_set_row_spacing (self->grid, 5);
  gtk_widget_add_css_class (GTK_WIDGET (self->grid), "shares");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

/**
 * bw_shares_table_show_insights:
 *
 * Shows beside the shares what each metric really does, where that is known. Does nothing while
 * the table is out of sight: it may be of an older draft then.
 */
void
bw_shares_table_show_insights (BwSharesTable *self,
                               BwInsights    *insights)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwResults *results = workspace != NULL ? bw_workspace_get_results (workspace) : NULL;
  const BwMetricInsight *metrics = bw_insights_get_metrics (insights);

  g_return_if_fail (BW_IS_SHARES_TABLE (self));

  if (results == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      self->influences->len != bw_model_get_n_metrics (bw_results_get_model (results)))
    return;

  for (guint i = 0; i < self->influences->len; i++)
    {
      const double influence = metrics != NULL ? metrics[i].influence : NAN;
      g_autofree char *text = isnan (influence) ? g_strdup ("") :
                              bw_format_number (100 * influence, 0);

      if (g_ptr_array_index (self->influences, i) != NULL && metrics != NULL)
        gtk_label_set_label (g_ptr_array_index (self->influences, i), text);
    }
}
