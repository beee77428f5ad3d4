/* One note in a list: its text, who wrote it and when, and buttons that change or remove it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long note shows its first lines until all of it is asked for. */

#include "app/note-line.h"

#include "app/moment.h"
#include "app/note-field.h"

#include <glib/gi18n-lib.h>

#define LINES 6 /* that are shown at first */

struct _BwNoteLine
{
  AdwBin parent_instance;

  gint64 note;
  char  *said;

  GtkStack  *stack;
  GtkLabel  *text;
  GtkLabel  *origin;
  GtkWidget *more;
  GtkWidget *buttons;
  GtkWidget *edit;
};

enum
{
  CHANGED,
  REMOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwNoteLine, bw_note_line, ADW_TYPE_BIN)

static void
show_text (BwNoteLine *self)
{
  GtkWidget *field = gtk_stack_get_child_by_name (self->stack, "field");

  gtk_stack_set_visible_child_name (self->stack, "text");
  gtk_widget_grab_focus (self->edit);
  if (field != NULL)
    gtk_stack_remove (self->stack, field);
}

static void
on_written (BwNoteLine *self,
            const char *text)
{
  g_autofree char *kept = g_strdup (text);

  show_text (self);
  g_signal_emit (self, signals[CHANGED], 0, kept);
}

static void
on_edit (BwNoteLine *self)
{
  GtkWidget *field = bw_note_field_new (_("Note"), _("_Save"));

  bw_note_field_set_text (BW_NOTE_FIELD (field), self->said);
  bw_note_field_set_can_leave (BW_NOTE_FIELD (field), TRUE);
  g_signal_connect_object (field, "written", G_CALLBACK (on_written), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "left", G_CALLBACK (show_text), self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->stack, field, "field");
  gtk_stack_set_visible_child_name (self->stack, "field");
  gtk_widget_grab_focus (field);
}

static void
on_remove (BwNoteLine *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
on_more (BwNoteLine *self)
{
  gtk_label_set_lines (self->text, -1);
  gtk_label_set_ellipsize (self->text, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_label (self->text, self->said);
  gtk_widget_set_visible (self->more, FALSE);
}

/* The first lines of @text, at most so many characters of it. */
static char *
dup_head (const char *text)
{
  const char *end = text;
  guint n_lines = 1;

  for (guint n = 0; *end != '\0' && n < LINES * 60; n++, end = g_utf8_next_char (end))
    {
      if (*end == '\n' && ++n_lines > LINES)
        break;
    }

  return *end == '\0' ? NULL : g_strndup (text, end - text);
}

static void
bw_note_line_finalize (GObject *object)
{
  g_free (BW_NOTE_LINE (object)->said);

  G_OBJECT_CLASS (bw_note_line_parent_class)->finalize (object);
}

static void
bw_note_line_class_init (BwNoteLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_note_line_finalize;

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_NOTE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] = g_signal_new ("removed", BW_TYPE_NOTE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/note-line.ui");
  gtk_widget_class_bind_template_child (widget_class, BwNoteLine, stack);
  gtk_widget_class_bind_template_child (widget_class, BwNoteLine, text);
  gtk_widget_class_bind_template_child (widget_class, BwNoteLine, origin);
  gtk_widget_class_bind_template_child (widget_class, BwNoteLine, more);
  gtk_widget_class_bind_template_child (widget_class, BwNoteLine, buttons);
  gtk_widget_class_bind_template_child (widget_class, BwNoteLine, edit);
  gtk_widget_class_bind_template_callback (widget_class, on_edit);
  gtk_widget_class_bind_template_callback (widget_class, on_more);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
}

static void
bw_note_line_init (BwNoteLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_note_line_new:
 * @read_only: whether it can neither be changed nor removed
 */
GtkWidget *
bw_note_line_new (const BwNote *note,
                  gboolean      read_only)
{
  BwNoteLine *self = g_object_new (BW_TYPE_NOTE_LINE, NULL);
  g_autofree char *moment = bw_moment_to_text (note->at);
  g_autofree char *origin = *note->author == '\0' ? g_strdup (moment)
                            : g_strdup_printf ("%s · %s", moment, note->author);
  g_autofree char *head = dup_head (note->text);
  g_autofree char *cut = head == NULL ? NULL : g_strconcat (head, "…", NULL);

  self->note = note->id;
  self->said = g_strdup (note->text);
  gtk_label_set_label (self->text, cut != NULL ? cut : note->text);
  gtk_label_set_label (self->origin, origin);
  gtk_widget_set_visible (self->more, cut != NULL);
  gtk_widget_set_visible (self->buttons, !read_only);

  return GTK_WIDGET (self);
}

/**
 * bw_note_line_get_note:
 *
 * Returns: the id of the note
 */
gint64
bw_note_line_get_note (BwNoteLine *self)
{
  return self->note;
}
