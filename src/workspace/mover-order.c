/* How movers are put in order, and what is looked up of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names are put in order by a worker once for each panel; until then they stand as they come. */

#include "workspace/mover-list-private.h"

#include "stats/sort.h"
#include "workspace/customer-index.h"

#include <math.h>

/* A mover of those that there are now, or NULL. */
const BwMover *
bw_mover_list_look_up (BwMoverList *self,
                       guint        mover)
{
  GArray *movers = bw_comparing_get_movers (self->comparing);

  return movers != NULL && mover < movers->len ? &g_array_index (movers, BwMover, mover) : NULL;
}

static double
get_kept (BwMoverList *self,
          guint32      row)
{
  BwFirmness *firmness = bw_comparing_get_firmness (self->comparing);

  return firmness != NULL ? bw_firmness_get_kept (firmness, row) : NAN;
}

static double
get_renewal (BwMoverList *self,
             guint32      row)
{
  return self->renewals != NULL ? bw_column_get_numbers (self->renewals)[row] : NAN;
}

/* What a mover is sorted by; NaN comes last either way round. */
static double
key_of (BwMoverList *self,
        guint        i)
{
  const BwMover *mover = bw_mover_list_look_up (self, i);

  switch (self->by)
    {
    case BW_MOVERS_BY_NAME:
      return self->names != NULL ? self->names[mover->row] : i;
    case BW_MOVERS_BY_FROM:
      return mover->from;
    case BW_MOVERS_BY_TO:
      return mover->to;
    case BW_MOVERS_BY_DIFFERENCE:
      return mover->to - mover->from;
    case BW_MOVERS_BY_FROM_BAND:
      return mover->from_band == BW_NO_BAND ? NAN : mover->from_band;
    case BW_MOVERS_BY_TO_BAND:
      return mover->to_band == BW_NO_BAND ? NAN : mover->to_band;
    case BW_MOVERS_BY_MONEY:
      return mover->money;
    case BW_MOVERS_BY_RENEWAL:
      return get_renewal (self, mover->row);
    case BW_MOVERS_BY_KEPT:
      return get_kept (self, mover->row);
    default:
      g_return_val_if_reached (NAN);
    }
}

/* The movers that are shown, as they come: by money. */
static guint
choose (BwMoverList *self,
        guint32     *chosen)
{
  GArray *movers = bw_comparing_get_movers (self->comparing);
  guint n = 0;

  for (guint i = 0; movers != NULL && i < movers->len; i++)
    {
      const BwMover *mover = bw_mover_list_look_up (self, i);

      if (!self->filtered ||
          (mover->from_band == self->from_band && mover->to_band == self->to_band))
        chosen[n++] = i;
    }

  return n;
}

/**
 * bw_mover_list_sort:
 * @n: (out): how many are shown
 *
 * Equal ones stay as they come: by money, else by difference.
 *
 * Returns: (transfer full) (array length=n): the movers that are shown, in order
 */
guint32 *
bw_mover_list_sort (BwMoverList *self,
                    guint       *n)
{
  GArray *movers = bw_comparing_get_movers (self->comparing);
  const guint most = movers != NULL ? MAX (movers->len, 1) : 1;
  const double sign = self->descending ? -1 : 1;
  g_autofree guint32 *chosen = g_new (guint32, most);
  g_autofree double *keys = g_new (double, most);
  g_autofree guint32 *order = g_new (guint32, most);
  guint32 *sorted = g_new (guint32, most);
  gsize n_present, next = 0;

  *n = choose (self, chosen);
  for (guint i = 0; i < *n; i++)
    keys[i] = sign * key_of (self, chosen[i]);

  n_present = bw_order (keys, *n, order);
  for (; next < n_present; next++)
    sorted[next] = chosen[order[next]];
  for (guint i = 0; i < *n; i++)
    {
      if (isnan (keys[i]))
        sorted[next++] = chosen[i];
    }

  return sorted;
}

