/* How alike two columns of numbers are: in a line, by ranks, by pairs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bw_pearson (const double *xs,
                   const double *ys,
                   gsize         n);
double bw_spearman (const double *xs,
                    const double *ys,
                    gsize         n);
double bw_kendall (const double *xs,
                   const double *ys,
                   gsize         n);
void bw_compare_ranks (const double *xs,
                       const double *ys,
                       gsize         n,
                       double       *spearman,
                       double       *kendalls);

G_END_DECLS
