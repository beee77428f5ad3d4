/* Bytes on their way into the workspace file, piece by piece: a stream, or a column of a panel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/crew.h"
#include "table/column.h"

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _BwLot BwLot;

BwLot *bw_lot_new_stream (GInputStream *from);
BwLot *bw_lot_new_file (GFile *file);
BwLot *bw_lot_new_bytes (GBytes *bytes);
BwLot *bw_lot_new_column (BwColumn *column);
BwLot *bw_lot_new_codes (const guint32 *codes,
                         gsize          n);
void   bw_lot_free (BwLot *self);

gboolean bw_lot_put_some (BwLot        *self,
                          sqlite3      *db,
                          BwCrew       *crew,
                          gboolean     *more,
                          GCancellable *cancellable,
                          GError      **error);
gboolean bw_lot_put_all (BwLot        *self,
                         sqlite3      *db,
                         BwCrew       *crew,
                         GCancellable *cancellable,
                         GError      **error);

GArray     *bw_lot_get_pieces (BwLot *self);
gint64      bw_lot_get_size (const BwLot *self);
const char *bw_lot_get_hash (const BwLot *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwLot, bw_lot_free)

G_END_DECLS
