/* The customers of the chosen segment as a list for GTK: searched, filtered, sorted, any length. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is an array of rows. A change of the scores makes another array and says "refresh";
 * no object stands for a customer. Rows that sort alike stay in the order of their names, and
 * those without a value come last either way. */

#include "workspace/customer-list-private.h"

#include "model/matching.h"
#include "workspace/customer-index.h"
#include "workspace/lent-keeper.h"

#define FEW_NAMES 20000  /* are put in order at once, more by a worker */
#define MANY_ROWS 300000 /* are not sorted anew while a slider is held */

typedef enum
{
  PROP_ACTIVE = 1,
} BwCustomerListProperty;

static GParamSpec *properties[PROP_ACTIVE + 1];
static guint refresh_signal;

static GType
bw_customer_list_get_item_type (GListModel *model)
{
  return BW_TYPE_CUSTOMER_SLOT;
}

static guint
count_rows (BwCustomerList *self)
{
  return self->rows != NULL ? bw_customer_rows_get_n (self->rows) : 0;
}

static guint
bw_customer_list_get_n_items (GListModel *model)
{
  return count_rows (BW_CUSTOMER_LIST (model));
}

static gpointer
bw_customer_list_get_item (GListModel *model,
                           guint       position)
{
  BwCustomerList *self = BW_CUSTOMER_LIST (model);

  if (position >= count_rows (self))
    return NULL;

  if (position >= self->slots->len)
    g_ptr_array_set_size (self->slots, position + 1);
  if (self->slots->pdata[position] == NULL)
    self->slots->pdata[position] = bw_customer_slot_new (position);

  return g_object_ref (self->slots->pdata[position]);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = bw_customer_list_get_item_type;
  iface->get_n_items = bw_customer_list_get_n_items;
  iface->get_item = bw_customer_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (BwCustomerList, bw_customer_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

/* Says what is new since there were @n_before. */
static void
tell (BwCustomerList *self,
      guint           n_before)
{
  const guint n = count_rows (self);

  if (n > n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n_before, 0, n - n_before);
  else if (n < n_before)
    g_list_model_items_changed (G_LIST_MODEL (self), n, n_before - n, 0);

  g_signal_emit (self, refresh_signal, 0);
}

/* Does what bw_customer_list_update() does, where there were @n_before. */
static void
update_from (BwCustomerList *self,
             guint           n_before)
{
  BwResults *results = bw_workspace_get_results (self->workspace);

  if (self->rows == NULL || results == NULL)
    return;

  bw_customer_list_look_ahead (self);
  g_clear_pointer (&self->seen, bw_results_unref);
  self->stale = !self->active;
  if (self->stale)
    return;

  bw_customer_rows_update (self->rows, self->workspace, &self->choice);
  self->seen = bw_results_ref (results);
  tell (self, n_before);
}

/* Lists and sorts anew, if anybody looks. */
void
bw_customer_list_update (BwCustomerList *self)
{
  update_from (self, count_rows (self));
}

static void
on_named (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BwCustomerList) self = user_data;
  g_autofree guint32 *by_name = bw_order_by_name_finish (result);

  if (by_name == NULL || g_task_get_cancellable (G_TASK (result)) != self->naming)
    return;

  g_clear_object (&self->naming);
  bw_customer_rows_take_names (self->rows, g_steal_pointer (&by_name));
  bw_customer_list_update (self);
}

static void
order_names (BwCustomerList *self,
             BwPanel        *panel)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;

  if (bw_customer_rows_get_most (self->rows) <= FEW_NAMES)
    {
      bw_customer_rows_take_names (self->rows, bw_order_by_name (panel, newest));
      return;
    }

  self->naming = g_cancellable_new ();
  bw_order_by_name_async (panel, newest, self->naming, on_named, g_object_ref (self));
}

static void
forget_panel (BwCustomerList *self)
{
  if (self->naming != NULL)
    g_cancellable_cancel (self->naming);
  g_clear_object (&self->naming);
  bw_customer_list_stop_ahead (self);
  g_clear_pointer (&self->rows, bw_customer_rows_free);
  g_clear_pointer (&self->seen, bw_results_unref);
}

static void
on_data_changed (BwCustomerList *self)
{
  BwPanel *panel = bw_workspace_get_panel (self->workspace);
  const guint n_before = count_rows (self);

  forget_panel (self);
  if (panel != NULL)
    {
      self->rows = bw_customer_rows_new (panel);
      bw_customer_rows_search (self->rows, self->words);
      bw_customer_rows_filter (self->rows, self->where);
      order_names (self, panel);
    }

  if (self->active && panel != NULL)
    update_from (self, n_before);
  else
    {
      self->stale = TRUE;
      tell (self, n_before);
    }
}

