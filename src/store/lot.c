/* Bytes on their way into the workspace file, piece by piece: a stream, or a column of a panel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few blocks are read at a time, packed by all hands at once, and put into the file in their order.
 * The hash over all bytes of a file is made meanwhile, by one of the hands. */

#include "store/lot.h"

#include "store/codec.h"
#include "store/pieces.h"

#define N_BLOCKS 16 /* at a time */

/**
 * BwLot:
 * @file: (nullable): that is opened as the first bytes are wanted
 * @from: (nullable): of a stream; what follows is of a column
 * @codes: (nullable): where it is not @column that is put
 * @n: rows
 * @next: the first row that was not put
 * @checksum: (nullable): of all bytes
 * @size: bytes that were put
 * @pieces: (element-type gint64): that hold them
 */
struct _BwLot
{
  GFile         *file;
  GInputStream  *from;
  BwColumn      *column;
  const guint32 *codes;
  gsize          n;
  gsize          next;

  GChecksum *checksum;
  gint64     size;
  GArray    *pieces;
};

/**
 * Block:
 * @bytes: (nullable): of a stream; %NULL: rows of the column
 */
typedef struct
{
  GBytes  *bytes;
  gsize    first;
  gsize    n;
  BwPacked packed;
} Block;

typedef struct
{
  BwLot *lot;
  Block  blocks[N_BLOCKS];
  guint  n_blocks;
} Group;

static BwLot *
lot_new (void)
{
  BwLot *self = g_new0 (BwLot, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (gint64));

  return self;
}

/* Lets go of where the bytes came from. */
static void
let_go (BwLot *self)
{
  g_clear_object (&self->file);
  g_clear_object (&self->from);
  g_clear_pointer (&self->column, bw_column_unref);
  self->codes = NULL;
}

void
bw_lot_free (BwLot *self)
{
  let_go (self);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_array_unref (self->pieces);
  g_free (self);
}

/**
 * bw_lot_new_stream:
 *
 * Returns: (transfer full): all bytes of @from, which have a first piece even where they are none
 */
BwLot *
bw_lot_new_stream (GInputStream *from)
{
  BwLot *self = lot_new ();

  self->from = g_object_ref (from);

  return self;
}

/**
 * bw_lot_new_file:
 *
 * Returns: (transfer full): all bytes of @file, with a hash
 */
BwLot *
bw_lot_new_file (GFile *file)
{
  BwLot *self = lot_new ();

  self->file = g_object_ref (file);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);

  return self;
}

BwLot *
bw_lot_new_bytes (GBytes *bytes)
{
  g_autoptr(GInputStream) from = g_memory_input_stream_new_from_bytes (bytes);

  return bw_lot_new_stream (from);
}

BwLot *
bw_lot_new_column (BwColumn *column)
{
  BwLot *self = lot_new ();

  self->column = bw_column_ref (column);
  self->n = bw_column_get_n_rows (column);
  if (bw_column_type_is_coded (bw_column_get_type (column)))
    self->codes = bw_column_get_codes (column);

  return self;
}

/**
 * bw_lot_new_codes:
 * @codes: (array length=n): stay as long as they are needed: until all are put
 */
BwLot *
bw_lot_new_codes (const guint32 *codes,
                  gsize          n)
{
  BwLot *self = lot_new ();

  self->codes = codes;
  self->n = n;

  return self;
}

static gboolean
is_stream (const BwLot *self)
{
  return self->from != NULL || self->file != NULL;
}

/* The next bytes of a stream: FALSE with @error set where they cannot be read. */
static gboolean
read_blocks (Group        *self,
             gboolean     *more,
             GCancellable *cancellable,
             GError      **error)
{
  BwLot *lot = self->lot;

  if (lot->from == NULL)
    lot->from = (GInputStream *) g_file_read (lot->file, cancellable, error);
  if (lot->from == NULL)
    return FALSE;
  for (*more = TRUE; *more && self->n_blocks < N_BLOCKS;)
    {
      Block *block = &self->blocks[self->n_blocks];

      block->bytes = bw_stream_read_piece (lot->from, cancellable, error);
      if (block->bytes == NULL)
        return FALSE;
      self->n_blocks++;
      lot->size += g_bytes_get_size (block->bytes);
      *more = g_bytes_get_size (block->bytes) == BW_PIECE_SIZE;
    }

  return TRUE;
}

