/* A quiet button, "3 hints", whose list says what a person should look at, and leads there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list is made when it is opened, so that it costs nothing while weights are moved. The button
 * keeps its place where there are no hints, so that no slider moves away under the pointer. */

#include "widgets/hints-button.h"

#include "chart/hint-words.h"

#include <glib/gi18n-lib.h>

struct _BwHintsButton
{
  AdwBin parent_instance;

  BwWorkspace *workspace;
  GArray      *hints; /* BwHint, or NULL */

  GtkMenuButton *button;
  GtkWidget     *popover;
  GtkBox        *list;
};

G_DEFINE_FINAL_TYPE (BwHintsButton, bw_hints_button, ADW_TYPE_BIN)

static void
on_show (BwHintsButton *self,
         GtkWidget     *row_button)
{
  const guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row_button), "hint"));
  BwModel *model = bw_workspace_get_model (self->workspace);
  const char *subject, *editor;
  BwHint hint;

  if (self->hints == NULL || i >= self->hints->len)
    return;

  hint = g_array_index (self->hints, BwHint, i);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
  editor = bw_hint_get_editor (model, &hint, &subject);
  if (editor != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit", "(ss)", editor, subject);
  else if (hint.segment < bw_model_get_n_segments (model))
    bw_workspace_set_segment (self->workspace, hint.segment);
}

static void
add_row (BwHintsButton *self,
         guint          i)
{
  g_autofree char *text = bw_hint_to_words (bw_workspace_get_model (self->workspace),
                                            &g_array_index (self->hints, BwHint, i));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new_with_label (_("Show"));
  /* TRANSLATORS: the accessible name of a button; %s is a sentence */
  g_autofree char *name = g_strdup_printf (_("Show: %s"), text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 34);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "hint", GUINT_TO_POINTER (i));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_show), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  gtk_box_append (self->list, row);
}

static void
fill (BwHintsButton *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, child);
  for (guint i = 0; self->hints != NULL && i < self->hints->len; i++)
    add_row (self, i);
}

static void
bw_hints_button_dispose (GObject *object)
{
  BwHintsButton *self = BW_HINTS_BUTTON (object);

  g_clear_pointer (&self->hints, g_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (bw_hints_button_parent_class)->dispose (object);
}

static void
bw_hints_button_class_init (BwHintsButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_hints_button_dispose;
}

static void
bw_hints_button_init (BwHintsButton *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "hints");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), scrolled);
  g_signal_connect_swapped (self->popover, "show", G_CALLBACK (fill), self);

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, _("No hints"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), FALSE);
  gtk_menu_button_set_popover (self->button, self->popover);
  gtk_widget_set_halign (GTK_WIDGET (self->button), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "hints-button");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
}

/**
 * bw_hints_button_show:
 * @insights: what is known now; while nothing is, the button stays as it was
 */
void
bw_hints_button_show (BwHintsButton *self,
                      BwWorkspace   *workspace,
                      BwInsights    *insights)
{
  GArray *hints = bw_insights_get_hints (insights);
  g_autofree char *label = NULL;

  g_return_if_fail (BW_IS_HINTS_BUTTON (self));

  g_set_object (&self->workspace, workspace);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), hints != NULL && hints->len > 0);
  if (hints == NULL)
    return;

  g_clear_pointer (&self->hints, g_array_unref);
  self->hints = g_array_ref (hints);
  label = hints->len == 0
          ? g_strdup (_("No hints"))
          : g_strdup_printf (ngettext ("%u hint", "%u hints", hints->len), hints->len);
  gtk_menu_button_set_label (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  if (gtk_widget_get_mapped (self->popover))
    fill (self);
}
