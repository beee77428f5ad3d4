/* Building: of which date each row is, from a column, a file's name, or what the user said. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/build-parts.h"

#include "cells/calendar.h"
#include "panel/file-name.h"
#include "panel/vocabulary.h"
#include "stats/sort.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static const char *const month_words[] = {
  "month", "monat", "mois", "mes", "mese", "maand", "period", "periode", "periodo", "zeitraum",
  "yyyymm", "yearmonth",
};

/**
 * bw_month_of:
 *
 * Returns: a number for the month of @date, one more for the next month
 */
int
bw_month_of (double date)
{
  int year, month, day;

  bw_civil_from_days (date, &year, &month, &day);

  return year * 12 + month - 1;
}

/**
 * bw_distinct_days:
 *
 * Returns: (transfer full) (element-type double): the distinct ones of @dates, in order
 */
GArray *
bw_distinct_days (const double *dates,
                  gsize         n)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree double *sorted = g_new (double, MAX (n, 1));
  const gsize present = bw_sort (dates, n, sorted);

  for (gsize i = 0; i < present; i++)
    {
      if (days->len == 0 || g_array_index (days, double, days->len - 1) < sorted[i])
        g_array_append_val (days, sorted[i]);
    }

  return days;
}

static gboolean
says_month (const char *text)
{
  g_autoptr(BwHeader) header = bw_header_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (month_words); i++)
    {
      if (bw_header_has_word (header, month_words[i]) ||
          g_str_equal (header->squeezed, month_words[i]))
        return TRUE;
    }

  return FALSE;
}

/* A column of months, each written as its first day, means the state at their ends. */
static void
move_to_month_ends (BwStack    *stack,
                    const char *header)
{
  if (!says_month (header))
    return;
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (!isnan (stack->dates[row]) &&
          bw_month_of (stack->dates[row] - 1) == bw_month_of (stack->dates[row]))
        return;
    }
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (!isnan (stack->dates[row]))
        stack->dates[row] = bw_month_end (stack->dates[row]);
    }
}

/* The day of each row from its date column. */
static gboolean
take_date_column (BwBuild              *self,
                  BwStack              *stack,
                  const BwMappedColumn *column,
                  GError              **error)
{
  BwColumn *dates = g_ptr_array_index (stack->columns, column - stack->mapped->columns);
  const double *numbers = dates != NULL ? bw_column_get_numbers (dates) : NULL;

  if (numbers == NULL || (bw_column_get_type (dates) != BW_COLUMN_DATE &&
                          bw_column_get_type (dates) != BW_COLUMN_DATE_TIME))
    {
      g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_COLUMN,
                   _("“%s” in %s holds no dates, and so cannot date its rows. Choose another column."),
                   column->header, bw_stack_get_title (stack));
      return FALSE;
    }

  stack->dates = g_new (double, MAX (stack->n_rows, 1));
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      stack->dates[row] = floor (numbers[row]);
      if (!isnan (numbers[row]) || stack->customers[row] == BW_NONE)
        continue;
      bw_stack_set_aside (stack, row, column->header, NULL,
                          _("The date is missing, so this row belongs to no time"),
                          BW_PROBLEM_NO_DATE, self->report);
      stack->customers[row] = BW_NONE;
    }

  return TRUE;
}

/* Says of when the rows of a file are taken to be whose name does not say it. */
static void
note_undated (BwBuild    *self,
              const char *file,
              double      date)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *what = NULL;

  bw_csv_append_date (text, date);
  /* TRANSLATORS: an ISO date */
  what = g_strdup_printf (_("The name of this file has no date, unlike those of the other files. Its rows "
                            "are taken to be of %s."), text->str);
  bw_build_note (self, file, BW_PROBLEM_NO_DATE, what);
}

static void
take_file_names (BwBuild *self,
                 BwStack *stack)
{
  double newest = NAN;

  for (guint i = 0; i < stack->files->len; i++)
    newest = fmax (newest, bw_file_name_get_date (bw_source_get_file_name (stack->files->pdata[i])));
  if (stack->files->len == 1)
    {
      stack->date = isnan (stack->mapped->as_of) ? newest : stack->mapped->as_of;
      return;
    }
  if (isnan (newest))
    {
      stack->date = stack->mapped->as_of;
      return;
    }

  stack->dates = g_new (double, MAX (stack->n_rows, 1));
  for (guint i = 0; i < stack->files->len; i++)
    {
      const char *file = bw_source_get_file_name (stack->files->pdata[i]);
      double date = bw_file_name_get_date (file);

      if (isnan (date))
        {
          date = isnan (stack->mapped->as_of) ? newest : stack->mapped->as_of;
          note_undated (self, file, date);
        }
      for (gsize row = stack->first_row[i]; row < stack->first_row[i + 1]; row++)
        stack->dates[row] = date;
    }
}

