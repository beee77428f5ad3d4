/* A small question for a name, beside what it is for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer is told when the popover is gone: what is done with it may take the parent away. */

#include "widgets/name-popover.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GtkPopover *popover;
  GtkWidget  *entry;
  BwNameFunc  named;
  gpointer    user_data;
  char       *answer; /* or NULL where the question was dismissed */
} Question;

static void
free_question (gpointer data)
{
  g_free (((Question *) data)->answer);
  g_free (data);
}

static void
on_answered (Question *question)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry))));

  if (*name == '\0')
    {
      gtk_widget_error_bell (question->entry);
      return;
    }

  g_free (question->answer);
  question->answer = g_steal_pointer (&name);
  gtk_popover_popdown (question->popover);
}

/* Where the parent is gone meanwhile nobody is left to be told. */
static void
end (gpointer user_data)
{
  g_autoptr(GtkWidget) popover = user_data;
  const Question *question = g_object_get_data (G_OBJECT (popover), "question");

  if (gtk_widget_get_parent (popover) == NULL)
    return;

  gtk_widget_unparent (popover);
  if (question->answer != NULL)
    question->named (question->user_data, question->answer);
}

/* A popover is not taken apart while it tells of its end. */
static void
on_closed (GtkPopover *popover)
{
  g_idle_add_once (end, g_object_ref (popover));
}

static GtkWidget *
make_content (Question   *question,
              const char *text,
              const char *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_OK"));

  question->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (question->entry), name);
  gtk_editable_set_width_chars (GTK_EDITABLE (question->entry), 20);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (question->entry),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (button, "suggested-action");
  g_signal_connect_swapped (question->entry, "activate", G_CALLBACK (on_answered), question);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_answered), question);
  gtk_box_append (GTK_BOX (row), question->entry);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), row);

  return box;
}

/**
 * bw_name_popover_ask:
 * @parent: where the question stands
 * @name: what is proposed
 * @named: called with the name, never an empty one; not called where the question is dismissed
 * @user_data: for @named; it lives as long as @parent
 */
void
bw_name_popover_ask (GtkWidget  *parent,
                     const char *question,
                     const char *name,
                     BwNameFunc  named,
                     gpointer    user_data)
{
  GtkWidget *popover = gtk_popover_new ();
  Question *asked = g_new0 (Question, 1);

  asked->popover = GTK_POPOVER (popover);
  asked->named = named;
  asked->user_data = user_data;
  g_object_set_data_full (G_OBJECT (popover), "question", asked, free_question);
  gtk_popover_set_child (GTK_POPOVER (popover), make_content (asked, question, name));
  g_signal_connect (popover, "closed", G_CALLBACK (on_closed), NULL);
  g_signal_connect_object (parent, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (asked->entry);
}
