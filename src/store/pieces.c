/* Bytes in the workspace file: compressed, each piece once, each found damaged where it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece is found by the SHA-256 of its size and its compressed bytes, so that bytes that are there
 * already are not written again: a panel with one more snapshot adds that snapshot alone. The hash
 * is checked before anything is done with the bytes. */

#include "store/pieces.h"

#include "store/query.h"
#include "store/store.h"

#include <glib/gi18n-lib.h>
#include <zstd.h>

/* Numbers as text come out smaller by it than by the levels above, and in half the time. */
#define LEVEL 1

static GBytes *
hash_piece (const void *data,
            gsize       n_data,
            guint64     size)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const guint64 written = GUINT64_TO_LE (size);
  guint8 digest[32];
  gsize n = sizeof digest;

  g_checksum_update (checksum, (const guchar *) &written, sizeof written);
  g_checksum_update (checksum, data, n_data);
  g_checksum_get_digest (checksum, digest, &n);

  return g_bytes_new (digest, n);
}

static gboolean
fail_damaged (gint64   piece,
              GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, piece);

  /* TRANSLATORS: %s is the number of a part */
  g_set_error (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED,
               _("The file is damaged: part %s is not what was written."), number);

  return FALSE;
}

/* The number of the piece of @hash; 0 where there is none or where @error is set. */
static gint64
find_piece (sqlite3 *db,
            GBytes  *hash,
            GError **error)
{
  g_autoptr(sqlite3_stmt) query = bw_query_new (db, error, "SELECT id FROM piece WHERE hash = ?", "b", hash);

  return query != NULL && bw_query_next (query, error) ? sqlite3_column_int64 (query, 0) : 0;
}

static gint64
add_piece (sqlite3 *db,
           GBytes  *hash,
           gsize    size,
           GBytes  *data,
           GError **error)
{
  if (!bw_query_run (db, error, "INSERT INTO piece (hash, size, data) VALUES (?, ?, ?)", "bib",
                     hash, (gint64) size, data))
    return 0;

  return sqlite3_last_insert_rowid (db);
}

static GBytes *
compress (GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  const gsize bound = ZSTD_compressBound (size);
  guint8 *to = g_malloc (bound);
  const gsize n = ZSTD_compress (to, bound, data, size, LEVEL);

  g_assert (!ZSTD_isError (n)); /* there is room for the worst case */

  return g_bytes_new_take (g_realloc (to, n), n);
}

/**
 * bw_packed_init:
 * @bytes: at most %BW_MOST_PIECE_SIZE
 *
 * Does the work of putting @bytes into a file that needs no file, in any thread.
 */
void
bw_packed_init (BwPacked *self,
                GBytes   *bytes)
{
  self->size = g_bytes_get_size (bytes);
  self->data = compress (bytes);
  self->hash = hash_piece (g_bytes_get_data (self->data, NULL), g_bytes_get_size (self->data), self->size);
}

void
bw_packed_clear (BwPacked *self)
{
  g_clear_pointer (&self->data, g_bytes_unref);
  g_clear_pointer (&self->hash, g_bytes_unref);
}

/**
 * bw_packed_put:
 *
 * Returns: the number of the piece that holds the bytes, or 0 with @error set
 */
gint64
bw_packed_put (const BwPacked *self,
               sqlite3        *db,
               GError        **error)
{
  g_autoptr(GError) failed = NULL;
  const gint64 piece = find_piece (db, self->hash, &failed);

  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return 0;
    }

  return piece != 0 ? piece : add_piece (db, self->hash, self->size, self->data, error);
}

/**
 * bw_piece_put:
 * @bytes: at most %BW_MOST_PIECE_SIZE
 *
 * Returns: the number of the piece that holds @bytes, or 0 with @error set
 */
gint64
bw_piece_put (sqlite3 *db,
              GBytes  *bytes,
              GError **error)
{
  BwPacked packed;
  gint64 piece;

  bw_packed_init (&packed, bytes);
  piece = bw_packed_put (&packed, db, error);
  bw_packed_clear (&packed);

  return piece;
}

/* The bytes of the row of @query, or NULL where they are not what was written. */
static GBytes *
open_piece (sqlite3_stmt *query)
{
  g_autoptr(GBytes) hash = bw_query_get_bytes (query, 0);
  const gint64 size = sqlite3_column_int64 (query, 1);
  const void *data = sqlite3_column_blob (query, 2);
  const gsize n_data = data != NULL ? sqlite3_column_bytes (query, 2) : 0;
  g_autoptr(GBytes) found = NULL;
  g_autofree guint8 *to = NULL;

  if (size < 0 || size > BW_MOST_PIECE_SIZE)
    return NULL;
  found = hash_piece (data, n_data, size);
  if (!g_bytes_equal (hash, found))
    return NULL;

  to = g_malloc (MAX (size, 1));
  if (ZSTD_decompress (to, size, data, n_data) != (gsize) size)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&to), size);
}

/**
 * bw_piece_get:
 *
 * Returns: (transfer full) (nullable): its bytes, or %NULL with @error set
 */
