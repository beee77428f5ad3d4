/* A button that shows what is chosen and opens a list to choose from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It shortens a long label, which a GtkMenuButton by itself does not. */

#include "widgets/choice-button.h"

#include <glib/gi18n-lib.h>

#define CHARS 9 /* that a label has room for at least */

struct _BwChoiceButton
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel      *label;
};

G_DEFINE_FINAL_TYPE (BwChoiceButton, bw_choice_button, ADW_TYPE_BIN)

static gboolean
bw_choice_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BW_CHOICE_BUTTON (widget)->button));
}

static gboolean
bw_choice_button_mnemonic_activate (GtkWidget *widget,
                                    gboolean   group_cycling)
{
  return gtk_widget_mnemonic_activate (GTK_WIDGET (BW_CHOICE_BUTTON (widget)->button),
                                       group_cycling);
}

static void
bw_choice_button_class_init (BwChoiceButtonClass *klass)
{
  GTK_WIDGET_CLASS (klass)->grab_focus = bw_choice_button_grab_focus;
  GTK_WIDGET_CLASS (klass)->mnemonic_activate = bw_choice_button_mnemonic_activate;
}

static void
bw_choice_button_init (BwChoiceButton *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-down-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_width_chars (self->label, CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), arrow);
  self->button = GTK_MENU_BUTTON (button);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_menu_button_set_child (self->button, box);
  /* GTK puts what is in the button into its middle. */
  gtk_widget_set_halign (gtk_widget_get_parent (box), GTK_ALIGN_FILL);
  gtk_widget_add_css_class (button, "choice");
  adw_bin_set_child (ADW_BIN (self), button);
}

/**
 * bw_choice_button_new:
 * @popover: (transfer floating): what it opens
 */
GtkWidget *
bw_choice_button_new (BwChoicePopover *popover)
{
  BwChoiceButton *self = g_object_new (BW_TYPE_CHOICE_BUTTON, NULL);

  gtk_menu_button_set_popover (self->button, GTK_WIDGET (popover));

  return GTK_WIDGET (self);
}

/**
 * bw_choice_button_set_label:
 * @label: (nullable): what is chosen
 */
void
bw_choice_button_set_label (BwChoiceButton *self,
                            const char     *label)
{
  g_return_if_fail (BW_IS_CHOICE_BUTTON (self));

  gtk_label_set_label (self->label, label == NULL ? _("Choose…") : label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), label);
}

/**
 * bw_choice_button_set_name:
 * @name: what a screen reader says
 */
void
bw_choice_button_set_name (BwChoiceButton *self,
                           const char     *name)
{
  g_return_if_fail (BW_IS_CHOICE_BUTTON (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}
