/* Numbers that a person would choose: ranges with ends that are easy to say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double   bw_readable_step (double width);
double   bw_round_to_step (double value,
                           double step);
double   bw_find_grain (const double *xs,
                        gsize         n);
gboolean bw_readable_range (double  low,
                            double  high,
                            double *from,
                            double *to);

G_END_DECLS
