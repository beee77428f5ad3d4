/* Which of the first records of a text are the header of its table, and where its rows begin. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and notes above a table are records with fewer cells than most. The first record that is
 * not like that is the header, unless its cells are like those below it: numbers above numbers,
 * words that come again. A record above it that names groups of columns belongs to it, and so does
 * one below it that fills its gaps; what describes complete names is no row either. */

#include "import/heading.h"

#include "import/contrast.h"
#include "import/describe.h"
#include "cells/words.h"

#include <string.h>

#define MAX_HEADER_ROWS 3 /* records, groups of columns above the names included */
#define MAX_DESCRIBING  3 /* records of types, units and the like below the names */

static gboolean
is_filled (const GArray *rows,
           guint         index,
           guint         column)
{
  const BwRow *row = bw_peek_at (rows, index);

  return column < row->n_fields && !bw_is_blank (row->fields[column], strlen (row->fields[column]));
}

/* Whether the records from @header on leave a column without a name that record @lower names, or
 * give one name twice that it tells apart. */
static gboolean
fills_gaps (const GArray *rows,
            guint         header,
            guint         lower)
{
  const BwRow *below = bw_peek_at (rows, lower), *above = bw_peek_at (rows, lower - 1);
  guint n_gaps = 0;

  for (guint i = 0; i < below->n_fields; i++)
    {
      gboolean named = FALSE;

      for (guint k = header; k < lower; k++)
        named = named || is_filled (rows, k, i);
      n_gaps += !named && is_filled (rows, lower, i);
    }
  for (guint i = 0; i + 1 < MIN (above->n_fields, below->n_fields); i++)
    n_gaps += is_filled (rows, lower - 1, i) && is_filled (rows, lower, i)
              && is_filled (rows, lower, i + 1)
              && strcmp (above->fields[i], above->fields[i + 1]) == 0
              && strcmp (below->fields[i], below->fields[i + 1]) != 0;

  return n_gaps > 0;
}

static guint
count_rows (const GArray *rows,
            guint         header)
{
  guint n = 1;

  while (n < MAX_HEADER_ROWS && header + n + 1 < rows->len
         && bw_peek_at (rows, header + n)->n_filled > 1
         && !bw_row_is_ruled (bw_peek_at (rows, header + n)) && fills_gaps (rows, header, header + n)
         && bw_stands_out (rows, header + n, 1))
    n++;

  return n;
}

static gboolean
is_name_of_group (const BwRow *row,
                  guint        column)
{
  const char *text = row->fields[column];

  return !g_str_has_suffix (text, ":") && text[0] != '#'
         && (row->kinds[column] != BW_KIND_NUMBER || bw_looks_like_year (text, strlen (text)));
}

/* Whether the record above @header names groups of its columns: words here and there over the names
 * in record @lowest, which are all there. */
static gboolean
is_group_row (const GArray *rows,
              guint         header,
              guint         lowest)
{
  const BwRow *above = bw_peek_at (rows, header - 1), *names = bw_peek_at (rows, lowest);

  if (above->n_wide < 2 || above->n_fields != names->n_fields || above->n_filled >= names->n_filled
      || (above->n_filled > 1 && above->n_wide <= 2 && names->n_wide > 3))
    return FALSE;

  for (guint i = 0; i < above->n_wide; i++)
    {
      if (is_filled (rows, header - 1, i)
          && (!is_filled (rows, lowest, i) || !is_name_of_group (above, i)))
        return FALSE;
    }

  return bw_is_header (rows, lowest);
}

/* Whether record @i says what the columns are, under names that are complete. */
static gboolean
describes (const GArray *rows,
           const BwRow  *names,
           guint         i)
{
  const BwRow *row = bw_peek_at (rows, i);

  if (bw_row_is_ruled (row))
    return TRUE;
  if (row->n_filled < 2 || i + 1 >= rows->len)
    return FALSE;
  if (bw_row_names_types (row))
    return !bw_fits_below (rows, i);

  return row->n_filled * 2 > names->n_filled && bw_stands_out (rows, i, 2);
}

static guint
skip_describing (const GArray *rows,
                 guint         header,
                 guint         first_row)
{
  guint n = 0;

  while (n < MAX_DESCRIBING && first_row + n < rows->len
         && describes (rows, bw_peek_at (rows, header), first_row + n))
    n++;

  return first_row + n;
}

/* Finds the header from @top on, and groups of its columns above it. */
static void
find_header (BwHeading    *heading,
             const GArray *rows,
             guint         top)
{
  const guint n_rows = count_rows (rows, top);

  if (!bw_is_header (rows, top + n_rows - 1))
    return;

  heading->header = top;
  heading->n_rows = n_rows;
  while (heading->header > 0 && heading->n_rows < MAX_HEADER_ROWS
         && is_group_row (rows, heading->header, top + n_rows - 1))
    {
      heading->header--;
      heading->n_rows++;
    }
}

/* Makes the header as many records as the user says: fewer leave out the upper ones. */
static void
take_wanted_rows (BwHeading *heading,
                  guint      n_rows)
{
  if (n_rows < heading->n_rows)
    heading->header += heading->n_rows - n_rows;
  heading->n_rows = n_rows;
}

/**
 * bw_heading_find:
 * @rows: (element-type BwRow): the first records, at least one
 * @top: number of the first that is no title
 * @reading: what is decided already
 */
void
bw_heading_find (BwHeading       *heading,
                 const GArray    *rows,
                 guint            top,
                 const BwReading *reading)
{
  heading->header = BW_HEADER_NONE;
  heading->n_rows = 0;
  heading->first_row = top;
  if (reading->header >= 0 && (guint) reading->header < rows->len)
    {
      heading->header = reading->header;
      heading->n_rows = reading->header_rows > 0 ? reading->header_rows
                                                 : count_rows (rows, heading->header);
    }
  else if (reading->header != BW_HEADER_NONE)
    {
      find_header (heading, rows, top);
      if (heading->header >= 0 && reading->header_rows > 0)
        take_wanted_rows (heading, reading->header_rows);
    }

  if (heading->header >= 0)
    {
      heading->n_rows = MIN (heading->n_rows, rows->len - heading->header);
      heading->first_row = heading->header + heading->n_rows;
      if (reading->first_row == BW_ROW_FIND)
        heading->first_row = skip_describing (rows, heading->header + heading->n_rows - 1,
                                              heading->first_row);
    }
  if (reading->first_row >= 0)
    heading->first_row = heading->header >= 0 ? MAX (heading->first_row, (guint) reading->first_row)
                                              : (guint) reading->first_row;
}
