/* Proposing: which shape a table has, from how often its keys repeat and which dates it has. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/codes.h"
#include "panel/propose.h"
#include "panel/wide.h"

#include <math.h>
#include <string.h>

#define LEAST_GAP    6         /* days between two periods; what comes more often are events */
#define MOST_PAIRS   (1u << 28) /* keys × dates that are counted */

static gboolean
is_date (const BwSeenColumn *seen)
{
  return (seen->type == BW_COLUMN_DATE || seen->type == BW_COLUMN_DATE_TIME) &&
         seen->n_missing < seen->n_rows;
}

static gboolean
tells_of_the_end (const BwSeenColumn *seen)
{
  return bw_vocabulary_rank (seen->header, BW_MEANING_OUTCOME) > 0 ||
         bw_vocabulary_rank (seen->header, BW_MEANING_OUTCOME_KIN) > 0 ||
         bw_vocabulary_rank (seen->header, BW_MEANING_RENEWAL) > 0;
}

/* The best date column by its header; among equals the first. */
static guint
best_date (const BwGroup *group,
           BwMeaning      meaning,
           gboolean       or_any)
{
  guint best = BW_NONE, best_rank = 0;

  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);
      guint rank = 2 * bw_vocabulary_rank (seen->header, meaning) + or_any;

      if (!is_date (seen) || tells_of_the_end (seen))
        continue;
      if (seen->n_missing * 20 > seen->n_rows)
        rank = or_any ? 1 : 0;
      if (rank > best_rank)
        {
          best_rank = rank;
          best = i;
        }
    }

  return best;
}

/* The distinct days of @column, in order. Days are few, so that a mark for each does. */
static GArray *
days_of (BwColumn *column)
{
  const double *numbers = bw_column_get_numbers (column);
  const gsize n_rows = bw_column_get_n_rows (column);
  GArray *days = g_array_new (FALSE, FALSE, sizeof (double));
  double first = INFINITY, last = -INFINITY;
  g_autofree guint8 *there = NULL;

  for (gsize row = 0; row < n_rows; row++)
    {
      first = fmin (first, floor (numbers[row]));
      last = fmax (last, floor (numbers[row]));
    }
  if (!(first <= last))
    return days;

  there = g_malloc0 ((gsize) (last - first) + 1);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (!isnan (numbers[row]))
        there[(gsize) (floor (numbers[row]) - first)] = TRUE;
    }
  for (double day = first; day <= last; day++)
    {
      if (there[(gsize) (day - first)])
        g_array_append_val (days, day);
    }

  return days;
}

static gsize
find_day (GArray *days,
          double  day)
{
  gsize low = 0, high = days->len;

  while (low < high)
    {
      const gsize middle = (low + high) / 2;

      if (g_array_index (days, double, middle) < day)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* How many pairs of key and day there are, and in @n_rows how many rows have both. */
static gsize
count_pairs (BwColumn *keys,
             BwColumn *dates,
             GArray   *days,
             gsize    *n_rows)
{
  const guint32 *codes = bw_column_get_codes (keys);
  const double *numbers = bw_column_get_numbers (dates);
  const gsize n_keys = bw_dictionary_size (bw_column_get_dictionary (keys));
  g_autofree guint8 *there = g_malloc0 (n_keys * days->len / 8 + 1);
  gsize pairs = 0;

  *n_rows = 0;
  for (gsize row = 0; row < bw_column_get_n_rows (keys); row++)
    {
      gsize bit;

      if (codes[row] == BW_NO_CODE || isnan (numbers[row]))
        continue;
      bit = codes[row] * (gsize) days->len + find_day (days, floor (numbers[row]));
      pairs += (there[bit / 8] >> (bit % 8) & 1) == 0;
      there[bit / 8] |= 1 << (bit % 8);
      ++*n_rows;
    }

  return pairs;
}

/* Whether the rows are states at common dates: each customer once a date, dates a week or more
 * apart, and every date shared by customers unless the header @says_so. */
static gboolean
is_periodic (BwGroup *group,
             guint    date,
             gboolean says_so)
{
  BwColumn *dates = bw_group_get_column (group, date)->column;
  BwColumn *keys = bw_group_get_codes (group, group->key);
  g_autoptr(GArray) days = NULL;
  gsize n_rows, n_keys;

  if (bw_column_get_n_rows (dates) != bw_column_get_n_rows (keys))
    return FALSE;

  days = days_of (dates);
  n_keys = bw_dictionary_size (bw_column_get_dictionary (keys));
  for (guint i = 1; i < days->len; i++)
    {
      if (g_array_index (days, double, i) - g_array_index (days, double, i - 1) < LEAST_GAP)
        return FALSE;
    }
  if (days->len == 0 || n_keys * days->len > MOST_PAIRS)
    return FALSE;
  if (count_pairs (keys, dates, days, &n_rows) * 50 < n_rows * 49)
    return FALSE;

  return says_so || (n_rows >= 2 * days->len && n_rows * 5 >= n_keys * days->len);
}

/* Whether months stand side by side. */
static gboolean
is_wide (const BwGroup *group)
{
  g_autofree gboolean *coded = g_new0 (gboolean, MAX (group->mapped.n_columns, 1));
  g_autoptr(BwWide) wide = NULL;

  for (guint i = 0; i < group->mapped.n_columns; i++)
    coded[i] = bw_column_type_is_coded (bw_group_get_column (group, i)->type) || i == group->key ||
               is_date (bw_group_get_column (group, i));
  wide = bw_wide_new (&group->mapped, coded, FALSE);

  return bw_wide_is_any (wide);
}

/* A column besides the key that names each row: Ticket ID beside Customer ID. */
static gboolean
names_its_rows (BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);

      if (i != group->key && seen->n_missing == 0 &&
          (seen->type == BW_COLUMN_KEY || seen->type == BW_COLUMN_TEXT ||
           seen->type == BW_COLUMN_NUMBER) &&
          bw_vocabulary_rank (seen->header, BW_MEANING_ID) > 0 &&
          bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER_ID) == 0 &&
          bw_group_is_unique (group, i))
        return TRUE;
    }

  return FALSE;
}

