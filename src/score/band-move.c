/* Whether a change of band between two models is for the better. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/band-move.h"

/* The band of @model with the id that @band has in @other, or BW_NONE. */
static guint
find_band (const BwModel *model,
           const BwModel *other,
           guint          band)
{
  const char *id = bw_model_get_band (other, band)->id;

  for (guint i = 0; i < bw_model_get_n_bands (model); i++)
    {
      if (g_strcmp0 (bw_model_get_band (model, i)->id, id) == 0)
        return i;
    }

  return BW_NONE;
}

/**
 * bw_band_move:
 * @from_band: of @from, or %BW_MAX_BANDS for not enough data; likewise @to_band of @to
 *
 * Bands are the same where their ids are. Otherwise they are compared where one model has both of
 * them; where neither has, by the scores that they begin at.
 */
BwBandMove
bw_band_move (const BwModel *from,
              guint          from_band,
              const BwModel *to,
              guint          to_band)
{
  const gboolean scored = from_band < bw_model_get_n_bands (from);
  guint other;
  double step;

  if (scored != (to_band < bw_model_get_n_bands (to)))
    return BW_BAND_CHANGES;
  if (!scored)
    return BW_BAND_STAYS;

  if ((other = find_band (to, from, from_band)) != BW_NONE)
    step = (double) to_band - other;
  else if ((other = find_band (from, to, to_band)) != BW_NONE)
    step = (double) other - from_band;
  else
    step = bw_model_get_band (to, to_band)->from - bw_model_get_band (from, from_band)->from;

  if (step == 0)
    return other != BW_NONE ? BW_BAND_STAYS : BW_BAND_CHANGES;

  return step > 0 ? BW_BAND_RISES : BW_BAND_FALLS;
}
