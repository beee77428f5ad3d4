/* Building: the events of a source in the order of customers and time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days are few and customers are numbers, so that two counting sorts do, whatever the order of the
 * file; only events of one customer and day are then compared by their time of day. */

#include "panel/build-parts.h"

#include <math.h>

/* Puts the rows of @from, in that order, into @to by their keys. */
static void
sort_by_key (const guint32 *from,
             gsize          n,
             const guint32 *keys,
             gsize         *next,
             guint32       *to)
{
  for (gsize i = 0; i < n; i++)
    to[next[keys[from[i]]]++] = from[i];
}

/* Rows that have a customer, in the order of the file. */
static guint32 *
list_rows (const BwStack *stack,
           gsize         *n)
{
  guint32 *rows = g_new (guint32, MAX (stack->n_rows, 1));

  *n = 0;
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (stack->customers[row] != BW_NONE)
        rows[(*n)++] = row;
    }

  return rows;
}

static void
sort_by_day (const BwStack *stack,
             guint32       *rows,
             gsize          n)
{
  double first = INFINITY, last = -INFINITY;
  g_autofree gsize *next = NULL;
  g_autofree guint32 *keys = NULL;
  g_autofree guint32 *sorted = NULL;

  for (gsize i = 0; i < n; i++)
    {
      first = MIN (first, stack->dates[rows[i]]);
      last = MAX (last, stack->dates[rows[i]]);
    }
  if (n == 0)
    return;

  next = g_new0 (gsize, (gsize) (last - first) + 2);
  keys = g_new (guint32, MAX (stack->n_rows, 1));
  sorted = g_new (guint32, n);
  for (gsize i = 0; i < n; i++)
    {
      keys[rows[i]] = stack->dates[rows[i]] - first;
      next[keys[rows[i]] + 1]++;
    }
  for (gsize day = 1; day <= (gsize) (last - first) + 1; day++)
    next[day] += next[day - 1];
  sort_by_key (rows, n, keys, next, sorted);
  for (gsize i = 0; i < n; i++)
    rows[i] = sorted[i];
}

static int
compare_times (gconstpointer a,
               gconstpointer b,
               gpointer      times)
{
  const guint32 first = *(const guint32 *) a, second = *(const guint32 *) b;
  const double x = ((const double *) times)[first], y = ((const double *) times)[second];

  if (x != y)
    return x < y ? -1 : 1;

  return first < second ? -1 : first > second;
}

/* Events of one customer and day by their time of day; most files have them so. */
static void
settle_times (BwStack      *stack,
              const double *times,
              gsize         begin,
              gsize         end)
{
  guint32 *rows = stack->event_rows;

  while (begin < end)
    {
      gboolean sorted = TRUE;
      gsize after = begin + 1;

      for (; after < end && stack->event_days[after] == stack->event_days[begin]; after++)
        sorted &= times[rows[after - 1]] <= times[rows[after]];
      if (!sorted)
        g_qsort_with_data (rows + begin, after - begin, sizeof *rows, compare_times, (gpointer) times);
      begin = after;
    }
}

/**
 * bw_build_order_events:
 *
 * Fills the order of @stack unless it is there already.
 */
void
bw_build_order_events (const BwBuild *self,
                       BwStack       *stack)
{
  BwColumn *dates = bw_stack_get_column (stack, BW_ROLE_DATE);
  g_autofree guint32 *rows = NULL;
  g_autofree gsize *next = NULL;
  gsize n;

  if (stack->event_rows != NULL)
    return;

  rows = list_rows (stack, &n);
  if (stack->dates != NULL)
    sort_by_day (stack, rows, n);
  stack->event_starts = g_new0 (gsize, self->n_customers + 1);
  for (gsize i = 0; i < n; i++)
    stack->event_starts[stack->customers[rows[i]] + 1]++;
  for (gsize i = 0; i < self->n_customers; i++)
    stack->event_starts[i + 1] += stack->event_starts[i];
  next = g_memdup2 (stack->event_starts, (self->n_customers + 1) * sizeof (gsize));
  stack->event_rows = g_new (guint32, MAX (n, 1));
  sort_by_key (rows, n, stack->customers, next, stack->event_rows);

  if (stack->dates == NULL)
    return;
  stack->event_days = g_new (double, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    stack->event_days[i] = stack->dates[stack->event_rows[i]];
  if (dates == NULL || bw_column_get_type (dates) != BW_COLUMN_DATE_TIME)
    return;
  for (gsize i = 0; i < self->n_customers; i++)
    settle_times (stack, bw_column_get_numbers (dates), stack->event_starts[i],
                  stack->event_starts[i + 1]);
}
