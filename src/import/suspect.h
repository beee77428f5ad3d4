/* What one record looks like by itself, beside the rows of its table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/layout.h"
#include "import/sums.h"

G_BEGIN_DECLS

/**
 * BwSuspicion:
 * @BW_SUSPICION_TOTAL: sums of the rows above, surely
 * @BW_SUSPICION_MAYBE_TOTAL: sums, if the table ends here or they add up
 * @BW_SUSPICION_MAYBE_HEADER: the header of another table, if one follows
 */
typedef enum
{
  BW_SUSPICION_NONE,
  BW_SUSPICION_NOTE,
  BW_SUSPICION_TOTAL,
  BW_SUSPICION_MAYBE_TOTAL,
  BW_SUSPICION_MAYBE_HEADER,
  BW_SUSPICION_AGAIN,
} BwSuspicion;

BwSuspicion bw_suspect (const BwLayout *layout,
                        const BwRow    *row,
                        gboolean        parted,
                        BwSums         *sums);
gboolean    bw_suspect_confirms (const BwLayout *layout,
                                 const BwRow    *header,
                                 const BwRow    *next,
                                 gboolean        parted);

G_END_DECLS
