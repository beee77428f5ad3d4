/* What one record looks like by itself, beside the rows of its table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words alone prove nothing: a customer may be called “Total Gas Ltd”, and a row may have nothing but
 * a name. A sum has no text beside its word, a note has nothing beside itself, and the header of
 * another table has words where this one has numbers. */

#include "import/suspect.h"

#include "import/describe.h"

#include <string.h>

static const BwColumnProfile *
column_at (const BwLayout *layout,
           guint           column)
{
  return &layout->profile->columns[column];
}

static gboolean
is_blank_at (const BwRow *row,
             guint        column)
{
  return column >= row->n_fields || row->kinds[column] == BW_KIND_BLANK;
}

static guint
first_filled (const BwRow *row)
{
  guint i = 0;

  while (i + 1 < row->n_fields && row->fields[i][strspn (row->fields[i], " \t")] == '\0')
    i++;

  return i;
}

static gboolean
is_head (const BwLayout *layout,
         const BwRow    *row)
{
  for (guint i = 0; i < layout->heads->len; i++)
    {
      const BwRow *head = bw_peek_at (layout->heads, i);

      if (head->n_filled > 0 && bw_row_is_like (row, head))
        return TRUE;
    }

  return FALSE;
}

/* Columns other than @but that are filled in nearly all rows, and not here; those of numbers only
 * where @numbers. */
static guint
count_lacking (const BwLayout *layout,
               const BwRow    *row,
               guint           but,
               gboolean        numbers)
{
  guint n = 0;

  for (guint i = 0; i < layout->width; i++)
    {
      const BwColumnProfile *column = column_at (layout, i);

      n += i != but && column->filled && is_blank_at (row, i)
           && (numbers || !column->typed || column->kind != BW_KIND_NUMBER);
    }

  return n;
}

/* Whether nothing but numbers stands beside the cell at @word; their count. */
static gboolean
has_numbers_only (const BwRow *row,
                  guint        word,
                  guint       *n_numbers)
{
  *n_numbers = 0;
  for (guint i = 0; i < row->n_fields; i++)
    {
      if (i == word || row->kinds[i] == BW_KIND_BLANK)
        continue;
      if (row->kinds[i] != BW_KIND_NUMBER)
        return FALSE;
      *n_numbers += 1;
    }

  return TRUE;
}

static gboolean
is_out_of_place (const BwLayout *layout,
                 const BwRow    *row,
                 guint           column)
{
  const BwColumnProfile *profile = column < layout->width ? column_at (layout, column) : NULL;

  return profile != NULL && row->kinds[column] == BW_KIND_TEXT
         && (profile->typed || (profile->coded && !bw_is_code (row->fields[column])));
}

static BwSuspicion
suspect_total (const BwLayout *layout,
               const BwRow    *row,
               BwSums         *sums)
{
  const guint first = first_filled (row);
  g_autofree char *of = NULL;
  const BwTotalWord word = bw_total_word (row->fields[first], &of);
  gboolean lacking;
  guint n_numbers;

  if (word == BW_TOTAL_WORD_NONE || !has_numbers_only (row, first, &n_numbers))
    return BW_SUSPICION_NONE;

  lacking = count_lacking (layout, row, first, FALSE) > 0
            || (first > 0 && column_at (layout, 0)->filled)
            || is_out_of_place (layout, row, first);
  if (word == BW_TOTAL_WORD_WHOLE && lacking)
    return BW_SUSPICION_TOTAL;
  if (n_numbers == 0)
    return BW_SUSPICION_NONE;
  if (word == BW_TOTAL_WORD_WHOLE)
    return BW_SUSPICION_MAYBE_TOTAL;

  return lacking && first < layout->width && bw_sums_know_text (sums, first, of)
         ? BW_SUSPICION_TOTAL : BW_SUSPICION_NONE;
}

/* A row without a word, but also without a key: sums, if its numbers are. */
static gboolean
is_bare_sums (const BwLayout *layout,
              const BwRow    *row,
              BwSums         *sums)
{
  guint n_numbers;

  return row->n_filled > 0 && is_blank_at (row, 0) && column_at (layout, 0)->filled
         && has_numbers_only (row, row->n_fields, &n_numbers) && n_numbers > 0
         && bw_sums_match (sums, row) * 2 >= n_numbers;
}

