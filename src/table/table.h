/* Columns of one length, side by side, never changed once made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "table/column.h"

G_BEGIN_DECLS

/* "No such column" and "no such row". */
#define BW_NONE G_MAXUINT

typedef struct _BwTable BwTable;

BwTable  *bw_table_new (BwColumn *const *columns,
                        guint            n_columns,
                        gsize            n_rows);
BwTable  *bw_table_ref (BwTable *self);
void      bw_table_unref (BwTable *self);

gsize     bw_table_get_n_rows (const BwTable *self);
guint     bw_table_get_n_columns (const BwTable *self);
BwColumn *bw_table_get_column (const BwTable *self,
                               guint          column);
guint     bw_table_find_column (const BwTable *self,
                                const char    *name);
gboolean  bw_table_equal (const BwTable *a,
                          const BwTable *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwTable, bw_table_unref)

G_END_DECLS
