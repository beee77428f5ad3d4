/* Why a customer has its score: from the mean of its segment, metric by metric. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/charts.h"
#include "chart/palette.h"
#include "chart/shown-words.h"
#include "chart/waterfall.h"
#include "chart/words.h"

#include "format/format.h"
#include "score/explain.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The sentence for a customer that cannot be explained, or %NULL. */
static char *
why_not (const BwView *view,
         guint         row)
{
  BwPanel *panel = bw_words_get_panel (view);
  const char *name;
  g_autofree char *coverage = NULL;

  if (view->customer == BW_NONE || view->customer >= bw_panel_get_n_customers (panel))
    return g_strdup (_("No customer is chosen."));

  name = bw_panel_get_name (panel, view->customer);
  if (row == BW_NONE)
    return g_strdup_printf (_("%s is not in the newest data."), name);
  if (isfinite (bw_results_get_score (view->results, row)))
    return NULL;

  coverage = bw_format_percent (bw_results_get_coverage (view->results, row), 0);

  /* TRANSLATORS: a customer, and the percentage of the score's weight for which there is data */
  return g_strdup_printf (_("%s has no score: there is data for %s of the weight."), name,
                          coverage);
}

static char *
rule_name (const BwView *view,
           guint         row)
{
  const BwModel *model = bw_results_get_model (view->results);
  const guint rule = bw_results_get_rule (view->results, row);
  const BwRule *about;

  if (rule >= bw_model_get_n_rules (model))
    return g_strdup (_("Caps and floors"));

  about = bw_model_get_rule (model, rule);
  if (about->reason == NULL || *about->reason == '\0')
    return g_strdup (about->cap ? _("Capped") : _("Raised"));

  /* TRANSLATORS: a rule bounds the score; %s is its reason */
  return g_strdup_printf (about->cap ? _("Capped: %s") : _("Raised: %s"), about->reason);
}

static void
add_reasons (BwWaterfall         *fall,
             const BwView        *view,
             const BwExplanation *explanation)
{
  const BwModel *model = bw_results_get_model (view->results);
  BwPrepared *prepared = bw_results_get_prepared (view->results);

  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      const BwReason *reason = &explanation->reasons[i];

      if (reason->tenths == 0)
        continue;

      bw_waterfall_add (fall, bw_model_get_metric (model, reason->metric)->name,
                        bw_words_raw (model, bw_prepared_get_panel (prepared),
                                      bw_prepared_get_snapshot (prepared), reason->metric,
                                      reason->raw),
                        reason->points, reason->tenths,
                        reason->points < 0 ? BW_INK_RED : BW_INK_GREEN, reason->metric);
    }
}

static char *
rest_name (const BwModel *model)
{
  return g_strdup (bw_model_get_n_rules (model) > 0 ? _("Missing data and caps") :
                   _("Missing data"));
}

/* Whether the score and the mean that it is held against are shown as one number. */
static gboolean
is_at_mean (const BwExplanation *explanation)
{
  return round (explanation->from) == round (explanation->to);
}

/* What does most to take the customer where it is, %NULL where nothing does. */
static const BwReason *
find_main (const BwExplanation *explanation)
{
  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      const BwReason *reason = &explanation->reasons[i];

      if (reason->tenths != 0 &&
          (reason->points < 0) == (explanation->to < explanation->from))
        return reason;
    }

  return NULL;
}

static char *
finding (const BwView *view)
{
  const BwModel *model = bw_results_get_model (view->results);
  const guint row = bw_words_get_row (view);
  g_autofree char *not = why_not (view, row);
  g_autofree char *said = NULL;
  g_autofree char *points = NULL;
  g_autoptr(BwExplanation) explanation = NULL;
  const BwReason *reason;
  const char *name, *metric;

  if (row == BW_NONE)
    return g_steal_pointer (&not);

  name = bw_panel_get_name (bw_words_get_panel (view), view->customer);
  if (not != NULL)
    /* TRANSLATORS: %s is a customer */
    return g_strdup_printf (_("%s has no score"), name);

  said = bw_shown_sentence (view->shown_as, view->results, row, name);
  explanation = bw_explain (view->results, row);
  reason = find_main (explanation);
  if (is_at_mean (explanation))
    /* TRANSLATORS: what a customer scores: "Dunmore Logistics scores 38" */
    return g_strdup_printf (_("%s, like the mean of its segment"), said);
  if (reason == NULL)
    return g_steal_pointer (&said);

  metric = bw_model_get_metric (model, reason->metric)->name;
  points = bw_format_number (fabs (reason->tenths / 10.0), 1);
  if (reason->points < 0)
    /* TRANSLATORS: what a customer scores ("Dunmore Logistics scores 38"), a metric and a number */
    return g_strdup_printf (_("%s: %s takes %s points"), said, metric, points);

  /* TRANSLATORS: what a customer scores ("Dunmore Logistics scores 38"), a metric and a number */
  return g_strdup_printf (_("%s: %s adds %s points"), said, metric, points);
}

