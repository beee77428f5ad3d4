/* An import in the making: what was read so far, what a person asks of it, what could not be read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked stands in a queue; a worker carries out its head, while more may be asked. Edits of
 * the mapping that stand together are carried out together. What is shown of the mapping is the
 * wish: the mapping there is under all edits that are still to be carried out. */

#include "workspace/importing-private.h"

#include <math.h>

typedef enum
{
  PROP_BUSY = 1,
} BwImportingProperty;

static GParamSpec *properties[PROP_BUSY + 1];

enum
{
  CHANGED,
  FAILED,
  ENDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwImporting, bw_importing, G_TYPE_OBJECT)

static void start_next (BwImporting *self);

void
bw_step_free (BwStep *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->choices, bw_reading_free);
  g_clear_pointer (&self->before, bw_reading_free);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  if (self->destroy != NULL)
    self->destroy (self->data);
  g_free (self->source);
  g_free (self);
}

/**
 * bw_step_apply:
 *
 * Returns: (transfer full): @mapping with the edit, or as it was where its source is gone
 */
BwMapping *
bw_step_apply (const BwStep *self,
               BwMapping    *mapping)
{
  guint source = 0;

  while (self->source != NULL && source < bw_mapping_get_n_sources (mapping) &&
         !g_str_equal (bw_mapping_get_source (mapping, source)->id, self->source))
    source++;
  if (source >= bw_mapping_get_n_sources (mapping))
    return bw_mapping_ref (mapping);

  return self->edit (mapping, source, self->data);
}

static void
work_free (gpointer data)
{
  BwImportWork *work = data;

  bw_import_state_clear (&work->state);
  g_clear_pointer (&work->open, bw_intake_unref);
  g_clear_object (&work->memory);
  g_clear_pointer (&work->steps, g_ptr_array_unref);
  g_clear_error (&work->failure);
  g_free (work);
}

static BwImportWork *
work_new (BwImporting *self)
{
  BwImportWork *work = g_new0 (BwImportWork, 1);

  bw_import_state_copy (&self->state, &work->state);
  work->open = self->open == NULL ? NULL : bw_intake_ref (self->open);
  g_set_object (&work->memory, self->memory);
  work->steps = g_ptr_array_ref (self->doing);
  work->progress = self->progress;
  work->progress_data = self->progress_data;

  return work;
}

/* Runs in a worker thread: it sees files and values, never the object. */
static void
work_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr(GError) error = NULL;

  if (bw_import_work_do (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
on_done (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  BwImporting *self = BW_IMPORTING (source);
  BwImportWork *work = g_task_get_task_data (G_TASK (result));
  g_autoptr(GPtrArray) steps = g_steal_pointer (&self->doing);
  g_autoptr(GCancellable) cancellable = g_steal_pointer (&self->cancellable);
  g_autoptr(GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      bw_import_state_clear (&self->state);
      self->state = work->state;
      work->state = (BwImportState) { 0 };
      for (guint i = 0; i < steps->len; i++)
        bw_importing_settle (self, steps->pdata[i]);
      error = g_steal_pointer (&work->failure);
    }
  else if (!g_cancellable_is_cancelled (cancellable))
    {
      for (guint i = steps->len; i > 0; i--)
        bw_importing_take_back (self, steps->pdata[i - 1]);
    }

  g_clear_pointer (&self->wish, bw_mapping_unref);
  start_next (self);
  g_signal_emit (self, signals[CHANGED], 0);
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
  if (self->doing == NULL)
    {
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
      g_signal_emit (self, signals[ENDED], 0);
    }
}

/* Takes the head of the queue: one step, or all edits that stand together. */
static void
start_next (BwImporting *self)
{
  g_autoptr(GTask) task = NULL;
  const BwStep *head = g_queue_peek_head (&self->asked);

  if (head == NULL)
    return;

  self->doing = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_step_free);
  do
    g_ptr_array_add (self->doing, g_queue_pop_head (&self->asked));
  while (head->kind == BW_STEP_EDIT && !g_queue_is_empty (&self->asked) &&
         ((BwStep *) g_queue_peek_head (&self->asked))->kind == BW_STEP_EDIT);

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, on_done, NULL);
  g_task_set_source_tag (task, bw_importing_push);
  g_task_set_task_data (task, work_new (self), work_free);
  g_task_run_in_thread (task, work_in_thread);
}

