/* How one file is read: told in a line, and behind it as drop-downs that show what was found. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-choices.h"

#include "app/import-lists.h"

#include <glib/gi18n-lib.h>

struct _BwImportChoices
{
  AdwBin parent_instance;

  GArray      *options[BW_N_IMPORT_CHOICES]; /* on offer, or NULL */
  GtkWidget   *boxes[BW_N_IMPORT_CHOICES];
  GtkDropDown *drop_downs[BW_N_IMPORT_CHOICES];
  GtkToggleButton *toggle;
  GtkImage    *arrow;
  GtkLabel    *told;
  GtkWidget   *flow;
  gboolean     filling;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwImportChoices, bw_import_choices, ADW_TYPE_BIN)

static guint
find_choice (BwImportChoices *self,
             GtkDropDown     *drop_down)
{
  guint choice = 0;

  while (self->drop_downs[choice] != drop_down)
    choice++;

  return choice;
}

static void
on_selected (GtkDropDown     *drop_down,
             GParamSpec      *pspec,
             BwImportChoices *self)
{
  const guint choice = find_choice (self, drop_down);
  const guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->filling || self->options[choice] == NULL || selected >= self->options[choice]->len)
    return;

  g_signal_emit (self, signals[CHOSEN], 0, choice,
                 &g_array_index (self->options[choice], BwImportOption, selected));
}

static void
bw_import_choices_finalize (GObject *object)
{
  BwImportChoices *self = BW_IMPORT_CHOICES (object);

  for (guint i = 0; i < BW_N_IMPORT_CHOICES; i++)
    g_clear_pointer (&self->options[i], g_array_unref);

  G_OBJECT_CLASS (bw_import_choices_parent_class)->finalize (object);
}

static void
bw_import_choices_class_init (BwImportChoicesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_import_choices_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", BW_TYPE_IMPORT_CHOICES, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
}

static void
add_choice (BwImportChoices *self,
            guint            choice)
{
  const char *title = _(bw_import_choice_get (choice)->title);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_size_request (drop_down, 128, -1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (drop_down),
                                  GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_flow_box_append (GTK_FLOW_BOX (self->flow), box);
  self->boxes[choice] = gtk_widget_get_parent (box);
  gtk_widget_set_focusable (self->boxes[choice], FALSE);
  self->drop_downs[choice] = GTK_DROP_DOWN (drop_down);
}

static void
on_toggled (GtkToggleButton *toggle,
            BwImportChoices *self)
{
  const gboolean open = gtk_toggle_button_get_active (toggle);

  gtk_image_set_from_icon_name (self->arrow, open ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (self->flow, open);
}

/* Not an expander: a screen reader can say nothing of one. */
static GtkWidget *
make_toggle (BwImportChoices *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);

  self->toggle = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  self->arrow = g_object_new (GTK_TYPE_IMAGE, "icon-name", "pan-end-symbolic",
                              "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  self->told = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->told, PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->arrow));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->told));
  gtk_button_set_child (GTK_BUTTON (self->toggle), box);
  gtk_widget_set_halign (GTK_WIDGET (self->toggle), GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->toggle), _("How the file is read"));
  gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "import-toggle");
  g_signal_connect (self->toggle, "toggled", G_CALLBACK (on_toggled), self);

  return GTK_WIDGET (self->toggle);
}

static void
bw_import_choices_init (BwImportChoices *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (self->flow), 2); /* or it is very high */
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), BW_N_IMPORT_CHOICES);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->flow), 10);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->flow), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->flow),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("How the file is read"), -1);
  gtk_widget_set_visible (self->flow, FALSE);
  gtk_box_append (GTK_BOX (box), make_toggle (self));
  gtk_box_append (GTK_BOX (box), self->flow);
  adw_bin_set_child (ADW_BIN (self), box);
  for (guint i = 0; i < BW_N_IMPORT_CHOICES; i++)
    add_choice (self, i);
}

static void
clear_option (gpointer data)
{
  BwImportOption *option = data;

  g_free (option->title);
  g_free (option->text);
}

static GArray *
options_new (void)
{
  GArray *options = g_array_new (FALSE, TRUE, sizeof (BwImportOption));

  g_array_set_clear_func (options, clear_option);

  return options;
}

/* @told: grows by what holds */
static void
fill (BwImportChoices      *self,
      guint                 choice,
      const BwImportedFile *file,
      GString              *told)
{
  GArray *options = options_new ();
  const guint selected = bw_import_choice_get (choice)->list (options, file);
  g_autofree const char **titles = g_new0 (const char *, options->len + 1);

  for (guint i = 0; i < options->len; i++)
    titles[i] = g_array_index (options, BwImportOption, i).title;
  bw_import_list_texts (self->drop_downs[choice], titles,
                        selected < options->len ? selected : GTK_INVALID_LIST_POSITION);
  gtk_widget_set_visible (self->boxes[choice], options->len > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->drop_downs[choice]), options->len > 1);
  if (selected < options->len && bw_import_choice_get (choice)->told && !file->unread)
    g_string_append_printf (told, "%s%s", told->len > 0 ? " · " : "", titles[selected]);
  g_clear_pointer (&self->options[choice], g_array_unref);
  self->options[choice] = options;
}

/**
 * bw_import_choices_show:
 * @file: all that there is to know of it
 */
void
bw_import_choices_show (BwImportChoices      *self,
                        const BwImportedFile *file)
{
  g_autoptr(GString) told = g_string_new (NULL);
  g_autofree char *name = NULL;

  g_return_if_fail (BW_IS_IMPORT_CHOICES (self));

  self->filling = TRUE;
  for (guint i = 0; i < BW_N_IMPORT_CHOICES; i++)
    fill (self, i, file, told);
  self->filling = FALSE;
  gtk_label_set_label (self->told, told->len > 0 ? told->str : _("How the file is read"));
  /* TRANSLATORS: accessible name of what opens the choices: encoding, delimiter and header follow */
  name = told->len == 0 ? g_strdup (_("How the file is read")) :
         g_strdup_printf (_("How the file is read: %s"), told->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

/**
 * bw_import_choices_open:
 *
 * Shows or hides the drop-downs.
 */
void
bw_import_choices_open (BwImportChoices *self,
                        gboolean         open)
{
  g_return_if_fail (BW_IS_IMPORT_CHOICES (self));

  gtk_toggle_button_set_active (self->toggle, open);
}
