/* Months side by side: which columns are one quantity at several times, and when. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates in headers say it plainly. Without any, numbers at the ends of headers may: arpu_6, arpu_7;
 * BILL_AMT1 to BILL_AMT6; M-1, M-2; W1 to W12. Those are dated from the newest one backwards. */

#include "panel/wide.h"

#include "cells/calendar.h"
#include "panel/header.h"
#include "panel/written-date.h"

#include <math.h>
#include <string.h>

#define ASIDE     3  /* so many columns of one stem make months side by side */
#define LONE      4  /* of one numbered stem that no other goes along with, unless a person says so */
#define MOST      60 /* a number above is no month */

/* What is numbered and is no time: questions, fields, lines of an address. */
static const char *const no_times[] = {
  "q", "question", "frage", "pregunta", "domanda", "item", "var", "v", "x", "y", "z", "f", "feature",
  "col", "column", "field", "attr", "attribute", "address", "adresse", "line", "phone", "tel", "contact",
  "option", "answer", "factor", "pc", "level", "tier", "step", "stage", "score", "id", "code", "tag",
  "street", "product", "team", "group", "cluster", "segment", "custom", "dim", "param",
};

/**
 * bw_wide_stem:
 * @date: (out): the date in @header
 *
 * Returns: (transfer full) (nullable): @header without the month in it, %NULL without a month
 */
char *
bw_wide_stem (const char *header,
              double     *date)
{
  BwWrittenDate found;

  if (!bw_written_date_find (header, 0, &found))
    return NULL;
  *date = found.date;

  return bw_wide_cut (header, found.start, found.end);
}

static gboolean
is_no_time (const char *stem)
{
  g_autoptr(BwHeader) header = bw_header_new (stem);
  const guint n = g_strv_length (header->words);

  for (guint i = 0; i < G_N_ELEMENTS (no_times) && n > 0; i++)
    {
      if (g_str_equal (header->words[n - 1], no_times[i]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
same_stem (const BwWideColumn *a,
           const BwWideColumn *b)
{
  return a->stem != NULL && b->stem != NULL && a->unit == b->unit && a->back == b->back &&
         g_ascii_strcasecmp (a->stem, b->stem) == 0;
}

/* Columns of the stem of that at @at; 0 where their numbers do not follow each other. */
static guint
count_run (const BwWide *self,
           guint         at)
{
  guint64 seen = 0;
  guint n = 0;
  int least = MOST, most = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const BwWideColumn *column = &self->columns[i];

      if (!same_stem (column, &self->columns[at]))
        continue;
      if (column->number > MOST || (seen >> column->number & 1) != 0)
        return 0;
      seen |= (guint64) 1 << column->number;
      least = MIN (least, column->number);
      most = MAX (most, column->number);
      n++;
    }

  return most - least <= (int) n ? n : 0; /* one may be missing in between */
}

static void
forget (BwWideColumn *column)
{
  g_clear_pointer (&column->stem, g_free);
  column->number = -1;
  column->back = FALSE;
}

/* Keeps the stems whose numbers make a run; a lone short one only where a person is @sure. */
static void
settle_numbers (BwWide  *self,
                gboolean sure)
{
  g_autofree guint *runs = g_new0 (guint, MAX (self->n_columns, 1));
  guint first = BW_NONE;
  gboolean several = FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const BwWideColumn *column = &self->columns[i];

      if (column->stem == NULL || is_no_time (column->stem))
        continue;
      runs[i] = count_run (self, i);
      if (runs[i] < ASIDE)
        continue;
      several |= first != BW_NONE && !same_stem (column, &self->columns[first]);
      first = first == BW_NONE ? i : first;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (runs[i] < (sure || several ? ASIDE : LONE))
        forget (&self->columns[i]);
      self->n_numbered += self->columns[i].stem != NULL;
    }
}

/**
 * bw_wide_new:
 * @coded: (array): by column of @source, whether it holds texts, which are no quantity
 * @sure: whether a person or a mapping said that months stand side by side
 *
 * Returns: (transfer full): which columns of @source are one quantity at several times; numbers count
 *   only where no header has a date
 */
BwWide *
bw_wide_new (const BwMappedSource *source,
             const gboolean       *coded,
             gboolean              sure)
{
  BwWide *self = g_new0 (BwWide, 1);
  gboolean dated = FALSE;

  self->n_columns = source->n_columns;
  self->columns = g_new0 (BwWideColumn, MAX (source->n_columns, 1));
  for (guint i = 0; i < source->n_columns; i++)
    {
      BwWideColumn *column = &self->columns[i];

      column->date = NAN;
      column->number = -1;
      if (!coded[i])
        column->stem = bw_wide_stem (source->columns[i].header, &column->date);
      dated |= column->stem != NULL;
    }
  if (dated)
    return self;
  for (guint i = 0; i < source->n_columns; i++)
    {
      if (!coded[i] && source->columns[i].role != BW_ROLE_KEY)
        bw_wide_read_number (source->columns[i].header, &self->columns[i]);
    }
  settle_numbers (self, sure);

  return self;
}

void
bw_wide_free (BwWide *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].stem);
  g_free (self->columns);
  g_free (self);
}

