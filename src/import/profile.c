/* What the cells of each column of a table mostly are, so that a row that is none stands out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/profile.h"

#include "import/describe.h"

#include <string.h>

#define MOST   0.8 /* of the filled cells are of one kind: that is what the column is */
#define NEARLY 0.9 /* of the texts are codes, or words, or of the cells are filled */

typedef struct
{
  guint n_rows;
  guint kinds[BW_N_KINDS];
  guint n_codes; /* texts with a digit and without a blank */
  guint n_words; /* texts without a digit */
} Count;

/**
 * bw_is_code:
 *
 * Returns: whether a text has a digit and no blank
 */
gboolean
bw_is_code (const char *text)
{
  return strchr (text, ' ') == NULL && bw_has_digit (text, strlen (text));
}

static void
count_row (Count       *counts,
           guint        n_columns,
           const BwRow *row)
{
  for (guint i = 0; i < n_columns; i++)
    {
      counts[i].n_rows++;
      if (i >= row->n_fields)
        {
          counts[i].kinds[BW_KIND_BLANK]++;
          continue;
        }
      counts[i].kinds[row->kinds[i]]++;
      if (row->kinds[i] != BW_KIND_TEXT)
        continue;
      counts[i].n_codes += bw_is_code (row->fields[i]);
      counts[i].n_words += !bw_has_digit (row->fields[i], strlen (row->fields[i]));
    }
}

static void
conclude (BwColumnProfile *column,
          const Count     *count)
{
  const guint n_texts = count->kinds[BW_KIND_TEXT];
  guint n = n_texts;

  column->kind = BW_KIND_TEXT;
  for (guint k = BW_KIND_NUMBER; k < BW_KIND_TEXT; k++)
    {
      n += count->kinds[k];
      if (count->kinds[k] > count->kinds[column->kind])
        column->kind = k;
    }
  if (n == 0)
    column->kind = BW_KIND_BLANK;

  column->typed = n > 0 && column->kind != BW_KIND_TEXT && count->kinds[column->kind] >= MOST * n;
  if (n_texts > 0 && n_texts >= MOST * n)
    {
      column->coded = count->n_codes >= NEARLY * n_texts;
      column->worded = count->n_words >= NEARLY * n_texts;
    }
  column->filled = count->n_rows > 0
                   && count->n_rows - count->kinds[BW_KIND_BLANK] >= NEARLY * count->n_rows;
}

/* Sums under a table say nothing of its rows: a word for it, or nothing at all, and numbers. */
static gboolean
is_sums (const BwRow *row)
{
  guint first = 0;

  while (first + 1 < row->n_fields && row->kinds[first] == BW_KIND_BLANK)
    first++;
  for (guint i = first + 1; i < row->n_fields; i++)
    {
      if (row->kinds[i] != BW_KIND_BLANK && row->kinds[i] != BW_KIND_NUMBER)
        return FALSE;
    }
  if (row->kinds[first] == BW_KIND_NUMBER)
    return first > 0;

  return bw_total_word (row->fields[first], NULL) != BW_TOTAL_WORD_NONE;
}

/* Counts the rows that have at least as many fields as @n_least. */
static guint
count_rows (Count        *counts,
            guint         n_columns,
            const GArray *rows,
            guint         from,
            guint         to,
            guint         n_least)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    {
      const BwRow *row = bw_peek_at (rows, i);

      if (row->n_filled == 0 || row->n_fields < n_least
          || (n_columns >= 3 && row->n_filled == 1) || is_sums (row))
        continue;
      count_row (counts, n_columns, row);
      n++;
    }

  return n;
}

/**
 * bw_profile_new:
 * @rows: (element-type BwRow)
 * @from: number of the first row that counts
 * @to: number of the row behind the last that counts
 *
 * Blank rows do not count, nor do sums, nor lone cells in a table of three columns and more, nor
 * short rows if there are others.
 *
 * Returns: (transfer full)
 */
BwProfile *
bw_profile_new (const GArray *rows,
                guint         from,
                guint         to,
                guint         n_columns)
{
  BwProfile *self = g_new0 (BwProfile, 1);
  g_autofree Count *counts = g_new0 (Count, n_columns);

  self->columns = g_new0 (BwColumnProfile, n_columns);
  self->n_columns = n_columns;
  self->n_rows = count_rows (counts, n_columns, rows, from, MIN (to, rows->len), n_columns);
  if (self->n_rows == 0)
    self->n_rows = count_rows (counts, n_columns, rows, from, MIN (to, rows->len), 0);
  for (guint i = 0; i < n_columns; i++)
    conclude (&self->columns[i], &counts[i]);

  return self;
}

void
bw_profile_free (BwProfile *self)
{
  g_free (self->columns);
  g_free (self);
}

static void
fit_code (const char *text,
          BwFit      *fit)
{
  fit->n_like += bw_is_code (text);
  fit->n_unlike += !bw_has_digit (text, strlen (text));
}

static void
fit_typed (const BwColumnProfile *column,
           const char            *text,
           BwKind                 kind,
           BwFit                 *fit)
{
  if (kind == column->kind)
    fit->n_like += kind != BW_KIND_NUMBER || !bw_looks_like_year (text, strlen (text));
  else if (kind == BW_KIND_NUMBER && column->kind != BW_KIND_NUMBER)
    fit->n_like += !bw_looks_like_year (text, strlen (text));
  else
    fit->n_unlike++;
}

/**
 * bw_profile_fit:
 * @fit: (out): how a row goes with those that the profile is made of
 *
 * A number that may be a year says nothing: it stands in headers too.
 */
void
bw_profile_fit (const BwProfile *self,
                const BwRow     *row,
                BwFit           *fit)
{
  memset (fit, 0, sizeof *fit);
  for (guint i = 0; i < MIN (row->n_fields, self->n_columns); i++)
    {
      const BwColumnProfile *column = &self->columns[i];
      const char *text = row->fields[i];
      const BwKind kind = row->kinds[i];

      if (kind == BW_KIND_BLANK)
        continue;
      if (column->typed)
        fit_typed (column, text, kind, fit);
      else if (column->coded && kind == BW_KIND_TEXT)
        fit_code (text, fit);
      else if (column->worded && (kind == BW_KIND_NUMBER || kind == BW_KIND_DATE))
        fit->n_strange++;
    }
}

/**
 * bw_profile_stands_out:
 * @n_least: how many of its cells have to be unlike their columns
 *
 * Returns: whether @row is none of those that the profile is made of: no cell is like its column
 */
gboolean
bw_profile_stands_out (const BwProfile *self,
                       const BwRow     *row,
                       guint            n_least)
{
  BwFit fit;

  bw_profile_fit (self, row, &fit);

  return fit.n_like == 0 && fit.n_unlike >= n_least;
}
