/* The slope that most pairs of points agree on, whatever a few of them do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bw_theil_sen (const double *xs,
                     const double *ys,
                     gsize         n);

G_END_DECLS
