/* Values of merged cells, repeated in the rows that they cover. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Down a column a value holds for every row that it is merged over; across columns it stays with the
 * first, as a heading over several columns does. */

#include "bytes/book-repeats.h"

#include "bytes/book-merges.h"

#include <string.h>

/* A value that is repeated downwards. */
typedef struct
{
  guint column;
  guint last; /* row */
  char *field;
} Repeat;

struct _BwBookRepeats
{
  GArray *merges;
  guint   next_merge;
  GArray *repeats;   /* those of the present row */
  gsize   n_cells;
  guint   first_row; /* in which a value was repeated */
};

static void
repeat_clear (Repeat *repeat)
{
  g_free (repeat->field);
}

/**
 * bw_book_repeats_new:
 * @xml: a sheet, at its start
 *
 * Returns: (transfer full): what is merged in it, or %NULL with @error set
 */
BwBookRepeats *
bw_book_repeats_new (BwXml   *xml,
                     GError **error)
{
  g_autoptr(GArray) merges = bw_book_merges_read (xml, error);
  BwBookRepeats *self;

  if (merges == NULL)
    return NULL;

  self = g_new0 (BwBookRepeats, 1);
  self->merges = g_steal_pointer (&merges);
  self->repeats = g_array_new (FALSE, FALSE, sizeof (Repeat));
  g_array_set_clear_func (self->repeats, (GDestroyNotify) repeat_clear);

  return self;
}

void
bw_book_repeats_free (BwBookRepeats *self)
{
  g_array_unref (self->merges);
  g_array_unref (self->repeats);
  g_free (self);
}

/**
 * bw_book_repeats_start:
 *
 * Goes back to the first row.
 */
void
bw_book_repeats_start (BwBookRepeats *self)
{
  g_array_set_size (self->repeats, 0);
  self->next_merge = 0;
  self->n_cells = 0;
}

/* The cell of @column among the first @n cells of a row, or %NULL. */
static const BwBookCell *
find_cell (const BwBookRow *row,
           guint            n,
           guint            column)
{
  guint low = 0, high = n;

  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      const BwBookCell *cell = &g_array_index (row->cells, BwBookCell, middle);

      if (cell->column == column)
        return cell;
      if (cell->column < column)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static int
compare_columns (gconstpointer a,
                 gconstpointer b)
{
  const BwBookCell *left = a, *right = b;

  return (left->column > right->column) - (left->column < right->column);
}

/* Remembers what a row holds in cells that are merged with those below. */
static void
begin_repeats (BwBookRepeats   *self,
               const BwBookRow *row)
{
  for (; self->next_merge < self->merges->len; self->next_merge++)
    {
      const BwBookMerge *merge = &g_array_index (self->merges, BwBookMerge, self->next_merge);
      Repeat repeat = { merge->column, merge->last, NULL };
      const BwBookCell *cell;

      if (merge->first > row->number)
        return;
      cell = merge->first == row->number ? find_cell (row, row->cells->len, merge->column) : NULL;
      if (cell == NULL)
        continue;

      repeat.field = g_strndup (row->fields->str + cell->start, cell->length);
      g_array_append_val (self->repeats, repeat);
    }
}

/* Puts what is merged from above into a row that holds something of its own. */
static void
repeat_values (BwBookRepeats *self,
               BwBookRow     *row)
{
  const guint n_own = row->cells->len;

  for (guint i = 0; i < self->repeats->len;)
    {
      const Repeat *repeat = &g_array_index (self->repeats, Repeat, i);
      const BwBookCell cell = { repeat->column, row->fields->len, strlen (repeat->field) };

      if (repeat->last < row->number)
        {
          g_array_remove_index_fast (self->repeats, i);
          continue;
        }
      if (find_cell (row, n_own, repeat->column) == NULL)
        {
          g_string_append (row->fields, repeat->field);
          g_array_append_val (row->cells, cell);
          if (self->n_cells++ == 0)
            self->first_row = row->number;
        }
      i++;
    }
  if (row->cells->len > n_own)
    g_array_sort (row->cells, compare_columns);
}

/**
 * bw_book_repeats_apply:
 * @row: the next row that holds something; values of merged cells are put into it
 */
void
bw_book_repeats_apply (BwBookRepeats *self,
                       BwBookRow     *row)
{
  repeat_values (self, row);
  begin_repeats (self, row);
}

/**
 * bw_book_repeats_count:
 * @first_row: (out): the first in which a value was repeated
 *
 * Returns: how many cells were filled so far
 */
gsize
bw_book_repeats_count (const BwBookRepeats *self,
                       guint               *first_row)
{
  *first_row = self->first_row;

  return self->n_cells;
}
