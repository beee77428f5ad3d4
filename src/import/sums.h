/* Whether the numbers of a row are sums of the rows above it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/filler.h"
#include "import/peek.h"

G_BEGIN_DECLS

typedef struct _BwSums BwSums;

BwSums  *bw_sums_new (const GPtrArray *cells,
                      BwFiller        *filler);
void     bw_sums_free (BwSums *self);
guint    bw_sums_match (BwSums      *self,
                        const BwRow *row);
gboolean bw_sums_know_text (BwSums     *self,
                            guint       column,
                            const char *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSums, bw_sums_free)

G_END_DECLS
