/* The logistic curve through the scores: the churn rate that each score makes one expect. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/curve.h"

#include <math.h>

#define MOST_STEPS 100
#define CLOSE      1e-12

/* A slope of that many log odds from one end of the scores to the other is no curve but a step. */
#define STEEPEST 200

/* Sums over the ladder at one point of the search; scores are counted from the middle, in widths. */
typedef struct
{
  double loss;
  double by_intercept;
  double by_slope;
  double second[3]; /* intercept twice, mixed, slope twice */
} Sums;

static double
log_one_plus_exp (double x)
{
  return x > 0 ? x + log1p (exp (-x)) : log1p (exp (x));
}

static Sums
add_up (const BwLadder *ladder,
        double          middle,
        double          width,
        double          a,
        double          b)
{
  Sums sums = { 0 };

  for (gsize i = 0; i < ladder->n_rungs; i++)
    {
      const BwRung *rung = &ladder->rungs[i];
      const double x = (rung->score - middle) / width;
      const double z = a + b * x;
      const double p = 1 / (1 + exp (-z));
      const double wrong = rung->n * p - rung->n_gone;
      const double curvature = rung->n * p * (1 - p);

      sums.loss += rung->n * log_one_plus_exp (z) - rung->n_gone * z;
      sums.by_intercept += wrong;
      sums.by_slope += wrong * x;
      sums.second[0] += curvature;
      sums.second[1] += curvature * x;
      sums.second[2] += curvature * x * x;
    }

  return sums;
}

/**
 * bw_curve_fit:
 *
 * Source: Platt (1999), without his correction: the likeliest curve. Newton's steps, halved while they
 * lead up.
 *
 * Returns: the curve; none where one kind is missing, the scores are all equal, or no churned score
 *   lies among the others
 */
BwCurve
bw_curve_fit (const BwLadder *ladder)
{
  const BwCurve none = { FALSE, NAN, NAN };
  double middle, width, a, b = 0;
  Sums now;

  if (ladder->n_rungs < 2 || ladder->n_gone == 0 || ladder->n_gone == ladder->n)
    return none;

  middle = (ladder->rungs[0].score + ladder->rungs[ladder->n_rungs - 1].score) / 2;
  width = ladder->rungs[ladder->n_rungs - 1].score - ladder->rungs[0].score;
  a = log ((double) ladder->n_gone / (ladder->n - ladder->n_gone));
  now = add_up (ladder, middle, width, a, b);
  for (guint step = 0; step < MOST_STEPS; step++)
    {
      const double determinant = now.second[0] * now.second[2] - now.second[1] * now.second[1];
      const double da = (now.second[2] * now.by_intercept - now.second[1] * now.by_slope) / determinant;
      const double db = (now.second[0] * now.by_slope - now.second[1] * now.by_intercept) / determinant;
      double part = 1;
      Sums next;

      if (!isfinite (da) || !isfinite (db) || fabs (b) > STEEPEST)
        return none;
      if (fabs (da) < CLOSE && fabs (db) < CLOSE)
        break;

      next = add_up (ladder, middle, width, a - da, b - db);
      while (next.loss > now.loss && part > CLOSE)
        {
          part /= 2;
          next = add_up (ladder, middle, width, a - part * da, b - part * db);
        }
      if (part <= CLOSE)
        break;
      a -= part * da;
      b -= part * db;
      now = next;
    }

  return (BwCurve) { TRUE, a - b * middle / width, b / width };
}

/**
 * bw_curve_at:
 *
 * Returns: the expected churn rate at a score, NaN without a curve
 */
double
bw_curve_at (const BwCurve *self,
             double         score)
{
  return 1 / (1 + exp (-(self->intercept + self->slope * score)));
}

/**
 * bw_curve_get_brier:
 *
 * Returns: the mean square distance between what the curve expects and what came, NaN without one
 */
double
bw_curve_get_brier (const BwCurve  *self,
                    const BwLadder *ladder)
{
  double sum = 0;

  for (gsize i = 0; i < ladder->n_rungs; i++)
    {
      const BwRung *rung = &ladder->rungs[i];
      const double p = bw_curve_at (self, rung->score);

      sum += rung->n_gone * (1 - p) * (1 - p) + (rung->n - rung->n_gone) * p * p;
    }

  return ladder->n > 0 ? sum / ladder->n : NAN;
}
