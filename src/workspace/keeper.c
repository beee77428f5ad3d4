/* The file that a workspace is kept in: opened, and written to as things change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The object is in this file, from changes to what is written in keeper-flow.c, which file is open
 * in keeper-place.c, opening and closing in keeper-open.c, naming in keeper-save-as.c, work that was
 * left in keeper-left.c. All of it runs on the main thread; the store is used by the writer's thread
 * alone, which sees values and never the keeper. */

#include "workspace/keeper-private.h"

#include <glib/gi18n-lib.h>

#define PATIENCE (5 * G_USEC_PER_SEC) /* for the last batch, where the program ends */

static GParamSpec *properties[BW_KEEPER_CHANGED + 1];
static guint signals[BW_KEEPER_VIEW_OPENED + 1];

G_DEFINE_FINAL_TYPE (BwKeeper, bw_keeper, G_TYPE_OBJECT)

static void
bw_keeper_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  BwKeeper *self = BW_KEEPER (object);

  switch ((BwKeeperProperty) property_id)
    {
    case BW_KEEPER_NAME:
      g_value_set_string (value, self->name);
      break;

    case BW_KEEPER_FILE:
      g_value_set_object (value, self->file);
      break;

    case BW_KEEPER_UNTITLED:
      g_value_set_boolean (value, self->untitled);
      break;

    case BW_KEEPER_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;

    case BW_KEEPER_WHY_READ_ONLY:
      g_value_set_string (value, self->why_read_only);
      break;

    case BW_KEEPER_DAMAGE:
      g_value_set_string (value, self->damage);
      break;

    case BW_KEEPER_TROUBLE:
      g_value_set_string (value, self->trouble);
      break;

    case BW_KEEPER_SAVING:
      g_value_set_boolean (value, self->saving);
      break;

    case BW_KEEPER_CHANGED:
      g_value_set_boolean (value, self->changed);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

/* What is not in the file yet goes there now, while the program can still wait for it. */
static void
bw_keeper_dispose (GObject *object)
{
  BwKeeper *self = BW_KEEPER (object);

  if (self->queue != NULL)
    {
      const gboolean idle = bw_keeper_is_idle_work (self);

      bw_keeper_stop (self, PATIENCE);
      if (self->desk != NULL)
        bw_keeper_leave (self, g_steal_pointer (&self->desk), idle, NULL, NULL);
      bw_queue_end (g_steal_pointer (&self->queue), PATIENCE);
    }
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (bw_keeper_parent_class)->dispose (object);
}

static void
bw_keeper_finalize (GObject *object)
{
  BwKeeper *self = BW_KEEPER (object);

  g_clear_object (&self->folder);
  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->why_read_only);
  g_free (self->damage);
  g_free (self->trouble);
  g_ptr_array_unref (self->versions);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->imports);
  g_array_unref (self->listed);
  g_hash_table_unref (self->problems);
  g_hash_table_unref (self->views);
  g_clear_pointer (&self->kept_panel, bw_panel_unref);
  g_ptr_array_unref (self->data);
  g_clear_pointer (&self->draft, bw_model_unref);
  g_clear_pointer (&self->baseline, bw_model_unref);
  g_clear_pointer (&self->gone_model, bw_model_unref);
  g_clear_pointer (&self->instead, bw_model_unref);
  g_ptr_array_unref (self->waiting);

  G_OBJECT_CLASS (bw_keeper_parent_class)->finalize (object);
}

