/* Mean and spread of a column of numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwMoments:
 * @n: how many values are present
 * @mean: NaN where there is none
 * @sd: of a sample (n − 1), NaN under two values
 * @sd_population: of all there are (n), NaN where there is none
 */
typedef struct
{
  gsize  n;
  double mean;
  double sd;
  double sd_population;
  double min;
  double max;
} BwMoments;

BwMoments bw_moments (const double *xs,
                      gsize         n);

G_END_DECLS
