/* The words and numbers that several charts say alike. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/words.h"

#include "chart/unit.h"
#include "format/format.h"
#include "model/scale-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/**
 * bw_words_get_panel:
 *
 * Returns: (transfer none): the panel that the view's results are of
 */
BwPanel *
bw_words_get_panel (const BwView *view)
{
  return bw_prepared_get_panel (bw_results_get_prepared (view->results));
}

/**
 * bw_words_get_summary:
 *
 * Returns: (transfer none): that of the view's segment
 */
const BwSummary *
bw_words_get_summary (const BwView *view)
{
  return bw_results_get_summary (view->results, view->segment);
}

/**
 * bw_words_find_baseline:
 * @segment: (out): the view's segment in the baseline, or %BW_ALL_SEGMENTS
 *
 * Returns: whether there is a baseline that knows the segment and whose scores are not those of now
 */
gboolean
bw_words_find_baseline (const BwView *view,
                        guint        *segment)
{
  const BwSummary *now = bw_words_get_summary (view);
  const BwSummary *then;

  *segment = BW_ALL_SEGMENTS;
  if (view->baseline == NULL)
    return FALSE;

  if (view->segment != BW_ALL_SEGMENTS)
    {
      const BwModel *model = bw_results_get_model (view->results);

      *segment = bw_model_find_segment (bw_results_get_model (view->baseline),
                                        bw_model_get_segment (model, view->segment)->id);
      if (*segment == BW_NONE)
        return FALSE;
    }

  then = bw_results_get_summary (view->baseline, *segment);

  return memcmp (now->bins, then->bins, sizeof now->bins) != 0;
}

