/* A model over a panel, a column at a time: raw values, metric scores, segments, rules, bands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/parts.h"

#include <math.h>

/**
 * bw_bits_count:
 *
 * Returns: how many bits are set
 */
gsize
bw_bits_count (const guint64 *bits,
               gsize          n_words)
{
  gsize n = 0;

  for (gsize i = 0; i < n_words; i++)
    n += __builtin_popcountll (bits[i]);

  return n;
}

/**
 * bw_conditions_find_bits:
 * @where: sound
 * @model: (nullable): whose metrics the conditions may be on
 *
 * Returns: (transfer full): a bit a row of the snapshot, as bw_condition_find_bits() makes them
 */
guint64 *
bw_conditions_find_bits (const BwConditions *where,
                         const BwModel      *model,
                         BwPanel            *panel,
                         guint               snapshot)
{
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  const gsize n_words = BW_N_WORDS (n_rows);
  guint64 *bits = g_new0 (guint64, MAX (n_words, 1));
  g_autofree guint64 *one = g_new (guint64, MAX (n_words, 1));

  g_return_val_if_fail (where->n_conditions > 0, bits);

  bw_condition_find_bits (&where->conditions[0], model, panel, snapshot, bits);
  for (guint i = 1; i < where->n_conditions; i++)
    {
      bw_condition_find_bits (&where->conditions[i], model, panel, snapshot, one);
      for (gsize word = 0; word < n_words; word++)
        bits[word] = where->any ? bits[word] | one[word] : bits[word] & one[word];
    }

  return bits;
}

/**
 * bw_model_find_rows:
 * @where: conditions of this model
 * @holds: (out): one a row of the snapshot: whether they hold
 */
void
bw_model_find_rows (const BwModel      *self,
                    const BwConditions *where,
                    BwPanel            *panel,
                    guint               snapshot,
                    gboolean           *holds)
{
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  g_autofree guint64 *bits = bw_conditions_find_bits (where, self, panel, snapshot);

  for (gsize row = 0; row < n_rows; row++)
    holds[row] = bits[row / BW_WORD_BITS] >> (row % BW_WORD_BITS) & 1;
}

/**
 * bw_model_assign_segments:
 * @segments: (out): one a row of the snapshot: the first segment whose rule holds, else the last
 */
void
bw_model_assign_segments (const BwModel *self,
                          BwPanel       *panel,
                          guint          snapshot,
                          guint         *segments)
{
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, snapshot));
  const gsize n_words = BW_N_WORDS (n_rows);
  const guint last = bw_model_get_n_segments (self) - 1;
  g_autofree guint64 *taken = g_new0 (guint64, MAX (n_words, 1));

  for (gsize row = 0; row < n_rows; row++)
    segments[row] = last;

  for (guint segment = 0; segment < last; segment++)
    {
      const BwConditions *where = bw_model_get_segment (self, segment)->where;
      g_autofree guint64 *bits = bw_conditions_find_bits (where, self, panel, snapshot);

      for (gsize word = 0; word < n_words; word++)
        {
          for (guint64 left = bits[word] & ~taken[word]; left != 0; left &= left - 1)
            segments[word * BW_WORD_BITS + __builtin_ctzll (left)] = segment;
          taken[word] |= bits[word];
        }
    }
}

/**
 * bw_metric_get_raw:
 * @raw: (out): one a row of the snapshot, NaN where missing; for a column of texts the codes of its
 *   dictionary
 */
void
bw_metric_get_raw (const BwMetric *metric,
                   BwPanel        *panel,
                   guint           snapshot,
                   double         *raw)
{
  bw_derivation_get_raw (&metric->derivation, panel, snapshot, raw);
}

/**
 * bw_metric_get_scores:
 * @scores: (out): one a row of the snapshot: g, the metric score after direction, NaN where it is
 *   not known; the metric's policy for missing values is not applied
 */
void
bw_metric_get_scores (const BwMetric *metric,
                      BwPanel        *panel,
                      guint           snapshot,
                      double         *scores)
{
  BwSnapshot *at = bw_panel_get_snapshot (panel, snapshot);
  const gsize n_rows = bw_snapshot_get_n_rows (at);

  if (!bw_derivation_is_coded (&metric->derivation, panel))
    {
      bw_derivation_get_raw (&metric->derivation, panel, snapshot, scores);
      bw_scale_apply (&metric->scale, scores, n_rows, scores);
    }
  else if (bw_scale_takes_texts (&metric->scale))
    {
      const guint column = bw_panel_find_column (panel, metric->derivation.column);

      bw_scale_apply_to_codes (&metric->scale, bw_snapshot_get_column (at, column), scores);
    }
  else
    {
      for (gsize row = 0; row < n_rows; row++)
        scores[row] = NAN;
    }

  if (!metric->hurts)
    return;
  for (gsize row = 0; row < n_rows; row++)
    scores[row] = 100 - scores[row];
}

/**
 * bw_model_band_of:
 * @score: 0 to 100, or NaN
 *
 * Returns: the band that @score lies in, %BW_MAX_BANDS for NaN
 */
guint
bw_model_band_of (const BwModel *self,
                  double         score)
{
  guint band = 0;

  if (isnan (score))
    return BW_MAX_BANDS;

  for (guint i = 1; i < bw_model_get_n_bands (self); i++)
    band += score >= bw_model_get_band (self, i)->from;

  return band;
}

/**
 * bw_model_grade_of:
 * @score: 0 to 100, or NaN
 *
 * Returns: the grade of @score, %BW_NONE for NaN
 */
guint
bw_model_grade_of (const BwModel *self,
                   double         score)
{
  if (isnan (score))
    return BW_NONE;

  for (guint i = 0; i < bw_model_get_n_grades (self); i++)
    {
      if (score >= bw_model_get_grade (self, i)->from)
        return i;
    }

  return bw_model_get_n_grades (self) - 1;
}
