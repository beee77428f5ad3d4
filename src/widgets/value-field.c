/* A narrow field for a value that is typed: what is no value is marked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/value-field.h"

/**
 * bw_value_field_new:
 * @chars: its width
 *
 * Its own undo is off: what is typed becomes a step of the window's.
 */
GtkWidget *
bw_value_field_new (int chars)
{
  GtkWidget *self = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (self), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), chars);
  gtk_editable_set_alignment (GTK_EDITABLE (self), 1);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  gtk_widget_add_css_class (self, "numeric");

  return self;
}

/**
 * bw_value_field_grow:
 *
 * Makes the field as wide as what is in it wants. It does not shrink again: nothing jumps while a
 * value is dragged.
 */
void
bw_value_field_grow (GtkEntry *self)
{
  const int chars = MAX (gtk_editable_get_width_chars (GTK_EDITABLE (self)),
                         (int) gtk_entry_get_text_length (self));

  gtk_editable_set_width_chars (GTK_EDITABLE (self), chars);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self), chars);
}

gboolean
bw_value_field_is_wrong (GtkEntry *self)
{
  return gtk_widget_has_css_class (GTK_WIDGET (self), "error");
}

/**
 * bw_value_field_mark_wrong:
 * @what_to_do: (nullable): about what is no value; %NULL takes the mark away
 */
void
bw_value_field_mark_wrong (GtkEntry   *self,
                           const char *what_to_do)
{
  if (what_to_do != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), what_to_do);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               what_to_do != NULL ? GTK_ACCESSIBLE_INVALID_TRUE :
                               GTK_ACCESSIBLE_INVALID_FALSE, -1);
}
