/* A score in the words that were chosen for scores: the one place that decides them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/shown-words.h"

#include "chart/words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DASH "\342\200\223"
#define FEW_ROWS 50000 /* are ranked at once */

static char *
add_sign (const char *number)
{
  /* TRANSLATORS: a percentage: the number, a no-break space, the sign */
  return g_strdup_printf (_("%s\302\240%%"), number);
}

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
      return add_sign (number);
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

/* Whether the row's place among others is what is shown, and can be. */
static gboolean
is_place (BwShownAs        as,
          const BwResults *results,
          gsize            row)
{
  return (as == BW_SHOWN_RANK || as == BW_SHOWN_PERCENTILE) &&
         !isnan (bw_results_get_score (results, row));
}

static gboolean
is_ranked (const BwResults *results)
{
  return bw_results_get_ranked (results) || bw_results_get_n_rows (results) <= FEW_ROWS;
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
  if (!is_place (as, results, row))
    return bw_shown_words (as, bw_results_get_model (results), bw_results_get_score (results, row));
  if (!is_ranked (results))
    return g_strdup ("…");

  return bw_format_number (as == BW_SHOWN_RANK ? bw_results_get_rank (results, row)
                           : bw_results_get_percentile (results, row), 0);
}

/**
 * bw_shown_words_in_full:
 *
 * Returns: (transfer full): as bw_shown_words_of_row(), where nothing around it says what it is:
 *   "rank 391", "percentile 5"
 */
char *
bw_shown_words_in_full (BwShownAs        as,
                        const BwResults *results,
                        gsize            row)
{
  g_autofree char *words = bw_shown_words_of_row (as, results, row);

  if (!is_place (as, results, row))
    return g_steal_pointer (&words);

  /* TRANSLATORS: a customer's place in its segment */
  return as == BW_SHOWN_RANK ? g_strdup_printf (_("rank %s"), words)
         /* TRANSLATORS: a customer's percentile in its segment */
         : g_strdup_printf (_("percentile %s"), words);
}

/* The words beside the number, or @words alone where they are the number. */
static char *
put_beside (BwShownAs      as,
            const BwModel *model,
            double         score,
            const char    *words)
{
  g_autofree char *number = bw_words_score (model, score);

  if (as == BW_SHOWN_NUMBER || as == BW_SHOWN_PERCENT || isnan (score) ||
      g_str_equal (words, number))
    return g_strdup (words);

  return g_strdup_printf ("%s · %s", words, number);
}

/**
 * bw_shown_words_with_number:
 *
 * Returns: (transfer full): "E · 38" where points are added up to it; "38", "38 %" as they are
 */
char *
bw_shown_words_with_number (BwShownAs      as,
                            const BwModel *model,
                            double         score)
{
  g_autofree char *words = bw_shown_words (as, model, score);

  return put_beside (as, model, score, words);
}

/**
 * bw_shown_words_with_number_of_row:
 *
 * Returns: (transfer full): likewise, "rank 391 · 38" too
 */
char *
bw_shown_words_with_number_of_row (BwShownAs        as,
                                   const BwResults *results,
                                   gsize            row)
{
  g_autofree char *words = bw_shown_words_in_full (as, results, row);

  return put_beside (as, bw_results_get_model (results), bw_results_get_score (results, row),
                     words);
}

/**
 * bw_shown_words_and_band:
 * @score: not NaN
 *
 * Returns: (transfer full): "38 At risk", "E At risk"; the band is said once
 */
char *
bw_shown_words_and_band (BwShownAs      as,
                         const BwModel *model,
                         double         score)
{
  const char *band = bw_words_band (model, bw_model_band_of (model, score));
  g_autofree char *words = bw_shown_words (as, model, score);

  return as == BW_SHOWN_BAND ? g_strdup (band) : g_strdup_printf ("%s %s", words, band);
}

/**
 * bw_shown_words_of_two:
 * @from_words: (out) (transfer full):
 * @to_words: (out) (transfer full):
 *
 * Two scores of one customer, one after the other: where their words read alike though the scores do
 * not, both are numbers.
 */
void
bw_shown_words_of_two (BwShownAs      as,
                       const BwModel *model,
                       double         from,
                       double         to,
                       char         **from_words,
                       char         **to_words)
{
  *from_words = bw_shown_words (as, model, from);
  *to_words = bw_shown_words (as, model, to);
  if (from == to || isnan (from) || isnan (to) || !g_str_equal (*from_words, *to_words))
    return;

  g_free (*from_words);
  g_free (*to_words);
  *from_words = bw_words_score (model, from);
  *to_words = bw_words_score (model, to);
}

/**
 * bw_shown_words_of_mean:
 * @mean: of many scores; NaN where there is none
 *
 * Returns: (transfer full): "71.2", or "71.2 %"
 */
char *
bw_shown_words_of_mean (BwShownAs as,
                        double    mean,
                        int       decimals)
{
  g_autofree char *number = isnan (mean) ? g_strdup (DASH) : bw_format_number (mean, decimals);

  return as == BW_SHOWN_PERCENT && !isnan (mean) ? add_sign (number) : g_steal_pointer (&number);
}

/**
 * bw_shown_words_of_bar:
 * @from: where the bar begins
 * @to: where it ends, itself not in it unless it is 100
 *
 * Returns: (transfer full): the letters of its scores where letters are shown, to stand behind their
 *   numbers: " (D)", " (C–D)"; else ""
 */
char *
bw_shown_words_of_bar (BwShownAs      as,
                       const BwModel *model,
                       double         from,
                       double         to)
{
  g_autofree char *least = NULL, *most = NULL;

  if (as != BW_SHOWN_LETTER || bw_model_get_n_grades (model) == 0)
    return g_strdup ("");

  least = bw_shown_words (as, model, from);
  most = bw_shown_words (as, model, to < 100 ? to - 1e-9 : 100);

  return g_str_equal (least, most) ? g_strdup_printf (" (%s)", least)
         : g_strdup_printf (" (%s–%s)", most, least);
}

/**
 * bw_shown_sentence:
 * @row: scored
 * @customer: its name
 *
 * Returns: (transfer full): "Dunmore Logistics scores 38", "… is At risk", "… has rank 391 of 412"
 */
char *
bw_shown_sentence (BwShownAs        as,
                   const BwResults *results,
                   gsize            row,
                   const char      *customer)
{
  const BwSummary *summary = bw_results_get_summary (results,
                                                     bw_results_get_segment (results, row));
  g_autofree char *words = bw_shown_words_of_row (as, results, row);
  g_autofree char *all = bw_format_number (summary->n_scored, 0);

  switch (as)
    {
    case BW_SHOWN_BAND:
      /* TRANSLATORS: a customer and its band */
      return g_strdup_printf (_("%s is %s"), customer, words);
    case BW_SHOWN_RANK:
      /* TRANSLATORS: a customer, its rank, and of how many */
      return g_strdup_printf (_("%s has rank %s of %s"), customer, words, all);
    case BW_SHOWN_PERCENTILE:
      /* TRANSLATORS: a customer and its percentile */
      return g_strdup_printf (_("%s is at percentile %s"), customer, words);
    case BW_SHOWN_NUMBER:
    case BW_SHOWN_PERCENT:
    case BW_SHOWN_LETTER:
    default:
      /* TRANSLATORS: a customer and its score */
      return g_strdup_printf (_("%s scores %s"), customer, words);
    }
}
