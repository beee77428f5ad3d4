/* What a record below the header is: a row, or a total, a note, the header again, another table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nearly all records are rows, and a few compares tell so. What is left is looked at cell by cell.
 * Some of that can only be told from the record behind it: it is held back until then. Once another
 * table has begun, all is of that, until the header of the first comes again. */

#include "import/sift.h"

#include "import/plain.h"
#include "import/suspect.h"

#define MAX_HELD   16 /* records that wait for what is behind them */
#define MANY_SHORT 32 /* short rows on end */

typedef struct
{
  BwRow       row;
  gsize      *lengths;
  gboolean    unclosed;
  gboolean    parted;
  BwSuspicion suspicion;
} Held;

struct _BwSift
{
  const BwLayout *layout;
  BwSums         *sums;
  BwVerdictFunc   func;
  gpointer        user_data;

  BwPlain         plain;

  gboolean parted; /* a blank line is just before */
  guint    short_width; /* of the short rows just before */
  guint    n_short;     /* how many there are on end */
  gboolean in_other;
  gsize    other_line;
  GArray  *held;   /* of Held */
};

static void
clear_held (gpointer data)
{
  Held *held = data;

  bw_row_clear (&held->row);
  g_free (held->lengths);
}

/**
 * bw_sift_new:
 * @layout: must outlive the sieve, as must @cells and @filler
 * @cells: (element-type BwCells): the rows so far
 * @filler: what fills @cells
 * @func: told of every record
 *
 * Returns: (transfer full)
 */
BwSift *
bw_sift_new (const BwLayout  *layout,
             const GPtrArray *cells,
             BwFiller        *filler,
             BwVerdictFunc    func,
             gpointer         user_data)
{
  BwSift *self = g_new0 (BwSift, 1);

  self->layout = layout;
  self->sums = bw_sums_new (cells, filler);
  self->func = func;
  self->user_data = user_data;
  self->held = g_array_new (FALSE, FALSE, sizeof (Held));
  g_array_set_clear_func (self->held, clear_held);
  bw_plain_init (&self->plain, layout);
  self->parted = layout->captions;

  return self;
}

void
bw_sift_free (BwSift *self)
{
  bw_sums_free (self->sums);
  g_array_unref (self->held);
  g_free (self);
}

/**
 * bw_sift_is_plain:
 *
 * Returns: whether @record is a row without a doubt, so that it need not be taken
 */
gboolean
bw_sift_is_plain (const BwSift   *self,
                  const BwRecord *record)
{
  if (self->parted || self->in_other || self->held->len > 0)
    return FALSE;

  return bw_plain_holds (&self->plain, record)
         || (self->n_short >= MANY_SHORT && record->n_fields == self->short_width
             && record->lengths[0] > 0 && record->lengths[1] > 0);
}

static BwVerdict
verdict_for (BwSuspicion suspicion)
{
  static const BwVerdict verdicts[] = {
    [BW_SUSPICION_NONE] = BW_VERDICT_ROW,
    [BW_SUSPICION_NOTE] = BW_VERDICT_NOTE,
    [BW_SUSPICION_TOTAL] = BW_VERDICT_TOTAL,
    [BW_SUSPICION_MAYBE_TOTAL] = BW_VERDICT_ROW,
    [BW_SUSPICION_MAYBE_HEADER] = BW_VERDICT_ROW,
    [BW_SUSPICION_AGAIN] = BW_VERDICT_AGAIN,
  };

  return verdicts[suspicion];
}

static void
tell_held (BwSift     *self,
           const Held *held,
           BwVerdict   verdict)
{
  const BwRecord record = {
    .fields = (const char *const *) held->row.fields,
    .lengths = held->lengths,
    .n_fields = held->row.n_fields,
    .line = held->row.line,
    .unclosed = held->unclosed,
  };

  self->func (&record, &held->row, verdict, self->user_data);
}

/* Lets go of all that is held; @as_other as what another table begins with. */
static void
release (BwSift  *self,
         gboolean as_other)
{
  for (guint i = 0; i < self->held->len; i++)
    {
      const Held *held = &g_array_index (self->held, Held, i);

      tell_held (self, held, as_other ? BW_VERDICT_OTHER : verdict_for (held->suspicion));
    }
  g_array_set_size (self->held, 0);
}

