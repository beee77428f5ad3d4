/* A field for a note: text of several lines, and buttons that keep it or leave it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+Enter keeps, Escape leaves; Tab goes on, since a note is prose. */

#include "app/note-field.h"

#include <glib/gi18n-lib.h>

#define LONGEST 20000 /* characters */

struct _BwNoteField
{
  AdwBin parent_instance;

  GtkTextView   *view;
  GtkTextBuffer *buffer;
  GtkWidget     *keep;
  GtkWidget     *leave;
};

enum
{
  WRITTEN,
  LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwNoteField, bw_note_field, ADW_TYPE_BIN)

/**
 * bw_note_field_dup_text:
 *
 * Returns: (transfer full): what is written, without blanks around it
 */
char *
bw_note_field_dup_text (BwNoteField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_start_iter (self->buffer, &start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &end, LONGEST);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

static void
on_changed (BwNoteField *self)
{
  g_autofree char *text = bw_note_field_dup_text (self);

  gtk_widget_set_sensitive (self->keep, *text != '\0');
}

static void
on_keep (BwNoteField *self)
{
  g_autofree char *text = bw_note_field_dup_text (self);

  if (*text != '\0')
    g_signal_emit (self, signals[WRITTEN], 0, text);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_leave (BwNoteField *self)
{
  g_signal_emit (self, signals[LEFT], 0);
}

static gboolean
on_key (BwNoteField    *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  if ((key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK) != 0)
    on_keep (self);
  else if (key == GDK_KEY_Escape && gtk_widget_get_visible (self->leave))
    on_leave (self);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static gboolean
bw_note_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BW_NOTE_FIELD (widget)->view));
}

static void
bw_note_field_class_init (BwNoteFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = bw_note_field_grab_focus;

  signals[WRITTEN] = g_signal_new ("written", BW_TYPE_NOTE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", BW_TYPE_NOTE_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/note-field.ui");
  gtk_widget_class_bind_template_child (widget_class, BwNoteField, view);
  gtk_widget_class_bind_template_child (widget_class, BwNoteField, buffer);
  gtk_widget_class_bind_template_child (widget_class, BwNoteField, keep);
  gtk_widget_class_bind_template_child (widget_class, BwNoteField, leave);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_keep);
  gtk_widget_class_bind_template_callback (widget_class, on_leave);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
bw_note_field_init (BwNoteField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_note_field_new:
 * @label: what a screen reader calls the text
 * @keep: what the button says that keeps it
 */
GtkWidget *
bw_note_field_new (const char *label,
                   const char *keep)
{
  BwNoteField *self = g_object_new (BW_TYPE_NOTE_FIELD, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_button_set_label (GTK_BUTTON (self->keep), keep);

  return GTK_WIDGET (self);
}

void
bw_note_field_set_text (BwNoteField *self,
                        const char  *text)
{
  gtk_text_buffer_set_text (self->buffer, text, -1);
}

/**
 * bw_note_field_set_can_leave:
 * @can_leave: whether there is a button, and a key, that leaves the text as it was
 */
void
bw_note_field_set_can_leave (BwNoteField *self,
                             gboolean     can_leave)
{
  gtk_widget_set_visible (self->leave, can_leave);
}
