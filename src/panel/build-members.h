/* Building: where the rows of each customer are while snapshots are made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/build-parts.h"

G_BEGIN_DECLS

/**
 * BwPlacing:
 * @row_of: (nullable): by customer, its row in the snapshot being made, or %BW_NONE
 * @order: (nullable): rows by snapshot; %NULL where they hold at every snapshot
 * @starts: of each snapshot in @order, and behind the last
 */
typedef struct
{
  guint32 *row_of;
  guint32 *order;
  gsize   *starts;
} BwPlacing;

/**
 * BwMaker:
 * @placings: by stack
 * @first: by customer, the snapshot from which on it is there, %BW_NONE where nothing says so
 * @members: by snapshot, the customers in it
 * @n_members: of them
 */
typedef struct
{
  BwBuild   *build;
  BwPlacing *placings;
  guint32   *first;
  guint32  **members;
  gsize     *n_members;
} BwMaker;

void bw_maker_init (BwMaker *self,
                    BwBuild *build);
void bw_maker_clear (BwMaker *self);
void bw_maker_place (BwMaker *self,
                     guint    slot,
                     gboolean away);
void bw_maker_list_members (BwMaker   *self,
                            GPtrArray *columns,
                            guint      slot);
double *bw_maker_find_vanished (const BwMaker *self);

G_END_DECLS
