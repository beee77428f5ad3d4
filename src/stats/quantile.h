/* Order statistics of a column of numbers: quantiles and mid-ranks. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bw_quantile (const double *xs,
                    gsize         n,
                    double        p);
double bw_quantile_sorted (const double *sorted,
                           gsize         n,
                           double        p);
gsize  bw_quantiles (const double *xs,
                     gsize         n,
                     const double *ps,
                     guint         n_ps,
                     double       *found);
gsize  bw_mid_ranks (const double *xs,
                     gsize         n,
                     double       *ranks);

G_END_DECLS