static void
hold (BwSift         *self,
      const BwRecord *record,
      const BwRow    *row,
      BwSuspicion     suspicion,
      gboolean        parted)
{
  Held held = { .unclosed = record->unclosed, .parted = parted, .suspicion = suspicion };

  if (self->held->len == MAX_HELD)
    release (self, FALSE);
  bw_row_copy (&held.row, row);
  held.lengths = g_memdup2 (record->lengths, record->n_fields * sizeof (gsize));
  g_array_append_val (self->held, held);
}

static Held *
last_held (const BwSift *self)
{
  return self->held->len == 0 ? NULL : &g_array_index (self->held, Held, self->held->len - 1);
}

/* The record behind what may be a sum says whether it is one. */
static void
settle_total (BwSift     *self,
              BwSuspicion next)
{
  Held *last = last_held (self);

  if (last == NULL || last->suspicion != BW_SUSPICION_MAYBE_TOTAL)
    return;
  if (next != BW_SUSPICION_NONE || bw_sums_match (self->sums, &last->row) > 0)
    last->suspicion = BW_SUSPICION_TOTAL;
  release (self, FALSE);
}

/* Whether a second table begins with what is held. */
static gboolean
begins_other (BwSift      *self,
              const BwRow *row)
{
  const Held *last = last_held (self);

  if (last == NULL || last->suspicion != BW_SUSPICION_MAYBE_HEADER
      || !bw_suspect_confirms (self->layout, &last->row, row, last->parted))
    return FALSE;

  self->in_other = TRUE;
  self->other_line = g_array_index (self->held, Held, 0).row.line;
  release (self, TRUE);

  return TRUE;
}

/* What @record is within a second table. */
static void
take_other (BwSift         *self,
            const BwRecord *record,
            const BwRow    *row)
{
  const gboolean again = bw_suspect (self->layout, row, FALSE, self->sums) == BW_SUSPICION_AGAIN;

  self->in_other = !again;
  self->func (record, row, again ? BW_VERDICT_AGAIN : BW_VERDICT_OTHER, self->user_data);
}

/* Where nearly all rows are short in the same way, nothing follows from it any more. */
static void
count_short (BwSift      *self,
             const BwRow *row,
             BwSuspicion  suspicion)
{
  const gboolean is_short = suspicion == BW_SUSPICION_NONE && row->n_fields > 1
                            && row->n_fields < self->layout->width;

  self->n_short = is_short && row->n_fields == self->short_width ? self->n_short + 1
                                                                          : (guint) is_short;
  self->short_width = row->n_fields;
}

static void
take_row (BwSift         *self,
          const BwRecord *record,
          const BwRow    *row)
{
  const Held *last = last_held (self);
  const gboolean parted = self->parted || (last != NULL && last->suspicion == BW_SUSPICION_NOTE);
  BwSuspicion suspicion;

  if (self->in_other || begins_other (self, row))
    {
      take_other (self, record, row);
      return;
    }

  suspicion = bw_suspect (self->layout, row, parted, self->sums);
  settle_total (self, suspicion);
  if (suspicion == BW_SUSPICION_NOTE || suspicion == BW_SUSPICION_MAYBE_HEADER
      || suspicion == BW_SUSPICION_MAYBE_TOTAL)
    {
      if (last != NULL && self->held->len > 0 && last->suspicion != BW_SUSPICION_NOTE)
        release (self, FALSE);
      hold (self, record, row, suspicion, parted);
      return;
    }

  release (self, FALSE);
  count_short (self, row, suspicion);
  self->func (record, row, verdict_for (suspicion), self->user_data);
}

/**
 * bw_sift_take:
 * @record: not blank; the next one
 */
void
bw_sift_take (BwSift         *self,
              const BwRecord *record)
{
  BwRow row;

  bw_row_init (&row, record);
  take_row (self, record, &row);
  bw_row_clear (&row);
  self->parted = FALSE;
}

/**
 * bw_sift_blank:
 *
 * Says that a blank record comes next.
 */
void
bw_sift_blank (BwSift *self)
{
  settle_total (self, BW_SUSPICION_NOTE);
  self->parted = TRUE;
}

/**
 * bw_sift_finish:
 *
 * Says that there are no more records.
 */
void
bw_sift_finish (BwSift *self)
{
  settle_total (self, BW_SUSPICION_NOTE);
  release (self, FALSE);
}

/**
 * bw_sift_get_other_line:
 *
 * Returns: the line on which the second table begins that is read just now, or 0
 */
gsize
bw_sift_get_other_line (const BwSift *self)
{
  return self->other_line;
}
