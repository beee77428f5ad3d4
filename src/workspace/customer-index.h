/* The customers of a snapshot by name: their order, and which of them a few typed words find. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BwCustomerIndex BwCustomerIndex;

char *bw_fold_text (const char *text);

guint32 *bw_order_by_name (BwPanel *panel,
                           guint    snapshot);
void     bw_order_by_name_async (BwPanel            *panel,
                                 guint               snapshot,
                                 GCancellable       *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer            user_data);
guint32 *bw_order_by_name_finish (GAsyncResult *result);

BwCustomerIndex *bw_customer_index_new (BwPanel *panel,
                                        guint    snapshot);
void             bw_customer_index_free (BwCustomerIndex *self);
void             bw_customer_index_search (BwCustomerIndex *self,
                                           const char      *words);
gboolean bw_customer_index_searches (const BwCustomerIndex *self);
gboolean         bw_customer_index_finds (const BwCustomerIndex *self,
                                          guint                  row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwCustomerIndex, bw_customer_index_free)

G_END_DECLS