static void
choose_event_date (BwGroup *group)
{
  group->mapped.shape = BW_SHAPE_EVENTS;
  if (group->date == BW_NONE)
    group->date = best_date (group, BW_MEANING_EVENT_DATE, TRUE);
}

/* One row a customer. A column dates it where its header says so, or has one date throughout. */
static void
shape_unique (BwGroup *group,
              gboolean primary)
{
  const guint period = group->date != BW_NONE ? group->date :
                       best_date (group, BW_MEANING_PERIOD, FALSE);
  g_autoptr(GArray) days = NULL;

  if (is_wide (group))
    {
      group->mapped.shape = BW_SHAPE_WIDE;
      return;
    }
  group->mapped.shape = BW_SHAPE_SNAPSHOT;
  if (period != BW_NONE)
    {
      days = days_of (bw_group_get_column (group, period)->column);
      if (group->date != BW_NONE || days->len == 1)
        {
          group->date = period;
          if (group->files->len > 1 || days->len > 1)
            group->mapped.shape = BW_SHAPE_HISTORY;
          return;
        }
    }
  if (!primary && names_its_rows (group) &&
      best_date (group, BW_MEANING_EVENT_DATE, TRUE) != BW_NONE)
    choose_event_date (group);
}

static gboolean
try_history (BwGroup *group)
{
  const guint period = best_date (group, BW_MEANING_PERIOD, FALSE);
  const guint event = best_date (group, BW_MEANING_EVENT_DATE, TRUE);
  const guint wished = group->date;

  if (wished != BW_NONE ? is_periodic (group, wished, TRUE) :
      period != BW_NONE && is_periodic (group, period, TRUE))
    group->date = wished != BW_NONE ? wished : period;
  else if (wished == BW_NONE && event != BW_NONE && is_periodic (group, event, FALSE))
    group->date = event;
  else
    return FALSE;
  group->mapped.shape = BW_SHAPE_HISTORY;

  return TRUE;
}

/**
 * bw_propose_shape:
 * @group: its key is known; its shape and its date column are chosen
 * @primary: whether it says who the customers are
 * @wished_date: (nullable): a header that dates rows wherever it stands
 */
void
bw_propose_shape (BwGroup    *group,
                  gboolean    primary,
                  const char *wished_date)
{
  if (wished_date != NULL)
    group->date = bw_group_find_header (group, wished_date);
  if (group->date != BW_NONE && !is_date (bw_group_get_column (group, group->date)))
    group->date = BW_NONE;
  if (group->mapped.shape == BW_SHAPE_LOOKUP)
    {
      group->date = BW_NONE;
      return;
    }

  if (group->key == BW_NONE)
    group->mapped.shape = is_wide (group) ? BW_SHAPE_WIDE : BW_SHAPE_SNAPSHOT;
  else if (group->mapped.via != NULL)
    choose_event_date (group);
  else if (bw_group_is_unique (group, group->key))
    shape_unique (group, primary);
  else if (!try_history (group))
    {
      BwColumn *keys = bw_group_get_codes (group, group->key);
      const gsize distinct = bw_dictionary_size (bw_column_get_dictionary (keys));

      if (distinct * 10 >= bw_column_count_codes (keys) * 9 && !names_its_rows (group))
        group->mapped.shape = BW_SHAPE_SNAPSHOT;
      else
        choose_event_date (group);
    }
}

/**
 * bw_propose_rate:
 *
 * Returns: events a customer and 30 days, NaN where they have no date
 */
double
bw_propose_rate (BwGroup *group)
{
  g_autoptr(GArray) days = NULL;
  BwColumn *keys;
  double span;

  if (group->date == BW_NONE || group->key == BW_NONE)
    return NAN;
  days = days_of (bw_group_get_column (group, group->date)->column);
  if (days->len == 0)
    return NAN;

  keys = bw_group_get_codes (group, group->key);
  span = g_array_index (days, double, days->len - 1) - g_array_index (days, double, 0) + 1;

  return bw_column_count_codes (keys) * 30.0 / MAX (span, 30) /
         MAX (bw_dictionary_size (bw_column_get_dictionary (keys)), 1);
}
