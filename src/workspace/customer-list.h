/* The customers of the chosen segment as a list that GTK can show: searched, filtered, sorted, of any length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The item at position p is a slot, "row p of the present order": its identity never changes, so
 * re-sorting a million customers tells GTK nothing but "refresh". */

#pragma once

#include "workspace/ready-list.h"
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

/* Only customers of the newest snapshot are listed. "Row" is their row there.
 * Signals: "refresh": the order, the scores or what they compare with changed; every bound cell
 *   reads its slot again. Where the count changed too, "items-changed" told of it before, at the
 *   tail alone.
 * Properties: "active" (boolean, TRUE): whether the list follows the workspace; one that is not on
 *   screen does no work, and catches up when it is active again. */

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
void            bw_customer_list_set_filter (BwCustomerList     *self,
                                             const BwConditions *where);
void            bw_customer_list_set_bands (BwCustomerList *self,
                                            guint           bands);
void            bw_customer_list_set_noted (BwCustomerList *self,
                                            gboolean        noted);
void            bw_customer_list_set_ready (BwCustomerList *self,
                                            BwReadyList     ready);
gboolean        bw_customer_list_get_active (BwCustomerList *self);
void            bw_customer_list_set_active (BwCustomerList *self,
                                             gboolean        active);
BwCustomerOrder bw_customer_list_get_order (BwCustomerList *self);
gboolean        bw_customer_list_get_descending (BwCustomerList *self);

G_END_DECLS
