/* Values in order, with the rows they came from, at the speed of reading them a few times. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gsize bw_order (const double *xs,
                gsize         n,
                guint32      *order);
gsize bw_sort (const double *xs,
               gsize         n,
               double       *sorted);

G_END_DECLS
