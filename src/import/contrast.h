/* Whether one of the first records of a text differs from those below it as a header does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/peek.h"

G_BEGIN_DECLS

gboolean bw_stands_out (const GArray *rows,
                        guint         index,
                        guint         n_least);
gboolean bw_stands_out_among (const GArray *rows,
                              guint         index,
                              guint         to,
                              guint         n_least);
gboolean bw_fits_below (const GArray *rows,
                        guint         index);
gboolean bw_is_header (const GArray *rows,
                       guint         index);

G_END_DECLS
