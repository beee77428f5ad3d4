/* A button that shows the chosen values of a column and opens the list of them, with counts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/rule-choice.h"

#include "format/format.h"
#include "model/matching.h"
#include "widgets/choice-button.h"
#include "widgets/rule-operand.h"

#include <glib/gi18n-lib.h>

#define MOST_VALUES 200 /* that are listed to choose from */

struct _BwRuleChoice
{
  AdwBin parent_instance;

  gboolean     several;
  BwPanel     *panel;
  BwColumnType type;
  char        *title;
  char        *currency; /* or NULL */
  char        *column;   /* whose values are listed, or NULL */
  GPtrArray   *texts;    /* chosen ones, as the model writes them */
  GPtrArray   *listed;   /* those in the list, likewise */

  BwChoiceButton *button;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwRuleChoice, bw_rule_choice, ADW_TYPE_BIN)

static const char *
text_at (BwRuleChoice *self,
         guint         index)
{
  return g_ptr_array_index (self->texts, index);
}

static char *
name_value (BwRuleChoice *self)
{
  /* TRANSLATORS: names what a column is compared with; %s is the column */
  return g_strdup_printf (_("Value of %s"), self->title);
}

static char *
to_words (BwRuleChoice *self,
          const char   *text)
{
  return bw_rule_operand_to_words (text, self->type, self->currency);
}

/* What is chosen, on the button that opens the list. */
static void
show_chosen (BwRuleChoice *self)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *name = name_value (self);
  g_autofree char *label = NULL;

  for (guint i = 0; i < self->texts->len; i++)
    {
      g_autofree char *text = to_words (self, text_at (self, i));

      g_string_append_printf (words, "%s%s", i == 0 ? "" : ", ", text);
    }
  bw_choice_button_set_label (self->button, words->len == 0 ? NULL : words->str);
  /* TRANSLATORS: the name of a control and what it shows */
  label = g_strdup_printf (_("%s: %s"), name, words->len == 0 ? _("not chosen") : words->str);
  bw_choice_button_set_name (self->button, label);
}

static gboolean
has_text (GPtrArray  *texts,
          const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static void
list_value (BwRuleChoice    *self,
            BwChoicePopover *popover,
            const char      *text,
            gsize            n)
{
  g_autofree char *title = to_words (self, text);
  g_autofree char *count = bw_format_number (n, 0);

  g_ptr_array_add (self->listed, g_strdup (text));
  bw_choice_popover_add (popover, title, count, NULL, has_text (self->texts, text));
}

/* The values of the data with how many have each, and those chosen ones that nobody has. */
static void
on_opening (BwRuleChoice    *self,
            BwChoicePopover *popover)
{
  const guint newest = bw_panel_get_n_snapshots (self->panel) - 1;
  g_autoptr(GArray) values = self->column == NULL ? NULL :
                             bw_panel_list_values (self->panel, newest, self->column, MOST_VALUES);

  bw_choice_popover_clear (popover);
  g_ptr_array_set_size (self->listed, 0);
  for (guint i = 0; values != NULL && i < values->len; i++)
    {
      const BwValueCount *value = &g_array_index (values, BwValueCount, i);

      list_value (self, popover, value->text, value->n);
    }
  for (guint i = 0; i < self->texts->len; i++)
    if (!has_text (self->listed, text_at (self, i)))
      list_value (self, popover, text_at (self, i), 0);
}

static void
take (BwRuleChoice *self,
      const char   *text)
{
  guint found;

  if (!self->several)
    {
      g_ptr_array_set_size (self->texts, 0);
      g_ptr_array_add (self->texts, g_strdup (text));
    }
  else if (g_ptr_array_find_with_equal_func (self->texts, text, g_str_equal, &found))
    g_ptr_array_remove_index (self->texts, found);
  else
    g_ptr_array_add (self->texts, g_strdup (text));

  show_chosen (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_chosen (BwRuleChoice *self,
           guint         index)
{
  take (self, g_ptr_array_index (self->listed, index));
}

static void
on_written (BwRuleChoice *self,
            const char   *written)
{
  g_autofree char *text = bw_rule_operand_from_entry (written, self->type,
                                                      self->currency);

  if (text != NULL && !has_text (self->texts, text))
    take (self, text);
}

static gboolean
may_be_written (const char *text,
                gpointer    user_data)
{
  BwRuleChoice *self = user_data;
  g_autofree char *operand = bw_rule_operand_from_entry (text, self->type,
                                                         self->currency);

  return operand != NULL;
}

static void
bw_rule_choice_dispose (GObject *object)
{
  g_clear_pointer (&BW_RULE_CHOICE (object)->panel, bw_panel_unref);

  G_OBJECT_CLASS (bw_rule_choice_parent_class)->dispose (object);
}

static void
bw_rule_choice_finalize (GObject *object)
{
  BwRuleChoice *self = BW_RULE_CHOICE (object);

  g_free (self->title);
  g_free (self->currency);
  g_free (self->column);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->listed);

  G_OBJECT_CLASS (bw_rule_choice_parent_class)->finalize (object);
}

static gboolean
bw_rule_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BW_RULE_CHOICE (widget)->button));
}

