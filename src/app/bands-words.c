/* What is said of a band in its editor: for how many it holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/bands-words.h"

#include "chart/words.h"
#include "format/format.h"

/**
 * bw_bands_find_colour:
 * @bands: (array length=n):
 *
 * Returns: a colour that none of them has, grey where all are taken
 */
const char *
bw_bands_find_colour (const BwBand *bands,
                      guint         n)
{
  static const char *const free_first[] = { "orange", "blue", "amber", "green", "red", "grey" };

  for (gsize i = 0; i < G_N_ELEMENTS (free_first); i++)
    {
      gboolean taken = FALSE;

      for (guint band = 0; band < n; band++)
        taken = taken || g_str_equal (bands[band].colour, free_first[i]);
      if (!taken)
        return free_first[i];
    }

  return "grey";
}

/**
 * bw_bands_say_effect:
 * @band: of the draft
 *
 * Returns: (transfer full): who is in it of the chosen segment, and their money: "55 → 48 customers ·
 *   $3 M", with the number as opened where that differs
 */
char *
bw_bands_say_effect (BwWorkspace *workspace,
                     guint        band)
{
  BwModel *model = bw_workspace_get_model (workspace);
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const guint segment = bw_workspace_get_segment (workspace);
  const BwSummary *now = bw_results_get_summary (bw_workspace_get_results (workspace), segment);
  BwModel *old = bw_workspace_get_baseline_model (workspace);
  const char *id = bw_model_get_band (model, band)->id;
  BwResults *baseline = bw_workspace_get_baseline (workspace);
  guint then_segment = BW_ALL_SEGMENTS, then_band = BW_NONE;
  g_autofree char *customers = bw_words_customers (now->band_counts[band]);
  g_autofree char *money = NULL, *before = NULL;

  if (column != BW_NONE)
    money = bw_format_money_short (now->band_money[band],
                                   bw_panel_get_column (panel, column)->currency);
  if (segment != BW_ALL_SEGMENTS && old != NULL)
    then_segment = bw_model_find_segment (old, bw_model_get_segment (model,
                                                                     segment)->id);
  for (guint i = 0; old != NULL && i < bw_model_get_n_bands (old); i++)
    then_band = g_str_equal (bw_model_get_band (old, i)->id, id) ? i : then_band;
  if (baseline != NULL && then_band != BW_NONE &&
      (segment == BW_ALL_SEGMENTS || then_segment != BW_NONE))
    {
      const BwSummary *then = bw_results_get_summary (baseline, then_segment);

      if (then->band_counts[then_band] != now->band_counts[band])
        before = bw_format_number (then->band_counts[then_band], 0);
    }

  return g_strconcat (before != NULL ? before : "", before != NULL ? " → " : "", customers,
                      money != NULL ? " · " : "", money != NULL ? money : "", NULL);
}
