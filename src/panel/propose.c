/* Proposing a mapping for files that were read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/propose.h"

#include <math.h>

/* The first day on which a customer left becomes a column of that name, which is no metric. */
static void
propose_end (BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);
      const char *header = group->mapped.columns[i].header;

      if (!bw_seen_is_date (seen) || !bw_seen_means (seen, BW_MEANING_OUTCOME))
        continue;
      bw_mapped_source_add_event (&group->mapped, header, BW_AGGREGATE_MIN, header, BW_WINDOW_ALL);
      return;
    }
}

/**
 * bw_propose_group_events:
 *
 * Proposes what columns the events of @group make, where it is one of events. Of events that all tell of
 * the end of a customer only the first day counts.
 */
void
bw_propose_group_events (BwGroup *group)
{
  g_autofree BwColumnType *types = g_new (BwColumnType, MAX (group->columns->len, 1));

  if (group->mapped.shape != BW_SHAPE_EVENTS)
    return;
  if (bw_propose_tells_outcome (group))
    {
      propose_end (group);
      return;
    }
  for (guint i = 0; i < group->columns->len; i++)
    types[i] = bw_group_get_column (group, i)->type;
  bw_propose_events (&group->mapped, types, bw_propose_rate (group));
}

/**
 * bw_propose_keep_common:
 *
 * Leaves to inspection what @other says otherwise; types that were chosen stay.
 */
void
bw_propose_keep_common (BwReading       *common,
                        const BwReading *other)
{
  if (g_strcmp0 (common->encoding, other->encoding) != 0)
    g_clear_pointer (&common->encoding, g_free);
  if (g_strcmp0 (common->sheet, other->sheet) != 0)
    g_clear_pointer (&common->sheet, g_free);
  if (common->delimiter != other->delimiter)
    common->delimiter = BW_CHOOSE;
  if (common->quote != other->quote)
    common->quote = BW_CHOOSE;
  if (common->decimal != other->decimal)
    common->decimal = BW_CHOOSE;
  if (common->date_order != other->date_order)
    common->date_order = BW_DATE_ORDER_FIND;
  if (common->header != other->header || common->header_rows != other->header_rows ||
      common->first_row != other->first_row)
    {
      common->header = BW_HEADER_FIND;
      common->header_rows = 0;
      common->first_row = BW_ROW_FIND;
    }
}

/**
 * bw_propose_reading:
 *
 * Returns: (transfer full) (nullable): the reading choices that all files of @group share; what they
 *   do not share is left to inspection
 */
BwReading *
bw_propose_reading (const BwGroup *group)
{
  const BwReading *first = bw_source_get_reading (g_ptr_array_index (group->files, 0));
  BwReading *common = first != NULL ? bw_reading_copy (first) : NULL;

  for (guint i = 1; i < group->files->len && common != NULL; i++)
    {
      const BwReading *other = bw_source_get_reading (g_ptr_array_index (group->files, i));

      if (other != NULL)
        bw_propose_keep_common (common, other);
    }

  return common;
}

static BwMapping *
mapping_of (GPtrArray *groups,
            guint      primary)
{
  g_autofree BwMappedSource *sources = g_new0 (BwMappedSource, groups->len);
  guint at = 1;

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      if (group->mapped.reading == NULL)
        group->mapped.reading = bw_propose_reading (group);
      sources[i == primary ? 0 : at++] = group->mapped;
    }

  return bw_mapping_new (sources, groups->len);
}

/**
 * bw_propose_mapping:
 * @sources: (array length=n_sources): at least one
 * @wished: (nullable) (array fixed-size=11): a header for each role that is wished for
 *
 * Returns: (transfer full): the mapping; the source that says who the customers are is the first
 */
BwMapping *
bw_propose_mapping (BwSource *const   *sources,
                    guint              n_sources,
                    const char *const *wished)
{
  g_autoptr(GPtrArray) groups = bw_propose_groups (sources, n_sources);
  const guint primary = bw_propose_joins (groups, wished != NULL ? wished[BW_ROLE_KEY] : NULL);

  for (guint i = 0; i < groups->len; i++)
    bw_propose_shape (g_ptr_array_index (groups, i), i == primary,
                      wished != NULL ? wished[BW_ROLE_DATE] : NULL);
  bw_propose_roles (groups, primary, wished);
  for (guint i = 0; i < groups->len; i++)
    {
      bw_propose_key_roles (g_ptr_array_index (groups, i));
      bw_propose_group_events (g_ptr_array_index (groups, i));
    }

  return mapping_of (groups, primary);
}

/**
 * bw_mapping_propose:
 * @sources: (array length=n_sources): what was read, at least one
 *
 * Returns: (transfer full): how they become a panel, each role with its reason
 */
BwMapping *
bw_mapping_propose (BwSource *const *sources,
                    guint            n_sources)
{
  g_return_val_if_fail (n_sources > 0, NULL);

  return bw_propose_mapping (sources, n_sources, NULL);
}
