/* A customer's score in the words that were chosen for scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/shown-words.h"

#include "chart/words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DASH "\342\200\223"
#define FEW_ROWS 50000 /* are ranked at once */

/**
 * bw_shown_words:
 * @score: NaN where there is none
 *
 * Returns: (transfer full): "38", "38 %", "E" or "At risk"; a rank, which needs the others, is a
 *   number here; a dash where there is no score
 */
char *
bw_shown_words (BwShownAs      as,
                const BwModel *model,
                double         score)
{
  g_autofree char *number = isnan (score) ? g_strdup (DASH) : bw_words_score (model, score);

  if (isnan (score))
    return g_steal_pointer (&number);

  switch (as)
    {
    case BW_SHOWN_PERCENT:
      /* TRANSLATORS: a percentage: the number, a no-break space, the sign */
      return g_strdup_printf (_("%s\302\240%%"), number);
    case BW_SHOWN_LETTER:
      return bw_model_get_n_grades (model) == 0 ? g_steal_pointer (&number)
             : g_strdup (bw_model_get_grade (model, bw_model_grade_of (model, score))->letter);
    case BW_SHOWN_BAND:
      return g_strdup (bw_words_band (model, bw_model_band_of (model, score)));
    case BW_SHOWN_NUMBER:
    case BW_SHOWN_RANK:
    case BW_SHOWN_PERCENTILE:
    default:
      return g_steal_pointer (&number);
    }
}

/**
 * bw_shown_words_of_row:
 *
 * Returns: (transfer full): as bw_shown_words(), and its rank or percentile in its segment; "…"
 *   while the ranks of many customers are worked out
 */
char *
bw_shown_words_of_row (BwShownAs        as,
                       const BwResults *results,
                       gsize            row)
{
  const double score = bw_results_get_score (results, row);

  if (isnan (score) || (as != BW_SHOWN_RANK && as != BW_SHOWN_PERCENTILE))
    return bw_shown_words (as, bw_results_get_model (results), score);
  if (!bw_results_get_ranked (results) && bw_results_get_n_rows (results) > FEW_ROWS)
    return g_strdup ("…");

  return bw_format_number (as == BW_SHOWN_RANK ? bw_results_get_rank (results, row)
                           : bw_results_get_percentile (results, row), 0);
}
