/* Who stands in another band, as a list that GTK can show: filtered, sorted, of any length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item at position p is a slot, a #BwCustomerSlot: "row p of the present order". */

#pragma once

#include "workspace/comparing.h"
#include "workspace/customer-list.h"

G_BEGIN_DECLS

#define BW_TYPE_MOVER_LIST (bw_mover_list_get_type ())

G_DECLARE_FINAL_TYPE (BwMoverList, bw_mover_list, BW, MOVER_LIST, GObject)

typedef enum
{
  BW_MOVERS_BY_NAME,
  BW_MOVERS_BY_FROM,
  BW_MOVERS_BY_TO,
  BW_MOVERS_BY_DIFFERENCE,
  BW_MOVERS_BY_FROM_BAND,
  BW_MOVERS_BY_TO_BAND,
  BW_MOVERS_BY_MONEY,
  BW_MOVERS_BY_RENEWAL,
  BW_MOVERS_BY_KEPT,
} BwMoverOrder;

/* Signals: "refresh": every bound cell reads its slot again; where the count changed too,
 *   "items-changed" told of it before, at the tail alone. */

BwMoverList   *bw_mover_list_new (BwComparing *comparing);
BwComparing   *bw_mover_list_get_comparing (BwMoverList *self);
const BwMover *bw_mover_list_get (BwMoverList *self,
                                  guint        position);
guint          bw_mover_list_get_customer (BwMoverList *self,
                                           guint        position);
double         bw_mover_list_get_kept (BwMoverList *self,
                                       guint        position);
double         bw_mover_list_get_renewal (BwMoverList *self,
                                          guint        position);
GArray        *bw_mover_list_dup_movers (BwMoverList *self);
double        *bw_mover_list_dup_kept (BwMoverList *self);
void           bw_mover_list_set_order (BwMoverList *self,
                                        BwMoverOrder order,
                                        gboolean     descending);
gboolean       bw_mover_list_get_cell (BwMoverList *self,
                                       guint       *from_band,
                                       guint       *to_band);
void           bw_mover_list_set_cell (BwMoverList *self,
                                       guint        from_band,
                                       guint        to_band);
void           bw_mover_list_show_all (BwMoverList *self);

G_END_DECLS
