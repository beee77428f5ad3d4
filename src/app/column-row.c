/* A row that says which column is used, with a list of all that can be, which is searched. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/column-row.h"

#include "model/proposal-derived.h"
#include "widgets/choice-button.h"
#include "widgets/rule-subject.h"

#include <glib/gi18n-lib.h>

struct _BwColumnRow
{
  AdwActionRow parent_instance;

  BwPanel         *panel; /* or NULL */
  BwDerivationType type;
  char            *chosen;
  char            *except;
  GPtrArray       *names; /* const char, the panel's: the choices of the list */

  BwChoiceButton *button;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwColumnRow, bw_column_row, ADW_TYPE_ACTION_ROW)

static void
on_opening (BwColumnRow     *self,
            BwChoicePopover *popover)
{
  bw_choice_popover_clear (popover);
  g_ptr_array_set_size (self->names, 0);
  for (guint i = 0; self->panel != NULL && i < bw_panel_get_n_columns (self->panel); i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (self->panel, i);
      const gboolean chosen = g_strcmp0 (column->name, self->chosen) == 0;

      if (!chosen && (!bw_derivation_takes (self->type, column) ||
                      g_strcmp0 (column->name, self->except) == 0))
        continue;
      g_ptr_array_add (self->names, (gpointer) column->name);
      bw_choice_popover_add (popover, column->name, bw_rule_type_to_words (column->type), NULL,
                             chosen);
    }
}

static void
on_chosen (BwColumnRow *self,
           guint        index)
{
  const char *name = index < self->names->len ? g_ptr_array_index (self->names, index) : self->chosen;

  if (g_strcmp0 (name, self->chosen) != 0)
    g_signal_emit (self, signals[CHOSEN], 0, name);
}

static void
bw_column_row_finalize (GObject *object)
{
  BwColumnRow *self = BW_COLUMN_ROW (object);

  g_clear_pointer (&self->panel, bw_panel_unref);
  g_free (self->chosen);
  g_free (self->except);
  g_ptr_array_unref (self->names);

  G_OBJECT_CLASS (bw_column_row_parent_class)->finalize (object);
}

static void
bw_column_row_class_init (BwColumnRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_column_row_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", BW_TYPE_COLUMN_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bw_column_row_init (BwColumnRow *self)
{
  GtkWidget *popover = bw_choice_popover_new (_("Columns"), FALSE);

  self->names = g_ptr_array_new ();
  self->button = BW_CHOICE_BUTTON (bw_choice_button_new (BW_CHOICE_POPOVER (popover)));
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  g_signal_connect_object (popover, "opening", G_CALLBACK (on_opening), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
}

/**
 * bw_column_row_show:
 * @type: of what is made of the column
 * @chosen: the column that is used
 * @except: (nullable): one that is not to be chosen
 */
void
bw_column_row_show (BwColumnRow     *self,
                    BwPanel         *panel,
                    BwDerivationType type,
                    const char      *chosen,
                    const char      *except)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  char *kept[] = { g_strdup (chosen), g_strdup (except) };
  g_autofree char *name = NULL;

  g_return_if_fail (BW_IS_COLUMN_ROW (self));

  if (panel != self->panel)
    g_ptr_array_set_size (self->names, 0); /* an open list is of other data */
  bw_panel_ref (panel);
  g_clear_pointer (&self->panel, bw_panel_unref);
  self->panel = panel;
  self->type = type;
  g_free (self->chosen);
  self->chosen = kept[0];
  g_free (self->except);
  self->except = kept[1];
  /* TRANSLATORS: the accessible name of a button: “Column”, then the one that is used */
  name = g_strdup_printf (_("%s: %s"), title, chosen);
  bw_choice_button_set_label (self->button, chosen);
  bw_choice_button_set_name (self->button, name);
}
