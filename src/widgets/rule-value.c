/* What a condition is held to, with the widgets that its test and its type ask for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/rule-value.h"

#include "model/matching.h"
#include "widgets/rule-choice.h"
#include "widgets/rule-entry.h"
#include "widgets/rule-operand.h"

#include <glib/gi18n-lib.h>

#define ENDS 3 /* values that tell the range of numbers: the least, median and greatest */

/* How operands are given. */
typedef enum
{
  WAY_NONE,
  WAY_ENTRY,
  WAY_RANGE,
  WAY_FLAG,
  WAY_CHOICE,
  WAY_SEVERAL,
} Way;

struct _BwRuleValue
{
  AdwBin parent_instance;

  Way           way;
  BwPanel      *panel;
  BwRuleSubject subject; /* its own copy; the currency and column are owned */
  GStrv         texts;   /* operands to begin with, as the model writes them */

  BwRuleEntry  *first;
  BwRuleEntry  *second;
  GtkDropDown  *flag;
  BwRuleChoice *choice;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwRuleValue, bw_rule_value, ADW_TYPE_BIN)

static Way
way_of (BwTest       test,
        BwColumnType type)
{
  switch (test)
    {
    case BW_TEST_EMPTY:
      return WAY_NONE;
    case BW_TEST_BETWEEN:
      return WAY_RANGE;
    case BW_TEST_ONE_OF:
      return WAY_SEVERAL;
    case BW_TEST_IS:
    case BW_TEST_IS_NOT:
      return type == BW_COLUMN_FLAG ? WAY_FLAG :
             bw_column_type_is_coded (type) ? WAY_CHOICE : WAY_ENTRY;
    case BW_TEST_CONTAINS:
    case BW_TEST_LESS:
    case BW_TEST_AT_MOST:
    case BW_TEST_MORE:
    case BW_TEST_AT_LEAST:
    default:
      return WAY_ENTRY;
    }
}

static void
tell (BwRuleValue *self,
      gboolean     typing)
{
  g_signal_emit (self, signals[CHANGED], 0, typing);
}

/* "0 to 4,120", so that a person need not guess what the numbers look like. */
static char *
say_range (BwRuleValue *self)
{
  const BwColumnType type = self->subject.type;
  g_autoptr(GArray) values = NULL;
  g_autofree char *least = NULL, *greatest = NULL;

  if (bw_column_type_is_coded (type) || self->subject.column == NULL)
    return NULL;
  values = bw_panel_list_values (self->panel, bw_panel_get_n_snapshots (self->panel) - 1,
                                 self->subject.column, ENDS);
  if (values->len == 0)
    return NULL;

  least = bw_rule_operand_to_entry (g_array_index (values, BwValueCount, 0).text, type);
  greatest = bw_rule_operand_to_entry (
    g_array_index (values, BwValueCount, values->len - 1).text, type);

  /* TRANSLATORS: the least and the greatest value that the data has */
  return g_strdup_printf (_("%s to %s"), least, greatest);
}

static char *
name_value (BwRuleValue *self)
{
  /* TRANSLATORS: names what a column is compared with; %s is the column */
  return g_strdup_printf (_("Value of %s"), self->subject.title);
}

