/* What stood when the model was opened, found by id: segments and bands come, go and move. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/opened.h"

/**
 * bw_opened_get_summary:
 * @segment: of the draft, or %BW_ALL_SEGMENTS
 *
 * Returns: (transfer none) (nullable): the same segment's summary under the model as opened; %NULL
 *   where there was no such segment, or nothing to compare with
 */
const BwSummary *
bw_opened_get_summary (BwWorkspace *workspace,
                       guint        segment)
{
  BwResults *baseline = bw_workspace_get_baseline (workspace);
  guint then = BW_ALL_SEGMENTS;

  if (baseline == NULL)
    return NULL;
  if (segment != BW_ALL_SEGMENTS)
    {
      const char *id = bw_model_get_segment (bw_workspace_get_model (workspace), segment)->id;

      then = bw_model_find_segment (bw_results_get_model (baseline), id);
      if (then == BW_NONE)
        return NULL;
    }

  return bw_results_get_summary (baseline, then);
}

/**
 * bw_opened_count_bands:
 * @segment: of the draft, or %BW_ALL_SEGMENTS
 * @summary: (out): where the customers stood that are in @segment now; its customers and bands alone
 *
 * Returns: whether there is something to compare with
 */
gboolean
bw_opened_count_bands (BwWorkspace *workspace,
                       guint        segment,
                       BwSummary   *summary)
{
  BwResults *results = bw_workspace_get_results (workspace);
  BwResults *baseline = bw_workspace_get_baseline (workspace);

  *summary = (BwSummary) { 0 };
  if (results == NULL || baseline == NULL)
    return FALSE;

  for (gsize row = 0; row < bw_results_get_n_rows (baseline); row++)
    {
      if (segment != BW_ALL_SEGMENTS && bw_results_get_segment (results, row) != segment)
        continue;
      summary->n_customers++;
      summary->band_counts[bw_results_get_band (baseline, row)]++;
    }

  return TRUE;
}

/**
 * bw_opened_find_band:
 * @band: of the draft, or %BW_NO_BAND
 *
 * Returns: the same band of the model as opened, or %BW_NONE
 */
guint
bw_opened_find_band (BwWorkspace *workspace,
                     guint        band)
{
  BwModel *model = bw_workspace_get_model (workspace);
  BwModel *opened = bw_workspace_get_baseline_model (workspace);

  if (band == BW_NO_BAND)
    return BW_NO_BAND;

  for (guint i = 0; opened != NULL && i < bw_model_get_n_bands (opened); i++)
    {
      if (g_strcmp0 (bw_model_get_band (opened, i)->id, bw_model_get_band (model, band)->id) == 0)
        return i;
    }

  return BW_NONE;
}
