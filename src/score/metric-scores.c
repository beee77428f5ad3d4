/* The scores of one metric, a row each, by several threads where the rows are many. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/metric-scores.h"

#include "score/team.h"

typedef struct
{
  const BwMetric *metric;
  const double   *raw;
  double         *scores;
} Scoring;

/* Whether each row's score depends on its own number alone. */
static gboolean
is_row_by_row (const BwMetric *metric,
               BwPanel        *panel)
{
  return !bw_derivation_is_coded (&metric->derivation, panel) &&
         (metric->scale.type != BW_SCALE_PERCENTILE || metric->scale.n_points > 0);
}

/* Returns: (nullable): the raw values where a column of the panel is what they are */
static const double *
find_raw (const BwMetric *metric,
          BwPanel        *panel,
          guint           snapshot)
{
  guint column;

  if (metric->derivation.type != BW_DERIVE_COLUMN)
    return NULL;

  column = bw_panel_find_column (panel, metric->derivation.column);
  if (column == BW_NONE)
    return NULL;

  return bw_column_get_numbers (bw_snapshot_get_column (bw_panel_get_snapshot (panel, snapshot),
                                                        column));
}

static void
score_part (gpointer data,
            gsize    first,
            gsize    n,
            gsize    part)
{
  const Scoring *self = data;
  double *scores = self->scores + first;

  bw_scale_apply (&self->metric->scale, self->raw + first, n, scores);
  for (gsize i = 0; i < n && self->metric->hurts; i++)
    scores[i] = 100 - scores[i];
}

/**
 * bw_metric_fill_scores:
 * @scores: (out): what bw_metric_get_scores() says, to the last bit
 */
void
bw_metric_fill_scores (const BwMetric *metric,
                       BwPanel        *panel,
                       guint           snapshot,
                       double         *scores)
{
  Scoring scoring = { metric, NULL, scores };

  if (!is_row_by_row (metric, panel))
    {
      bw_metric_get_scores (metric, panel, snapshot, scores);
      return;
    }

  scoring.raw = find_raw (metric, panel, snapshot);
  if (scoring.raw == NULL)
    {
      bw_metric_get_raw (metric, panel, snapshot, scores);
      scoring.raw = scores;
    }
  bw_team_share (bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot)), score_part,
                 &scoring);
}