static BwRuleEntry *
add_entry (BwRuleValue *self,
           GtkBox      *box,
           const char  *name,
           const char  *hint,
           const char  *text)
{
  GtkWidget *entry = bw_rule_entry_new (&self->subject, name, hint);

  gtk_widget_set_hexpand (entry, TRUE);
  bw_rule_entry_set_text (BW_RULE_ENTRY (entry), text);
  g_signal_connect_object (entry, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  gtk_box_append (box, entry);

  return BW_RULE_ENTRY (entry);
}

static const char *
text_at (BwRuleValue *self,
         guint        index)
{
  return index < g_strv_length (self->texts) ? self->texts[index] : NULL;
}

static void
build_entry (BwRuleValue *self,
             GtkBox      *box)
{
  g_autofree char *name = name_value (self);
  g_autofree char *hint = say_range (self);

  self->first = add_entry (self, box, name, hint, text_at (self, 0));
}

static void
build_range (BwRuleValue *self,
             GtkBox      *box)
{
  /* TRANSLATORS: names of two entries; %s is a column */
  g_autofree char *from = g_strdup_printf (_("Least value of %s"), self->subject.title);
  g_autofree char *to = g_strdup_printf (_("Greatest value of %s"), self->subject.title);
  g_autofree char *hint = say_range (self);

  self->first = add_entry (self, box, from, hint, text_at (self, 0));
  /* TRANSLATORS: between the two ends of a range */
  gtk_box_append (box, gtk_label_new (_("and")));
  self->second = add_entry (self, box, to, hint, text_at (self, 1));
}

static void
on_flag_selected (BwRuleValue *self)
{
  tell (self, FALSE);
}

static void
build_flag (BwRuleValue *self,
            GtkBox      *box)
{
  const char *const texts[] = { _("yes"), _("no"), NULL };
  g_autofree char *name = name_value (self);
  const char *text = text_at (self, 0);
  GtkWidget *flag = gtk_drop_down_new_from_strings (texts);

  self->flag = GTK_DROP_DOWN (flag);
  gtk_drop_down_set_selected (self->flag, text != NULL &&
                              bw_rule_operand_to_number (text, BW_COLUMN_FLAG) == 0 ? 1 : 0);
  gtk_widget_set_hexpand (flag, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flag), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (flag, "notify::selected", G_CALLBACK (on_flag_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, flag);
}

static void
on_choice_changed (BwRuleValue *self)
{
  tell (self, FALSE);
}

static void
build_choice (BwRuleValue *self,
              GtkBox      *box)
{
  GtkWidget *choice = bw_rule_choice_new (self->panel, &self->subject, self->way == WAY_SEVERAL);

  self->choice = BW_RULE_CHOICE (choice);
  bw_rule_choice_set_texts (self->choice, (const char *const *) self->texts);
  gtk_widget_set_hexpand (choice, TRUE);
  g_signal_connect_object (choice, "changed", G_CALLBACK (on_choice_changed), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (box, choice);
}

static void
clear (BwRuleValue *self)
{
  adw_bin_set_child (ADW_BIN (self), NULL);
  self->first = NULL;
  self->second = NULL;
  self->flag = NULL;
  self->choice = NULL;
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->texts, g_strfreev);
  g_clear_pointer (&self->subject.title, g_free);
  g_clear_pointer (&self->subject.currency, g_free);
  g_clear_pointer (&self->subject.column, g_free);
}

static void
bw_rule_value_dispose (GObject *object)
{
  clear (BW_RULE_VALUE (object));

  G_OBJECT_CLASS (bw_rule_value_parent_class)->dispose (object);
}

static void
bw_rule_value_class_init (BwRuleValueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_rule_value_dispose;

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_RULE_VALUE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
bw_rule_value_init (BwRuleValue *self)
{
}

/**
 * bw_rule_value_set:
 * @subject: borrowed for the call
 * @texts: (nullable): operands as the model writes them
 *
 * Tells nobody.
 */
void
bw_rule_value_set (BwRuleValue         *self,
                   BwPanel             *panel,
                   const BwRuleSubject *subject,
                   BwTest               test,
                   const char *const   *texts)
{
  static void (*const build[]) (BwRuleValue *self,
                                GtkBox      *box) = {
    [WAY_ENTRY] = build_entry, [WAY_RANGE] = build_range, [WAY_FLAG] = build_flag,
    [WAY_CHOICE] = build_choice, [WAY_SEVERAL] = build_choice,
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  g_return_if_fail (BW_IS_RULE_VALUE (self));

  clear (self);
  self->panel = bw_panel_ref (panel);
  self->subject.type = test == BW_TEST_CONTAINS ? BW_COLUMN_TEXT : subject->type;
  self->subject.days = subject->days;
  self->subject.title = g_strdup (subject->title);
  self->subject.currency = g_strdup (subject->currency);
  self->subject.column = g_strdup (subject->column);
  self->texts = texts == NULL ? g_new0 (char *, 1) : g_strdupv ((GStrv) texts);

  self->way = way_of (test, subject->type);
  if (self->way != WAY_NONE)
    build[self->way] (self, GTK_BOX (box));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * bw_rule_value_get:
 *
 * Returns: (transfer full) (nullable): the operands as the model writes them; %NULL where they are
 *   not complete
 */
GStrv
bw_rule_value_get (BwRuleValue *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *first = NULL, *second = NULL;

  g_return_val_if_fail (BW_IS_RULE_VALUE (self), NULL);

  if (self->choice != NULL)
    return bw_rule_choice_get_texts (self->choice);
  if (self->first != NULL)
    first = bw_rule_entry_get_text (self->first);
  if (self->second != NULL)
    second = bw_rule_entry_get_text (self->second);
  if ((self->first != NULL && first == NULL) || (self->second != NULL && second == NULL))
    return NULL;

  if (first != NULL)
    g_strv_builder_add (builder, first);
  if (second != NULL)
    g_strv_builder_add (builder, second);
  if (self->flag != NULL)
    g_strv_builder_add (builder, gtk_drop_down_get_selected (self->flag) == 0 ? "yes" : "no");

  return g_strv_builder_end (builder);
}

/**
 * bw_rule_value_get_begun:
 *
 * Returns: (transfer full) (nullable): what there is of the operands: the lesser end of a range
 *   though the greater one is not written yet; %NULL where there is nothing
 */
GStrv
bw_rule_value_get_begun (BwRuleValue *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  GStrv texts = bw_rule_value_get (self);
  g_autofree char *first = NULL;

  if (texts != NULL || self->second == NULL)
    return texts;

  first = bw_rule_entry_get_text (self->first);
  if (first != NULL)
    g_strv_builder_add (builder, first);

  return g_strv_builder_end (builder);
}
