/* The panel in the workspace file: written whole, read one column of a snapshot at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Customers that a panel may have: what a file says is not believed beyond it. */
#define BW_MOST_CUSTOMERS 50000000

gboolean bw_store_put_panel (BwStore      *self,
                             BwPanel      *panel,
                             GCancellable *cancellable,
                             GError      **error);
gboolean bw_store_clear_panel (BwStore *self,
                               GError **error);
BwPanel *bw_store_get_panel (BwStore *self,
                             GError **error);
gboolean bw_store_check_panel (BwStore *self,
                               GError **error);
char    *bw_store_name_lost (BwStore *self);

G_END_DECLS
