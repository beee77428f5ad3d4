/* Scores of those who left and those who stayed, from the lowest up: what tells how well they part. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/ladder.h"

#include "stats/sort.h"

#include <math.h>

/**
 * bw_ladder_new:
 * @scores: (array length=n): low is bad; NaN for rows without, which are left out
 * @gone: (array length=n): not 0 for those who left
 * @money: (nullable) (array length=n): at stake; NaN counts as 0
 *
 * Cost: a sort.
 *
 * Returns: (transfer full): the distinct scores, with what stands at each
 */
BwLadder *
bw_ladder_new (const double *scores,
               const guint8 *gone,
               const double *money,
               gsize         n)
{
  BwLadder *self = g_new0 (BwLadder, 1);
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1));

  self->n = bw_order (scores, n, order);
  self->rungs = g_new (BwRung, MAX (self->n, 1));
  for (gsize i = 0; i < self->n; i++)
    {
      const guint32 row = order[i];
      const double at_stake = money != NULL && !isnan (money[row]) ? money[row] : 0;
      BwRung *rung;

      if (i == 0 || scores[row] != scores[order[i - 1]])
        self->rungs[self->n_rungs++] = (BwRung) { scores[row] + 0.0 }
      ;
      rung = &self->rungs[self->n_rungs - 1];
      rung->n++;
      rung->money += at_stake;
      self->money += at_stake;
      if (gone[row])
        {
          rung->n_gone++;
          rung->money_gone += at_stake;
          self->n_gone++;
          self->money_gone += at_stake;
        }
    }

  return self;
}

void
bw_ladder_free (BwLadder *self)
{
  g_free (self->rungs);
  g_free (self);
}

/**
 * bw_ladder_get_auc:
 *
 * Returns: the chance that one who left has the lower score, ties half; NaN where one of the two
 *   kinds is missing
 */
double
bw_ladder_get_auc (const BwLadder *self)
{
  const double n_gone = self->n_gone, n_stayed = self->n - self->n_gone;
  double above = n_stayed, halves = 0;

  for (gsize i = 0; i < self->n_rungs; i++)
    {
      const double stayed = self->rungs[i].n - self->rungs[i].n_gone;

      halves += self->rungs[i].n_gone * (2 * above - stayed);
      above -= stayed;
    }

  return n_gone > 0 && n_stayed > 0 ? halves / (2 * n_gone * n_stayed) : NAN;
}

/**
 * bw_ladder_get_ks:
 * @at: (out) (optional): the lowest score at or below which the two differ most; NaN where there is none
 *
 * Returns: the largest distance between the shares of those who left and those who stayed that are
 *   at or below a score (Kolmogorov and Smirnov), 0 to 1; NaN where one of the two kinds is missing
 */
double
bw_ladder_get_ks (const BwLadder *self,
                  double         *at)
{
  const double n_gone = self->n_gone, n_stayed = self->n - self->n_gone;
  double gone = 0, stayed = 0, most = 0, score = NAN;

  for (gsize i = 0; n_gone > 0 && n_stayed > 0 && i < self->n_rungs; i++)
    {
      double distance;

      gone += self->rungs[i].n_gone;
      stayed += self->rungs[i].n - self->rungs[i].n_gone;
      distance = fabs (gone / n_gone - stayed / n_stayed);
      if (distance > most || i == 0)
        {
          most = distance;
          score = self->rungs[i].score;
        }
    }
  if (at != NULL)
    *at = score;

  return n_gone > 0 && n_stayed > 0 ? most : NAN;
}

/* A part while it is filled. */
typedef struct
{
  BwTenth *part;
  double   n;
  double   n_gone;
  double   sum;
} Filling;

static void
put (Filling      *filling,
     const BwRung *rung,
     double        n)
{
  const double share = n / rung->n;

  filling->n += n;
  filling->n_gone += rung->n_gone * share;
  filling->sum += rung->score * n;
  filling->part->money += rung->money * share;
  filling->part->money_gone += rung->money_gone * share;
  if (isnan (filling->part->least))
    filling->part->least = rung->score;
  filling->part->most = rung->score;
}

/**
 * bw_ladder_get_parts:
 * @n_parts: 10 for tenths
 * @parts: (out) (array length=n_parts): of equal numbers, lowest scores first; a tie across an edge
 *   counts pro rata on both sides
 */
void
bw_ladder_get_parts (const BwLadder *self,
                     guint           n_parts,
                     BwTenth        *parts)
{
  const double size = (double) self->n / n_parts;
  double left = self->n_rungs > 0 ? self->rungs[0].n : 0, gone = 0;
  gsize at = 0;

  for (guint i = 0; i < n_parts; i++)
    {
      Filling filling = { &parts[i] };

      parts[i] = (BwTenth) { .least = NAN, .most = NAN, .mean = NAN };
      while (at < self->n_rungs && (filling.n < size * (1 - 1e-12) || i == n_parts - 1))
        {
          const double taken = i == n_parts - 1 ? left : fmin (left, size - filling.n);

          put (&filling, &self->rungs[at], taken);
          left -= taken;
          if (left <= 1e-9)
            left = ++at < self->n_rungs ? self->rungs[at].n : 0;
        }

      gone += filling.n_gone;
      parts[i].rate = bw_rate (filling.n_gone, filling.n);
      parts[i].mean = filling.n > 0 ? filling.sum / filling.n : NAN;
      parts[i].gain = self->n_gone == 0 ? NAN : i == n_parts - 1 ? 1 : gone / self->n_gone;
    }
}

/**
 * bw_ladder_list_roc:
 *
 * Returns: (transfer full) (element-type BwRocPoint): from nobody to everybody, a point for each
 *   distinct score; between two of them the line is straight. Empty where one of the two kinds is
 *   missing.
 */
GArray *
bw_ladder_list_roc (const BwLadder *self)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (BwRocPoint));
  const double n_gone = self->n_gone, n_stayed = self->n - self->n_gone;
  BwRocPoint point = { -INFINITY, 0, 0 };
  double gone = 0, stayed = 0;

  if (n_gone == 0 || n_stayed == 0)
    return points;

  g_array_append_val (points, point);
  for (gsize i = 0; i < self->n_rungs; i++)
    {
      gone += self->rungs[i].n_gone;
      stayed += self->rungs[i].n - self->rungs[i].n_gone;
      point = (BwRocPoint) { self->rungs[i].score, stayed / n_stayed, gone / n_gone };
      g_array_append_val (points, point);
    }

  return points;
}
