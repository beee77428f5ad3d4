/* A share of a few, and how far chance alone may have moved it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwRate:
 * @n: rows, a broken number where a tie was cut
 * @n_gone: those of them who left
 * @rate: @n_gone / @n, NaN where there are none; likewise the rest
 * @low: lower end of the 95 % interval (Wilson)
 * @high: upper end
 */
typedef struct
{
  double n;
  double n_gone;
  double rate;
  double low;
  double high;
} BwRate;

/* The normal quantile of 97.5 %: what 95 % intervals reach to. */
#define BW_Z95 1.959963984540054

BwRate bw_rate (double n_gone,
                double n);

G_END_DECLS