/* A mean with as many decimals as keep it in its band: it stands beside a score. */
static char *
say_mean (const BwView *view,
          double        mean)
{
  return bw_shown_words (view->shown_as == BW_SHOWN_PERCENT ? BW_SHOWN_PERCENT : BW_SHOWN_NUMBER,
                         bw_results_get_model (view->results), mean);
}

static char *
subtitle (const BwView *view)
{
  const guint row = bw_words_get_row (view);
  g_autofree char *mean = NULL;
  g_autofree char *value = NULL;
  g_autofree char *date = bw_words_date (view);
  g_autofree char *against = NULL;
  guint segment;

  if (row == BW_NONE)
    return g_strdup ("");

  segment = bw_results_get_segment (view->results, row);
  mean = bw_words_mean (view, segment);
  if (!isfinite (bw_results_get_summary (view->results, segment)->mean))
    return g_strdup (date != NULL ? date : "");

  value = say_mean (view, bw_results_get_summary (view->results, segment)->mean);
  /* TRANSLATORS: %s is for example "Enterprise mean", then its value */
  against = g_strdup_printf (_("Points against the %s of %s"), mean, value);
  if (date == NULL)
    return g_steal_pointer (&against);

  /* TRANSLATORS: what is measured, and when */
  return g_strdup_printf (_("%s, %s"), against, date);
}

/* The names and values of both ends, and all steps between. */
static void
fill (BwWaterfall         *fall,
      const BwView        *view,
      const BwExplanation *explanation,
      guint                row)
{
  const BwModel *model = bw_results_get_model (view->results);

  fall->from = explanation->from;
  fall->to = explanation->to;
  fall->from_name = bw_words_mean (view, bw_results_get_segment (view->results, row));
  fall->from_value = say_mean (view, explanation->from);
  fall->to_name = g_strdup (_("Score"));
  fall->to_value = bw_shown_words_with_number_of_row (view->shown_as, view->results, row);

  add_reasons (fall, view, explanation);
  if (explanation->rest_tenths != 0)
    {
      g_autofree char *name = rest_name (model);

      bw_waterfall_add (fall, name, NULL, explanation->rest, explanation->rest_tenths,
                        BW_INK_NEUTRAL, BW_NO_ROW);
    }
  if (explanation->rule_tenths != 0)
    {
      g_autofree char *name = rule_name (view, row);

      bw_waterfall_add (fall, name, NULL, explanation->rule, explanation->rule_tenths,
                        BW_INK_NEUTRAL, BW_NO_ROW);
    }
}

static void
layout_why (BwScene       *scene,
            const BwView  *view,
            const BwSheet *sheet)
{
  const guint row = bw_words_get_row (view);
  g_auto(BwSketch) sketch = { 0, };
  g_auto(BwWaterfall) fall = { 0, };
  g_autoptr(BwExplanation) explanation = NULL;
  g_autofree char *not = why_not (view, row);
  g_autofree char *found = NULL;
  g_autofree char *description = NULL;

  bw_sketch_begin (&sketch, scene, sheet);
  if (not != NULL)
    {
      bw_sketch_say (&sketch, not);
      return;
    }

  explanation = bw_explain (view->results, row);
  bw_waterfall_begin (&fall);
  fill (&fall, view, explanation, row);
  found = finding (view);
  description = bw_waterfall_describe (&fall, found);
  bw_scene_set_description (scene, description);
  bw_waterfall_draw (&fall, &sketch);
}

const BwChart bw_chart_why = {
  .id = "why",
  .title = N_("Reasons"),
  .needs_customer = TRUE,
  .layout = layout_why,
  .finding = finding,
  .subtitle = subtitle,
};
