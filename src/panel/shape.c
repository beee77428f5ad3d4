/* Shapes of tables, sums of events, rules for keys: their names in files and for a person. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapped-source.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *title;
} NamedRow;

typedef struct
{
  const char *id;
  gboolean    needs_column;
  const char *title;
} AggregateRow;

static const NamedRow shape_rows[BW_N_SHAPES] = {
  [BW_SHAPE_SNAPSHOT] = { "snapshot", N_("One row a customer") },
  [BW_SHAPE_HISTORY] = { "history", N_("One row a customer and period") },
  [BW_SHAPE_WIDE] = { "wide", N_("Months side by side") },
  [BW_SHAPE_EVENTS] = { "events", N_("Many rows a customer") },
  [BW_SHAPE_LOOKUP] = { "lookup", N_("Looked up by other files") },
};

static const AggregateRow aggregate_rows[BW_N_AGGREGATES] = {
  [BW_AGGREGATE_COUNT] = { "count", FALSE, N_("Number of events") },
  [BW_AGGREGATE_DISTINCT] = { "distinct", TRUE, N_("Different values") },
  [BW_AGGREGATE_SUM] = { "sum", TRUE, N_("Sum") },
  [BW_AGGREGATE_MEAN] = { "mean", TRUE, N_("Mean") },
  [BW_AGGREGATE_MIN] = { "min", TRUE, N_("Smallest") },
  [BW_AGGREGATE_MAX] = { "max", TRUE, N_("Largest") },
  [BW_AGGREGATE_LAST] = { "last", TRUE, N_("Last value") },
  [BW_AGGREGATE_DAYS_SINCE_LAST] = { "days-since-last", FALSE, N_("Days since the last event") },
};

static const NamedRow duplicates_rows[BW_N_DUPLICATES] = {
  [BW_DUPLICATES_LAST] = { "last", N_("The last row counts") },
  [BW_DUPLICATES_FIRST] = { "first", N_("The first row counts") },
  [BW_DUPLICATES_SUM] = { "sum", N_("Numbers are added up") },
};

static const NamedRow match_rows[BW_N_MATCHES] = {
  [BW_MATCH_NEAR] = { "near", N_("Capitals and blanks do not matter") },
  [BW_MATCH_EXACT] = { "exact", N_("Exactly as written") },
  [BW_MATCH_DOMAIN] = { "domain", N_("By the domain of e-mail or web addresses") },
};

/**
 * bw_shape_get_id:
 *
 * Returns: (transfer none): the name of @shape in files
 */
const char *
bw_shape_get_id (BwShape shape)
{
  g_return_val_if_fail ((guint) shape < BW_N_SHAPES, NULL);

  return shape_rows[shape].id;
}

/**
 * bw_shape_get_title:
 *
 * Returns: (transfer none): what @shape means, for a person
 */
const char *
bw_shape_get_title (BwShape shape)
{
  g_return_val_if_fail ((guint) shape < BW_N_SHAPES, NULL);

  return _(shape_rows[shape].title);
}

/**
 * bw_shape_from_id:
 * @shape: (out): left alone where @id is none
 */
gboolean
bw_shape_from_id (const char *id,
                  BwShape    *shape)
{
  for (guint i = 0; i < BW_N_SHAPES; i++)
    {
      if (g_strcmp0 (shape_rows[i].id, id) == 0)
        {
          *shape = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * bw_aggregate_get_id:
 *
 * Returns: (transfer none): the name of @aggregate in files
 */
const char *
bw_aggregate_get_id (BwAggregate aggregate)
{
  g_return_val_if_fail ((guint) aggregate < BW_N_AGGREGATES, NULL);

  return aggregate_rows[aggregate].id;
}

/**
 * bw_aggregate_get_title:
 *
 * Returns: (transfer none): what @aggregate means, for a person
 */
const char *
bw_aggregate_get_title (BwAggregate aggregate)
{
  g_return_val_if_fail ((guint) aggregate < BW_N_AGGREGATES, NULL);

  return _(aggregate_rows[aggregate].title);
}

/**
 * bw_aggregate_from_id:
 * @aggregate: (out): left alone where @id is none
 */
gboolean
bw_aggregate_from_id (const char  *id,
                      BwAggregate *aggregate)
{
  for (guint i = 0; i < BW_N_AGGREGATES; i++)
    {
      if (g_strcmp0 (aggregate_rows[i].id, id) == 0)
        {
          *aggregate = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * bw_aggregate_needs_column:
 *
 * Returns: whether @aggregate is of a column, and not of the events themselves
 */
gboolean
bw_aggregate_needs_column (BwAggregate aggregate)
{
  g_return_val_if_fail ((guint) aggregate < BW_N_AGGREGATES, FALSE);

  return aggregate_rows[aggregate].needs_column;
}

/**
 * bw_duplicates_get_id:
 *
 * Returns: (transfer none): the name of @duplicates in files
 */
const char *
bw_duplicates_get_id (BwDuplicates duplicates)
{
  g_return_val_if_fail ((guint) duplicates < BW_N_DUPLICATES, NULL);

  return duplicates_rows[duplicates].id;
}

/**
 * bw_duplicates_get_title:
 *
 * Returns: (transfer none): what @duplicates means, for a person
 */
const char *
bw_duplicates_get_title (BwDuplicates duplicates)
{
  g_return_val_if_fail ((guint) duplicates < BW_N_DUPLICATES, NULL);

  return _(duplicates_rows[duplicates].title);
}

/**
 * bw_duplicates_from_id:
 * @duplicates: (out): left alone where @id is none
 */
gboolean
bw_duplicates_from_id (const char   *id,
                       BwDuplicates *duplicates)
{
  for (guint i = 0; i < BW_N_DUPLICATES; i++)
    {
      if (g_strcmp0 (duplicates_rows[i].id, id) == 0)
        {
          *duplicates = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * bw_match_get_id:
 *
 * Returns: (transfer none): the name of @match in files
 */
const char *
bw_match_get_id (BwMatch match)
{
  g_return_val_if_fail ((guint) match < BW_N_MATCHES, NULL);

  return match_rows[match].id;
}

/**
 * bw_match_get_title:
 *
 * Returns: (transfer none): what @match means, for a person
 */
const char *
bw_match_get_title (BwMatch match)
{
  g_return_val_if_fail ((guint) match < BW_N_MATCHES, NULL);

  return _(match_rows[match].title);
}

/**
 * bw_match_from_id:
 * @match: (out): left alone where @id is none
 */
gboolean
bw_match_from_id (const char *id,
                  BwMatch    *match)
{
  for (guint i = 0; i < BW_N_MATCHES; i++)
    {
      if (g_strcmp0 (match_rows[i].id, id) == 0)
        {
          *match = i;
          return TRUE;
        }
    }

  return FALSE;
}
