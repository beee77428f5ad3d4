/* What a metric does: how its own scores are spread, and how bands stand against the baseline. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It follows every try of a scale, so that what a drag does is seen while it is done. */

#include "app/metric-effect.h"

#include "chart/words.h"
#include "format/format.h"
#include "widgets/band-bar.h"
#include "widgets/score-spread.h"
#include "widgets/tip.h"
#include "workspace/opened.h"

#include <glib/gi18n-lib.h>

struct _BwMetricEffect
{
  BwLive parent_instance;

  guint metric;

  GtkLabel      *mean;
  BwScoreSpread *spread;
  GtkLabel      *title;
  GtkLabel      *before_words;
  BwBandBar     *before;
  GtkLabel      *now_words;
  BwBandBar     *now;
  GtkLabel      *moved;
};

G_DEFINE_FINAL_TYPE (BwMetricEffect, bw_metric_effect, BW_TYPE_LIVE)

static void
say (GtkLabel   *label,
     const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) != 0)
    gtk_label_set_label (label, text);
}

static void
show_spread (BwMetricEffect *self,
             BwWorkspace    *workspace)
{
  BwResults *results = bw_workspace_get_results (workspace);
  g_autofree char *mean = NULL;
  g_autofree char *text = NULL;
  BwMetricTally tally;

  bw_results_tally_metric (results, bw_workspace_get_segment (workspace), self->metric, &tally);
  mean = bw_format_number (tally.mean, 1);
  /* TRANSLATORS: %s is a mean score */
  text = g_strdup_printf (_("mean %s"), mean);
  say (self->mean, text);
  bw_score_spread_set_tally (self->spread, bw_results_get_model (results), &tally);
}

/* "256 · 110 · 46", from the best band to the worst */
static char *
say_bands (const BwModel   *model,
           const BwSummary *summary)
{
  GString *text = g_string_new (NULL);

  for (guint i = bw_model_get_n_bands (model); i > 0; i--)
    {
      g_autofree char *number = bw_format_number (summary->band_counts[i - 1], 0);

      g_string_append_printf (text, "%s%s %s", text->len > 0 ? " · " : "",
                              bw_words_band (model, i - 1), number);
    }

  return g_string_free (text, FALSE);
}

static void
show_bands (GtkLabel        *words,
            BwBandBar       *bar,
            const BwModel   *model,
            const BwSummary *summary)
{
  g_autofree char *text = say_bands (model, summary);

  say (words, text);
  bw_tip_set (GTK_WIDGET (words), text);
  bw_band_bar_set_summary (bar, model, summary);
}

/* How the segment stood; of one that is new, how those did who are in it now. */
static void
show_before (BwMetricEffect *self,
             BwWorkspace    *workspace,
             guint           segment)
{
  const BwModel *model = bw_results_get_model (bw_workspace_get_baseline (workspace));
  const BwSummary *summary = bw_opened_get_summary (workspace, segment);
  BwSummary counted;

  if (summary == NULL && bw_opened_count_bands (workspace, segment, &counted))
    summary = &counted;
  if (summary != NULL)
    show_bands (self->before_words, self->before, model, summary);
}

/* "$6.1 M", or "ARR 6.1 M" where the data name no currency */
static char *
say_money (const BwPanelColumn *column,
           double               money)
{
  g_autofree char *amount = bw_format_money_short (money, column->currency);

  return column->currency != NULL ? g_steal_pointer (&amount) :
         g_strconcat (column->name, "\302\240", amount, NULL);
}

/* "31 customers ($6.1 M) are in another band than in the baseline" */
static char *
say_moved (BwWorkspace *workspace)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const BwMovement movement = bw_workspace_get_movement (workspace);
  g_autofree char *customers = bw_words_customers (movement.n_movers);
  g_autofree char *money = NULL;

  if (movement.n_movers == 0)
    return g_strdup (_("Everybody is in the same band as in the baseline"));
  if (column == BW_NONE || movement.money == 0)
    /* TRANSLATORS: %s is a number of customers with the word */
    return g_strdup_printf (ngettext ("%s is in another band than in the baseline",
                                      "%s are in another band than in the baseline",
                                      movement.n_movers), customers);

  money = say_money (bw_panel_get_column (panel, column), movement.money);

  /* TRANSLATORS: a number of customers with the word, and their money */
  return g_strdup_printf (ngettext ("%s (%s) is in another band than in the baseline",
                                    "%s (%s) are in another band than in the baseline",
                                    movement.n_movers), customers, money);
}

static void
show_effect (BwMetricEffect *self,
             BwWorkspace    *workspace)
{
  const guint segment = bw_workspace_get_segment (workspace);
  BwModel *model = bw_workspace_get_model (workspace);
  BwResults *results = bw_workspace_get_results (workspace);
  g_autofree char *moved = say_moved (workspace);
  /* TRANSLATORS: how the bands of a segment stand; %s is the segment's name */
  g_autofree char *title = segment == BW_ALL_SEGMENTS ? g_strdup (_("Bands of all customers")) :
                           g_strdup_printf (_("Bands of %s"),
                                            bw_model_get_segment (model, segment)->name);

  say (self->title, title);
  show_bands (self->now_words, self->now, bw_results_get_model (results),
              bw_results_get_summary (results, segment));
  show_before (self, workspace, segment);
  say (self->moved, moved);
}

static void
bw_metric_effect_refresh (BwLive  *live,
                          BwChange changes)
{
  BwMetricEffect *self = BW_METRIC_EFFECT (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);

  if ((changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_RESULTS | BW_CHANGE_SEGMENT)) == 0 ||
      self->metric >= bw_model_get_n_metrics (bw_workspace_get_model (workspace)))
    return;

  show_spread (self, workspace);
  show_effect (self, workspace);
}

static void
bw_metric_effect_class_init (BwMetricEffectClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  BW_LIVE_CLASS (klass)->refresh = bw_metric_effect_refresh;

  g_type_ensure (BW_TYPE_BAND_BAR);
  g_type_ensure (BW_TYPE_SCORE_SPREAD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/metric-effect.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMetricEffect, mean);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEffect, spread);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEffect, title);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEffect, before_words);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEffect, before);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEffect, now_words);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEffect, now);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEffect, moved);
}

static void
bw_metric_effect_init (BwMetricEffect *self)
{
  self->metric = BW_NONE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_metric_effect_set_metric:
 * @metric: of the draft
 */
void
bw_metric_effect_set_metric (BwMetricEffect *self,
                             guint           metric)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  g_return_if_fail (BW_IS_METRIC_EFFECT (self));

  if (metric == self->metric)
    return; /* it follows the workspace by itself */

  self->metric = metric;
  if (workspace != NULL && bw_workspace_get_results (workspace) != NULL)
    bw_metric_effect_refresh (BW_LIVE (self), BW_CHANGE_RESULTS);
}
