/* A second table to the right of the first, with an empty column between them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty column alone is none: the two sides have to end at different rows, each of them filled
 * from its first row to its last, or the same names have to come again. */

#include "import/beside.h"

#include <string.h>

#define LEAST_COLUMNS 2 /* of either table: one column alone is a remark */

typedef struct
{
  const GArray *rows;
  guint         header; /* the record with the names */
  guint         first_row;
} Sheet;

static gboolean
is_filled (const Sheet *sheet,
           guint        row,
           guint        column)
{
  const BwRow *found = bw_peek_at (sheet->rows, row);

  return column < found->n_wide && found->fields[column][strspn (found->fields[column], " ")] != '\0';
}

static gboolean
is_gap (const Sheet *sheet,
        guint        column)
{
  for (guint row = sheet->header; row < sheet->rows->len; row++)
    {
      if (is_filled (sheet, row, column))
        return FALSE;
    }

  return TRUE;
}

static guint
count_names (const Sheet *sheet,
             guint        from,
             guint        to)
{
  guint n = 0;

  for (guint column = from; column < to; column++)
    n += is_filled (sheet, sheet->header, column);

  return n;
}

static gboolean
is_empty_row (const Sheet *sheet,
              guint        row,
              guint        from,
              guint        to)
{
  for (guint column = from; column < to; column++)
    {
      if (is_filled (sheet, row, column))
        return FALSE;
    }

  return TRUE;
}

/* The row behind the last of a side; 0 where it has a row that is empty or without its first cell. */
static guint
end_of (const Sheet *sheet,
        guint        from,
        guint        to)
{
  guint end = sheet->rows->len;

  while (end > sheet->first_row && is_empty_row (sheet, end - 1, from, to))
    end--;
  for (guint row = sheet->first_row; row < end; row++)
    {
      if (!is_filled (sheet, row, from))
        return 0;
    }

  return end > sheet->first_row ? end : 0;
}

static gboolean
repeats_names (const Sheet *sheet,
               guint        gap,
               guint        to)
{
  const BwRow *header = bw_peek_at (sheet->rows, sheet->header);
  guint n = 0;

  for (guint i = gap + 1; i < to; i++)
    {
      for (guint k = 0; k < gap; k++)
        n += is_filled (sheet, sheet->header, i) && strcmp (header->fields[i], header->fields[k]) == 0;
    }

  return n >= LEAST_COLUMNS;
}

static gboolean
parts_tables (const Sheet *sheet,
              guint        gap,
              guint        width)
{
  guint to = gap + 1, left, right;

  while (to < width && !is_gap (sheet, to))
    to++;
  if (!is_filled (sheet, sheet->header, gap + 1)
      || count_names (sheet, 0, gap) != gap || count_names (sheet, gap + 1, to) != to - gap - 1
      || gap < LEAST_COLUMNS || to - gap - 1 < LEAST_COLUMNS)
    return FALSE;
  if (repeats_names (sheet, gap, to))
    return TRUE;

  left = end_of (sheet, 0, gap);
  right = end_of (sheet, gap + 1, to);

  return left > 0 && right > 0 && left != right;
}

/**
 * bw_beside_find:
 * @rows: (element-type BwRow): the first records
 * @width: fields of a good record
 * @begin: (out): the first column of a second table, from 0; @width where there is none
 *
 * Returns: how many columns the first table has
 */
guint
bw_beside_find (const GArray    *rows,
                const BwHeading *heading,
                guint            width,
                guint           *begin)
{
  const Sheet sheet = { rows, heading->header + heading->n_rows - 1, heading->first_row };

  *begin = width;
  if (heading->header < 0 || sheet.first_row >= rows->len)
    return width;

  for (guint gap = LEAST_COLUMNS; gap + LEAST_COLUMNS < width; gap++)
    {
      if (!is_gap (&sheet, gap))
        continue;
      if (!parts_tables (&sheet, gap, width))
        return width;
      *begin = gap + 1;
      return gap;
    }

  return width;
}
