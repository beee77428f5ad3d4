/* Whether the numbers of a row are sums of the rows above it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asked of few rows: the answer costs a look at every distinct cell of the columns, and so it is
 * given only until a budget of such looks is spent. */

#include "import/sums.h"

#include "import/cells.h"
#include "cells/number.h"
#include "table/letters.h"

#include <math.h>
#include <string.h>

#define BUDGET    20000000 /* distinct cells: a second or so in all */
#define TOLERANCE 1e-6 /* of the sum, for cells that were rounded */
#define ROUNDING  0.011 /* a cent, and what doubles make of it */
#define LEAST_ROWS 2 /* one row is the sum of itself */

struct _BwSums
{
  const GPtrArray *cells; /* of BwCells */
  BwFiller        *filler;
  GArray          *bases; /* of Sum: what was there up to the last sum */
  gsize            spent;
};

typedef struct
{
  double values[BW_N_MARKS];
} Sum;

/**
 * bw_sums_new:
 * @cells: (element-type BwCells): the columns as they grow; must outlive the sums
 * @filler: what fills them; likewise
 *
 * Returns: (transfer full)
 */
BwSums *
bw_sums_new (const GPtrArray *cells,
             BwFiller        *filler)
{
  BwSums *self = g_new0 (BwSums, 1);

  self->cells = cells;
  self->filler = filler;
  self->bases = g_array_new (FALSE, TRUE, sizeof (Sum));
  g_array_set_size (self->bases, cells->len);

  return self;
}

void
bw_sums_free (BwSums *self)
{
  g_array_unref (self->bases);
  g_free (self);
}

static Sum
sum_of (const BwCells *cells)
{
  Sum sum = { { 0.0 } };
  g_auto(BwTextIter) iter;
  BwNumber number;

  bw_text_iter_init (&iter, cells);
  while (bw_text_iter_next (&iter))
    {
      if (!bw_number_scan (iter.text, iter.length, &number))
        continue;
      for (guint mark = 0; mark < BW_N_MARKS; mark++)
        {
          if (number.fits[mark])
            sum.values[mark] += number.values[mark] * iter.count;
        }
    }

  return sum;
}

static gboolean
is_near (double a,
         double b)
{
  return fabs (a - b) <= MAX (ROUNDING, TOLERANCE * fabs (b));
}

/* Whether @text is the sum of the column, from its start or from the sum before. */
static gboolean
match_cell (BwSums     *self,
            guint       column,
            const char *text)
{
  BwCells *cells = g_ptr_array_index (self->cells, column);
  Sum *base = &g_array_index (self->bases, Sum, column);
  BwNumber number;
  Sum sum;
  gboolean matches = FALSE;

  if (bw_cells_get_n_rows (cells) < LEAST_ROWS || !bw_number_scan (text, strlen (text), &number))
    return FALSE;

  self->spent += bw_cells_get_n_texts (cells);
  sum = sum_of (cells);
  for (guint mark = 0; mark < BW_N_MARKS; mark++)
    matches = matches || (number.fits[mark] && number.values[mark] != 0.0
                          && (is_near (number.values[mark], sum.values[mark])
                              || is_near (number.values[mark],
                                          sum.values[mark] - base->values[mark])));
  if (matches)
    *base = sum;

  return matches;
}

/**
 * bw_sums_match:
 *
 * Returns: how many numbers of @row are the sums of their columns, over all rows or over those since
 *   the last sum; 0 where too much was asked already
 */
guint
bw_sums_match (BwSums      *self,
               const BwRow *row)
{
  guint n = 0;

  bw_filler_finish (self->filler);
  for (guint i = 0; i < MIN (row->n_fields, self->cells->len); i++)
    {
      if (row->kinds[i] == BW_KIND_NUMBER && self->spent < BUDGET)
        n += match_cell (self, i, row->fields[i]);
    }

  return n;
}

static gboolean
is_text (const BwTextIter *iter,
         const char       *folded)
{
  g_autofree char *lower = NULL;

  if (iter->length > 3 * strlen (folded) + 8)
    return FALSE;
  lower = bw_letters_to_small (iter->text, iter->length);

  return strcmp (g_strstrip (lower), folded) == 0;
}

/**
 * bw_sums_know_text:
 * @folded: in lower case
 *
 * Returns: whether a cell of the column says @folded
 */
gboolean
bw_sums_know_text (BwSums     *self,
                   guint       column,
                   const char *folded)
{
  BwCells *cells = g_ptr_array_index (self->cells, column);
  g_auto(BwTextIter) iter = { 0 };
  gboolean found = FALSE;

  if (self->spent >= BUDGET)
    return FALSE;

  bw_filler_finish (self->filler);
  self->spent += bw_cells_get_n_texts (cells);
  bw_text_iter_init (&iter, cells);
  while (!found && bw_text_iter_next (&iter))
    found = is_text (&iter, folded);

  return found;
}
