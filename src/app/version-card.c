/* One version in a list: name, date, author, why, what changed, and what can be done with it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Its buttons name actions with the version's id, which the window around it has. */

#include "app/version-card.h"

#include "app/difference-list.h"
#include "app/moment.h"
#include "model/differences.h"

#include <glib/gi18n-lib.h>

#define MOST_DIFFERENCES 3 /* that are shown at first */

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

/* "22 Nov 2026, 10:45 · Anna" */
static GtkWidget *
make_origin (const BwVersion *version)
{
  g_autofree char *moment = bw_moment_to_text (version->at);
  g_autofree char *text = *version->author == '\0' ? g_strdup (moment)
                          : g_strdup_printf ("%s · %s", moment, version->author);
  GtkWidget *label = make_label (text, "caption");

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static void
add_item (GMenu      *menu,
          const char *label,
          const char *action,
          gint64      version)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "x", version);
  g_menu_append_item (menu, item);
}

/* What the menu of a version needs: menus are made when they are opened. */
typedef struct
{
  gint64   version;
  gboolean baseline;
} MenuFacts;

static void
fill_menu (GtkMenuButton *button,
           gpointer       user_data)
{
  const MenuFacts *facts = user_data;
  g_autoptr(GMenu) menu = g_menu_new ();

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  add_item (menu, _("_Go Back to It"), "versions.go-back", facts->version);
  if (!facts->baseline)
    /* TRANSLATORS: the draft is compared with this version from now on */
    add_item (menu, _("Make It the _Baseline"), "versions.baseline", facts->version);
  add_item (menu, _("_Save Its Model…"), "versions.save-model", facts->version);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static GtkWidget *
make_menu (const BwVersion *version)
{
  const MenuFacts facts = { version->id, version->baseline };
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name", "bw-more-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* TRANSLATORS: %s is the name of a version */
  g_autofree char *label = g_strdup_printf (_("More about “%s”"), version->name);

  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), fill_menu,
                                         g_memdup2 (&facts, sizeof facts), g_free);
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, _("Go back, make it the baseline, save its model"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return button;
}

static GtkWidget *
make_look (const BwVersion *version)
{
  GtkWidget *button = gtk_button_new_with_label (_("Compare With Draft"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", version->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "versions.look");
  gtk_widget_set_tooltip_text (button, _("Look at it beside the draft"));
  gtk_widget_set_valign (button, GTK_ALIGN_START);

  return button;
}

static GtkWidget *
make_head (const BwVersion *version)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (names), make_label (version->name, "heading"));
  if (version->baseline)
    {
      GtkWidget *mark = gtk_label_new (_("Baseline"));

      gtk_widget_add_css_class (mark, "version-mark");
      gtk_widget_set_valign (mark, GTK_ALIGN_START);
      gtk_widget_set_tooltip_text (mark, _("The draft is compared with this version"));
      gtk_box_append (GTK_BOX (names), mark);
    }
  gtk_box_append (GTK_BOX (words), names);
  gtk_box_append (GTK_BOX (words), make_origin (version));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), make_look (version));
  gtk_box_append (GTK_BOX (head), make_menu (version));

  return head;
}

static GtkWidget *
make_differences (const BwVersion *version,
                  const BwVersion *before)
{
  g_auto(GStrv) sentences = NULL;

  if (before == NULL)
    return make_label (_("The first version."), "dim-label");

  sentences = bw_model_list_differences (before->model, version->model);
  if (*sentences == NULL)
    return make_label (_("Nothing changed."), "dim-label");

  return bw_difference_list_new ((const char *const *) sentences, MOST_DIFFERENCES);
}

/**
 * bw_version_card_new:
 * @before: (nullable): the version that what changed is told against
 *
 * Returns: (transfer floating): a row for a list box
 */
GtkWidget *
bw_version_card_new (const BwVersion *version,
                     const BwVersion *before)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_add_css_class (box, "version-card");
  gtk_box_append (GTK_BOX (box), make_head (version));
  if (*version->why != '\0')
    gtk_box_append (GTK_BOX (box), make_label (version->why, NULL));
  gtk_box_append (GTK_BOX (box), make_differences (version, before));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  version->name, -1);

  return row;
}
