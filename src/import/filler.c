/* Rows come in one by one, columns of cells are filled in batches, by several threads. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is copied into a batch of some thousand rows. While the next batch piles up, the columns of
 * the one before are filled from it, each by whichever thread has nothing to do. A column is always
 * in the hands of one thread, and gets its batches in order: so the columns are the very same as if
 * one thread had filled them. */

#include "import/filler.h"

#include "import/crew.h"

#include <string.h>

#define TEXT_SIZE  (256 * 1024)
#define WIDE       128 /* columns, from which on a batch is larger, for the sake of rows */
#define MAX_TIMES  16 /* as large, at most */
#define MAX_FIELDS (64 * 1024) /* of a batch where columns are few */
#define MAX_ROWS   4096 /* of a batch */
#define MAX_PIECES 32 /* of work that a batch is shared out in */
#define GAP        24 /* between columns, which would lie in the same places of a cache otherwise */

typedef struct
{
  char    *text;
  gsize    n_text;
  gsize    text_size;
  guint32 *starts;  /* by column, then by row */
  guint32 *lengths;
  gsize    n_rows;
} Batch;

struct _BwFiller
{
  BwCells *const *columns;
  guint           n_columns;
  guint           n_pieces;
  gsize           max_rows;
  gsize           stride; /* from column to column */

  BwCrew  *crew;
  Batch    batches[2];
  Batch   *open;    /* gets rows */
  Batch   *working; /* goes into the columns, or %NULL */
};

static void
batch_init (Batch *batch,
            gsize  text_size,
            gsize  n_fields)
{
  batch->text_size = text_size;
  batch->text = g_malloc (batch->text_size + BW_CELLS_SLACK);
  batch->starts = g_new (guint32, n_fields);
  batch->lengths = g_new (guint32, n_fields);
}

static void
batch_clear (Batch *batch)
{
  g_free (batch->text);
  g_free (batch->starts);
  g_free (batch->lengths);
}

/**
 * bw_filler_new:
 * @columns: (array length=n_columns): what is to be filled, not to be touched by anybody else until
 *   bw_filler_finish()
 * @n_hands: threads at work, the caller's included; 0 for as many as make sense
 *
 * Returns: (transfer full): a filler of @columns
 */
BwFiller *
bw_filler_new (BwCells *const *columns,
               guint           n_columns,
               guint           n_hands)
{
  BwFiller *self = g_new0 (BwFiller, 1);
  const gsize times = CLAMP (n_columns / WIDE, 1, MAX_TIMES);

  self->columns = columns;
  self->n_columns = n_columns;
  self->n_pieces = MIN (n_columns, MAX_PIECES);
  self->max_rows = CLAMP (MAX_FIELDS * times / n_columns, 1, MAX_ROWS);
  self->stride = self->max_rows + GAP;
  self->crew = bw_crew_new (n_hands);
  for (guint i = 0; i < G_N_ELEMENTS (self->batches); i++)
    batch_init (&self->batches[i], TEXT_SIZE * times, self->stride * n_columns);
  self->open = &self->batches[0];

  return self;
}

/* Fills some columns from the batch at work. */
static void
fill_columns (guint    piece,
              gpointer user_data)
{
  const BwFiller *self = user_data;
  const Batch *batch = self->working;
  const guint first = (guint64) self->n_columns * piece / self->n_pieces;
  const guint behind = (guint64) self->n_columns * (piece + 1) / self->n_pieces;

  for (guint column = first; column < behind; column++)
    bw_cells_add_batch (self->columns[column], batch->text,
                        batch->starts + self->stride * column,
                        batch->lengths + self->stride * column, batch->n_rows);
}

/* Sends the open batch to work; the one before is then done, and open. */
static void
turn (BwFiller *self)
{
  bw_crew_finish (self->crew);
  self->working = self->open;
  self->open = self->working == &self->batches[0] ? &self->batches[1] : &self->batches[0];
  self->open->n_rows = 0;
  self->open->n_text = 0;
  bw_crew_begin (self->crew, self->n_pieces, fill_columns, self);
}

/* Makes room for a row of @size bytes. */
static Batch *
make_room (BwFiller *self,
           gsize     size)
{
  if (self->open->n_rows == self->max_rows
      || (self->open->n_rows > 0 && size > self->open->text_size - self->open->n_text))
    turn (self);

  if (size > self->open->text_size)
    {
      self->open->text_size = size;
      self->open->text = g_realloc (self->open->text, size + BW_CELLS_SLACK);
    }

  return self->open;
}

static gsize
size_of (const BwRecord *record,
         guint           n_fields)
{
  gsize size = 0;

  if (record->text != NULL)
    return record->size;

  for (guint i = 0; i < n_fields; i++)
    size += record->lengths[i];

  return size;
}

/* Copies a record whose fields lie anywhere. */
static void
copy_fields (Batch          *batch,
             const BwRecord *record,
             guint           n_fields,
             gsize           stride)
{
  for (guint i = 0; i < n_fields; i++)
    {
      memcpy (batch->text + batch->n_text, record->fields[i], record->lengths[i]);
      batch->starts[stride * i + batch->n_rows] = batch->n_text;
      batch->lengths[stride * i + batch->n_rows] = record->lengths[i];
      batch->n_text += record->lengths[i];
    }
}

/* Copies a record whose fields lie in one stretch of text. */
static void
copy_stretch (Batch          *batch,
              const BwRecord *record,
              guint           n_fields,
              gsize           stride)
{
  guint32 *starts = batch->starts + batch->n_rows;
  guint32 *lengths = batch->lengths + batch->n_rows;

  memcpy (batch->text + batch->n_text, record->text, record->size);
  for (guint i = 0; i < n_fields; i++, starts += stride, lengths += stride)
    {
      *starts = batch->n_text + (record->fields[i] - record->text);
      *lengths = record->lengths[i];
    }
  batch->n_text += record->size;
}

/**
 * bw_filler_add:
 * @record: the next row; copied. Fields that it has not are empty, fields beyond the last column are
 *   left out.
 * @skip: bytes to leave out at the start of its first field
 */
void
bw_filler_add (BwFiller       *self,
               const BwRecord *record,
               gsize           skip)
{
  const guint n_fields = MIN (record->n_fields, self->n_columns);
  Batch *batch = make_room (self, size_of (record, n_fields));

  if (record->text != NULL)
    copy_stretch (batch, record, n_fields, self->stride);
  else
    copy_fields (batch, record, n_fields, self->stride);
  for (guint i = n_fields; i < self->n_columns; i++)
    {
      batch->starts[self->stride * i + batch->n_rows] = 0;
      batch->lengths[self->stride * i + batch->n_rows] = 0;
    }
  if (skip > 0 && n_fields > 0)
    {
      batch->starts[batch->n_rows] += skip;
      batch->lengths[batch->n_rows] -= skip;
    }
  batch->n_rows++;
}

/**
 * bw_filler_finish:
 *
 * Returns when all rows are in the columns. There may be more afterwards.
 */
void
bw_filler_finish (BwFiller *self)
{
  bw_crew_finish (self->crew);
  self->working = self->open;
  for (guint piece = 0; piece < self->n_pieces; piece++)
    fill_columns (piece, self);
  self->open->n_rows = 0;
  self->open->n_text = 0;
}

void
bw_filler_free (BwFiller *self)
{
  bw_crew_free (self->crew);
  for (guint i = 0; i < G_N_ELEMENTS (self->batches); i++)
    batch_clear (&self->batches[i]);
  g_free (self);
}