GBytes *
bw_piece_get (sqlite3 *db,
              gint64   piece,
              GError **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT hash, size, data FROM piece WHERE id = ?", "i", piece);
  g_autoptr(GError) failed = NULL;
  GBytes *bytes = NULL;

  if (query == NULL)
    return NULL;
  if (bw_query_next (query, &failed))
    bytes = open_piece (query);
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else if (bytes == NULL)
    fail_damaged (piece, error);

  return bytes;
}

static gint64
next_stream (sqlite3 *db,
             GError **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT coalesce(max(id), 0) + 1 FROM stream", "");

  return query != NULL && bw_query_next (query, error) ? sqlite3_column_int64 (query, 0) : 0;
}

/**
 * bw_stream_read_piece:
 *
 * Returns: (transfer full) (nullable): the next bytes of @from, fewer than a piece takes at its end
 *   alone; %NULL with @error set where they cannot be read
 */
GBytes *
bw_stream_read_piece (GInputStream *from,
                      GCancellable *cancellable,
                      GError      **error)
{
  g_autofree guint8 *data = g_malloc (BW_PIECE_SIZE);
  gsize size;

  if (!g_input_stream_read_all (from, data, BW_PIECE_SIZE, &size, cancellable, error))
    return NULL;

  return g_bytes_new_take (g_realloc (g_steal_pointer (&data), MAX (size, 1)), size);
}

/**
 * bw_stream_put_pieces:
 * @pieces: (element-type gint64): at least one; all but the last are full
 *
 * Returns: the number of the stream that @pieces are from now on, or 0 with @error set
 */
gint64
bw_stream_put_pieces (sqlite3 *db,
                      GArray  *pieces,
                      GError **error)
{
  const gint64 stream = next_stream (db, error);

  for (guint i = 0; stream != 0 && i < pieces->len; i++)
    {
      if (!bw_query_run (db, error, "INSERT INTO stream (id, position, piece) VALUES (?, ?, ?)", "iii",
                         stream, (gint64) i, g_array_index (pieces, gint64, i)))
        return 0;
    }

  return stream;
}

/**
 * bw_stream_put_bytes:
 *
 * Writes all of @bytes, which have a first piece even where they are none.
 *
 * Returns: the number of the stream, or 0 with @error set
 */
gint64
bw_stream_put_bytes (sqlite3 *db,
                     GBytes  *bytes,
                     GError **error)
{
  g_autoptr(GInputStream) from = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr(GArray) pieces = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gsize size = BW_PIECE_SIZE; size == BW_PIECE_SIZE;)
    {
      g_autoptr(GBytes) next = bw_stream_read_piece (from, NULL, error);
      const gint64 piece = next != NULL ? bw_piece_put (db, next, error) : 0;

      if (piece == 0)
        return 0;
      g_array_append_val (pieces, piece);
      size = g_bytes_get_size (next);
    }

  return bw_stream_put_pieces (db, pieces, error);
}

/* @size: (out): of the piece */
static gboolean
copy_piece (sqlite3       *db,
            gint64         piece,
            gsize         *size,
            GOutputStream *to,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(GBytes) bytes = bw_piece_get (db, piece, error);
  const void *data = bytes != NULL ? g_bytes_get_data (bytes, size) : NULL;

  return bytes != NULL &&
         (data == NULL || g_output_stream_write_all (to, data, *size, NULL, cancellable, error));
}

/**
 * bw_stream_get:
 *
 * Writes all bytes of @stream to @to.
 */
gboolean
bw_stream_get (sqlite3       *db,
               gint64         stream,
               GOutputStream *to,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT piece FROM stream WHERE id = ? ORDER BY position", "i", stream);
  g_autoptr(GError) failed = NULL;
  gboolean any = FALSE;
  gsize size = BW_PIECE_SIZE;

  if (query == NULL)
    return FALSE;
  while (bw_query_next (query, &failed))
    {
      if (size != BW_PIECE_SIZE) /* only the last is smaller */
        return fail_damaged (stream, error);
      if (!copy_piece (db, sqlite3_column_int64 (query, 0), &size, to, cancellable, error))
        return FALSE;
      any = TRUE;
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }

  return any || fail_damaged (stream, error);
}

/**
 * bw_stream_get_bytes:
 * @most: bytes; a longer stream is an error
 *
 * Returns: (transfer full) (nullable): all bytes of @stream, or %NULL with @error set
 */
GBytes *
bw_stream_get_bytes (sqlite3 *db,
                     gint64   stream,
                     gsize    most,
                     GError **error)
{
  g_autoptr(GOutputStream) to = g_memory_output_stream_new_resizable ();
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT total(size) FROM stream JOIN piece ON piece.id = piece "
                  "WHERE stream.id = ?", "i", stream);

  if (query == NULL || !bw_query_next (query, error))
    return NULL;
  if (sqlite3_column_double (query, 0) > most)
    {
      fail_damaged (stream, error);
      return NULL;
    }
  if (!bw_stream_get (db, stream, to, NULL, error))
    return NULL;
  g_output_stream_close (to, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (to));
}
