/* Where in the first records of a text its table begins, behind titles and notes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/peek.h"

G_BEGIN_DECLS

guint bw_top_find (const GArray *rows,
                   guint        *width);

G_END_DECLS