/* Puts an edit on top of the wish. */
static void
apply_edit (gpointer data,
            gpointer user_data)
{
  BwImporting *self = user_data;
  const BwStep *step = data;
  BwMapping *edited;

  if (step->kind != BW_STEP_EDIT)
    return;
  edited = bw_step_apply (step, self->wish);
  bw_mapping_unref (self->wish);
  self->wish = edited;
}

/**
 * bw_importing_push:
 * @step: (transfer full): what is asked
 */
void
bw_importing_push (BwImporting *self,
                   BwStep      *step)
{
  g_queue_push_tail (&self->asked, step);
  if (self->wish != NULL)
    apply_edit (step, self);
  if (self->doing != NULL)
    return;

  start_next (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
bw_importing_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  switch ((BwImportingProperty) property_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, bw_importing_get_busy (BW_IMPORTING (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bw_importing_finalize (GObject *object)
{
  BwImporting *self = BW_IMPORTING (object);

  g_queue_clear_full (&self->asked, (GDestroyNotify) bw_step_free);
  bw_import_state_clear (&self->state);
  g_clear_pointer (&self->open, bw_intake_unref);
  g_clear_object (&self->memory);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  g_clear_pointer (&self->wish, bw_mapping_unref);
  g_clear_pointer (&self->nothing, bw_reading_free);
  if (self->progress_destroy != NULL)
    self->progress_destroy (self->progress_data);

  G_OBJECT_CLASS (bw_importing_parent_class)->finalize (object);
}

static void
bw_importing_class_init (BwImportingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = bw_importing_finalize;
  object_class->get_property = bw_importing_get_property;

  properties[PROP_BUSY] =
    g_param_spec_boolean ("busy", NULL, NULL,
                          FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_IMPORTING, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", BW_TYPE_IMPORTING, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[ENDED] = g_signal_new ("ended", BW_TYPE_IMPORTING, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_importing_init (BwImporting *self)
{
  g_queue_init (&self->asked);
  self->state.namesakes = (BwImportNamesakes) { .written = NAN, .beside = NAN };
  self->state.unread = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_unread_free);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
  self->choices = bw_importing_new_choices ();
  self->nothing = bw_reading_new ();
}

/**
 * bw_importing_new:
 * @open: (nullable): what is open and may be added to
 * @memory: (nullable): folder of the mappings of last time
 */
BwImporting *
bw_importing_new (BwIntake *open,
                  GFile    *memory)
{
  BwImporting *self = g_object_new (BW_TYPE_IMPORTING, NULL);

  self->open = open == NULL ? NULL : bw_intake_ref (open);
  g_set_object (&self->memory, memory);

  return self;
}

/**
 * bw_importing_set_progress:
 * @progress: (nullable): called now and then **from the worker's thread**
 * @user_data: for @progress; freed with @destroy when @self goes or it is set again, which may not
 *   be while something is under way
 */
void
bw_importing_set_progress (BwImporting   *self,
                           BwProgressFunc progress,
                           gpointer       user_data,
                           GDestroyNotify destroy)
{
  g_return_if_fail (BW_IS_IMPORTING (self));
  g_return_if_fail (self->doing == NULL);

  if (self->progress_destroy != NULL)
    self->progress_destroy (self->progress_data);
  self->progress = progress;
  self->progress_data = user_data;
  self->progress_destroy = destroy;
}

/**
 * bw_importing_get_intake:
 *
 * Returns: (transfer none) (nullable): what was read and mapped last; %NULL where nothing was yet, or
 *   could be
 */
BwIntake *
bw_importing_get_intake (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), NULL);

  return self->state.intake;
}

/**
 * bw_importing_get_mapping:
 *
 * Returns: (transfer none) (nullable): the mapping under all corrections that were asked for
 */
BwMapping *
bw_importing_get_mapping (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), NULL);

  if (self->state.intake == NULL)
    return NULL;
  if (self->wish == NULL)
    {
      self->wish = bw_mapping_ref (bw_intake_get_mapping (self->state.intake));
      if (self->doing != NULL)
        g_ptr_array_foreach (self->doing, apply_edit, self);
      g_queue_foreach (&self->asked, apply_edit, self);
    }

  return self->wish;
}

/**
 * bw_importing_get_facts:
 *
 * Returns: (transfer none): what bw_importing_get_intake() comes to
 */
const BwImportFacts *
bw_importing_get_facts (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), NULL);

  return &self->state.facts;
}

gboolean
bw_importing_get_busy (BwImporting *self)
{
  g_return_val_if_fail (BW_IS_IMPORTING (self), FALSE);

  return self->doing != NULL;
}
