/* Who stands in another band, as a list that GTK can show: filtered, sorted, of any length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting makes another order of the movers and tells "refresh"; no item changes its identity. */

#include "workspace/mover-list-private.h"

#include "workspace/customer-list-private.h"

enum
{
  REFRESH,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GType
get_item_type (GListModel *model)
{
  return BW_TYPE_CUSTOMER_SLOT;
}

static guint
get_n_items (GListModel *model)
{
  return BW_MOVER_LIST (model)->n;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  BwMoverList *self = BW_MOVER_LIST (model);
  BwCustomerSlot *slot;

  if (position >= self->n)
    return NULL;
  if (self->slots->len <= position)
    g_ptr_array_set_size (self->slots, position + 1);

  slot = g_ptr_array_index (self->slots, position);
  if (slot == NULL)
    {
      slot = bw_customer_slot_new (position);
      g_ptr_array_index (self->slots, position) = slot;
    }

  return g_object_ref (slot);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BwMoverList, bw_mover_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

/* Filters and sorts anew, and tells. */
void
bw_mover_list_update (BwMoverList *self)
{
  const guint before = self->n;
  guint n;

  g_free (self->order);
  self->order = bw_mover_list_sort (self, &n);
  self->n = n;
  if (n < before && n < self->slots->len)
    g_ptr_array_set_size (self->slots, n);
  if (n != before)
    g_list_model_items_changed (G_LIST_MODEL (self), MIN (n, before), before - MIN (n, before),
                                n - MIN (n, before));
  g_signal_emit (self, signals[REFRESH], 0);
}

static char *
dup_band_id (BwMoverList *self,
             BwSide       side,
             guint        band)
{
  BwResults *results = bw_comparing_get_results (self->comparing, side);

  return results == NULL || band == BW_NO_BAND
         ? NULL
         : g_strdup (bw_model_get_band (bw_results_get_model (results), band)->id);
}

/* Finds a band of a side again. Returns: whether there still is one */
static gboolean
find_band (BwMoverList *self,
           BwSide       side,
           const char  *id,
           guint       *band)
{
  BwResults *results = bw_comparing_get_results (self->comparing, side);
  BwModel *model = results == NULL ? NULL : bw_results_get_model (results);

  if (model == NULL || id == NULL)
    return TRUE;

  for (guint i = 0; i < bw_model_get_n_bands (model); i++)
    if (g_str_equal (bw_model_get_band (model, i)->id, id))
      {
        *band = i;
        return TRUE;
      }

  return FALSE;
}

/* Bands may have come and gone; those who moved between bands that are gone are not asked for. */
static void
follow_cell (BwMoverList *self)
{
  if (self->filtered)
    self->filtered = find_band (self, BW_SIDE_FROM, self->from_id, &self->from_band) &&
                     find_band (self, BW_SIDE_TO, self->to_id, &self->to_band);
}

static void
on_changed (BwMoverList *self)
{
  follow_cell (self);
  bw_mover_list_follow_panel (self);
  bw_mover_list_update (self);
}

static void
on_firmness_changed (BwMoverList *self)
{
  if (self->by == BW_MOVERS_BY_KEPT)
    bw_mover_list_update (self);
  else
    g_signal_emit (self, signals[REFRESH], 0);
}

static void
bw_mover_list_dispose (GObject *object)
{
  BwMoverList *self = BW_MOVER_LIST (object);

  bw_mover_list_forget_panel (self);
  g_clear_object (&self->comparing);
  g_ptr_array_set_size (self->slots, 0);
  self->n = 0;

  G_OBJECT_CLASS (bw_mover_list_parent_class)->dispose (object);
}

static void
bw_mover_list_finalize (GObject *object)
{
  BwMoverList *self = BW_MOVER_LIST (object);

  g_ptr_array_unref (self->slots);
  g_free (self->order);
  g_free (self->from_id);
  g_free (self->to_id);

  G_OBJECT_CLASS (bw_mover_list_parent_class)->finalize (object);
}

static void
bw_mover_list_class_init (BwMoverListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = bw_mover_list_dispose;
  object_class->finalize = bw_mover_list_finalize;

  signals[REFRESH] = g_signal_new ("refresh", BW_TYPE_MOVER_LIST, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
release (gpointer slot)
{
  if (slot != NULL)
    g_object_unref (slot);
}

static void
bw_mover_list_init (BwMoverList *self)
{
  self->slots = g_ptr_array_new_with_free_func (release);
  self->by = BW_MOVERS_BY_MONEY;
  self->descending = TRUE;
}

/**
 * bw_mover_list_new:
 *
 * Returns: (transfer full): the movers of @comparing, by money, else by difference
 */
BwMoverList *
bw_mover_list_new (BwComparing *comparing)
{
  BwMoverList *self = g_object_new (BW_TYPE_MOVER_LIST, NULL);

  self->comparing = g_object_ref (comparing);
  g_signal_connect_object (comparing, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (comparing, "firmness-changed", G_CALLBACK (on_firmness_changed), self,
                           G_CONNECT_SWAPPED);
  on_changed (self);

  return self;
}

BwComparing *
bw_mover_list_get_comparing (BwMoverList *self)
{
  g_return_val_if_fail (BW_IS_MOVER_LIST (self), NULL);

  return self->comparing;
}

/**
 * bw_mover_list_get:
 *
 * Returns: (transfer none) (nullable): who stands at @position, until the next "refresh"
 */
const BwMover *
bw_mover_list_get (BwMoverList *self,
                   guint        position)
{
  g_return_val_if_fail (BW_IS_MOVER_LIST (self), NULL);

  return position < self->n ? bw_mover_list_look_up (self, self->order[position]) : NULL;
}

/**
 * bw_mover_list_get_customer:
 *
 * Returns: the customer at @position, of the panel, or %BW_NONE
 */
guint
bw_mover_list_get_customer (BwMoverList *self,
                            guint        position)
{
  const BwMover *mover = bw_mover_list_get (self, position);
  guint newest;

  if (mover == NULL || self->panel == NULL)
    return BW_NONE;

  newest = bw_panel_get_n_snapshots (self->panel) - 1;

  return bw_snapshot_get_customers (bw_panel_get_snapshot (self->panel, newest))[mover->row];
}

void
bw_mover_list_set_order (BwMoverList *self,
                         BwMoverOrder order,
                         gboolean     descending)
{
  g_return_if_fail (BW_IS_MOVER_LIST (self));

  if (order == self->by && descending == self->descending)
    return;

  self->by = order;
  self->descending = descending;
  bw_mover_list_update (self);
}

/**
 * bw_mover_list_get_cell:
 * @from_band: (out): of the one model; @to_band: (out): of the other
 *
 * Returns: whether only those are shown who move from the one band to the other
 */
gboolean
bw_mover_list_get_cell (BwMoverList *self,
                        guint       *from_band,
                        guint       *to_band)
{
  g_return_val_if_fail (BW_IS_MOVER_LIST (self), FALSE);

  *from_band = self->from_band;
  *to_band = self->to_band;

  return self->filtered;
}

/**
 * bw_mover_list_set_cell:
 *
 * Shows only those who move from @from_band to @to_band, for as long as both models have these.
 */
void
bw_mover_list_set_cell (BwMoverList *self,
                        guint        from_band,
                        guint        to_band)
{
  g_return_if_fail (BW_IS_MOVER_LIST (self));

  self->filtered = TRUE;
  self->from_band = from_band;
  self->to_band = to_band;
  g_free (self->from_id);
  g_free (self->to_id);
  self->from_id = dup_band_id (self, BW_SIDE_FROM, from_band);
  self->to_id = dup_band_id (self, BW_SIDE_TO, to_band);
  bw_mover_list_update (self);
}

void
bw_mover_list_show_all (BwMoverList *self)
{
  g_return_if_fail (BW_IS_MOVER_LIST (self));

  if (!self->filtered)
    return;

  self->filtered = FALSE;
  bw_mover_list_update (self);
}
