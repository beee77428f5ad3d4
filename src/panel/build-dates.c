/* Building: of which dates the snapshots are, and to which of them each row belongs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table whose rows have several dates makes a snapshot for each. Tables that have at most one
 * date a calendar month each share snapshots by month, dated by the newest of their dates. Tables
 * of one date hold at every snapshot of those; without any, all files are one snapshot of the
 * newest of their dates. Without a dated table, events make a snapshot at the end of each month
 * from the first event's to the last one's; the last snapshot is of the newest event's day, so
 * that no window reaches over days that the files know nothing of. */

#include "panel/build-parts.h"

#include "cells/calendar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_MONTHS 60 /* snapshots that events make */

/* The dates of a table with several, in order; NULL where it has not several. */
static GArray *
many_dates (const BwStack *stack)
{
  GArray *dates;

  if (stack->wide != NULL)
    {
      g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

      for (guint i = 0; i < stack->wide->n_columns; i++)
        {
          if (stack->columns->pdata[i] != NULL && stack->wide->columns[i].stem != NULL)
            g_array_append_val (all, stack->wide->columns[i].date);
        }
      dates = bw_distinct_days ((const double *) (gpointer) all->data, all->len);
      if (dates->len > 0)
        return dates;
      g_array_unref (dates);
      return NULL;
    }

  return bw_stack_is_table (stack) && stack->dates != NULL ?
         bw_distinct_days (stack->dates, stack->n_rows) : NULL;
}

static gboolean
is_monthly (GArray *dates)
{
  for (guint i = 1; i < dates->len; i++)
    {
      if (bw_month_of (g_array_index (dates, double, i)) ==
          bw_month_of (g_array_index (dates, double, i - 1)))
        return FALSE;
    }

  return TRUE;
}

/* The dates of all tables that have several, joined by month where that can be. */
static void
collect_many (BwBuild *self)
{
  g_autoptr(GArray) all = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) sorted = NULL;

  self->monthly = TRUE;
  for (guint i = 0; i < self->stacks->len; i++)
    {
      g_autoptr(GArray) dates = many_dates (bw_build_get_stack (self, i));

      if (dates == NULL)
        continue;
      self->monthly &= is_monthly (dates);
      g_array_append_vals (all, dates->data, dates->len);
    }

  sorted = bw_distinct_days ((const double *) (gpointer) all->data, all->len);
  for (guint i = 0; i < sorted->len; i++)
    {
      const double date = g_array_index (sorted, double, i);
      double *last = self->dates->len == 0 ? NULL :
                     &g_array_index (self->dates, double, self->dates->len - 1);

      if (last != NULL && self->monthly && bw_month_of (*last) == bw_month_of (date))
        *last = date;
      else
        g_array_append_val (self->dates, date);
    }
}

/* The newest of the dates of tables that have one, else what the user said. */
static double
newest_single (const BwBuild *self)
{
  double newest = NAN, said = NAN;

  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);

      newest = fmax (newest, stack->date);
      said = fmax (said, stack->mapped->as_of);
    }

  return isnan (newest) ? said : newest;
}

static gboolean
event_span (const BwBuild *self,
            double        *first,
            double        *last)
{
  *first = NAN;
  *last = NAN;
  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);

      if (stack->mapped->shape != BW_SHAPE_EVENTS || stack->dates == NULL ||
          stack->mapped->n_events == 0)
        continue;
      for (gsize row = 0; row < stack->n_rows; row++)
        {
          if (stack->customers[row] == BW_NONE)
            continue;
          *first = fmin (*first, stack->dates[row]);
          *last = fmax (*last, stack->dates[row]);
        }
    }

  return !isnan (*first);
}

static void
collect_month_ends (BwBuild *self,
                    double   first,
                    double   last)
{
  const int behind = bw_month_of (last) - (MOST_MONTHS - 1);
  double date;

  if (bw_month_of (first) < behind)
    {
      first = bw_days_from_civil (behind / 12, behind % 12 + 1, 1);
      bw_build_note (self, NULL, BW_PROBLEM_OTHER,
                     _("The events go back more than 60 months: there is a snapshot for each of the "
                       "last 60 only. Older events still count where a column takes all of them."));
    }
  for (date = bw_month_end (first); date < last; date = bw_month_end (date + 1))
    g_array_append_val (self->dates, date);
  g_array_append_val (self->dates, last);
}

/**
 * bw_build_find_slot:
 *
 * Returns: the snapshot to which a row of @date belongs, or %BW_NONE
 */
guint
bw_build_find_slot (const BwBuild *self,
                    double         date)
{
  const double key = self->monthly ? bw_month_of (date) : date;
  guint low = 0, high = self->dates->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;
      const double there = g_array_index (self->dates, double, middle);

      if ((self->monthly ? bw_month_of (there) : there) < key)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == self->dates->len)
    return BW_NONE;

  return (self->monthly ? bw_month_of (g_array_index (self->dates, double, low)) :
          g_array_index (self->dates, double, low)) == key ? low : BW_NONE;
}

static void
give_slots (BwBuild *self,
            BwStack *stack)
{
  double known = NAN;
  guint slot = BW_NONE;

  if (!bw_stack_is_table (stack) || stack->dates == NULL)
    return;
  stack->slots = g_new (guint32, MAX (stack->n_rows, 1));
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (isnan (stack->dates[row]))
        {
          stack->slots[row] = BW_NONE;
          continue;
        }
      if (stack->dates[row] != known)
        {
          known = stack->dates[row];
          slot = bw_build_find_slot (self, known);
        }
      stack->slots[row] = slot;
    }
}

/* A table of one date beside a history stands at each of its dates, which the user should know. */
static void
note_held (BwBuild *self)
{
  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);

      if (stack->dates == NULL && !isnan (stack->date))
        bw_build_note (self, bw_stack_get_title (stack), BW_PROBLEM_OTHER,
                       _("This file is of one date, and its values stand at every snapshot."));
    }
}

/**
 * bw_build_dates:
 *
 * Fills the dates of the snapshots and the snapshot of each row.
 */
gboolean
bw_build_dates (BwBuild *self,
                GError **error)
{
  double date, first, last;

  for (guint i = 0; i < self->stacks->len; i++)
    {
      if (!bw_build_date_stack (self, bw_build_get_stack (self, i), error))
        return FALSE;
      bw_build_drop_overlap (self, bw_build_get_stack (self, i));
    }

  collect_many (self);
  date = newest_single (self);
  if (self->dates->len > 1)
    note_held (self);
  else if (self->dates->len == 0 && isnan (date) && event_span (self, &first, &last))
    collect_month_ends (self, first, last);
  else if (self->dates->len == 0)
    g_array_append_val (self->dates, date);

  for (guint i = 0; i < self->stacks->len; i++)
    {
      give_slots (self, bw_build_get_stack (self, i));
      bw_build_merge (self, bw_build_get_stack (self, i));
    }

  return TRUE;
}
