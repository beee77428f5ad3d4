/* What differs between two models: sentences below each other, the first few until all are asked for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/difference-list.h"

#include <glib/gi18n-lib.h>

#define REST "bw-rest" /* under which a list keeps the sentences that are not shown yet */

static GtkWidget *
make_line (const char *sentence)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *dot = g_object_new (GTK_TYPE_LABEL, "label", "•", "yalign", 0.0, "accessible-role",
                                 GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (dot, "dim-label");
  gtk_box_append (GTK_BOX (line), dot);
  gtk_box_append (GTK_BOX (line), label);

  return line;
}

/* Appends the lines that were kept back; the button is of no use any more. */
static void
on_more (GtkWidget *list,
         GtkWidget *button)
{
  g_auto(GStrv) rest = g_object_steal_data (G_OBJECT (list), REST);

  gtk_widget_set_visible (button, FALSE);
  for (guint i = 0; rest != NULL && rest[i] != NULL; i++)
    gtk_box_append (GTK_BOX (list), make_line (rest[i]));
}

static GtkWidget *
make_more (GtkWidget *list,
           guint      n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("Show %u More", "Show %u More", n), n);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "quiet-text");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_more), list, G_CONNECT_SWAPPED);

  return button;
}

/**
 * bw_difference_list_new:
 * @sentences: (array zero-terminated=1): at least one
 * @most: that are shown at first; a lone one more is shown too
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
bw_difference_list_new (const char *const *sentences,
                        guint              most)
{
  GtkWidget *list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  const guint n = g_strv_length ((char **) sentences);
  const guint n_shown = n > most + 1 ? most : n;

  for (guint i = 0; i < n_shown; i++)
    gtk_box_append (GTK_BOX (list), make_line (sentences[i]));
  if (n_shown < n)
    {
      g_object_set_data_full (G_OBJECT (list), REST, g_strdupv ((char **) sentences + n_shown),
                              (GDestroyNotify) g_strfreev);
      gtk_box_append (GTK_BOX (list), make_more (list, n - n_shown));
    }

  return list;
}
