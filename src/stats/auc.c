/* How well scores part those who left from those who stayed: AUC with its interval, and the gain of one
 * score over another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row's placement is the share of the other kind on the right side of it, ties half. Placements
 * average to the AUC, and their spread is its variance; rows of one customer are added up first. */

#include "stats/auc.h"

#include "stats/rate.h"
#include "stats/sort.h"

#include <math.h>

/* The rows that have all scores. */
typedef struct
{
  gsize    n;
  gsize    n_gone;
  double  *scores;
  guint8  *gone;
  guint32 *customers; /* or NULL: each row is its own */
  guint32  n_customers;
} Rows;

static void
rows_clear (Rows *rows)
{
  g_free (rows->scores);
  g_free (rows->gone);
  g_free (rows->customers);
}

/* Takes the rows that have a score on both sides; the scores are those of @scores. */
static void
rows_init (Rows          *rows,
           const double  *scores,
           const double  *also,
           const guint8  *gone,
           const guint32 *customers,
           gsize          n)
{
  *rows = (Rows) { 0 };
  rows->scores = g_new (double, MAX (n, 1));
  rows->gone = g_new (guint8, MAX (n, 1));
  if (customers != NULL)
    rows->customers = g_new (guint32, MAX (n, 1));

  for (gsize i = 0; i < n; i++)
    {
      if (isnan (scores[i]) || isnan (also[i]))
        continue;

      rows->scores[rows->n] = scores[i];
      rows->gone[rows->n] = gone[i] != 0;
      rows->n_gone += gone[i] != 0;
      if (customers != NULL)
        {
          rows->customers[rows->n] = customers[i];
          rows->n_customers = MAX (rows->n_customers, customers[i] + 1);
        }
      rows->n++;
    }
}

/* Fills in the placement of each row. Returns: the AUC */
static double
place (const Rows *rows,
       double     *placements)
{
  const double n_gone = rows->n_gone, n_stayed = rows->n - rows->n_gone;
  g_autofree guint32 *order = g_new (guint32, MAX (rows->n, 1));
  double gone_below = 0, stayed_below = 0, halves = 0;

  bw_order (rows->scores, rows->n, order);
  for (gsize first = 0, end; first < rows->n; first = end)
    {
      double n_tied, n_tied_gone = 0;

      for (end = first; end < rows->n && rows->scores[order[end]] == rows->scores[order[first]]; end++)
        n_tied_gone += rows->gone[order[end]];
      n_tied = end - first;

      for (gsize i = first; i < end; i++)
        placements[order[i]] = rows->gone[order[i]]
                               ? (n_stayed - stayed_below - (n_tied - n_tied_gone) / 2) / n_stayed
                               : (gone_below + n_tied_gone / 2) / n_gone;
      halves += n_tied_gone * (2 * (n_stayed - stayed_below) - (n_tied - n_tied_gone));
      gone_below += n_tied_gone;
      stayed_below += n_tied - n_tied_gone;
    }

  return halves / (2 * n_gone * n_stayed);
}

/* The variance of a mean of placements where each row is a customer of its own. */
static double
variance_of_rows (const Rows   *rows,
                  const double *placements,
                  double        mean)
{
  const double n_gone = rows->n_gone, n_stayed = rows->n - rows->n_gone;
  double of_gone = 0, of_stayed = 0;

  for (gsize i = 0; i < rows->n; i++)
    {
      const double distance = placements[i] - mean;

      *(rows->gone[i] ? &of_gone : &of_stayed) += distance * distance;
    }

  return of_gone / (n_gone - 1) / n_gone + of_stayed / (n_stayed - 1) / n_stayed;
}

/* The rows of a customer, added up: distances of placements from their mean. */
typedef struct
{
  double   of_gone;
  double   of_stayed;
  gboolean has_gone;
  gboolean has_stayed;
} Sums;