/**
 * bw_wide_is_any:
 *
 * Returns: whether some quantity stands there at three times or more
 */
gboolean
bw_wide_is_any (const BwWide *self)
{
  g_autoptr(GHashTable) stems = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->n_numbered > 0)
    return TRUE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *stem = self->columns[i].stem;
      const guint count = stem == NULL ? 0 : GPOINTER_TO_UINT (g_hash_table_lookup (stems, stem)) + 1;

      if (count >= ASIDE)
        return TRUE;
      if (stem != NULL)
        g_hash_table_insert (stems, (gpointer) stem, GUINT_TO_POINTER (count));
    }

  return FALSE;
}

static double
periods_before (double newest,
                guint  unit,
                int    n)
{
  int year, month, day, months;

  if (n == 0)
    return newest;
  if (unit == BW_UNIT_WEEK)
    return newest - 7.0 * n;
  bw_civil_from_days (newest, &year, &month, &day);
  months = year * 12 + month - 1 - n * (unit == BW_UNIT_QUARTER ? 3 : 1);

  return bw_month_end (bw_days_from_civil (months / 12, months % 12 + 1, 1));
}

/**
 * bw_wide_date:
 * @newest: the date of the newest of columns that bear numbers
 * @oldest_column: (out): the first that is the oldest, %BW_NONE where none bears a number
 * @newest_column: (out): the first that is the newest
 *
 * Dates columns that bear numbers: the highest is the newest, or the lowest where they count back.
 */
void
bw_wide_date (BwWide *self,
              double  newest,
              guint  *oldest_column,
              guint  *newest_column)
{
  int most = 0, least = MOST;

  *oldest_column = BW_NONE;
  *newest_column = BW_NONE;
  for (guint i = 0; i < self->n_columns; i++)
    {
      most = self->columns[i].number >= 0 ? MAX (most, self->columns[i].number) : most;
      least = self->columns[i].number >= 0 ? MIN (least, self->columns[i].number) : least;
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      BwWideColumn *column = &self->columns[i];

      if (column->number < 0)
        continue;
      column->date = periods_before (newest, column->unit,
                                     column->back ? column->number - least : most - column->number);
      if (*oldest_column == BW_NONE || column->date < self->columns[*oldest_column].date)
        *oldest_column = i;
      if (*newest_column == BW_NONE || column->date > self->columns[*newest_column].date)
        *newest_column = i;
    }
}

/**
 * bw_wide_forget_numbers:
 *
 * Columns that bear numbers are columns like others from then on.
 */
void
bw_wide_forget_numbers (BwWide *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].number >= 0)
        forget (&self->columns[i]);
    }
  self->n_numbered = 0;
}