/* The next rows of a column. */
static gboolean
cut_blocks (Group    *self,
            gboolean *more)
{
  BwLot *lot = self->lot;

  for (; lot->next < lot->n && self->n_blocks < N_BLOCKS; self->n_blocks++)
    {
      Block *block = &self->blocks[self->n_blocks];

      block->first = lot->next;
      block->n = MIN (BW_PART_ROWS, lot->n - lot->next);
      lot->next += block->n;
    }
  *more = lot->next < lot->n;

  return TRUE;
}

static GBytes *
encode (const BwLot *lot,
        const Block *block)
{
  if (block->bytes != NULL)
    return g_bytes_ref (block->bytes);

  return lot->codes != NULL
         ? bw_codec_pack_codes (lot->codes + block->first, block->n)
         : bw_codec_pack_numbers (bw_column_get_numbers (lot->column) + block->first, block->n);
}

/* One block packed, or, where the bytes are hashed, all of them. Runs in any thread. */
static void
do_piece (guint    piece,
          gpointer user_data)
{
  Group *self = user_data;
  const gboolean hashed = self->lot->checksum != NULL;

  if (hashed && piece == 0)
    {
      for (guint i = 0; i < self->n_blocks; i++)
        g_checksum_update (self->lot->checksum, g_bytes_get_data (self->blocks[i].bytes, NULL),
                           g_bytes_get_size (self->blocks[i].bytes));
    }
  else
    {
      Block *block = &self->blocks[piece - hashed];
      g_autoptr(GBytes) bytes = encode (self->lot, block);

      bw_packed_init (&block->packed, bytes);
    }
}

static gboolean
put_blocks (Group   *self,
            sqlite3 *db,
            GError **error)
{
  for (guint i = 0; i < self->n_blocks; i++)
    {
      const gint64 piece = bw_packed_put (&self->blocks[i].packed, db, error);

      if (piece == 0)
        return FALSE;
      g_array_append_val (self->lot->pieces, piece);
    }

  return TRUE;
}

static void
clear_blocks (Group *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->blocks); i++)
    {
      g_clear_pointer (&self->blocks[i].bytes, g_bytes_unref);
      bw_packed_clear (&self->blocks[i].packed);
    }
}

/**
 * bw_lot_put_some:
 * @crew: who packs
 * @more: (out): whether something is left
 *
 * Puts the next pieces into the file. Where that fails, or the transaction in which it is done is
 * rolled back, the lot is of no use any more.
 */
gboolean
bw_lot_put_some (BwLot        *self,
                 sqlite3      *db,
                 BwCrew       *crew,
                 gboolean     *more,
                 GCancellable *cancellable,
                 GError      **error)
{
  Group group = { .lot = self };
  gboolean done;

  *more = FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  done = is_stream (self) ? read_blocks (&group, more, cancellable, error) : cut_blocks (&group, more);
  if (done)
    {
      bw_crew_begin (crew, group.n_blocks + (self->checksum != NULL), do_piece, &group);
      bw_crew_finish (crew);
      done = put_blocks (&group, db, error);
    }
  clear_blocks (&group);
  if (!*more)
    let_go (self);

  return done;
}

/**
 * bw_lot_put_all:
 *
 * Puts all that is left into the file.
 */
gboolean
bw_lot_put_all (BwLot        *self,
                sqlite3      *db,
                BwCrew       *crew,
                GCancellable *cancellable,
                GError      **error)
{
  gboolean more = TRUE;

  while (more)
    {
      if (!bw_lot_put_some (self, db, crew, &more, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_lot_get_pieces:
 *
 * Returns: (transfer none) (element-type gint64): the numbers of the pieces that were put so far
 */
GArray *
bw_lot_get_pieces (BwLot *self)
{
  return self->pieces;
}

/**
 * bw_lot_get_size:
 *
 * Returns: how many bytes a stream had
 */
gint64
bw_lot_get_size (const BwLot *self)
{
  return self->size;
}

/**
 * bw_lot_get_hash:
 *
 * Returns: SHA-256 over all bytes of a file, which are all put
 */
const char *
bw_lot_get_hash (const BwLot *self)
{
  return g_checksum_get_string (self->checksum);
}