/* The same where customers have several rows (Obuchowski 1997). */
static double
variance_of_customers (const Rows   *rows,
                       const double *placements,
                       double        mean)
{
  const double n_gone = rows->n_gone, n_stayed = rows->n - rows->n_gone;
  g_autofree Sums *sums = g_new0 (Sums, rows->n_customers);
  double with_gone = 0, with_stayed = 0, n = 0, of_gone = 0, of_stayed = 0, of_both = 0;

  for (gsize i = 0; i < rows->n; i++)
    {
      Sums *sum = &sums[rows->customers[i]];

      if (rows->gone[i])
        sum->of_gone += placements[i] - mean;
      else
        sum->of_stayed += placements[i] - mean;
      sum->has_gone |= rows->gone[i];
      sum->has_stayed |= !rows->gone[i];
    }
  for (guint32 i = 0; i < rows->n_customers; i++)
    {
      with_gone += sums[i].has_gone;
      with_stayed += sums[i].has_stayed;
      n += sums[i].has_gone || sums[i].has_stayed;
      of_gone += sums[i].of_gone * sums[i].of_gone;
      of_stayed += sums[i].of_stayed * sums[i].of_stayed;
      of_both += sums[i].of_gone * sums[i].of_stayed;
    }
  if (with_gone < 2 || with_stayed < 2)
    return NAN;

  return fmax (with_gone / (with_gone - 1) * of_gone / (n_gone * n_gone) +
               with_stayed / (with_stayed - 1) * of_stayed / (n_stayed * n_stayed) +
               2 * n / (n - 1) * of_both / (n_gone * n_stayed), 0);
}

static BwAuc
conclude (const Rows   *rows,
          const double *placements,
          double        auc,
          double        least)
{
  BwAuc result = { rows->n_gone, rows->n - rows->n_gone, auc, NAN, NAN, NAN };

  if (result.n_gone < 2 || result.n_stayed < 2)
    return result;

  result.se = sqrt (rows->customers == NULL ? variance_of_rows (rows, placements, auc)
                                            : variance_of_customers (rows, placements, auc));
  result.low = fmax (auc - BW_Z95 * result.se, least);
  result.high = fmin (auc + BW_Z95 * result.se, 1);
  if (isnan (result.se))
    result.low = result.high = NAN;

  return result;
}

/**
 * bw_auc:
 * @scores: (array length=n): low is bad; NaN for rows without, which are left out
 * @gone: (array length=n): not 0 for those who left
 * @customers: (nullable) (array length=n): whose row each is, small numbers; %NULL where no two rows
 *   are of one customer
 *
 * Shape: n rows to one. Unit: a chance. Missing: left out. Errors: none. Cost: a sort.
 * Source: DeLong, DeLong and Clarke-Pearson (1988); with @customers Obuchowski (1997).
 *
 * Returns: the AUC with its 95 % interval
 */
BwAuc
bw_auc (const double  *scores,
        const guint8  *gone,
        const guint32 *customers,
        gsize          n)
{
  g_autofree double *placements = g_new (double, MAX (n, 1));
  BwAuc result;
  Rows rows;

  rows_init (&rows, scores, scores, gone, customers, n);
  if (rows.n_gone == 0 || rows.n_gone == rows.n)
    result = (BwAuc) { rows.n_gone, rows.n - rows.n_gone, NAN, NAN, NAN, NAN }
  ;
  else
    result = conclude (&rows, placements, place (&rows, placements), 0);
  rows_clear (&rows);

  return result;
}

/**
 * bw_auc_gain:
 * @from: (array length=n): one score of each row
 * @to: (array length=n): another; rows that lack one of the two are left out
 *
 * Shape, unit, cost and source: as bw_auc(); the two share their rows, so that the interval of the
 * difference is narrower than theirs.
 *
 * Returns: AUC of @to − AUC of @from, −1 to 1, with its 95 % interval
 */
BwAuc
bw_auc_gain (const double  *from,
             const double  *to,
             const guint8  *gone,
             const guint32 *customers,
             gsize          n)
{
  g_autofree double *before = g_new (double, MAX (n, 1));
  g_autofree double *after = g_new (double, MAX (n, 1));
  Rows rows_from, rows_to;
  BwAuc result;

  rows_init (&rows_from, from, to, gone, customers, n);
  rows_init (&rows_to, to, from, gone, customers, n);
  if (rows_to.n_gone == 0 || rows_to.n_gone == rows_to.n)
    {
      result = (BwAuc) { rows_to.n_gone, rows_to.n - rows_to.n_gone, NAN, NAN, NAN, NAN };
    }
  else
    {
      double gain = -place (&rows_from, before);

      gain += place (&rows_to, after);
      for (gsize i = 0; i < rows_to.n; i++)
        after[i] -= before[i];
      result = conclude (&rows_to, after, gain, -1);
    }
  rows_clear (&rows_from);
  rows_clear (&rows_to);

  return result;
}
