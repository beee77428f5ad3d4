/* A second table to the right of the first, with an empty column between them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/heading.h"

G_BEGIN_DECLS

guint bw_beside_find (const GArray    *rows,
                      const BwHeading *heading,
                      guint            width,
                      guint           *begin);

G_END_DECLS