static void
bw_rule_choice_class_init (BwRuleChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_rule_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_rule_choice_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = bw_rule_choice_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_RULE_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
bw_rule_choice_init (BwRuleChoice *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->listed = g_ptr_array_new_with_free_func (g_free);
}

/**
 * bw_rule_choice_new:
 * @subject: borrowed for the call
 * @several: whether any number of values is chosen, else one
 */
GtkWidget *
bw_rule_choice_new (BwPanel             *panel,
                    const BwRuleSubject *subject,
                    gboolean             several)
{
  BwRuleChoice *self = g_object_new (BW_TYPE_RULE_CHOICE, NULL);
  GtkWidget *popover;
  g_autofree char *name = NULL;

  self->several = several;
  self->panel = bw_panel_ref (panel);
  self->type = subject->type;
  self->title = g_strdup (subject->title);
  self->currency = g_strdup (subject->currency);
  self->column = g_strdup (subject->column);

  name = name_value (self);
  popover = bw_choice_popover_new (name, several);
  bw_choice_popover_allow_writing (BW_CHOICE_POPOVER (popover), may_be_written, self);
  g_signal_connect_object (popover, "opening", G_CALLBACK (on_opening), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "written", G_CALLBACK (on_written), self, G_CONNECT_SWAPPED);
  self->button = BW_CHOICE_BUTTON (bw_choice_button_new (BW_CHOICE_POPOVER (popover)));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  show_chosen (self);

  return GTK_WIDGET (self);
}

/**
 * bw_rule_choice_set_texts:
 * @texts: (array zero-terminated=1): as the model writes them; of one choice the first counts
 *
 * Tells nobody.
 */
void
bw_rule_choice_set_texts (BwRuleChoice      *self,
                          const char *const *texts)
{
  g_return_if_fail (BW_IS_RULE_CHOICE (self));

  g_ptr_array_set_size (self->texts, 0);
  for (guint i = 0; texts[i] != NULL && (self->several || i == 0); i++)
    g_ptr_array_add (self->texts, g_strdup (texts[i]));
  show_chosen (self);
}

/**
 * bw_rule_choice_get_texts:
 *
 * Returns: (transfer full) (nullable): as the model writes them; %NULL where nothing is chosen
 */
GStrv
bw_rule_choice_get_texts (BwRuleChoice *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (BW_IS_RULE_CHOICE (self), NULL);

  for (guint i = 0; i < self->texts->len; i++)
    g_strv_builder_add (builder, text_at (self, i));

  return self->texts->len == 0 ? NULL : g_strv_builder_end (builder);
}