static gboolean
weighs_nothing (const BwView *view)
{
  const BwModel *model = bw_results_get_model (view->results);

  if (view->segment == BW_ALL_SEGMENTS)
    return FALSE;

  for (guint metric = 0; metric < bw_model_get_n_metrics (model); metric++)
    {
      if (bw_model_get_segment (model, view->segment)->shares[metric] > 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_words_nobody:
 *
 * Returns: (transfer full) (nullable): why there is nobody to show, a sentence; %NULL where somebody
 *   is scored
 */
char *
bw_words_nobody (const BwView *view)
{
  const BwSummary *summary = bw_words_get_summary (view);
  g_autofree char *number = NULL;

  if (summary->n_scored > 0)
    return NULL;

  if (summary->n_customers == 0)
    return g_strdup (view->segment == BW_ALL_SEGMENTS ? _("There are no customers.") :
                     _("No customer is in this segment."));

  if (bw_model_get_n_metrics (bw_results_get_model (view->results)) == 0)
    return g_strdup (_("No column can be scored yet. Import again with a column in the role Metric, "
                       "or add an export of usage, support or a survey."));

  if (weighs_nothing (view))
    return g_strdup (_("All weights of this segment are 0, so nobody is scored."));

  if (summary->n_customers == 1)
    return g_strdup (_("There is not enough data to score the only customer."));

  number = bw_format_number (summary->n_customers, 0);

  /* TRANSLATORS: %s is a number, more than one */
  return g_strdup_printf (ngettext ("There is not enough data to score any of the %s customers.",
                                    "There is not enough data to score any of the %s customers.",
                                    summary->n_customers), number);
}

/**
 * bw_words_get_segment:
 *
 * Returns: (nullable): the name of the view's segment, %NULL for all customers
 */
const char *
bw_words_get_segment (const BwView *view)
{
  if (view->segment == BW_ALL_SEGMENTS)
    return NULL;

  return bw_model_get_segment (bw_results_get_model (view->results), view->segment)->name;
}

/**
 * bw_words_get_row:
 *
 * Returns: the row of the view's customer in its results, or %BW_NONE
 */
guint
bw_words_get_row (const BwView *view)
{
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  BwPanel *panel = bw_prepared_get_panel (prepared);

  if (view->customer == BW_NONE || view->customer >= bw_panel_get_n_customers (panel))
    return BW_NONE;

  return bw_snapshot_find_row (bw_panel_get_snapshot (panel, bw_prepared_get_snapshot (prepared)),
                               view->customer);
}

/**
 * bw_words_customers:
 *
 * Returns: (transfer full): "412 customers"
 */
char *
bw_words_customers (gsize n_customers)
{
  g_autofree char *number = bw_format_number (n_customers, 0);

  return g_strdup_printf (ngettext ("%s customer", "%s customers", n_customers), number);
}

static gboolean
is_month_end (double date)
{
  GDate day;
  guint8 days;

  if (!(date >= 0 && date < 2900000))
    return FALSE;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) date + BW_EPOCH_JULIAN);
  days = g_date_get_days_in_month (g_date_get_month (&day), g_date_get_year (&day));

  return g_date_get_day (&day) == days;
}

/**
 * bw_words_date:
 *
 * Returns: (transfer full) (nullable): the snapshot's date: "November 2026" for the end of a month,
 *   else "20 Nov 2026"; %NULL where it has none
 */
char *
bw_words_date (const BwView *view)
{
  BwPrepared *prepared = bw_results_get_prepared (view->results);
  BwSnapshot *snapshot = bw_panel_get_snapshot (bw_prepared_get_panel (prepared),
                                                bw_prepared_get_snapshot (prepared));
  const double date = bw_snapshot_get_date (snapshot);

  if (!isfinite (date))
    return NULL;

  return bw_format_date (date, is_month_end (date) ? BW_DATE_MONTH_YEAR : BW_DATE_FULL);
}

/**
 * bw_words_measured:
 *
 * Returns: (transfer full): "Health score of 412 customers, November 2026"
 */
char *
bw_words_measured (const BwView *view)
{
  const BwSummary *summary = bw_words_get_summary (view);
  g_autofree char *date = bw_words_date (view);
  g_autofree char *customers = bw_words_customers (summary->n_customers);
  g_autofree char *scored = bw_format_number (summary->n_scored, 0);
  g_autofree char *measured = NULL;

  if (summary->n_scored == summary->n_customers)
    /* TRANSLATORS: %s is a number of customers, with the word: 412 customers */
    measured = g_strdup_printf (_("Health score of %s"), customers);
  else
    /* TRANSLATORS: the first %s is a number, the second a number with the word: 400 of 412 customers */
    measured = g_strdup_printf (_("Health score of %s of %s"), scored, customers);

  if (date == NULL)
    return g_steal_pointer (&measured);

  /* TRANSLATORS: what is measured, and when */
  return g_strdup_printf (_("%s, %s"), measured, date);
}

/**
 * bw_words_day:
 * @date: of a snapshot of @panel
 *
 * Returns: (transfer full): "31 Oct", or "31 Oct 2024" where that is nearly a year or more before
 *   the newest snapshot
 */
char *
bw_words_day (BwPanel *panel,
              double   date)
{
  const guint n = bw_panel_get_n_snapshots (panel);
  const double newest = bw_snapshot_get_date (bw_panel_get_snapshot (panel, n - 1));

  return bw_format_date (date, newest - date < 330 ? BW_DATE_DAY : BW_DATE_FULL);
}

/**
 * bw_words_score:
 *
 * Returns: (transfer full): @score with as many decimals as keep it in its band
 */
char *
bw_words_score (const BwModel *model,
                double         score)
{
  double edges[BW_MAX_BANDS];
  const guint n_bands = bw_model_get_n_bands (model);

  for (guint band = 0; band < n_bands; band++)
    edges[band] = bw_model_get_band (model, band)->from;

  return bw_format_score (score, edges, n_bands);
}

/**
 * bw_words_mean:
 * @segment: or %BW_ALL_SEGMENTS
 *
 * Returns: (transfer full): "Enterprise mean"
 */
char *
bw_words_mean (const BwView *view,
               guint         segment)
{
  if (segment == BW_ALL_SEGMENTS)
    return g_strdup (_("Mean of all"));

  /* TRANSLATORS: the mean score of a segment; %s is its name */
  return g_strdup_printf (_("%s mean"),
                          bw_model_get_segment (bw_results_get_model (view->results),
                                                segment)->name);
}

/**
 * bw_words_band:
 * @band: or %BW_NO_BAND
 *
 * Returns: (transfer none): its name
 */
const char *
bw_words_band (const BwModel *model,
               guint          band)
{
  return band < bw_model_get_n_bands (model) ? bw_model_get_band (model, band)->name :
         _("Not enough data");
}

/**
 * bw_words_band_ink:
 * @band: or %BW_NO_BAND
 */
BwInk
bw_words_band_ink (const BwModel *model,
                   guint          band)
{
  return band < bw_model_get_n_bands (model) ?
         bw_ink_of_colour (bw_model_get_band (model, band)->colour) : BW_INK_NEUTRAL;
}

/**
 * bw_words_band_end:
 *
 * Returns: where the band ends: the next one's least score, or 100
 */
double
bw_words_band_end (const BwModel *model,
                   guint          band)
{
  return band + 1 < bw_model_get_n_bands (model) ? bw_model_get_band (model, band + 1)->from : 100;
}

/**
 * bw_words_share:
 * @band: or %BW_NO_BAND
 *
 * Returns: the part of the customers that is in @band, 0 to 1; 0 where there are none
 */
double
bw_words_share (const BwSummary *summary,
                guint            band)
{
  return (double) summary->band_counts[band] / MAX (summary->n_customers, 1);
}

/**
 * bw_words_gate:
 *
 * Returns: (transfer full) (nullable): what a scale does whose goalposts stand on one value
 */
char *
bw_words_gate (const BwMetric *metric,
               BwPanel        *panel)
{
  const BwUnit unit = bw_unit_of (metric, panel);
  g_autofree char *raw = NULL;

  if (!bw_scale_is_gate (&metric->scale))
    return NULL;

  raw = bw_unit_format (&unit, metric->scale.from, 0);

  /* TRANSLATORS: %s is a value with its unit, the same twice */
  return g_strdup_printf (metric->hurts
                          ? _("Both goalposts stand on one value: less than %s scores 100, %s and more scores 0.")
                          : _("Both goalposts stand on one value: less than %s scores 0, %s and more scores 100."),
                          raw, raw);
}

/**
 * bw_words_percent:
 * @band: or %BW_NO_BAND
 *
 * Returns: (transfer full): the part of the customers that is in @band, in percent; somebody is
 *   never shown as nobody
 */
char *
bw_words_percent (const BwSummary *summary,
                  guint            band)
{
  const double share = bw_words_share (summary, band);

  if (share > 0 && share < 0.005)
    /* TRANSLATORS: less than one percent */
    return g_strdup (_("< 1 %"));

  return bw_format_percent (share, 0);
}
