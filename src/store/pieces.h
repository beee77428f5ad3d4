/* Bytes in the workspace file: compressed, each piece once, each found damaged where it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* Bytes of a stream in one piece; no piece is ever larger than the second. */
#define BW_PIECE_SIZE (1024 * 1024)
#define BW_MOST_PIECE_SIZE (4 * 1024 * 1024)

/**
 * BwPacked:
 * @data: compressed
 * @hash: of both
 * @size: bytes before they were compressed
 *
 * A piece that is ready to be put into a file.
 */
typedef struct
{
  GBytes *data;
  GBytes *hash;
  gsize   size;
} BwPacked;

void    bw_packed_init (BwPacked *self,
                        GBytes   *bytes);
void    bw_packed_clear (BwPacked *self);
gint64  bw_packed_put (const BwPacked *self,
                       sqlite3        *db,
                       GError        **error);

gint64  bw_piece_put (sqlite3 *db,
                      GBytes  *bytes,
                      GError **error);
GBytes *bw_piece_get (sqlite3 *db,
                      gint64   piece,
                      GError **error);

GBytes *bw_stream_read_piece (GInputStream *from,
                              GCancellable *cancellable,
                              GError      **error);
gint64 bw_stream_put_pieces (sqlite3 *db,
                             GArray  *pieces,
                             GError **error);
gint64 bw_stream_put_bytes (sqlite3 *db,
                            GBytes  *bytes,
                            GError **error);
gboolean bw_stream_get (sqlite3       *db,
                        gint64         stream,
                        GOutputStream *to,
                        GCancellable  *cancellable,
                        GError       **error);
GBytes *bw_stream_get_bytes (sqlite3 *db,
                             gint64   stream,
                             gsize    most,
                             GError **error);

G_END_DECLS
