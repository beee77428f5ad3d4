/* What the files of the list of customers share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/customer-list.h"
#include "workspace/customer-rows.h"

G_BEGIN_DECLS

struct _BwCustomerList
{
  GObject parent_instance;

  BwWorkspace    *workspace;
  GSignalGroup   *signals;
  GPtrArray      *slots;  /* of BwCustomerSlot, by position; NULL until asked for */
  BwCustomerRows *rows;   /* NULL before the first import */
  GCancellable   *naming; /* NULL where names are in order */
  GCancellable   *ahead;  /* of a worker that puts everybody in order, or NULL */
  guint           settle_id;
  BwResults      *seen;   /* what the rows were last sorted by */
  BwRowChoice     choice;
  char           *words;
  BwConditions   *where;  /* or NULL */
  gboolean        active;
  gboolean        stale;
};

BwCustomerSlot *bw_customer_slot_new (guint position);
void            bw_customer_list_update (BwCustomerList *self);
void            bw_customer_list_look_ahead (BwCustomerList *self);
void            bw_customer_list_stop_ahead (BwCustomerList *self);

G_END_DECLS
