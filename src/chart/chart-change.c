/* What changed a customer's score since an earlier snapshot, metric by metric. */
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

/* The customer's score in @results, NaN where it is not there or not scored. */
static double
score_in (BwResults *results,
          guint      customer)
{
  BwPrepared *prepared = bw_results_get_prepared (results);
  BwSnapshot *snapshot = bw_panel_get_snapshot (bw_prepared_get_panel (prepared),
                                                bw_prepared_get_snapshot (prepared));
  const guint row = bw_snapshot_find_row (snapshot, customer);

  return row != BW_NONE ? bw_results_get_score (results, row) : NAN;
}

/* "31 Oct 2026", or "before" */
static char *
date_of (BwResults *results)
{
  BwPrepared *prepared = bw_results_get_prepared (results);
  const double date =
    bw_snapshot_get_date (bw_panel_get_snapshot (bw_prepared_get_panel (prepared),
                                                 bw_prepared_get_snapshot (prepared)));

  return isfinite (date) ? bw_format_date (date, BW_DATE_FULL) : g_strdup (_("before"));
}

/* The sentence for a change that cannot be told, or %NULL. */
static char *
why_not (const BwView *view)
{
  BwPanel *panel = bw_words_get_panel (view);
  const char *name;

  if (view->customer == BW_NONE || view->customer >= bw_panel_get_n_customers (panel))
    return g_strdup (_("No customer is chosen."));
  if (view->before == NULL)
    return g_strdup (_("There is no earlier data to compare with."));

  name = bw_panel_get_name (panel, view->customer);
  if (!isfinite (score_in (view->results, view->customer)))
    return g_strdup_printf (_("%s has no score in the newest data."), name);
  if (!isfinite (score_in (view->before, view->customer)))
    {
      g_autofree char *date = date_of (view->before);

      /* TRANSLATORS: a customer and a date */
      return g_strdup_printf (_("%s has no score on %s to compare with."), name, date);
    }

  return NULL;
}

/* "61 % → 34 %", or the one value where both read alike. */
static char *
say_values (const BwView   *view,
            const BwReason *reason)
{
  const BwModel *model = bw_results_get_model (view->results);
  BwPrepared *now = bw_results_get_prepared (view->results);
  BwPrepared *then = bw_results_get_prepared (view->before);
  g_autofree char *to = bw_words_raw (model, bw_prepared_get_panel (now),
                                      bw_prepared_get_snapshot (now), reason->metric, reason->raw);
  g_autofree char *from = bw_words_raw (model, bw_prepared_get_panel (then),
                                        bw_prepared_get_snapshot (then), reason->metric,
                                        reason->raw_before);

  return g_str_equal (from, to) ? g_steal_pointer (&to) : g_strdup_printf ("%s → %s", from, to);
}

static void
fill (BwWaterfall         *fall,
      const BwView        *view,
      const BwExplanation *explanation)
{
  const BwModel *model = bw_results_get_model (view->results);

  fall->from = explanation->from;
  fall->to = explanation->to;
  fall->from_name = date_of (view->before);
  fall->from_value = bw_shown_words_with_number (view->shown_as, model, explanation->from);
  fall->to_name = date_of (view->results);
  fall->to_value = bw_shown_words_with_number (view->shown_as, model, explanation->to);

  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      const BwReason *reason = &explanation->reasons[i];

      if (reason->tenths != 0)
        bw_waterfall_add (fall, bw_model_get_metric (model, reason->metric)->name,
                          say_values (view, reason), reason->points, reason->tenths,
                          reason->points < 0 ? BW_INK_RED : BW_INK_GREEN, reason->metric);
    }
  if (explanation->rest_tenths != 0)
    bw_waterfall_add (fall, _("Missing data or new segment"), NULL, explanation->rest,
                      explanation->rest_tenths, BW_INK_NEUTRAL, BW_NO_ROW);
  if (explanation->rule_tenths != 0)
    bw_waterfall_add (fall, _("Caps and floors"), NULL, explanation->rule,
                      explanation->rule_tenths, BW_INK_NEUTRAL, BW_NO_ROW);
}

static char *
finding (const BwView *view)
{
  const BwModel *model = bw_results_get_model (view->results);
  g_autofree char *not = why_not (view);
  g_autofree char *since = NULL;
  g_autofree char *change = NULL;
  const char *name;
  double points;

  if (not != NULL)
    return g_steal_pointer (&not);

  name = bw_panel_get_name (bw_words_get_panel (view), view->customer);
  since = date_of (view->before);
  points = score_in (view->results, view->customer) - score_in (view->before, view->customer);
  change = bw_format_number (fabs (points), fabs (points) < 10 ? 1 : 0);
  if (fabs (points) <= bw_model_get_trend_steady (model))
    /* TRANSLATORS: a customer and a date */
    return g_strdup_printf (_("%s is steady since %s"), name, since);
  if (points < 0)
    /* TRANSLATORS: a customer, a number of points and a date */
    return g_strdup_printf (_("%s lost %s points since %s"), name, change, since);

  /* TRANSLATORS: a customer, a number of points and a date */
  return g_strdup_printf (_("%s gained %s points since %s"), name, change, since);
}

static char *
subtitle (const BwView *view)
{
  return g_strdup (_("Points of the health score, by metric"));
}

static void
layout_change (BwScene       *scene,
               const BwView  *view,
               const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_auto(BwWaterfall) fall = { 0, };
  g_autoptr(BwExplanation) explanation = NULL;
  g_autofree char *not = why_not (view);
  g_autofree char *found = NULL;
  g_autofree char *description = NULL;

  bw_sketch_begin (&sketch, scene, sheet);
  if (not != NULL)
    {
      bw_sketch_say (&sketch, not);
      return;
    }

  explanation = bw_explain_change (view->before, view->results, view->customer);
  bw_waterfall_begin (&fall);
  fill (&fall, view, explanation);
  found = finding (view);
  description = bw_waterfall_describe (&fall, found);
  bw_scene_set_description (scene, description);
  bw_waterfall_draw (&fall, &sketch);
}

const BwChart bw_chart_change = {
  .id = "change",
  .title = N_("Change"),
  .needs_customer = TRUE,
  .layout = layout_change,
  .finding = finding,
  .subtitle = subtitle,
};
