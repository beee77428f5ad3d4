/* Numbers that a person would choose: ranges with ends that are easy to say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "stats/readable.h"

#include <math.h>

/* A range is at least so many steps wide; rounding its ends moves each by half a step at most. */
#define STEPS_IN_RANGE 6.0

#define MOST_DECIMALS 6 /* that somebody writes; numbers with more come of a division */

/**
 * bw_readable_step:
 * @width: above 0 and finite
 *
 * Returns: the largest of 1, 2 and 5 times a power of ten that is not above @width
 */
double
bw_readable_step (double width)
{
  const double power = pow (10, floor (log10 (width) + 1e-12));

  g_return_val_if_fail (isfinite (width) && width > 0, 1);

  if (width >= 5 * power * (1 - 1e-12))
    return 5 * power;

  return width >= 2 * power * (1 - 1e-12) ? 2 * power : power;
}

/**
 * bw_round_to_step:
 * @step: as bw_readable_step() returns it
 *
 * Returns: the multiple of @step that is nearest to @value, exactly the double that its decimal
 *   digits stand for (0.3 and not 0.30000000000000004)
 */
double
bw_round_to_step (double value,
                  double step)
{
  const double count = round (value / step);

  /* Division by a whole number rounds once; a multiplication by 0.1 would round twice. */
  return (step < 1 ? count / round (1 / step) : count *step) + 0.0;
}

/* Whether as many decimals as @power has noughts say all of @value. */
static gboolean
is_told (double value,
         double power)
{
  const double count = value * power;

  return fabs (count - round (count)) <= 1e-12 * fabs (count);
}

/**
 * bw_find_grain:
 * @xs: (array length=n): finite; NaN marks a missing one
 *
 * Shape: n values to one. Unit: that of @xs. Missing: skipped. Errors: none. Cost: a pass.
 *
 * Returns: the step in which the values are written: 1 for whole numbers, 0.1 where they have one
 *   decimal…; 0 where they have so many that nobody wrote them
 */
double
bw_find_grain (const double *xs,
               gsize         n)
{
  double power = 1;
  guint decimals = 0;

  for (gsize i = 0; i < n; i++)
    {
      while (!isnan (xs[i]) && !is_told (xs[i], power))
        {
          power *= 10;
          if (++decimals > MOST_DECIMALS)
            return 0;
        }
    }

  return 1 / power;
}

/**
 * bw_readable_range:
 * @low: where most of the values begin
 * @high: where they end
 * @from: (out): @low, rounded
 * @to: (out): @high, rounded; above @from
 *
 * Shape: two values to two. Unit: that of the values. Errors: a range without width, or that no
 * double can hold, leaves @from and @to alone. Cost: none.
 *
 * Returns: whether there is a range
 */
gboolean
bw_readable_range (double  low,
                   double  high,
                   double *from,
                   double *to)
{
  const double width = (high - low) / STEPS_IN_RANGE;
  double step, first, last;

  if (!isfinite (width) || width <= 0 || width < 1e-290)
    return FALSE;

  step = bw_readable_step (width);
  first = bw_round_to_step (low, step);
  last = bw_round_to_step (high, step);
  if (!isfinite (first) || !isfinite (last) || first >= last)
    return FALSE;

  *from = first;
  *to = last;

  return TRUE;
}
