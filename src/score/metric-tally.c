/* How the scores of one metric are spread: counted in bars and by band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/metric-tally.h"

#include "score/prepared-parts.h"

#include <math.h>
#include <string.h>

/* The places from @first to @end of one metric's column. */
static double
count (const BwPrepared     *prepared,
       const BwMetricColumn *column,
       const BwModel        *model,
       gsize                 first,
       gsize                 end,
       BwMetricTally        *tally)
{
  const guint n_bands = bw_model_get_n_bands (model);
  double edges[BW_MAX_BANDS];
  double sum = 0;

  for (guint band = 0; band < n_bands; band++)
    edges[band] = bw_model_get_band (model, band)->from;

  for (gsize place = first; place < end; place++)
    {
      const double score = column->scores[place];
      guint band = 0;

      if (isnan (score) || (column->known != NULL && !column->known[prepared->places->rows[place]]))
        continue;
      for (guint i = 1; i < n_bands; i++) /* without a branch that cannot be foreseen */
        band += score >= edges[i];
      tally->band_counts[band]++;
      tally->bars[CLAMP ((int) (score * BW_N_TALLY_BARS / 100), 0, BW_N_TALLY_BARS - 1)]++;
      tally->n_known++;
      sum += score;
    }

  return sum;
}

/**
 * bw_results_tally_metric:
 * @segment: whose customers are counted, or %BW_ALL_SEGMENTS
 * @metric: of the results' model
 * @tally: (out): filled
 *
 * Cost: one pass over the customers of the segment.
 */
void
bw_results_tally_metric (const BwResults *self,
                         guint            segment,
                         guint            metric,
                         BwMetricTally   *tally)
{
  const BwPrepared *prepared = bw_results_get_prepared (self);
  const BwPlaces *places = prepared->places;
  const gboolean all = segment == BW_ALL_SEGMENTS;
  double sum;

  g_return_if_fail (metric < prepared->n_columns);
  g_return_if_fail (all || segment < places->n_segments);

  memset (tally, 0, sizeof *tally);
  sum = count (prepared, prepared->columns[metric], bw_results_get_model (self),
               all ? 0 : places->segment_places[segment],
               all ? places->n_rows : places->segment_places[segment + 1], tally);
  tally->mean = tally->n_known > 0 ? sum / tally->n_known : NAN;
}
