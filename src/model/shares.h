/* The law of the sliders: how the shares of a segment give way to the one that is moved. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void bw_shares_move (const double   *shares,
                     const gboolean *locked,
                     guint           n,
                     guint           moved,
                     double          to,
                     double         *out);
void bw_shares_use (const double *shares,
                    guint         n,
                    guint         metric,
                    double       *out);
void bw_shares_leave_out (const double   *shares,
                          const gboolean *locked,
                          guint           n,
                          guint           metric,
                          double         *out);
void bw_shares_to_percents (const double *shares,
                            guint         n,
                            guint        *percents);

G_END_DECLS
