/* Building: events summed up by customer and snapshot, inside a window that ends at the snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are sorted by customer and time once a column. Snapshots follow each other in time, so both
 * ends of the window only move forward, and a window whose start stands still (all events) just
 * takes the new ones in. A window of n days is the snapshot's day and the n − 1 before it; since
 * the snapshot before, it begins the day after that one, and at the first snapshot with the first
 * event. Later events never count. Without any date all events count at every snapshot. A customer
 * without events has count, sum and distinct 0; all else is missing. */

#include "panel/build.h"
#include "panel/codes.h"

#include <math.h>
#include <string.h>

/* What is known of the events inside the window so far. */
typedef struct
{
  gsize  n_events;
  gsize  n_values;
  gsize  n_distinct;
  double sum;
  double min;
  double max;
  gsize  last; /* row, or G_MAXSIZE */
} Sums;

/* One column of events, sorted. */
typedef struct
{
  const BwStack *stack;
  const BwMade  *made;
  guint32       *rows;    /* by customer, then time */
  gsize         *starts;  /* of each customer in rows, and behind the last */
  const double  *numbers;
  const guint32 *codes;
  guint32       *stamps;  /* by code, the window in which it was last seen */
  guint32        window;  /* that is counted now */
} Events;

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

/* Times with the time of day, so that the last of a day is the last. */
static const double *
times_of (const BwStack *stack)
{
  BwColumn *dates = bw_stack_get_column (stack, BW_ROLE_DATE);

  return stack->dates != NULL && dates != NULL ? bw_column_get_numbers (dates) : NULL;
}

static void
sort_customer (guint32      *rows,
               gsize         n,
               const double *times)
{
  for (gsize i = 1; i < n; i++)
    {
      if (times[rows[i]] < times[rows[i - 1]])
        {
          g_qsort_with_data (rows, n, sizeof *rows, compare_times, (gpointer) times);
          return;
        }
    }
}

static void
sort_events (Events        *events,
             const BwBuild *build)
{
  const BwStack *stack = events->stack;
  const double *times = times_of (stack);
  g_autofree gsize *next = NULL;

  events->starts = g_new0 (gsize, build->n_customers + 1);
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (stack->customers[row] != BW_NONE)
        events->starts[stack->customers[row] + 1]++;
    }
  for (gsize i = 0; i < build->n_customers; i++)
    events->starts[i + 1] += events->starts[i];

  next = g_memdup2 (events->starts, (build->n_customers + 1) * sizeof (gsize));
  events->rows = g_new (guint32, MAX (events->starts[build->n_customers], 1));
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (stack->customers[row] != BW_NONE)
        events->rows[next[stack->customers[row]]++] = row;
    }
  for (gsize i = 0; times != NULL && i < build->n_customers; i++)
    sort_customer (events->rows + events->starts[i], events->starts[i + 1] - events->starts[i], times);
}

static void
sums_reset (Sums   *sums,
            Events *events)
{
  *sums = (Sums) { .min = INFINITY, .max = -INFINITY, .last = G_MAXSIZE };
  events->window++;
}

static void
sums_add (Sums   *sums,
          Events *events,
          gsize   row)
{
  double value;

  sums->n_events++;
  if (events->codes != NULL)
    {
      if (events->codes[row] == BW_NO_CODE)
        return;
      if (events->stamps != NULL && events->stamps[events->codes[row]] != events->window)
        {
          events->stamps[events->codes[row]] = events->window;
          sums->n_distinct++;
        }
    }
  if (events->numbers != NULL)
    {
      value = events->numbers[row];
      if (isnan (value))
        return;
      sums->sum += value;
      sums->min = MIN (sums->min, value);
      sums->max = MAX (sums->max, value);
    }
  sums->n_values++;
  sums->last = row;
}

static double
sums_get (const Sums   *sums,
          const Events *events,
          double        snapshot)
{
  const gboolean any = sums->n_values > 0;
  double value = NAN;

  switch (events->made->event->aggregate)
    {
    case BW_AGGREGATE_COUNT:
      return sums->n_values;

    case BW_AGGREGATE_DISTINCT:
      return sums->n_distinct;

    case BW_AGGREGATE_SUM:
      value = sums->sum;
      break;

    case BW_AGGREGATE_MEAN:
      value = any ? sums->sum / sums->n_values : NAN;
      break;

    case BW_AGGREGATE_MIN:
      value = any ? sums->min : NAN;
      break;

    case BW_AGGREGATE_MAX:
      value = any ? sums->max : NAN;
      break;

    case BW_AGGREGATE_LAST:
      value = any && events->numbers != NULL ? events->numbers[sums->last] : NAN;
      break;

    case BW_AGGREGATE_DAYS_SINCE_LAST:
      value = any && events->stack->dates != NULL ? snapshot - events->stack->dates[sums->last] : NAN;
      break;

    default:
      g_return_val_if_reached (NAN);
    }

  return isfinite (value) ? value : NAN;
}

