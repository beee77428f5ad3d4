/* Whether one of the first records of a text differs from those below it as a header does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/contrast.h"

#include "import/profile.h"

#include <string.h>

#define MAX_BELOW 200 /* records that one is compared with */
#define MAX_ALIKE 3   /* records on end that may differ from those below */

/**
 * bw_stands_out_among:
 * @to: number of the record behind the last that counts
 * @n_least: how many cells have to differ
 *
 * Returns: whether record @index, with one or two behind it perhaps, has words where those below have
 *   numbers, dates or codes, and nothing that is like theirs
 */
gboolean
bw_stands_out_among (const GArray *rows,
                     guint         index,
                     guint         to,
                     guint         n_least)
{
  const BwRow *row = bw_peek_at (rows, index);

  for (guint n = 1; row->n_filled > 0 && n <= MAX_ALIKE; n++)
    {
      g_autoptr(BwProfile) below = bw_profile_new (rows, index + n, MIN (to, index + n + MAX_BELOW),
                                                   row->n_fields);
      gboolean out = below->n_rows >= MIN (n, 2);

      for (guint k = 0; out && k < n; k++)
        out = bw_profile_stands_out (below, bw_peek_at (rows, index + k), n_least);
      if (out)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_stands_out:
 *
 * As bw_stands_out_among() of all @rows.
 */
gboolean
bw_stands_out (const GArray *rows,
               guint         index,
               guint         n_least)
{
  return bw_stands_out_among (rows, index, rows->len, n_least);
}

/**
 * bw_fits_below:
 *
 * Returns: whether record @index has a cell that is like those below it
 */
gboolean
bw_fits_below (const GArray *rows,
               guint         index)
{
  const BwRow *row = bw_peek_at (rows, index);
  g_autoptr(BwProfile) below = bw_profile_new (rows, index + 1, index + 1 + MAX_BELOW,
                                               row->n_fields);
  BwFit fit;

  bw_profile_fit (below, row, &fit);

  return fit.n_like > 0;
}

static BwKind
kind_of_name (const BwRow *row,
              guint        column)
{
  const char *name = row->fields[column];

  return name[0] != '\0' && name[1] == '\0' && g_ascii_isalpha (name[0])
         ? BW_KIND_TEXT : row->kinds[column]; /* "n" is a name, not a no */
}

/* For or against a header, by one of its cells and those below it. */
static double
vote (const GArray *rows,
      guint         top,
      guint         column)
{
  const char *name = bw_peek_at (rows, top)->fields[column];
  const BwKind kind = kind_of_name (bw_peek_at (rows, top), column);
  guint counts[BW_N_KINDS] = { 0 }, n = 0, n_same = 0;
  BwKind below = BW_KIND_TEXT;

  for (guint i = top + 1; i < rows->len && i <= top + MAX_BELOW; i++)
    {
      const BwRow *row = bw_peek_at (rows, i);

      if (column >= row->n_fields || bw_row_is_like (row, bw_peek_at (rows, top)))
        continue;
      counts[row->kinds[column]]++;
      n_same += strcmp (row->fields[column], name) == 0;
    }
  for (guint k = BW_KIND_NUMBER; k < BW_N_KINDS; k++)
    {
      n += counts[k];
      if (counts[k] > counts[below])
        below = k;
    }

  if (kind == BW_KIND_BLANK)
    return n > 0 && counts[BW_KIND_BLANK] == 0 ? -0.1 : 0.0;
  if (n == 0)
    return kind == BW_KIND_TEXT ? 0.2 : -0.5;
  if (n_same > 0)
    return -1.0;
  if (kind == BW_KIND_TEXT)
    return counts[BW_KIND_TEXT] * 2 > n ? 0.25 : 1.0;
  if (kind == BW_KIND_NUMBER && bw_looks_like_year (name, strlen (name)))
    return 0.0;

  return kind == below ? -1.0 : 0.25;
}

/**
 * bw_is_header:
 *
 * Returns: whether record @top names columns: its cells are not like those below it
 */
gboolean
bw_is_header (const GArray *rows,
              guint         top)
{
  const BwRow *row = bw_peek_at (rows, top);
  double votes = 0.0;

  for (guint column = 0; column < row->n_fields; column++)
    votes += vote (rows, top, column);

  return votes > 0.0;
}
