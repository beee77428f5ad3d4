/* What is open: the panel, the draft of the model, the baseline, and what follows from them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that changes lives here, on the main thread; workers see values only. The object is in
 * this file, what it lends in lend.c, the draft with undo and redo in draft.c, the slider that is
 * held in slider.c, reading and taking files in reading.c and taking.c, the worker for scores
 * through time in catch-up.c. */

#include "workspace/workspace-private.h"

static GParamSpec *properties[BW_WORKSPACE_DRAGGING + 1];
static guint signals[BW_WORKSPACE_LOCKS_CHANGED + 1];

G_DEFINE_FINAL_TYPE (BwWorkspace, bw_workspace, G_TYPE_OBJECT)

static void
bw_workspace_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  BwWorkspace *self = BW_WORKSPACE (object);

  switch ((BwWorkspaceProperty) property_id)
    {
    case BW_WORKSPACE_SEGMENT:
      g_value_set_uint (value, self->segment);
      break;

    case BW_WORKSPACE_CUSTOMER:
      g_value_set_uint (value, self->customer);
      break;

    case BW_WORKSPACE_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;

    case BW_WORKSPACE_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;

    case BW_WORKSPACE_EDITED:
      g_value_set_boolean (value, bw_workspace_get_edited (self));
      break;

    case BW_WORKSPACE_TITLE:
      g_value_set_string (value, bw_workspace_get_title (self));
      break;

    case BW_WORKSPACE_DRAGGING:
      g_value_set_boolean (value, bw_workspace_get_dragging (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_workspace_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  BwWorkspace *self = BW_WORKSPACE (object);

  switch ((BwWorkspaceProperty) property_id)
    {
    case BW_WORKSPACE_SEGMENT:
      bw_workspace_set_segment (self, g_value_get_uint (value));
      break;

    case BW_WORKSPACE_CUSTOMER:
      bw_workspace_set_customer (self, g_value_get_uint (value));
      break;

    case BW_WORKSPACE_CAN_UNDO:
    case BW_WORKSPACE_CAN_REDO:
    case BW_WORKSPACE_EDITED:
    case BW_WORKSPACE_TITLE:
    case BW_WORKSPACE_DRAGGING:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_workspace_dispose (GObject *object)
{
  BwWorkspace *self = BW_WORKSPACE (object);

  bw_workspace_stop_catching_up (self);
  g_clear_pointer (&self->drag, bw_drag_free);
  g_clear_pointer (&self->tried, bw_model_unref);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->field_model, bw_model_unref);
  g_clear_pointer (&self->nudged, bw_model_unref);
  g_clear_pointer (&self->shares, g_free);
  g_clear_pointer (&self->history, bw_history_unref);
  g_clear_pointer (&self->before, bw_results_unref);
  g_clear_pointer (&self->baseline, bw_results_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->baseline_model, bw_model_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->intake, bw_intake_unref);
  g_ptr_array_set_size (self->earlier, 0);
  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);

  G_OBJECT_CLASS (bw_workspace_parent_class)->dispose (object);
}

static void
bw_workspace_finalize (GObject *object)
{
  BwWorkspace *self = BW_WORKSPACE (object);

  g_ptr_array_unref (self->earlier);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_hash_table_unref (self->locks);
  g_free (self->taken_reason);

  G_OBJECT_CLASS (bw_workspace_parent_class)->finalize (object);
}

static GParamSpec *
make_flag (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE,
                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                               G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
make_choice (const char *name)
{
  return g_param_spec_uint (name, NULL, NULL, 0, G_MAXUINT, G_MAXUINT,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                            G_PARAM_STATIC_STRINGS);
}

static void
bw_workspace_class_init (BwWorkspaceClass *klass)
{
  static const char *const names[] = {
    [BW_WORKSPACE_DATA_CHANGED] = "data-changed",
    [BW_WORKSPACE_MODEL_CHANGED] = "model-changed",
    [BW_WORKSPACE_RESULTS_CHANGED] = "results-changed",
    [BW_WORKSPACE_HISTORY_CHANGED] = "history-changed",
    [BW_WORKSPACE_LOCKS_CHANGED] = "locks-changed",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_workspace_get_property;
  object_class->set_property = bw_workspace_set_property;
  object_class->dispose = bw_workspace_dispose;
  object_class->finalize = bw_workspace_finalize;

  properties[BW_WORKSPACE_SEGMENT] = make_choice ("segment");
  properties[BW_WORKSPACE_CUSTOMER] = make_choice ("customer");
  properties[BW_WORKSPACE_CAN_UNDO] = make_flag ("can-undo");
  properties[BW_WORKSPACE_CAN_REDO] = make_flag ("can-redo");
  properties[BW_WORKSPACE_EDITED] = make_flag ("edited");
  properties[BW_WORKSPACE_DRAGGING] = make_flag ("dragging");
  properties[BW_WORKSPACE_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_workspace_init (BwWorkspace *self)
{
  self->earlier = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_results_unref);
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_draft_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_draft_free);
  self->locks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->segment = BW_ALL_SEGMENTS;
  self->customer = BW_NONE;
}

/**
 * bw_workspace_new:
 *
 * Returns: (transfer full): a workspace with nothing open
 */
BwWorkspace *
bw_workspace_new (void)
{
  return g_object_new (BW_TYPE_WORKSPACE, NULL);
}

void
bw_workspace_emit (BwWorkspace      *self,
                   BwWorkspaceSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

/* Fills @facts, which bw_workspace_notify_facts() empties. */
void
bw_workspace_note_facts (BwWorkspace      *self,
                         BwWorkspaceFacts *facts)
{
  facts->segment = self->segment;
  facts->customer = self->customer;
  facts->can_undo = self->undo->len > 0;
  facts->can_redo = self->redo->len > 0;
  facts->edited = bw_workspace_get_edited (self);
  facts->dragging = bw_workspace_get_dragging (self);
  facts->title = g_strdup (bw_workspace_get_title (self));
}

/* Notifies each property that differs from what @facts noted. */
void
bw_workspace_notify_facts (BwWorkspace      *self,
                           BwWorkspaceFacts *facts)
{
  BwWorkspaceFacts now;
  gboolean differs[G_N_ELEMENTS (properties)];

  bw_workspace_note_facts (self, &now);
  differs[0] = FALSE;
  differs[BW_WORKSPACE_SEGMENT] = now.segment != facts->segment;
  differs[BW_WORKSPACE_CUSTOMER] = now.customer != facts->customer;
  differs[BW_WORKSPACE_CAN_UNDO] = now.can_undo != facts->can_undo;
  differs[BW_WORKSPACE_CAN_REDO] = now.can_redo != facts->can_redo;
  differs[BW_WORKSPACE_EDITED] = now.edited != facts->edited;
  differs[BW_WORKSPACE_DRAGGING] = now.dragging != facts->dragging;
  differs[BW_WORKSPACE_TITLE] = !g_str_equal (now.title, facts->title);
  g_free (now.title);
  g_clear_pointer (&facts->title, g_free);

  for (guint i = 1; i < G_N_ELEMENTS (properties); i++)
    {
      if (differs[i])
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
    }
}

guint
bw_workspace_get_segment (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), BW_ALL_SEGMENTS);

  return self->segment;
}

/* Whether one segment is chosen, not all of them, and it is one of the draft's. */
gboolean
bw_workspace_knows_segment (BwWorkspace *self)
{
  return self->model != NULL && self->segment < bw_model_get_n_segments (self->model);
}

/**
 * bw_workspace_set_segment:
 * @segment: of the draft, or %BW_ALL_SEGMENTS
 *
 * Chooses whose customers are shown and whose weights are moved. A slider that is held is let go.
 */
void
bw_workspace_set_segment (BwWorkspace *self,
                          guint        segment)
{
  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (segment == BW_ALL_SEGMENTS ||
                    (self->model != NULL && segment < bw_model_get_n_segments (self->model)));

  if (segment == self->segment)
    return;

  bw_workspace_drag_end (self);
  self->segment = segment;
  self->movement_known = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[BW_WORKSPACE_SEGMENT]);
}

guint
bw_workspace_get_customer (BwWorkspace *self)
{
  g_return_val_if_fail (BW_IS_WORKSPACE (self), BW_NONE);

  return self->customer;
}

/**
 * bw_workspace_set_customer:
 * @customer: of the panel, or %BW_NONE
 *
 * Chooses the one customer that is looked at.
 */
void
bw_workspace_set_customer (BwWorkspace *self,
                           guint        customer)
{
  g_return_if_fail (BW_IS_WORKSPACE (self));
  g_return_if_fail (customer == BW_NONE ||
                    (self->panel != NULL && customer < bw_panel_get_n_customers (self->panel)));

  if (customer == self->customer)
    return;

  self->customer = customer;
  g_object_notify_by_pspec (G_OBJECT (self), properties[BW_WORKSPACE_CUSTOMER]);
}
