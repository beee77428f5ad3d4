/* The shapes of tables and the sums of events, and their names in files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapped-source.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *title;
} ShapeRow;

typedef struct
{
  const char *id;
  gboolean    needs_column;
} AggregateRow;

static const ShapeRow shape_rows[BW_N_SHAPES] = {
  [BW_SHAPE_SNAPSHOT] = { "snapshot", N_("One row a customer") },
  [BW_SHAPE_HISTORY] = { "history", N_("One row a customer and period") },
  [BW_SHAPE_WIDE] = { "wide", N_("Months side by side") },
  [BW_SHAPE_EVENTS] = { "events", N_("Many rows a customer") },
  [BW_SHAPE_LOOKUP] = { "lookup", N_("Looked up by other files") },
};

static const AggregateRow aggregate_rows[BW_N_AGGREGATES] = {
  [BW_AGGREGATE_COUNT] = { "count", FALSE },
  [BW_AGGREGATE_DISTINCT] = { "distinct", TRUE },
  [BW_AGGREGATE_SUM] = { "sum", TRUE },
  [BW_AGGREGATE_MEAN] = { "mean", TRUE },
  [BW_AGGREGATE_MIN] = { "min", TRUE },
  [BW_AGGREGATE_MAX] = { "max", TRUE },
  [BW_AGGREGATE_LAST] = { "last", TRUE },
  [BW_AGGREGATE_DAYS_SINCE_LAST] = { "days-since-last", FALSE },
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
