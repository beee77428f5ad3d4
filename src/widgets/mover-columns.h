/* The columns of the table of movers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/slot-column.h"
#include "workspace/mover-list.h"

G_BEGIN_DECLS

/**
 * BwMoverPlace:
 * @position: one at which somebody stands
 *
 * What the columns fill their cells with: a place in the list, whoever stands there.
 */
typedef struct
{
  BwMoverList *list;
  guint        position;
} BwMoverPlace;

const BwSlotColumn *bw_mover_columns (gsize *n_columns);

G_END_DECLS
