/* Which of the first records of a text are the header of its table, and where its rows begin. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and notes above a table are records with fewer cells than most. The first record that is
 * not like that is the header, unless its cells are like those below it: numbers above numbers,
 * words that come again. A record above it that names groups of columns belongs to it, and so does
 * one below it that fills its gaps; what describes complete names is no row either. */

#include "import/heading.h"

#include "import/describe.h"
#include "import/profile.h"

#include <string.h>

#define MAX_TITLES      60  /* records above a header */
#define MAX_BELOW       200 /* records that a header is compared with */
#define MAX_BLOCK       20  /* records of a block of titles */
#define MAX_HEADER_ROWS 3
#define MAX_DESCRIBING  3

static gboolean
may_be_top (const BwRow *row,
            guint        width)
{
  if (row->n_filled == 0 || row->n_fields + 1 < width)
    return FALSE;

  return width <= 2 ? row->n_fields >= width : row->n_filled * 2 >= MIN (row->n_fields, width);
}

/* Whether a row is words, fuller than @than. */
static gboolean
is_fuller (const BwRow *row,
           guint        than)
{
  guint n_texts = 0;

  for (guint i = 0; i < row->n_fields; i++)
    n_texts += row->kinds[i] == BW_KIND_TEXT;

  return row->n_filled > than && n_texts * 2 > row->n_filled;
}

/* A block of titles or of names and values ends with a blank line, and what comes behind it is
 * fuller: the number of that row, or @top where it is not so. */
static guint
skip_block (const GArray *rows,
            guint         top)
{
  guint i = top, fullest = 0;

  for (; i < rows->len && i < top + MAX_BLOCK && bw_peek_at (rows, i)->n_filled > 0; i++)
    fullest = MAX (fullest, bw_peek_at (rows, i)->n_filled);
  if (i == rows->len || bw_peek_at (rows, i)->n_filled > 0)
    return top;
  while (i < rows->len && bw_peek_at (rows, i)->n_filled == 0)
    i++;

  return i < rows->len && is_fuller (bw_peek_at (rows, i), fullest) ? i : top;
}

/* “Report:,Customers,,” and the like: a name and its value, right above the table. */
static gboolean
is_pair (const BwRow *row,
         guint        width)
{
  const char *first = row->fields[0];
  const gsize length = strlen (first);

  return width > 2 && row->n_filled <= 2 && row->n_wide <= 2 && row->n_wide < width
         && length > 0 && first[length - 1] == ':';
}

/* The first record that is no title: as wide as the others, and mostly filled. */
static guint
find_top (const GArray *rows,
          guint         width)
{
  guint first = 0;

  while (first < rows->len && (bw_peek_at (rows, first)->n_filled == 0
                               || g_str_has_prefix (bw_peek_at (rows, first)->fields[0], "sep=")))
    first++;

  for (guint i = first; i < rows->len && i < first + MAX_TITLES; i++)
    {
      const guint behind = skip_block (rows, i);

      if (behind > i)
        i = behind - 1;
      else if (may_be_top (bw_peek_at (rows, i), width) && !is_pair (bw_peek_at (rows, i), width))
        return i;
    }

  return MIN (first, rows->len - 1);
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

static gboolean
is_header (const GArray *rows,
           guint         top)
{
  const BwRow *row = bw_peek_at (rows, top);
  double votes = 0.0;

  for (guint column = 0; column < row->n_fields; column++)
    votes += vote (rows, top, column);

  return votes > 0.0;
}

static gboolean
is_filled (const GArray *rows,
           guint         index,
           guint         column)
{
  const BwRow *row = bw_peek_at (rows, index);

  return column < row->n_fields && row->fields[column][0] != '\0'
         && !g_ascii_isspace (row->fields[column][0]);
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

/* Whether record @i differs from those below it as a header does. */
static gboolean
stands_out (const GArray *rows,
            guint         i,
            guint         n_least)
{
  const BwRow *row = bw_peek_at (rows, i);
  g_autoptr(BwProfile) below = bw_profile_new (rows, i + 1, i + 1 + MAX_BELOW, row->n_fields);

  return row->n_filled > 0 && below->n_rows > 0 && bw_profile_stands_out (below, row, n_least);
}

static guint
count_rows (const GArray *rows,
            guint         header)
{
  guint n = 1;

  while (n < MAX_HEADER_ROWS && header + n + 1 < rows->len
         && bw_peek_at (rows, header + n)->n_filled > 1 && fills_gaps (rows, header, header + n)
         && stands_out (rows, header + n, 1))
    n++;

  return n;
}

/* Whether the record above @header names groups of its columns: words here and there over names
 * that are all there. */
static gboolean
is_group_row (const GArray *rows,
              guint         header)
{
  const BwRow *above = bw_peek_at (rows, header - 1), *names = bw_peek_at (rows, header);

  if (above->n_filled == 0 || above->n_wide < 2 || above->n_fields + 1 < names->n_fields
      || above->n_fields > names->n_fields + 1 || above->n_filled >= names->n_filled
      || (above->n_filled > 1 && above->n_wide <= 2 && names->n_wide > 3))
    return FALSE;

  for (guint i = 0; i < above->n_wide; i++)
    {
      const char *text = above->fields[i];

      if (above->kinds[i] == BW_KIND_BLANK)
        continue;
      if (g_str_has_suffix (text, ":") || !is_filled (rows, header, i)
          || (above->kinds[i] == BW_KIND_NUMBER && !bw_looks_like_year (text, strlen (text))))
        return FALSE;
    }

  return is_header (rows, header);
}

/* Whether record @i has a cell that is like those below it. */
static gboolean
fits_below (const GArray *rows,
            guint         i)
{
  const BwRow *row = bw_peek_at (rows, i);
  g_autoptr(BwProfile) below = bw_profile_new (rows, i + 1, i + 1 + MAX_BELOW, row->n_fields);
  BwFit fit;

  bw_profile_fit (below, row, &fit);

  return fit.n_like > 0;
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
    return !fits_below (rows, i);

  return row->n_filled * 2 > names->n_filled && stands_out (rows, i, 2);
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

  if (!is_header (rows, top + n_rows - 1))
    return;

  heading->header = top;
  heading->n_rows = n_rows;
  while (heading->header > 0 && heading->n_rows < MAX_HEADER_ROWS
         && is_group_row (rows, heading->header))
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
 * @width: fields of a good record
 * @reading: what is decided already
 */
void
bw_heading_find (BwHeading       *heading,
                 const GArray    *rows,
                 guint            width,
                 const BwReading *reading)
{
  const guint top = find_top (rows, width);

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
