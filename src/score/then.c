/* Scores as they were: each snapshot under the model that stood at its date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/then.h"

#include "score/results-parts.h"

#include <math.h>

/**
 * bw_then_day:
 * @at: in microseconds since 1970
 *
 * Returns: the local day that @at falls on, in days since 1970-01-01
 */
double
bw_then_day (gint64 at)
{
  g_autoptr(GDateTime) time = g_date_time_new_from_unix_local (at / G_USEC_PER_SEC);
  GDate date;

  if (time == NULL)
    return NAN;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (time), g_date_time_get_month (time),
                  g_date_time_get_year (time));

  return (double) g_date_get_julian (&date) - BW_EPOCH_JULIAN;
}

/**
 * bw_then_find:
 * @thens: (array length=n_thens): in the order of their days; at least one
 * @date: of a snapshot, NaN where it has none
 *
 * Returns: the last that stood at @date; the first where none did yet, the last for no date
 */
guint
bw_then_find (const BwThen *thens,
              guint         n_thens,
              double        date)
{
  guint found = 0;

  g_return_val_if_fail (n_thens > 0, 0);

  if (isnan (date))
    return n_thens - 1;

  for (guint i = 1; i < n_thens && thens[i].from <= date; i++)
    found = i;

  return found;
}

/* The band of today's model that has the id of @band of @model, or BW_NO_BAND. */
static guint
find_band (const BwModel *model,
           guint          band,
           const BwModel *today)
{
  const char *id = bw_model_get_band (model, band)->id;

  for (guint i = 0; i < bw_model_get_n_bands (today); i++)
    {
      if (g_str_equal (bw_model_get_band (today, i)->id, id))
        return i;
    }

  return BW_NO_BAND;
}

static void
move (BwSummary       *to,
      guint            to_band,
      const BwSummary *from,
      guint            from_band)
{
  to->band_counts[to_band] += from->band_counts[from_band];
  to->band_money[to_band] += from->band_money[from_band];
}

/* Counts those in @band, which today's model does not have, by their scores. */
static void
count_again (const BwResults *results,
             guint            band,
             guint            segment,
             const BwModel   *today,
             BwSummary       *summary)
{
  for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
    {
      guint there;

      if (bw_results_get_band (results, row) != band ||
          (segment != BW_ALL_SEGMENTS && bw_results_get_segment (results, row) != segment))
        continue;

      there = bw_model_band_of (today, bw_results_get_score (results, row));
      summary->band_counts[there]++;
      summary->band_money[there] +=
        results->prepared->places->money[results->prepared->places->places[row]];
    }
}

/**
 * bw_then_summarize:
 * @results: under any model
 * @today: whose segments and bands are wanted
 * @segment: of @today, or %BW_ALL_SEGMENTS
 * @summary: (out): of the segment with the same id, its bands in the order of @today; nobody where
 *   there is none
 */
void
bw_then_summarize (const BwResults *results,
                   const BwModel   *today,
                   guint            segment,
                   BwSummary       *summary)
{
  const BwModel *model = bw_results_get_model (results);
  const BwSummary *then;

  if (segment != BW_ALL_SEGMENTS)
    {
      segment = bw_model_find_segment (model, bw_model_get_segment (today, segment)->id);
      if (segment == BW_NONE)
        {
          *summary = (BwSummary) { .mean = NAN };
          return;
        }
    }

  then = bw_results_get_summary (results, segment);
  *summary = *then;
  for (guint band = 0; band <= BW_NO_BAND; band++)
    {
      summary->band_counts[band] = 0;
      summary->band_money[band] = 0;
    }
  for (guint band = 0; band < bw_model_get_n_bands (model); band++)
    {
      const guint there = find_band (model, band, today);

      if (there != BW_NO_BAND)
        move (summary, there, then, band);
      else if (then->band_counts[band] > 0)
        count_again (results, band, segment, today, summary);
    }
  move (summary, BW_NO_BAND, then, BW_NO_BAND);
}
