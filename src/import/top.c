/* Where in the first records of a text its table begins, behind titles and notes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles and notes above a table are records with fewer cells than most, often with a blank line
 * below them. But what is above a blank line may be a table, too, with another one below: then the
 * first one counts, unless it is a mere summary of the other. */

#include "import/top.h"

#include "import/contrast.h"
#include "import/describe.h"

#include <string.h>

#define MAX_TITLES  60 /* records above a header */
#define MAX_BLOCK   20 /* records of a block of titles */
#define LEAST_TABLE 3  /* records, the header included */
#define SUMMARY     4  /* times that a table is longer than the summary above it */

/* Whether a row begins with a word for a sum. */
static gboolean
is_sum (const BwRow *row)
{
  guint first = 0;

  while (first < row->n_fields && row->kinds[first] == BW_KIND_BLANK)
    first++;

  return first < row->n_fields && bw_total_word (row->fields[first], NULL) != BW_TOTAL_WORD_NONE;
}

/* Whether the records from @from to @to, which no blank one parts, are a table: most of one width,
 * under a first one that stands out. */
static gboolean
is_table (const GArray *rows,
          guint         from,
          guint         to)
{
  const guint width = bw_peek_at (rows, from)->n_wide;
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += bw_peek_at (rows, i)->n_wide == width;

  return width >= 2 && n >= LEAST_TABLE && n + 1 >= to - from && !is_sum (bw_peek_at (rows, from))
         && bw_stands_out_among (rows, from, to, 1);
}

static guint
end_of_block (const GArray *rows,
              guint         from)
{
  while (from < rows->len && bw_peek_at (rows, from)->n_filled > 0)
    from++;

  return from;
}

static guint
count_wider (const GArray *rows,
             guint         from,
             guint         width)
{
  guint n = 0;

  for (guint i = from; i < rows->len; i++)
    n += bw_peek_at (rows, i)->n_wide > width;

  return n;
}

/* The start of the first block that is a table by itself; @first where there is none. */
static guint
find_table (const GArray *rows,
            guint         first,
            guint        *width)
{
  guint from = first;

  while (from < rows->len && from < first + MAX_TITLES)
    {
      const guint to = end_of_block (rows, from);

      if (to > from && to < rows->len && is_table (rows, from, to))
        {
          const guint own = bw_peek_at (rows, from)->n_wide;

          if (count_wider (rows, to, own) >= SUMMARY * (to - from))
            return first;
          *width = bw_peek_at (rows, from)->n_fields;
          return from;
        }
      from = to + (to == from);
    }

  return first;
}

static gboolean
may_be_top (const BwRow *row,
            guint        width)
{
  if (row->n_filled == 0 || row->n_fields + 1 < width)
    return FALSE;

  return width <= 2 ? row->n_fields >= width : row->n_filled * 2 >= MIN (row->n_fields, width);
}

static guint
count_texts (const BwRow *row)
{
  guint n = 0;

  for (guint i = 0; i < row->n_fields; i++)
    n += row->kinds[i] == BW_KIND_TEXT;

  return n;
}

/* Whether a row is words, fuller than @than. */
static gboolean
is_fuller (const BwRow *row,
           guint        than)
{
  return row->n_filled > than && count_texts (row) * 2 > row->n_filled;
}

/* Whether a table begins at @i, under names, and not once more what record @top begins. */
static gboolean
begins_table (const GArray *rows,
              guint         top,
              guint         i)
{
  const BwRow *row = bw_peek_at (rows, i);

  return count_texts (row) == row->n_filled && is_table (rows, i, end_of_block (rows, i))
         && !bw_row_is_like (bw_peek_at (rows, top), row);
}

/* A block of titles or of names and values ends with a blank line, and what comes behind it is
 * fuller, or a table where the block is none: the number of that row, or @top where it is not so. */
static guint
skip_block (const GArray *rows,
            guint         top)
{
  guint i = top, fullest = 0;

  for (; i < rows->len && i < top + MAX_BLOCK && bw_peek_at (rows, i)->n_filled > 0; i++)
    fullest = MAX (fullest, bw_peek_at (rows, i)->n_filled);
  if (i == rows->len || bw_peek_at (rows, i)->n_filled > 0 || is_table (rows, top, i))
    return top;
  while (i < rows->len && bw_peek_at (rows, i)->n_filled == 0)
    i++;

  if (i == rows->len)
    return top;

  return is_fuller (bw_peek_at (rows, i), fullest) || begins_table (rows, top, i) ? i : top;
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

/* Whether record @i is of another width than the table, which begins right below it. */
static gboolean
is_other_title (const GArray *rows,
                guint         i,
                guint         width)
{
  return bw_peek_at (rows, i)->n_fields != width && i + 2 < rows->len
         && bw_peek_at (rows, i + 1)->n_fields == width && bw_stands_out (rows, i + 1, 1);
}

/**
 * bw_top_find:
 * @rows: (element-type BwRow): the first records, at least one
 * @width: (out): fields of a good record
 *
 * Returns: the number of the first record that is no title: as wide as the others, and mostly filled
 */
guint
bw_top_find (const GArray *rows,
             guint        *width)
{
  guint first = 0;

  *width = bw_peek_width (rows);
  while (first < rows->len && (bw_peek_at (rows, first)->n_filled == 0
                               || g_str_has_prefix (bw_peek_at (rows, first)->fields[0], "sep=")))
    first++;
  first = find_table (rows, first, width);

  for (guint i = first; i < rows->len && i < first + MAX_TITLES; i++)
    {
      const BwRow *row = bw_peek_at (rows, i);
      const guint behind = skip_block (rows, i);

      if (behind > i)
        i = behind - 1;
      else if (may_be_top (row, *width) && !is_pair (row, *width)
               && !is_other_title (rows, i, *width))
        return i;
    }

  return MIN (first, rows->len - 1);
}