/* Whether the order or the choice of rows hangs on the scores. */
static gboolean
follows_scores (BwCustomerList *self)
{
  return self->choice.bands != G_MAXUINT || self->choice.ready != BW_READY_ALL ||
         self->choice.order == BW_ORDER_SCORE ||
         self->choice.order == BW_ORDER_BAND || self->choice.order == BW_ORDER_RANK;
}

/* Whether the rows can stay where they are although there are results to be shown. */
static gboolean
rows_can_stay (BwCustomerList *self)
{
  if (bw_workspace_get_dragging (self->workspace))
    return !follows_scores (self) || count_rows (self) > MANY_ROWS;

  return self->seen == bw_workspace_get_results (self->workspace);
}

static void
on_results_changed (BwCustomerList *self)
{
  if (self->active && rows_can_stay (self))
    g_signal_emit (self, refresh_signal, 0);
  else
    bw_customer_list_update (self);
}

static void
on_history_changed (BwCustomerList *self)
{
  if (self->rows == NULL)
    return;

  bw_customer_rows_forget_changes (self->rows);
  if (self->choice.order == BW_ORDER_CHANGE || bw_ready_list_needs_history (self->choice.ready))
    bw_customer_list_update (self);
  else if (self->active)
    g_signal_emit (self, refresh_signal, 0);
}

static void
bw_customer_list_get_property (GObject    *object,
                               guint       property_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  BwCustomerList *self = BW_CUSTOMER_LIST (object);

  switch ((BwCustomerListProperty) property_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_customer_list_set_property (GObject      *object,
                               guint         property_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  BwCustomerList *self = BW_CUSTOMER_LIST (object);

  switch ((BwCustomerListProperty) property_id)
    {
    case PROP_ACTIVE:
      bw_customer_list_set_active (self, g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_customer_list_dispose (GObject *object)
{
  BwCustomerList *self = BW_CUSTOMER_LIST (object);

  forget_panel (self);
  g_clear_object (&self->signals);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (bw_customer_list_parent_class)->dispose (object);
}

static void
bw_customer_list_finalize (GObject *object)
{
  BwCustomerList *self = BW_CUSTOMER_LIST (object);

  g_ptr_array_unref (self->slots);
  g_free (self->words);
  g_clear_pointer (&self->where, bw_conditions_free);

  G_OBJECT_CLASS (bw_customer_list_parent_class)->finalize (object);
}

static void
bw_customer_list_class_init (BwCustomerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_customer_list_get_property;
  object_class->set_property = bw_customer_list_set_property;
  object_class->dispose = bw_customer_list_dispose;
  object_class->finalize = bw_customer_list_finalize;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL,
                          TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  refresh_signal = g_signal_new ("refresh", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/* There are gaps where nobody has looked. */
static void
unref_slot (gpointer slot)
{
  if (slot != NULL)
    g_object_unref (slot);
}

static void
bw_customer_list_init (BwCustomerList *self)
{
  static const struct
  {
    const char *signal;
    void        (*handler) (BwCustomerList *self);
  } rows[] = {
    { "data-changed", on_data_changed },
    { "results-changed", on_results_changed },
    { "history-changed", on_history_changed },
    { "notify::segment", bw_customer_list_update },
  };

  self->slots = g_ptr_array_new_with_free_func (unref_slot);
  self->choice = (BwRowChoice) { .order = BW_ORDER_SCORE, .bands = G_MAXUINT };
  self->active = TRUE;

  self->signals = g_signal_group_new (BW_TYPE_WORKSPACE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_group_connect_swapped (self->signals, rows[i].signal,
                                    G_CALLBACK (rows[i].handler), self);
}

/* Others may be listed or in another order; the column of notes is another in any case. */
static void
follow_notes (BwCustomerList *self)
{
  BwKeeper *keeper = bw_keeper_of (self->workspace);

  if (keeper != NULL)
    g_signal_connect_object (keeper, "notes-changed", G_CALLBACK (bw_customer_list_update), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * bw_customer_list_new:
 *
 * Returns: (transfer full): the customers of the segment that @workspace has chosen, lowest score
 *   first
 */
BwCustomerList *
bw_customer_list_new (BwWorkspace *workspace)
{
  BwCustomerList *self = NULL;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  self = g_object_new (BW_TYPE_CUSTOMER_LIST, NULL);
  self->workspace = g_object_ref (workspace);
  follow_notes (self);
  g_signal_group_set_target (self->signals, workspace);
  on_data_changed (self);

  return self;
}

gboolean
bw_customer_list_get_active (BwCustomerList *self)
{
  g_return_val_if_fail (BW_IS_CUSTOMER_LIST (self), FALSE);

  return self->active;
}

/**
 * bw_customer_list_set_active:
 *
 * Says whether anybody looks at the list.
 */
void
bw_customer_list_set_active (BwCustomerList *self,
                             gboolean        active)
{
  g_return_if_fail (BW_IS_CUSTOMER_LIST (self));

  if (self->active == active)
    return;

  self->active = active;
  if (active && self->stale)
    bw_customer_list_update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}
