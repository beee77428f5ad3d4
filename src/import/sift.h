/* What a record below the header is: a row, or a total, a note, the header again, another table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/filler.h"
#include "import/layout.h"

G_BEGIN_DECLS

/**
 * BwVerdict:
 * @BW_VERDICT_ROW: a row of the table, as far as can be told
 * @BW_VERDICT_OTHER: it belongs to a second table below the first
 */
typedef enum
{
  BW_VERDICT_ROW,
  BW_VERDICT_NOTE,
  BW_VERDICT_TOTAL,
  BW_VERDICT_AGAIN,
  BW_VERDICT_OTHER,
} BwVerdict;

/**
 * BwVerdictFunc:
 * @row: (nullable): @record with the kinds of its cells, where it was looked at closely
 *
 * Told of every record once, in their order.
 */
typedef void (*BwVerdictFunc) (const BwRecord *record,
                               const BwRow    *row,
                               BwVerdict       verdict,
                               gpointer        user_data);

typedef struct _BwSift BwSift;

BwSift  *bw_sift_new (const BwLayout  *layout,
                      const GPtrArray *cells,
                      BwFiller        *filler,
                      BwVerdictFunc    func,
                      gpointer         user_data);
void     bw_sift_free (BwSift *self);
gboolean bw_sift_is_plain (const BwSift   *self,
                           const BwRecord *record);
void     bw_sift_blank (BwSift *self);
void     bw_sift_take (BwSift         *self,
                       const BwRecord *record);
void     bw_sift_finish (BwSift *self);
gsize    bw_sift_get_other_line (const BwSift *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSift, bw_sift_free)

G_END_DECLS