static void
on_named (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree guint32 *rows = bw_order_by_name_finish (result);
  BwMoverList *self = user_data;
  gsize n;

  if (rows == NULL) /* cancelled: the list may be gone */
    return;

  n = bw_snapshot_get_n_rows (bw_panel_get_snapshot (self->panel, bw_panel_get_n_snapshots (
                                                       self->panel) - 1));
  g_clear_object (&self->naming);
  self->names = g_new (guint32, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    self->names[rows[i]] = i;
  if (self->by == BW_MOVERS_BY_NAME)
    bw_mover_list_update (self);
}

void
bw_mover_list_forget_panel (BwMoverList *self)
{
  if (self->naming != NULL)
    g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  g_clear_pointer (&self->names, g_free);
  g_clear_pointer (&self->panel, bw_panel_unref);
  self->renewals = NULL;
}

/* Follows the panel: its names and its dates of renewal. */
void
bw_mover_list_follow_panel (BwMoverList *self)
{
  BwPanel *panel = bw_workspace_get_panel (bw_comparing_get_workspace (self->comparing));
  guint column, newest;

  if (panel == self->panel)
    return;

  bw_mover_list_forget_panel (self);
  if (panel == NULL)
    return;

  self->panel = bw_panel_ref (panel);
  newest = bw_panel_get_n_snapshots (panel) - 1;
  column = bw_panel_find_role (panel, BW_ROLE_RENEWAL);
  if (column != BW_NONE)
    self->renewals = bw_snapshot_get_column (bw_panel_get_snapshot (panel, newest), column);
  if (self->renewals != NULL && bw_column_type_is_coded (bw_column_get_type (self->renewals)))
    self->renewals = NULL;

  self->naming = g_cancellable_new ();
  bw_order_by_name_async (panel, newest, self->naming, on_named, self);
}

/**
 * bw_mover_list_get_kept:
 *
 * Returns: the share of draws in which the customer at @position keeps its band, 0 to 1; NaN where
 *   that is not known (yet)
 */
double
bw_mover_list_get_kept (BwMoverList *self,
                        guint        position)
{
  const BwMover *mover = bw_mover_list_get (self, position);

  return mover != NULL ? get_kept (self, mover->row) : NAN;
}

/**
 * bw_mover_list_get_renewal:
 *
 * Returns: when the customer at @position renews, in days since 1970, or NaN
 */
double
bw_mover_list_get_renewal (BwMoverList *self,
                           guint        position)
{
  const BwMover *mover = bw_mover_list_get (self, position);

  return mover != NULL ? get_renewal (self, mover->row) : NAN;
}

/**
 * bw_mover_list_dup_movers:
 *
 * Returns: (transfer full) (element-type BwMover): the movers as they are listed now
 */
GArray *
bw_mover_list_dup_movers (BwMoverList *self)
{
  GArray *movers;

  g_return_val_if_fail (BW_IS_MOVER_LIST (self), NULL);

  movers = g_array_sized_new (FALSE, FALSE, sizeof (BwMover), self->n);
  for (guint i = 0; i < self->n; i++)
    {
      const BwMover *mover = bw_mover_list_get (self, i);

      if (mover != NULL)
        g_array_append_vals (movers, mover, 1);
    }

  return movers;
}

/**
 * bw_mover_list_dup_kept:
 *
 * Returns: (transfer full) (nullable): by row of the newest snapshot, the share of draws in which a
 *   customer keeps its band, NaN without a score; %NULL while it is not known
 */
double *
bw_mover_list_dup_kept (BwMoverList *self)
{
  BwResults *to;
  double *kept;
  gsize n;

  g_return_val_if_fail (BW_IS_MOVER_LIST (self), NULL);

  to = bw_comparing_get_results (self->comparing, BW_SIDE_TO);
  if (to == NULL || bw_comparing_get_firmness (self->comparing) == NULL)
    return NULL;

  n = bw_results_get_n_rows (to);
  kept = g_new (double, MAX (n, 1));
  for (gsize row = 0; row < n; row++)
    kept[row] = get_kept (self, row);

  return kept;
}
