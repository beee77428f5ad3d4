/* Who stands in another band than at an earlier snapshot, under one and the same model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/band-changes.h"

#include <math.h>

/* The largest money first, missing money last; then the largest difference. */
static int
compare_changes (gconstpointer a,
                 gconstpointer b)
{
  const BwBandChange *x = a, *y = b;
  const double x_money = isnan (x->money) ? -INFINITY : x->money;
  const double y_money = isnan (y->money) ? -INFINITY : y->money;
  const double x_size = fabs (x->to - x->from), y_size = fabs (y->to - y->from);

  if (x_money != y_money)
    return x_money > y_money ? -1 : 1;
  if (x_size != y_size)
    return x_size > y_size ? -1 : 1;

  return (x->customer > y->customer) - (x->customer < y->customer);
}

/* Fills @change for a row of @now; FALSE where the customer is not scored in both, or stands in the
 * same band, or moved the other way. */
static gboolean
find_change (BwResults    *before,
             BwSnapshot   *then,
             BwResults    *now,
             guint         row,
             guint         customer,
             gboolean      rising,
             BwBandChange *change)
{
  const guint earlier = bw_snapshot_find_row (then, customer);
  guint from, to;

  if (earlier == BW_NONE)
    return FALSE;

  from = bw_results_get_band (before, earlier);
  to = bw_results_get_band (now, row);
  if (from == to || from == BW_NO_BAND || to == BW_NO_BAND || (to > from) != !!rising)
    return FALSE;

  *change = (BwBandChange) {
    .customer = customer,
    .from_band = from,
    .to_band = to,
    .from = bw_results_get_score (before, earlier),
    .to = bw_results_get_score (now, row),
    .money = bw_prepared_get_money (bw_results_get_prepared (now), row),
  };

  return TRUE;
}

/**
 * bw_band_changes_list:
 * @before: an earlier snapshot
 * @now: a later one, of the same panel under the same model
 * @segment: whose customers, as of now, or %BW_ALL_SEGMENTS
 * @rising: those who stand in a higher band, else those in a lower one
 * @most: how many are listed
 * @total: (out): how many there are and their money, missing money counted as 0
 *
 * Cost: a look at each customer.
 *
 * Returns: (transfer full) (element-type BwBandChange): ordered by money, else by difference
 */
GArray *
bw_band_changes_list (BwResults  *before,
                      BwResults  *now,
                      guint       segment,
                      gboolean    rising,
                      guint       most,
                      BwMovement *total)
{
  BwPrepared *later = bw_results_get_prepared (now), *earlier = bw_results_get_prepared (before);
  BwPanel *panel = bw_prepared_get_panel (later);
  BwSnapshot *then = bw_panel_get_snapshot (panel, bw_prepared_get_snapshot (earlier));
  const guint32 *customers =
    bw_snapshot_get_customers (bw_panel_get_snapshot (panel, bw_prepared_get_snapshot (later)));
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (BwBandChange));
  BwBandChange change;

  *total = (BwMovement) { 0 };
  for (gsize row = 0; row < bw_results_get_n_rows (now); row++)
    {
      if ((segment == BW_ALL_SEGMENTS || bw_results_get_segment (now, row) == segment) &&
          find_change (before, then, now, row, customers[row], rising, &change))
        {
          g_array_append_val (changes, change);
          total->n_movers++;
          total->money += isnan (change.money) ? 0 : change.money;
        }
    }

  g_array_sort (changes, compare_changes);
  if (changes->len > most)
    g_array_set_size (changes, most);

  return changes;
}
