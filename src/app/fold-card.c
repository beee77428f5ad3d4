/* A heading with a short note that unfolds to a list of lines: what is secondary stays out of the way. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/fold-card.h"

#include "widgets/point-lines.h"

struct _BwFoldCard
{
  GtkWidget parent_instance;

  GtkWidget  *expander;
  GtkLabel   *title;
  GtkLabel   *note;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (BwFoldCard, bw_fold_card, GTK_TYPE_WIDGET)

static void
bw_fold_card_dispose (GObject *object)
{
  g_clear_pointer (&BW_FOLD_CARD (object)->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (bw_fold_card_parent_class)->dispose (object);
}

static void
bw_fold_card_class_init (BwFoldCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_fold_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "foldcard");
}

static void
bw_fold_card_init (BwFoldCard *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *list = gtk_list_box_new ();

  self->title = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->title, 0);
  gtk_label_set_ellipsize (self->title, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->note, 1);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "numeric");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->note));

  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "changes");
  gtk_widget_set_margin_top (list, 4);

  self->expander = gtk_expander_new (NULL);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->expander), head);
  gtk_expander_set_child (GTK_EXPANDER (self->expander), list);
  gtk_widget_add_css_class (self->expander, "fold");
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
}

/**
 * bw_fold_card_new:
 * @framed: whether it stands by itself, with a heading, rather than in another card
 */
GtkWidget *
bw_fold_card_new (gboolean framed)
{
  BwFoldCard *self = g_object_new (BW_TYPE_FOLD_CARD, NULL);

  if (framed)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "card");
      gtk_widget_add_css_class (GTK_WIDGET (self), "chart-card");
      gtk_widget_add_css_class (GTK_WIDGET (self->title), "heading");
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
      gtk_widget_add_css_class (GTK_WIDGET (self->note), "dim-label");
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "heading");

  return GTK_WIDGET (self);
}

/**
 * bw_fold_card_get_list:
 *
 * Returns: (transfer none): where its lines go
 */
GtkListBox *
bw_fold_card_get_list (BwFoldCard *self)
{
  g_return_val_if_fail (BW_IS_FOLD_CARD (self), NULL);

  return self->list;
}

/**
 * bw_fold_card_set_title:
 * @note: what is the most important of the lines, in few words
 */
void
bw_fold_card_set_title (BwFoldCard *self,
                        const char *title,
                        const char *note)
{
  g_autofree char *both = g_strdup_printf ("%s: %s", title, note);

  g_return_if_fail (BW_IS_FOLD_CARD (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->note, note);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *note == '\0' ? title : both, -1);
}

/**
 * bw_fold_card_get_text:
 *
 * Returns: (transfer full): heading, note and lines, to be pasted; "" while it is not shown
 */
char *
bw_fold_card_get_text (BwFoldCard *self)
{
  const char *note = gtk_label_get_label (self->note);
  g_autofree char *lines = NULL;

  g_return_val_if_fail (BW_IS_FOLD_CARD (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return g_strdup ("");

  lines = bw_point_lines_get_text (self->list, "  ");

  return g_strconcat (gtk_label_get_label (self->title), *note == '\0' ? "" : ": ", note, "\n",
                      lines, NULL);
}