/* Whether some customer has rows of different dates. */
static gboolean
repeats (const BwBuild *self,
         const BwStack *stack)
{
  g_autofree double *seen = g_new (double, MAX (self->n_customers, 1));

  for (gsize i = 0; i < self->n_customers; i++)
    seen[i] = NAN;
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      const guint32 customer = stack->customers[row];

      if (customer == BW_NONE || isnan (stack->dates[row]))
        continue;
      if (!isnan (seen[customer]) && seen[customer] != stack->dates[row])
        return TRUE;
      seen[customer] = stack->dates[row];
    }

  return FALSE;
}

/* Rows of one date need no date each. */
static void
settle_one_date (BwBuild *self,
                 BwStack *stack)
{
  g_autoptr(GArray) days = bw_distinct_days (stack->dates, stack->n_rows);
  const gboolean one = days->len <= 1 || (stack->mapped->shape == BW_SHAPE_SNAPSHOT &&
                                          stack->files->len == 1 && !repeats (self, stack));

  if (!one)
    return;
  if (days->len > 0)
    stack->date = g_array_index (days, double, days->len - 1);
  g_clear_pointer (&stack->dates, g_free);
}

/* Says of when numbered columns are taken to be, which nothing in the file does. */
static void
note_numbers (BwBuild       *self,
              const BwStack *stack,
              guint          oldest,
              guint          newest)
{
  g_autoptr(GString) date = g_string_new (NULL);
  g_autofree char *what = NULL;

  bw_csv_append_date (date, stack->wide->columns[newest].date);
  /* TRANSLATORS: two columns' headers and an ISO date */
  what = g_strdup_printf (_("“%s” to “%s” are read as one quantity over time, the last of them as of %s. "
                            "If the other end is the newest, put dates into the headers."),
                          stack->mapped->columns[oldest].header, stack->mapped->columns[newest].header,
                          date->str);
  bw_build_note (self, bw_stack_get_title (stack), BW_PROBLEM_TWO_READINGS, what);
}

/* Months side by side are of the dates in their headers; what bears a number alone is dated from the
 * file's date backwards. */
static void
date_wide (BwBuild *self,
           BwStack *stack)
{
  g_autofree gboolean *coded = g_new0 (gboolean, MAX (stack->columns->len, 1));
  double newest = stack->mapped->as_of;
  guint first, last;

  for (guint i = 0; i < stack->columns->len; i++)
    {
      BwColumn *column = stack->columns->pdata[i];

      coded[i] = column != NULL && bw_column_get_numbers (column) == NULL;
    }
  stack->wide = bw_wide_new (stack->mapped, coded, TRUE);
  if (stack->wide->n_numbered == 0)
    return;
  for (guint i = 0; i < stack->files->len && isnan (stack->mapped->as_of); i++)
    newest = fmax (newest, bw_file_name_get_date (bw_source_get_file_name (stack->files->pdata[i])));
  if (isnan (newest))
    {
      bw_wide_forget_numbers (stack->wide);
      bw_build_note (self, bw_stack_get_title (stack), BW_PROBLEM_NO_DATE,
                     _("Numbered columns seem to be months side by side, and nothing says which month the "
                       "newest is. With a date for this file they become a history."));
      return;
    }
  bw_wide_date (stack->wide, newest, &first, &last);
  note_numbers (self, stack, first, last);
}

/**
 * bw_build_date_stack:
 *
 * Gives the rows of @stack their dates, or all of them one.
 */
gboolean
bw_build_date_stack (BwBuild *self,
                     BwStack *stack,
                     GError **error)
{
  const BwMappedColumn *column = bw_mapped_source_find_role (stack->mapped, BW_ROLE_DATE);

  if (stack->mapped->shape == BW_SHAPE_WIDE)
    date_wide (self, stack);
  if (stack->mapped->shape == BW_SHAPE_LOOKUP || stack->mapped->shape == BW_SHAPE_WIDE)
    return TRUE;
  if (column != NULL && !take_date_column (self, stack, column, error))
    return FALSE;
  if (stack->mapped->shape == BW_SHAPE_EVENTS)
    return TRUE;
  if (column == NULL)
    take_file_names (self, stack);
  else
    move_to_month_ends (stack, column->header);
  if (stack->dates != NULL)
    settle_one_date (self, stack);

  return TRUE;
}
