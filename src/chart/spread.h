/* Things in a row, kept apart and as near as can be to where they belong. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bw_spread (double       *starts,
                    const double *lengths,
                    guint         n,
                    double        gap,
                    double        from,
                    double        to);

G_END_DECLS
