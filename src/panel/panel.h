/* Customers × snapshots: a list of snapshots over one index of customers, never changed once made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/role.h"
#include "table/table.h"

G_BEGIN_DECLS

/**
 * BwPanelColumn:
 * @name: how the model and every file name it; unique in the panel
 * @source: display name of the export it came from
 * @currency: (nullable): of a money column
 */
typedef struct
{
  const char  *name;
  const char  *source;
  BwColumnType type;
  const char  *currency;
  BwRole       role;
} BwPanelColumn;

/**
 * BwColumnLoader:
 * @load: returns (transfer full) the values of a column, of the panel's type; never %NULL. Called at
 *   most once for each column, by any thread, by one at a time
 * @data: what @load is given
 * @free: (nullable): frees @data with the snapshot
 *
 * Brings the columns of a snapshot when they are first looked at.
 */
typedef struct
{
  BwColumn *(*load)(gpointer data,
                    guint    column);
  gpointer       data;
  GDestroyNotify free;
} BwColumnLoader;

typedef struct _BwSnapshot BwSnapshot;
typedef struct _BwPanel    BwPanel;

BwSnapshot *bw_snapshot_new (double   date,
                             BwTable *table,
                             guint32 *customers);
BwSnapshot *bw_snapshot_new_later (double                date,
                                   gsize                 n_rows,
                                   guint                 n_columns,
                                   guint32              *customers,
                                   const BwColumnLoader *loader);
BwSnapshot *bw_snapshot_ref (BwSnapshot *self);
void        bw_snapshot_unref (BwSnapshot *self);

double         bw_snapshot_get_date (const BwSnapshot *self);
gsize          bw_snapshot_get_n_rows (const BwSnapshot *self);
const guint32 *bw_snapshot_get_customers (const BwSnapshot *self);
guint          bw_snapshot_find_row (const BwSnapshot *self,
                                     guint             customer);
BwColumn      *bw_snapshot_get_column (BwSnapshot *self,
                                       guint       column);

BwPanel *bw_panel_new (BwColumn            *keys,
                       BwColumn            *names,
                       const BwPanelColumn *columns,
                       guint                n_columns,
                       BwSnapshot *const   *snapshots,
                       guint                n_snapshots,
                       const char *const   *sources);
BwPanel *bw_panel_with_hidden_names (BwPanel *self);
BwPanel *bw_panel_ref (BwPanel *self);
void     bw_panel_unref (BwPanel *self);

guint                bw_panel_get_n_customers (const BwPanel *self);
const char          *bw_panel_get_key (const BwPanel *self,
                                       guint          customer);
const char          *bw_panel_get_name (const BwPanel *self,
                                        guint          customer);
guint                bw_panel_find_customer (const BwPanel *self,
                                             const char    *key);
guint                bw_panel_get_n_columns (const BwPanel *self);
const BwPanelColumn *bw_panel_get_column (const BwPanel *self,
                                          guint          column);
guint                bw_panel_find_column (const BwPanel *self,
                                           const char    *name);
guint                bw_panel_find_role (const BwPanel *self,
                                         BwRole         role);
guint                bw_panel_get_n_snapshots (const BwPanel *self);
BwSnapshot          *bw_panel_get_snapshot (const BwPanel *self,
                                            guint          snapshot);
const char *const   *bw_panel_get_sources (const BwPanel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwSnapshot, bw_snapshot_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPanel, bw_panel_unref)

G_END_DECLS
