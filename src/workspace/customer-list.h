/* The customers of the chosen segment as a list that GTK can show: searched, filtered, sorted, of any length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item at position p is a slot, "row p of the present order": its identity never changes, so
 * re-sorting a million customers tells GTK nothing but "refresh". */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

#define BW_TYPE_CUSTOMER_SLOT (bw_customer_slot_get_type ())
#define BW_TYPE_CUSTOMER_LIST (bw_customer_list_get_type ())

G_DECLARE_FINAL_TYPE (BwCustomerSlot, bw_customer_slot, BW, CUSTOMER_SLOT, GObject)
G_DECLARE_FINAL_TYPE (BwCustomerList, bw_customer_list, BW, CUSTOMER_LIST, GObject)

typedef enum
{
  BW_ORDER_NAME,
  BW_ORDER_SCORE,
  BW_ORDER_BAND,
  BW_ORDER_CHANGE,
  BW_ORDER_RANK,
  BW_ORDER_MONEY,
  BW_ORDER_RENEWAL,
  BW_ORDER_SEGMENT,
} BwCustomerOrder;

/* Signals: "refresh": the order or the scores changed; every bound cell reads its slot again. */

guint bw_customer_slot_get_position (BwCustomerSlot *self);

BwCustomerList *bw_customer_list_new (BwWorkspace *workspace);
guint           bw_customer_list_get_row (BwCustomerList *self,
                                          guint           position);
guint           bw_customer_list_get_customer (BwCustomerList *self,
                                               guint           position);
guint           bw_customer_list_find (BwCustomerList *self,
                                       guint           customer);
void            bw_customer_list_set_order (BwCustomerList *self,
                                            BwCustomerOrder order,
                                            gboolean        descending);
void            bw_customer_list_set_search (BwCustomerList *self,
                                             const char     *words);
void            bw_customer_list_set_bands (BwCustomerList *self,
                                            guint           bands);

G_END_DECLS