static gboolean
is_note (const BwLayout *layout,
         const BwRow    *row,
         gboolean        parted)
{
  const guint first = first_filled (row);
  const gboolean lone = row->n_filled == 1;

  if (bw_row_is_ruled (row))
    return TRUE;
  if (row->n_fields == 1 && layout->width >= 3)
    return TRUE;
  if ((!lone && row->n_fields >= layout->width)
      || (layout->width == 1 && !parted))
    return FALSE;
  if (bw_is_note (row->fields[first]))
    return TRUE;
  if (!lone || first > 0 || row->kinds[0] != BW_KIND_TEXT || layout->width == 1)
    return FALSE;

  return is_out_of_place (layout, row, 0)
         || (parted && (row->n_fields == 1 || count_lacking (layout, row, 0, TRUE) >= 2));
}

/* Whether the cells of @row end before the rows of the table do, or go on behind them. */
static gboolean
is_other_width (const BwLayout *layout,
                const BwRow    *row)
{
  if (row->n_wide > layout->width)
    return TRUE;
  if (row->n_fields < layout->width)
    return TRUE;

  for (guint i = row->n_wide; i < layout->width; i++)
    {
      if (column_at (layout, i)->filled)
        return TRUE;
    }

  return FALSE;
}

/* Whether all cells may be names; “n” is one, too, and no “no”. */
static gboolean
is_words (const BwRow *row)
{
  for (guint i = 0; i < row->n_wide; i++)
    {
      if (row->kinds[i] != BW_KIND_TEXT && row->kinds[i] != BW_KIND_BLANK
          && !(row->kinds[i] == BW_KIND_FLAG && strlen (row->fields[i]) == 1)
          && !bw_looks_like_year (row->fields[i], strlen (row->fields[i])))
        return FALSE;
    }

  return row->n_filled >= 2;
}

static gboolean
may_be_header (const BwLayout *layout,
               const BwRow    *row,
               gboolean        parted)
{
  const gboolean other = is_other_width (layout, row);
  BwFit fit;

  if (!is_words (row))
    return FALSE;

  bw_profile_fit (layout->profile, row, &fit);
  if (fit.n_like > 0)
    return FALSE;

  return fit.n_unlike >= 2 || (fit.n_unlike == 1 && (parted || other)) || (parted && other);
}

/**
 * bw_suspect:
 * @row: not blank
 * @parted: a blank line or a note stands between it and the row before
 *
 * Returns: what @row seems to be
 */
BwSuspicion
bw_suspect (const BwLayout *layout,
            const BwRow    *row,
            gboolean        parted,
            BwSums         *sums)
{
  BwSuspicion suspicion;

  if (is_head (layout, row))
    return BW_SUSPICION_AGAIN;
  if (is_note (layout, row, parted))
    return BW_SUSPICION_NOTE;
  suspicion = suspect_total (layout, row, sums);
  if (suspicion == BW_SUSPICION_NONE && is_bare_sums (layout, row, sums))
    suspicion = BW_SUSPICION_TOTAL;
  if (suspicion == BW_SUSPICION_NONE && may_be_header (layout, row, parted))
    suspicion = BW_SUSPICION_MAYBE_HEADER;

  return suspicion;
}

/**
 * bw_suspect_confirms:
 * @header: what may be the header of another table
 * @next: the record behind it
 * @parted: as for @header
 *
 * Returns: whether both are of another table
 */
gboolean
bw_suspect_confirms (const BwLayout *layout,
                     const BwRow    *header,
                     const BwRow    *next,
                     gboolean        parted)
{
  BwFit fit, own;

  if (next->n_filled < 2 || next->n_wide > header->n_wide || next->n_wide * 2 < header->n_wide)
    return FALSE;
  if (is_other_width (layout, header))
    return next->n_fields == header->n_fields && is_other_width (layout, next);

  bw_profile_fit (layout->profile, next, &fit);
  bw_profile_fit (layout->profile, header, &own);

  return parted ? own.n_unlike > 0 : fit.n_like == 0 || fit.n_unlike > 0 || fit.n_strange > 0;
}
