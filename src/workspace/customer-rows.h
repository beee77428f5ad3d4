/* Which rows of a snapshot are listed, in which order, and where each of them is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/customer-ahead.h"
#include "workspace/customer-list.h"
#include "workspace/ready-list.h"

G_BEGIN_DECLS

/**
 * BwRowChoice:
 * @bands: a bit for each band that is listed
 * @noted: whether only customers with notes are listed
 * @ready: only those of this list
 */
typedef struct
{
  BwCustomerOrder order;
  gboolean        descending;
  guint           bands;
  gboolean        noted;
  BwReadyList     ready;
} BwRowChoice;

typedef struct _BwCustomerRows BwCustomerRows;

BwCustomerRows *bw_customer_rows_new (BwPanel *panel);
void            bw_customer_rows_free (BwCustomerRows *self);
void            bw_customer_rows_take_names (BwCustomerRows *self,
                                             guint32        *by_name);
void            bw_customer_rows_search (BwCustomerRows *self,
                                         const char     *words);
void            bw_customer_rows_filter (BwCustomerRows     *self,
                                         const BwConditions *where);
void            bw_customer_rows_forget_changes (BwCustomerRows *self);
void            bw_customer_rows_update (BwCustomerRows    *self,
                                         BwWorkspace       *workspace,
                                         const BwRowChoice *choice);
BwAhead        *bw_customer_rows_plan (BwCustomerRows    *self,
                                       BwWorkspace       *workspace,
                                       const BwRowChoice *choice);
void            bw_customer_rows_take_everybody (BwCustomerRows *self,
                                                 const BwAhead  *ahead,
                                                 guint32        *everybody);
void            bw_customer_rows_clear (BwCustomerRows *self);
gsize           bw_customer_rows_get_most (const BwCustomerRows *self);
guint           bw_customer_rows_get_n (const BwCustomerRows *self);
guint           bw_customer_rows_get_row (const BwCustomerRows *self,
                                          guint                 position);
guint           bw_customer_rows_get_customer (const BwCustomerRows *self,
                                               guint                 position);
guint           bw_customer_rows_find (BwCustomerRows *self,
                                       guint           customer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwCustomerRows, bw_customer_rows_free)

G_END_DECLS
