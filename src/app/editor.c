/* A part of the model being shaped: the subject, and the wish to be closed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/editor.h"

typedef enum
{
  SIGNAL_CLOSE,
} BwEditorSignal;

static guint signals[SIGNAL_CLOSE + 1];

G_DEFINE_ABSTRACT_TYPE (BwEditor, bw_editor, BW_TYPE_LIVE)

static void
bw_editor_class_init (BwEditorClass *klass)
{
  signals[SIGNAL_CLOSE] = g_signal_new ("close", BW_TYPE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 0);
}

static void
bw_editor_init (BwEditor *self)
{
}

/**
 * bw_editor_set_subject:
 * @subject: the id of what is edited; "" for a new one, or where there is only one
 */
void
bw_editor_set_subject (BwEditor   *self,
                       const char *subject)
{
  g_return_if_fail (BW_IS_EDITOR (self));
  g_return_if_fail (subject != NULL);

  if (BW_EDITOR_GET_CLASS (self)->set_subject != NULL)
    BW_EDITOR_GET_CLASS (self)->set_subject (self, subject);
}

/**
 * bw_editor_close:
 *
 * Says that nothing is left to edit: what was edited is gone, or a person is done with it.
 */
void
bw_editor_close (BwEditor *self)
{
  g_return_if_fail (BW_IS_EDITOR (self));

  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
close_if_shown (gpointer user_data)
{
  g_autoptr(BwEditor) self = user_data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    bw_editor_close (self);
}

/**
 * bw_editor_close_later:
 *
 * Does what bw_editor_close() does as soon as all have been told of what happens now.
 */
void
bw_editor_close_later (BwEditor *self)
{
  g_return_if_fail (BW_IS_EDITOR (self));

  g_idle_add_once (close_if_shown, g_object_ref (self));
}
