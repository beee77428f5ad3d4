/* Proposing: which columns are made of events. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds until the next event (NPS, ARR) is taken from the last one and keeps its name; what
 * tells how an event was (hours, CSAT) is a mean; what adds up (amount, minutes) is a sum of the
 * last 30 days; users, features and products are counted once each. */

#include "panel/propose.h"

#include <math.h>

#define MONTH      30
#define MOST_EVENTS 14 /* columns a source is proposed with */

/* Rare events need a longer window for a mean that is not mostly missing. */
static int
mean_window (double rate)
{
  return rate >= 4 ? MONTH : 90;
}

static gboolean
is_one_of (const BwHeader *header,
           BwMeaning       meaning)
{
  return bw_vocabulary_rank (header, meaning) > 0;
}

static void
add_last (BwMappedSource *source,
          const char     *header)
{
  bw_mapped_source_add_event (source, header, BW_AGGREGATE_LAST, header, BW_WINDOW_ALL);
}

static void
add_mean (BwMappedSource *source,
          const char     *header,
          double          rate)
{
  g_autofree char *name = g_strdup_printf ("%s (mean)", header);

  bw_mapped_source_add_event (source, name, BW_AGGREGATE_MEAN, header,
                              isnan (rate) ? BW_WINDOW_ALL : mean_window (rate));
}

static void
add_sum (BwMappedSource *source,
         const char     *header,
         double          rate)
{
  g_autofree char *name = g_strdup_printf (isnan (rate) ? "%s (sum)" : "%s (30 days)", header);

  bw_mapped_source_add_event (source, name, BW_AGGREGATE_SUM, header,
                              isnan (rate) ? BW_WINDOW_ALL : MONTH);
}

static void
add_distinct (BwMappedSource *source,
              const char     *header,
              double          rate)
{
  g_autofree char *name = g_strdup_printf ("%s (distinct)", header);

  bw_mapped_source_add_event (source, name, BW_AGGREGATE_DISTINCT, header,
                              isnan (rate) ? BW_WINDOW_ALL : MONTH);
}

/* @header is a quantity, or a yes/no where @flag. */
static void
add_quantity (BwMappedSource *source,
              const char     *text,
              const BwHeader *header,
              gboolean        flag,
              double          rate)
{
  if (is_one_of (header, BW_MEANING_STATE))
    add_last (source, text);
  else if (is_one_of (header, BW_MEANING_LEVEL) && !flag)
    add_mean (source, text, rate);
  else
    add_sum (source, text, rate);
}

static void
add_for_column (BwMappedSource *source,
                guint           column,
                BwColumnType    type,
                double          rate)
{
  const char *text = source->columns[column].header;
  const BwRole role = source->columns[column].role;
  g_autoptr(BwHeader) header = bw_header_new (text);

  if (role == BW_ROLE_METRIC || role == BW_ROLE_MONEY)
    {
      if (type == BW_COLUMN_PERCENT)
        add_mean (source, text, rate);
      else if (type != BW_COLUMN_DATE && type != BW_COLUMN_DATE_TIME)
        add_quantity (source, text, header, type == BW_COLUMN_FLAG, rate);
    }
  else if (role != BW_ROLE_KEY && role != BW_ROLE_DATE && role != BW_ROLE_OUTCOME &&
           bw_column_type_is_coded (type) && type != BW_COLUMN_TEXT &&
           is_one_of (header, BW_MEANING_ACTOR) && g_strcmp0 (source->join, text) != 0)
    {
      add_distinct (source, text, rate);
    }
}

/**
 * bw_propose_event_of:
 *
 * Adds the event column that the header of @column proposes.
 */
void
bw_propose_event_of (BwMappedSource *source,
                     guint           column)
{
  const BwMappedColumn *date = bw_mapped_source_find_role (source, BW_ROLE_DATE);

  add_for_column (source, column, BW_COLUMN_NUMBER, date != NULL ? 1 : NAN);
}

/**
 * bw_propose_events:
 * @types: (nullable) (array): of the columns of @source; without them all metrics are numbers
 * @rate: events a customer and 30 days, NaN where they have no date
 */
void
bw_propose_events (BwMappedSource     *source,
                   const BwColumnType *types,
                   double              rate)
{
  const gboolean dated = bw_mapped_source_find_role (source, BW_ROLE_DATE) != NULL;
  g_autofree char *month = g_strdup_printf ("%s (30 days)", source->id);
  g_autofree char *all = g_strdup_printf ("%s (all)", source->id);
  g_autofree char *since = g_strdup_printf ("%s (days since last)", source->id);
  const double pace = dated ? (isnan (rate) ? 1 : rate) : NAN;

  if (dated)
    bw_mapped_source_add_event (source, month, BW_AGGREGATE_COUNT, NULL, MONTH);
  bw_mapped_source_add_event (source, all, BW_AGGREGATE_COUNT, NULL, BW_WINDOW_ALL);
  if (dated)
    bw_mapped_source_add_event (source, since, BW_AGGREGATE_DAYS_SINCE_LAST, NULL, BW_WINDOW_ALL);

  for (guint i = 0; i < source->n_columns && source->n_events < MOST_EVENTS; i++)
    add_for_column (source, i, types != NULL ? types[i] : BW_COLUMN_NUMBER, pace);
}
