/* How well scores part those who left from those who stayed: AUC with its interval, and the gain of one
 * score over another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Low is bad: the AUC is the chance that one who left has the lower score. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwAuc:
 * @n_gone: with a score, who left
 * @auc: chance that one who left has the lower score, ties half; NaN where one of the two kinds is
 *   missing
 * @se: its standard error; NaN under two of a kind, likewise the ends
 * @low: lower end of the 95 % interval
 * @high: upper end
 */
typedef struct
{
  gsize  n_gone;
  gsize  n_stayed;
  double auc;
  double se;
  double low;
  double high;
} BwAuc;

BwAuc bw_auc (const double  *scores,
              const guint8  *gone,
              const guint32 *customers,
              gsize          n);
BwAuc bw_auc_gain (const double  *from,
                   const double  *to,
                   const guint8  *gone,
                   const guint32 *customers,
                   gsize          n);

G_END_DECLS
