/* Which earlier snapshot a trend compares with, and what it makes of a customer's scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/trend.h"

#include "stats/theil-sen.h"

#include <math.h>

#define DAYS_SHOWN 30

/**
 * bw_trend_snapshot:
 *
 * Returns: the newest snapshot that is older than the newest of all by at least the model's days,
 *   or %BW_NONE
 */
guint
bw_trend_snapshot (const BwModel *model,
                   BwPanel       *panel)
{
  const guint n = bw_panel_get_n_snapshots (panel);
  double newest;

  if (n < 2)
    return BW_NONE;

  newest = bw_snapshot_get_date (bw_panel_get_snapshot (panel, n - 1));
  for (guint i = n - 1; i > 0; i--)
    {
      const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i - 1));

      if (newest - date >= bw_model_get_trend_days (model))
        return i - 1;
    }

  return BW_NONE;
}

/**
 * bw_trend_slope:
 * @dates: (array length=n): in days
 * @scores: (array length=n): NaN where there is none
 * @n: how many snapshots, at most %BW_SLOPE_SNAPSHOTS
 *
 * Returns: points in 30 days, NaN where there are too few scores
 */
double
bw_trend_slope (const double *dates,
                const double *scores,
                guint         n)
{
  guint n_scored = 0;

  for (guint i = 0; i < n; i++)
    n_scored += !isnan (scores[i]);

  return n_scored < BW_SLOPE_SCORES ? NAN : DAYS_SHOWN *bw_theil_sen (dates,
                                                                      scores,
                                                                      n);
}
