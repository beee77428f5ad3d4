/* Lines of words with a number at their end, as the cards about a customer list them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/point-lines.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

void
bw_point_lines_clear (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           gboolean    number)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1.0 : 0.0);
  gtk_label_set_wrap (GTK_LABEL (label), !number);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (label, !number);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (number)
    {
      gtk_widget_add_css_class (label, "heading");
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/**
 * bw_point_lines_add:
 * @number: (nullable): in bold, at the end
 * @spoken: (nullable): what a screen reader says of the line; %NULL for @words and @number
 *
 * Returns: (transfer none): the label with @words
 */
GtkWidget *
bw_point_lines_add (GtkListBox *list,
                    const char *words,
                    const char *number,
                    const char *spoken)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = add_label (box, words, FALSE);
  g_autofree char *both = number == NULL ? g_strdup (words) : g_strdup_printf ("%s: %s", words, number);

  if (number != NULL)
    add_label (box, number, TRUE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken != NULL ? spoken : both, -1);
  gtk_list_box_append (list, row);

  return label;
}

/**
 * bw_point_lines_add_head:
 * @number: (nullable):
 *
 * Adds a line that the lines below it belong to.
 */
void
bw_point_lines_add_head (GtkListBox *list,
                         const char *words,
                         const char *number)
{
  gtk_widget_add_css_class (bw_point_lines_add (list, words, number, NULL), "caption-heading");
}

/**
 * bw_point_lines_add_note:
 *
 * Adds a line that says something about the others.
 */
void
bw_point_lines_add_note (GtkListBox *list,
                         const char *words)
{
  GtkWidget *label = bw_point_lines_add (list, words, NULL, NULL);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
}

/**
 * bw_point_lines_add_points:
 * @tenths: of a point, shown with their sign
 */
void
bw_point_lines_add_points (GtkListBox *list,
                           const char *words,
                           int         tenths)
{
  g_autofree char *points = bw_format_signed (tenths / 10.0, 1);
  /* TRANSLATORS: read out: what changed, and the points that it makes */
  g_autofree char *spoken = g_strdup_printf (_("%s: %s points"), words, points);

  bw_point_lines_add (list, words, points, spoken);
}

/**
 * bw_point_lines_get_text:
 * @before: what each line begins with
 *
 * Returns: (transfer full): all lines as they are read, each with a line break, to be pasted
 */
char *
bw_point_lines_get_text (GtkListBox *list,
                         const char *before)
{
  g_autoptr(GString) text = g_string_new (NULL);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      GtkWidget *label = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
      GtkWidget *number = gtk_widget_get_next_sibling (label);

      g_string_append_printf (text, "%s%s", before, gtk_label_get_label (GTK_LABEL (label)));
      if (number != NULL)
        g_string_append_printf (text, ": %s", gtk_label_get_label (GTK_LABEL (number)));
      g_string_append_c (text, '\n');
    }

  return g_strdup (text->str);
}
