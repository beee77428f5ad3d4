/* Building: events summed up by customer and snapshot, in a window that ends at the snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are sorted by customer and time once a source. Snapshots follow each other in time, so both
 * ends of the window only move forward, and a window whose start stands still (all events) just
 * takes the new ones in. A window of n days is the snapshot's day and the n − 1 before it; since
 * the snapshot before, it begins the day after that one, and at the first snapshot with the first
 * event. Later events never count. Without any date all events count at every snapshot. A customer
 * without events has count, sum and distinct 0; all else is missing. */

#include "panel/build-parts.h"
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
  const double  *numbers;
  const guint32 *codes;
  guint32       *stamps;  /* by code, the window in which it was last seen */
  guint32        window;  /* that is counted now */
} Events;

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
  const BwStack *stack = events->stack;
  const gsize begin = stack->event_starts[customer], end = stack->event_starts[customer + 1];
  const double *days = stack->event_days;
  gsize low = begin, high = begin;
  Sums sums;

  sums_reset (&sums, events);
  for (guint slot = 0; slot < build->dates->len; slot++)
    {
      const double date = g_array_index (build->dates, double, slot);
      const double start = window_start (build, events->made->event->window, slot);
      const gsize old_low = low;

      while (days != NULL && low < end && days[low] < start)
        low++;
      if (low != old_low)
        {
          sums_reset (&sums, events);
          high = low;
        }
      for (; high < end && (days == NULL || !(days[high] > date)); high++)
        sums_add (&sums, events, stack->event_rows[high]);
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
 * @made: a column that is a sum of events, which are in order
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
  g_autoptr(BwColumn) coded = distinct && made->column != NULL ?
                              bw_column_as_codes (made->column) : NULL;
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
  results_init (&results, self, n_members, bw_column_type_is_coded (made->info.type));
  for (guint32 customer = 0; customer < self->n_customers; customer++)
    sum_customer (self, &events, customer, &results, members, n_members);
  g_free (events.stamps);

  return results_end (&results, self, made, n_members);
}
