/* How well the score told who left: by which outcome, judged how long before, draft beside baseline. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The object is in this file, what can be chosen in validating-choice.c, the work in validating-work.c,
 * what follows a drag in validating-drag.c, what the exports had in validating-files.c. */

#include "workspace/validating-private.h"

#define KEY "bw-validating" /* under which a workspace keeps it */

enum
{
  CHANGED,
  GLANCE_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwValidating, bw_validating, G_TYPE_OBJECT)

void
bw_validating_tell (BwValidating *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bw_validating_glance_changed (BwValidating *self)
{
  g_signal_emit (self, signals[GLANCE_CHANGED], 0);
}

static void
on_data_changed (BwValidating *self)
{
  bw_validating_stop (self);
  bw_validating_forget_all (self);
  if (bw_workspace_get_panel (self->workspace) == NULL)
    {
      self->teller = BW_TELLER_PROPOSED;
      g_clear_pointer (&self->column, g_free);
      g_clear_pointer (&self->date, g_free);
      g_clear_pointer (&self->gone, g_strfreev);
      self->lead = BW_COHORT_LEAD;
      self->every = FALSE;
    }
  bw_validating_begin_later (self);
  bw_validating_tell (self);
}

/* Other scores: of a nudge, or of another draft. */
static void
on_results_changed (BwValidating *self)
{
  if (bw_workspace_get_results (self->workspace) == NULL)
    return;

  if (bw_workspace_get_dragging (self->workspace))
    {
      bw_validating_nudge (self);
      return;
    }

  if (bw_validating_stands (self))
    self->glance = self->told;
  bw_validating_begin_later (self);
  bw_validating_tell (self);
}

static void
on_dragging (BwValidating *self)
{
  if (!bw_workspace_get_dragging (self->workspace))
    {
      bw_validating_let_go (self);
      bw_validating_begin_later (self);
      return;
    }

  bw_validating_stop (self);
  bw_validating_take_hold (self);
}

static void
bw_validating_dispose (GObject *object)
{
  BwValidating *self = BW_VALIDATING (object);

  bw_validating_stop (self);
  bw_validating_forget_all (self);
  bw_validating_forget_report (self);
  g_clear_weak_pointer (&self->workspace);

  G_OBJECT_CLASS (bw_validating_parent_class)->dispose (object);
}

static void
bw_validating_finalize (GObject *object)
{
  BwValidating *self = BW_VALIDATING (object);

  g_free (self->column);
  g_free (self->date);
  g_strfreev (self->gone);

  G_OBJECT_CLASS (bw_validating_parent_class)->finalize (object);
}

static void
bw_validating_class_init (BwValidatingClass *klass)
{
  static const char *const names[] = {
    [CHANGED] = "changed",
    [GLANCE_CHANGED] = "glance-changed",
  };

  G_OBJECT_CLASS (klass)->dispose = bw_validating_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_validating_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                               NULL, G_TYPE_NONE, 0);
}

static void
bw_validating_init (BwValidating *self)
{
  self->lead = BW_COHORT_LEAD;
}

/* A change of the draft comes with other results; one of the baseline alone does not always. */
static void
follow (BwValidating *self)
{
  static const struct
  {
    const char *signal;
    void        (*handler) (BwValidating *self);
  } rows[] = {
    { "data-changed", on_data_changed },
    { "results-changed", on_results_changed },
    { "notify::dragging", on_dragging },
    { "notify::edited", bw_validating_begin_later },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_signal_connect_object (self->workspace, rows[i].signal, G_CALLBACK (rows[i].handler), self,
                             G_CONNECT_SWAPPED);
  bw_validating_follow_file (self);
  bw_validating_follow_imports (self);
  bw_validating_begin_later (self);
}

/**
 * bw_validating_of:
 *
 * Returns: (transfer none): the one of @workspace, whose keeper is lent already if it has one
 */
BwValidating *
bw_validating_of (BwWorkspace *workspace)
{
  BwValidating *self;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);

  self = g_object_get_data (G_OBJECT (workspace), KEY);
  if (self == NULL)
    {
      self = g_object_new (BW_TYPE_VALIDATING, NULL);
      g_set_weak_pointer (&self->workspace, workspace);
      g_object_set_data_full (G_OBJECT (workspace), KEY, self, g_object_unref);
      follow (self);
    }

  return self;
}

/**
 * bw_validating_get_busy:
 *
 * Returns: whether what is lent is not (yet) that of the draft
 */
gboolean
bw_validating_get_busy (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), FALSE);

  return self->cancellable != NULL || self->timeout != 0;
}

/**
 * bw_validating_get_error:
 *
 * Returns: (transfer none) (nullable): why there is no outcome of what was chosen, as a sentence
 */
const char *
bw_validating_get_error (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  return self->error;
}

/**
 * bw_validating_get_outcome:
 *
 * Returns: (transfer none) (nullable): the outcome that was chosen
 */
BwOutcome *
bw_validating_get_outcome (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  return self->outcome;
}

/**
 * bw_validating_get_cohort:
 *
 * Returns: (transfer none) (nullable): who is judged
 */
BwCohort *
bw_validating_get_cohort (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  return self->cohort;
}

/**
 * bw_validating_get_validation:
 *
 * Returns: (transfer none) (nullable): that of the draft; of the draft before while another is worked out
 */
BwValidation *
bw_validating_get_validation (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  return self->validation;
}

/**
 * bw_validating_get_glances:
 * @baseline: (out): what the baseline tells
 * @draft: (out): what the draft tells; during a drag, what the nudge does
 *
 * Returns: whether there is anything to tell
 */
gboolean
bw_validating_get_glances (BwValidating *self,
                           BwGlance     *baseline,
                           BwGlance     *draft)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), FALSE);

  if (!self->glanced)
    return FALSE;

  *baseline = self->baseline;
  *draft = self->glance;

  return TRUE;
}

/**
 * bw_validating_get_prepared:
 *
 * Returns: (transfer none) (nullable): what the validation was scored from
 */
BwPrepared *
bw_validating_get_prepared (BwValidating *self)
{
  g_return_val_if_fail (BW_IS_VALIDATING (self), NULL);

  return self->prepared;
}

/**
 * bw_validating_get_segment:
 *
 * Returns: the segment that is chosen in the workspace, as the model of the validation knows it;
 *   %BW_ALL_SEGMENTS for all customers, where there is no validation, and where that model does not
 *   have it
 */
guint
bw_validating_get_segment (BwValidating *self)
{
  guint segment;

  g_return_val_if_fail (BW_IS_VALIDATING (self), BW_ALL_SEGMENTS);

  segment = bw_workspace_get_segment (self->workspace);
  if (segment == BW_ALL_SEGMENTS || self->validation == NULL)
    return BW_ALL_SEGMENTS;

  return bw_model_find_segment (bw_results_get_model (bw_validation_get_results (self->validation)),
                                bw_model_get_segment (bw_workspace_get_model (self->workspace), segment)->id);
}