/* The first day inside the window of the snapshot in @slot. */
static double
window_start (const BwBuild *build,
              int            window,
              guint          slot)
{
  const double date = g_array_index (build->dates, double, slot);

  if (window == BW_WINDOW_ALL || (window == BW_WINDOW_SNAPSHOT && slot == 0))
    return -INFINITY;
  if (window == BW_WINDOW_SNAPSHOT)
    return g_array_index (build->dates, double, slot - 1) + 1;

  return date - window + 1;
}

/* The results of all snapshots, one value a member. */
typedef struct
{
  double  **numbers; /* by snapshot; NULL where codes are made */
  guint32 **codes;
  gsize    *next;    /* by snapshot, the member whose turn it is */
} Results;

static void
put_result (Results      *results,
            guint         slot,
            const Sums   *sums,
            const Events *events,
            double        snapshot)
{
  const gsize at = results->next[slot]++;

  if (results->codes != NULL)
    results->codes[slot][at] = sums->last == G_MAXSIZE ? BW_NO_CODE : events->codes[sums->last];
  else
    results->numbers[slot][at] = sums_get (sums, events, snapshot);
}

static void
sum_customer (const BwBuild  *build,
              Events         *events,
              guint32         customer,
              Results        *results,
              guint32 *const *members,
              const gsize    *n_members)
{
  const gsize begin = events->starts[customer], end = events->starts[customer + 1];
  const double *days = events->stack->dates;
  gsize low = begin, high = begin;
  Sums sums;

  sums_reset (&sums, events);
  for (guint slot = 0; slot < build->dates->len; slot++)
    {
      const double date = g_array_index (build->dates, double, slot);
      const double start = window_start (build, events->made->event->window, slot);
      const gsize old_low = low;

      while (days != NULL && low < end && days[events->rows[low]] < start)
        low++;
      if (low != old_low)
        {
          sums_reset (&sums, events);
          high = low;
        }
      for (; high < end && (days == NULL || !(days[events->rows[high]] > date)); high++)
        sums_add (&sums, events, events->rows[high]);
      if (results->next[slot] < n_members[slot] && members[slot][results->next[slot]] == customer)
        put_result (results, slot, &sums, events, date);
    }
}

static void
results_init (Results       *results,
              const BwBuild *build,
              const gsize   *n_members,
              gboolean       coded)
{
  const guint n = build->dates->len;

  results->next = g_new0 (gsize, n);
  results->numbers = coded ? NULL : g_new (double *, n);
  results->codes = coded ? g_new (guint32 *, n) : NULL;
  for (guint slot = 0; slot < n; slot++)
    {
      if (coded)
        results->codes[slot] = g_new (guint32, MAX (n_members[slot], 1));
      else
        results->numbers[slot] = g_new (double, MAX (n_members[slot], 1));
    }
}

/* The results as columns; what they held is handed over. */
static GPtrArray *
results_end (Results       *results,
             const BwBuild *build,
             const BwMade  *made,
             const gsize   *n_members)
{
  GPtrArray *columns = g_ptr_array_new ();

  for (guint slot = 0; slot < build->dates->len; slot++)
    {
      g_autoptr(BwColumn) column = NULL;

      if (results->codes != NULL)
        column = bw_column_new_codes (made->info.name, made->info.type, results->codes[slot],
                                      n_members[slot], bw_column_get_dictionary (made->column));
      else
        column = bw_column_new_numbers (made->info.name, made->info.type, results->numbers[slot],
                                        n_members[slot]);
      g_ptr_array_add (columns, bw_column_with_currency (column, made->info.currency));
    }
  g_free (results->next);
  g_free (results->numbers);
  g_free (results->codes);

  return columns;
}

/**
 * bw_build_event_column:
 * @made: a column that is a sum of events
 * @members: by snapshot, the customers in it, in order
 *
 * Returns: (transfer full) (element-type BwColumn): its values, by snapshot
 */
GPtrArray *
bw_build_event_column (const BwBuild  *self,
                       const BwMade   *made,
                       guint32 *const *members,
                       const gsize    *n_members)
{
  const gboolean distinct = made->event->aggregate == BW_AGGREGATE_DISTINCT;
  g_autoptr(BwColumn) coded = distinct && made->column != NULL ? bw_column_as_codes (made->column) : NULL;
  BwColumn *values = coded != NULL ? coded : made->column;
  Events events = { .stack = bw_build_get_stack (self, made->stack), .made = made };
  Results results;

  if (values != NULL)
    {
      events.numbers = bw_column_get_numbers (values);
      events.codes = bw_column_get_codes (values);
    }
  if (coded != NULL)
    events.stamps = g_new0 (guint32, bw_dictionary_size (bw_column_get_dictionary (coded)) + 1);
  sort_events (&events, self);
  results_init (&results, self, n_members, !bw_column_type_is_coded (made->info.type) ? FALSE : TRUE);
  for (guint32 customer = 0; customer < self->n_customers; customer++)
    sum_customer (self, &events, customer, &results, members, n_members);
  g_free (events.rows);
  g_free (events.starts);
  g_free (events.stamps);

  return results_end (&results, self, made, n_members);
}