static GParamSpec *
make_text (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static GParamSpec *
make_flag (const char *name)
{
  return g_param_spec_boolean (name, NULL, NULL, FALSE,
                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
bw_keeper_class_init (BwKeeperClass *klass)
{
  static const char *const names[] = {
    [BW_KEEPER_VERSIONS_CHANGED] = "versions-changed",
    [BW_KEEPER_IMPORTS_CHANGED] = "imports-changed",
    [BW_KEEPER_NOTES_CHANGED] = "notes-changed",
    [BW_KEEPER_VIEW_OPENED] = "view-opened",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = bw_keeper_get_property;
  object_class->dispose = bw_keeper_dispose;
  object_class->finalize = bw_keeper_finalize;

  properties[BW_KEEPER_NAME] = make_text ("name");
  properties[BW_KEEPER_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[BW_KEEPER_UNTITLED] = make_flag ("untitled");
  properties[BW_KEEPER_READ_ONLY] = make_flag ("read-only");
  properties[BW_KEEPER_WHY_READ_ONLY] = make_text ("why-read-only");
  properties[BW_KEEPER_DAMAGE] = make_text ("damage");
  properties[BW_KEEPER_TROUBLE] = make_text ("trouble");
  properties[BW_KEEPER_SAVING] = make_flag ("saving");
  properties[BW_KEEPER_CHANGED] = make_flag ("changed");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_keeper_init (BwKeeper *self)
{
  self->queue = bw_queue_new ();
  self->versions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_version_row_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_note_row_free);
  self->imports = g_ptr_array_new ();
  self->listed = g_array_new (FALSE, TRUE, sizeof (BwImport));
  self->problems = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->views = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                       (GDestroyNotify) bw_view_row_free);
  self->data = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_pending_data_free);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * bw_keeper_new:
 * @workspace: that is kept; of one keeper alone
 * @untitled: folder of the user's own for work without a name; it is made when it is needed
 *
 * Nothing is open at first. With the first data of @workspace a file without a name begins.
 */
BwKeeper *
bw_keeper_new (BwWorkspace *workspace,
               GFile       *untitled)
{
  BwKeeper *self;

  g_return_val_if_fail (BW_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (G_IS_FILE (untitled), NULL);

  self = g_object_new (BW_TYPE_KEEPER, NULL);
  self->workspace = g_object_ref (workspace);
  self->folder = g_object_ref (untitled);
  bw_keeper_follow (self);

  return self;
}

void
bw_keeper_emit (BwKeeper      *self,
                BwKeeperSignal signal)
{
  g_signal_emit (self, signals[signal], 0);
}

void
bw_keeper_notify (BwKeeper        *self,
                  BwKeeperProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Sets the text of @property at @place, and tells where it is another. */
void
bw_keeper_set_text (BwKeeper        *self,
                    BwKeeperProperty property,
                    char           **place,
                    const char      *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return;

  g_free (*place);
  *place = g_strdup (text);
  bw_keeper_notify (self, property);
}

/* Sets the flag of @property at @place, and tells where it is another. */
void
bw_keeper_set_flag (BwKeeper        *self,
                    BwKeeperProperty property,
                    gboolean        *place,
                    gboolean         value)
{
  if (*place == value)
    return;

  *place = value;
  bw_keeper_notify (self, property);
}

/* Who works here, for what is signed. */
char *
bw_keeper_dup_author (void)
{
  const char *name = g_get_real_name ();

  return g_strdup (g_str_equal (name, "Unknown") ? g_get_user_name () : name);
}

/**
 * bw_keeper_get_workspace:
 *
 * Returns: (transfer none): what is kept
 */
BwWorkspace *
bw_keeper_get_workspace (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);

  return self->workspace;
}

const char *
bw_keeper_get_name (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);

  return self->name;
}

/**
 * bw_keeper_get_file:
 *
 * Returns: (transfer none) (nullable): what is open, %NULL for work without a name
 */
GFile *
bw_keeper_get_file (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);

  return self->file;
}

gboolean
bw_keeper_get_untitled (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), FALSE);

  return self->untitled;
}

gboolean
bw_keeper_get_read_only (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), FALSE);

  return self->read_only;
}

const char *
bw_keeper_get_why_read_only (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);

  return self->why_read_only;
}

const char *
bw_keeper_get_damage (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);

  return self->damage;
}

const char *
bw_keeper_get_trouble (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), NULL);

  return self->trouble;
}

gboolean
bw_keeper_get_saving (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), FALSE);

  return self->saving;
}

gboolean
bw_keeper_get_changed (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), FALSE);

  return self->changed;
}

/**
 * bw_keeper_get_unsaved:
 *
 * Returns: whether the open file cannot be written, and something was changed since it was opened
 *   that is more than how the window is set
 */
gboolean
bw_keeper_get_unsaved (BwKeeper *self)
{
  g_return_val_if_fail (BW_IS_KEEPER (self), FALSE);

  return self->read_only && bw_keeper_has_work (self);
}

/**
 * bw_keeper_set_passing:
 * @passing: whether the open work without a name is of no importance, such as the sample
 *
 * Work that is passing is thrown away when it is closed, unless its model was edited, or a version or
 * a note was kept. It is not passing any more once it has a name.
 */
void
bw_keeper_set_passing (BwKeeper *self,
                       gboolean  passing)
{
  g_return_if_fail (BW_IS_KEEPER (self));

  self->passing = passing && self->untitled;
}
