/* How much a distribution has moved since it was first looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The customary marks: below the first nothing to speak of, from the second on another population. */
#define BW_PSI_MOVED   0.1
#define BW_PSI_ANOTHER 0.25

double bw_psi (const double *then,
               gsize         n_then,
               const double *now,
               gsize         n_now);

G_END_DECLS
