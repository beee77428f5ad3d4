/* Two models over the same customers: which two, their scores, and what lies between them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The object is in this file, what can be chosen and what it lends in comparing-choices.c, versions
 * in comparing-versions.c, opening and scoring models in comparing-open.c, working out what lies between in comparing-work.c. */

#include "workspace/comparing-private.h"

typedef enum
{
  PROP_ACTIVE = 1,
} BwComparingProperty;

static GParamSpec *properties[PROP_ACTIVE + 1];

enum
{
  CHOICES_CHANGED,
  CHANGED,
  FIRMNESS_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwComparing, bw_comparing, G_TYPE_OBJECT)

void
bw_comparing_changed (BwComparing *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bw_comparing_choices_changed (BwComparing *self)
{
  g_signal_emit (self, signals[CHOICES_CHANGED], 0);
}

void
bw_comparing_firmness_changed (BwComparing *self)
{
  g_signal_emit (self, signals[FIRMNESS_CHANGED], 0);
}

/* Works out anew what lies between the sides, now or when it is active again. */
void
bw_comparing_update (BwComparing *self)
{
  self->stale = TRUE;
  if (!self->active || bw_workspace_get_results (self->workspace) == NULL)
    return;

  self->stale = FALSE;
  bw_comparing_compare (self);
}

/* A slider is let go: what had to wait is worked out, and how firm the bands are even where it was
 * not moved. */
static void
on_dragging (BwComparing *self)
{
  if (bw_workspace_get_dragging (self->workspace))
    return;

  if (self->stale)
    bw_comparing_update (self);
  else
    bw_comparing_firm_later (self);
}

/* The panel is another one: nothing that was worked out is of it. */
static void
on_data_changed (BwComparing *self)
{
  bw_comparing_stop_comparing (self);
  bw_comparing_stop_firming (self);
  g_clear_pointer (&self->movers, g_array_unref);
  g_clear_pointer (&self->firmness, bw_firmness_unref);
  g_clear_pointer (&self->firmed, bw_results_unref);
  for (guint i = 0; i < self->opened->len; i++)
    g_clear_pointer (&((BwOpened *) g_ptr_array_index (self->opened, i))->results,
                     bw_results_unref);

  bw_comparing_rescore (self);
  bw_comparing_choices_changed (self);
}

static void
bw_comparing_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((BwComparingProperty) property_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, bw_comparing_get_active (BW_COMPARING (object)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_comparing_set_property (GObject      *object,
                           guint         property_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  switch ((BwComparingProperty) property_id)
    {
    case PROP_ACTIVE:
      bw_comparing_set_active (BW_COMPARING (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_comparing_dispose (GObject *object)
{
  BwComparing *self = BW_COMPARING (object);

  bw_comparing_stop_comparing (self);
  bw_comparing_stop_firming (self);
  if (self->rescoring != NULL)
    g_cancellable_cancel (self->rescoring);
  g_clear_object (&self->rescoring);
  g_clear_object (&self->signals);
  g_clear_object (&self->keeper);
  g_clear_object (&self->insights);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->movers, g_array_unref);
  g_clear_pointer (&self->firmness, bw_firmness_unref);
  g_clear_pointer (&self->firmed, bw_results_unref);
  g_ptr_array_set_size (self->opened, 0);

  G_OBJECT_CLASS (bw_comparing_parent_class)->dispose (object);
}

static void
bw_comparing_finalize (GObject *object)
{
  BwComparing *self = BW_COMPARING (object);

  g_ptr_array_unref (self->opened);
  g_free (self->notice);
  g_free (self->saved_name);

  G_OBJECT_CLASS (bw_comparing_parent_class)->finalize (object);
}

static void
bw_comparing_class_init (BwComparingClass *klass)
{
  static const char *const names[] = {
    [CHOICES_CHANGED] = "choices-changed",
    [CHANGED] = "changed",
    [FIRMNESS_CHANGED] = "firmness-changed",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_comparing_get_property;
  object_class->set_property = bw_comparing_set_property;
  object_class->dispose = bw_comparing_dispose;
  object_class->finalize = bw_comparing_finalize;

  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_comparing_init (BwComparing *self)
{
  self->opened = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_opened_free);
  self->choices[BW_SIDE_FROM] = BW_CHOICE_SAVED;
  self->choices[BW_SIDE_TO] = BW_CHOICE_DRAFT;
  self->stale = TRUE;
}

/**
 * bw_comparing_new:
 *
 * Returns: (transfer full): the baseline beside the draft, not active yet
 */
BwComparing *
bw_comparing_new (BwWorkspace *workspace)
{
  BwComparing *self = g_object_new (BW_TYPE_COMPARING, NULL);

  self->workspace = g_object_ref (workspace);
  self->signals = g_signal_group_new (BW_TYPE_WORKSPACE);
  g_signal_group_connect_swapped (self->signals, "data-changed",
                                  G_CALLBACK (on_data_changed), self);
  g_signal_group_connect_swapped (self->signals, "results-changed",
                                  G_CALLBACK (bw_comparing_update), self);
  g_signal_group_connect_swapped (self->signals, "notify::segment",
                                  G_CALLBACK (bw_comparing_update), self);
  g_signal_group_connect_swapped (self->signals, "notify::dragging",
                                  G_CALLBACK (on_dragging), self);
  g_signal_group_set_target (self->signals, workspace);
  self->insights = bw_insights_dup_for (workspace);
  g_signal_connect_object (self->insights, "changed", G_CALLBACK (bw_comparing_take_draws), self,
                           G_CONNECT_SWAPPED);
  bw_comparing_follow_versions (self);

  return self;
}

BwWorkspace *
bw_comparing_get_workspace (BwComparing *self)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), NULL);

  return self->workspace;
}

gboolean
bw_comparing_get_active (BwComparing *self)
{
  g_return_val_if_fail (BW_IS_COMPARING (self), FALSE);

  return self->active;
}

void
bw_comparing_set_active (BwComparing *self,
                         gboolean     active)
{
  g_return_if_fail (BW_IS_COMPARING (self));

  if (active == self->active)
    return;

  self->active = active;
  if (!active)
    bw_comparing_stop_firming (self);
  else if (self->stale)
    bw_comparing_update (self);
  else
    bw_comparing_firm_later (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}
