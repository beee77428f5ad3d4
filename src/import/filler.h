/* Rows come in one by one, columns of cells are filled in batches, by several threads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/cells.h"
#include "import/records.h"

G_BEGIN_DECLS

typedef struct _BwFiller BwFiller;

BwFiller *bw_filler_new (BwCells *const *columns,
                         guint           n_columns,
                         guint           n_hands);
void      bw_filler_free (BwFiller *self);
void      bw_filler_add (BwFiller       *self,
                         const BwRecord *record,
                         gsize           skip);
void      bw_filler_finish (BwFiller *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwFiller, bw_filler_free)

G_END_DECLS
