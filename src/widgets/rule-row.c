/* One condition of a rule being built: what it is on, the test, and what it is held to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+Delete in it takes it away, Ctrl+Return adds one below. It says what is missing once it is
 * begun. */

#include "widgets/rule-row.h"

#include "widgets/rule-operand.h"
#include "widgets/rule-subject-button.h"
#include "widgets/rule-value.h"

#include <glib/gi18n-lib.h>

struct _BwRuleRow
{
  AdwBin parent_instance;

  BwPanel   *panel;
  GPtrArray *subjects; /* BwRuleSubject */
  BwColumnType type;   /* that the tests are for */
  GArray    *tests;    /* BwRuleTest, those that can be chosen */
  guint      number;
  gboolean   filling;
  gboolean   begun;    /* so far that what is missing is to be said */
  GStrv      texts;    /* of the condition that was asked for last */
  GArray    *operands; /* BwOperand, likewise */

  BwRuleSubjectButton *subject;
  GtkDropDown         *test;
  BwRuleValue         *value;
  GtkWidget           *remove;
  GtkLabel            *incomplete;
};

enum
{
  CHANGED,
  REMOVE,
  ADD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwRuleRow, bw_rule_row, ADW_TYPE_BIN)

static const BwRuleSubject *
get_subject (BwRuleRow *self)
{
  return bw_rule_subject_button_get_chosen (self->subject);
}

static const BwRuleTest *
get_test (BwRuleRow *self)
{
  const guint selected = gtk_drop_down_get_selected (self->test);

  return selected < self->tests->len ? &g_array_index (self->tests, BwRuleTest, selected) : NULL;
}

static void
name_part (BwRuleRow  *self,
           gpointer    widget,
           const char *format,
           const char *shown)
{
  g_autofree char *name = g_strdup_printf (format, self->number, shown);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
name_parts (BwRuleRow *self)
{
  const BwRuleSubject *subject = get_subject (self);
  const char *title = subject == NULL ? _("not chosen") : subject->title;
  g_autofree char *on = NULL;

  /* TRANSLATORS: names of the controls of a condition for a screen reader: its number, its subject */
  name_part (self, self, _("Condition %u: %s"), title);
  on = g_strdup_printf (_("Condition %u is on: %s"), self->number, title);
  bw_rule_subject_button_set_name (self->subject, on);
  name_part (self, self->test, _("Test of condition %u: %s"), title);
  name_part (self, self->remove, _("Remove condition %u: %s"), title);
}

/* Says what is missing. */
static void
show_complete (BwRuleRow *self)
{
  const BwRuleSubject *subject = get_subject (self);
  g_auto(GStrv) texts = subject == NULL ? NULL : bw_rule_value_get (self->value);
  const gboolean incomplete = texts == NULL && self->begun;
  /* TRANSLATORS: %s says what to write: "Write a number" */
  const char *format = _("%s. Until then the condition is not applied.");
  g_autofree char *label = g_strdup_printf (format, subject == NULL ?
                                            _("Choose what the condition is on") :
                                            bw_rule_operand_say_wrong (subject->type));

  gtk_label_set_label (self->incomplete, label);
  gtk_widget_set_visible (GTK_WIDGET (self->incomplete), incomplete);
  if (incomplete)
    gtk_widget_add_css_class (GTK_WIDGET (self), "incomplete");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "incomplete");
}

static void
tell (BwRuleRow *self,
      gboolean   typing)
{
  show_complete (self);
  g_signal_emit (self, signals[CHANGED], 0, typing);
}

/* The operands go on to the next test where it takes the like of them. */
static void
show_value (BwRuleRow         *self,
            const char *const *texts)
{
  const BwRuleSubject *subject = get_subject (self);
  const BwRuleTest *test = get_test (self);

  if (subject != NULL && test != NULL)
    bw_rule_value_set (self->value, self->panel, subject, test->test, texts);
}

static void
on_test_selected (BwRuleRow *self)
{
  g_auto(GStrv) texts = NULL;

  if (self->filling || get_subject (self) == NULL)
    return;
  texts = bw_rule_value_get_begun (self->value);
  show_value (self, (const char *const *) texts);
  tell (self, FALSE);
}

static void
on_value_changed (BwRuleRow *self,
                  gboolean   typing)
{
  self->begun |= typing;
  tell (self, typing);
}

static void
on_remove (BwRuleRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* The tests that fit the subject; @test too, where a model file has it though it does not fit. */
static void
list_tests (BwRuleRow *self,
            BwTest     test,
            gboolean   empty)
{
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected;

  self->type = get_subject (self)->type;
  selected = bw_rule_tests_fill (self->tests, self->type, test, empty);
  for (guint i = 0; i < self->tests->len; i++)
    gtk_string_list_append (titles, _(g_array_index (self->tests, BwRuleTest, i).title));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->test, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->test, selected);
  self->filling = FALSE;
}

static void
show_subject (BwRuleRow *self)
{
  const gboolean chosen = get_subject (self) != NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->test), chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->value), chosen);
  name_parts (self);
}

/* The test stays where the new subject takes the same tests. */
static void
on_subject_chosen (BwRuleRow *self)
{
  const BwRuleTest *test = get_test (self);

  if (test != NULL && bw_rule_types_test_alike (self->type, get_subject (self)->type))
    list_tests (self, test->test, test->empty);
  else
    list_tests (self, BW_N_TESTS, TRUE);
  self->begun = FALSE;
  show_subject (self);
  show_value (self, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->value), GTK_DIR_TAB_FORWARD);
  tell (self, FALSE);
}

static gboolean
on_key (BwRuleRow      *self,
        guint           key,
        guint           code,
        GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  switch (key)
    {
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      g_signal_emit (self, signals[REMOVE], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[ADD], 0);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_left (BwRuleRow *self)
{
  self->begun |= get_subject (self) != NULL;
  show_complete (self);
}

static void
bw_rule_row_finalize (GObject *object)
{
  BwRuleRow *self = BW_RULE_ROW (object);

  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  g_array_unref (self->tests);
  g_array_unref (self->operands);
  g_strfreev (self->texts);

  G_OBJECT_CLASS (bw_rule_row_parent_class)->finalize (object);
}

static gboolean
bw_rule_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BW_RULE_ROW (widget)->subject));
}

static void
bw_rule_row_class_init (BwRuleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_rule_row_finalize;
  widget_class->grab_focus = bw_rule_row_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[REMOVE] = g_signal_new ("remove", BW_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ADD] = g_signal_new ("add", BW_TYPE_RULE_ROW, G_SIGNAL_RUN_LAST, 0,
                               NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (BW_TYPE_RULE_SUBJECT_BUTTON);
  g_type_ensure (BW_TYPE_RULE_VALUE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/rule-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BwRuleRow, subject);
  gtk_widget_class_bind_template_child (widget_class, BwRuleRow, test);
  gtk_widget_class_bind_template_child (widget_class, BwRuleRow, value);
  gtk_widget_class_bind_template_child (widget_class, BwRuleRow, remove);
  gtk_widget_class_bind_template_child (widget_class, BwRuleRow, incomplete);
  gtk_widget_class_bind_template_callback (widget_class, on_subject_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_test_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bw_rule_row_init (BwRuleRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->tests = g_array_new (FALSE, FALSE, sizeof (BwRuleTest));
  self->operands = g_array_new (FALSE, FALSE, sizeof (BwOperand));
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/**
 * bw_rule_row_new:
 * @subjects: (element-type BwRuleSubject): those that can be chosen
 *
 * Returns: a row in which nothing is chosen yet
 */
GtkWidget *
bw_rule_row_new (BwPanel   *panel,
                 GPtrArray *subjects)
{
  BwRuleRow *self = g_object_new (BW_TYPE_RULE_ROW, NULL);

  self->panel = bw_panel_ref (panel);
  self->subjects = g_ptr_array_ref (subjects);
  bw_rule_subject_button_set_subjects (self->subject, subjects);
  show_subject (self);
  show_complete (self);

  return GTK_WIDGET (self);
}

/**
 * bw_rule_row_set_number:
 * @number: which of the conditions it is, from 1 on
 */
void
bw_rule_row_set_number (BwRuleRow *self,
                        guint      number)
{
  g_return_if_fail (BW_IS_RULE_ROW (self));

  self->number = number;
  name_parts (self);
}

/**
 * bw_rule_row_set_condition:
 *
 * Shows a condition. Tells nobody.
 */
void
bw_rule_row_set_condition (BwRuleRow         *self,
                           const BwCondition *condition)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) texts = NULL;

  g_return_if_fail (BW_IS_RULE_ROW (self));

  for (guint i = 0; i < condition->n_operands; i++)
    g_strv_builder_add (builder, condition->operands[i].text);
  texts = g_strv_builder_end (builder);

  self->begun = condition->n_operands > 0 || condition->test == BW_TEST_EMPTY;
  bw_rule_subject_button_set_chosen (
    self->subject, bw_rule_subjects_find (self->subjects, condition->subject, condition->name));
  if (get_subject (self) != NULL)
    list_tests (self, condition->test, condition->empty);
  show_subject (self);
  show_value (self, (const char *const *) texts);
  show_complete (self);
}

/**
 * bw_rule_row_get_condition:
 * @condition: (out): lent until the row changes
 *
 * Returns: whether it is complete
 */
gboolean
bw_rule_row_get_condition (BwRuleRow   *self,
                           BwCondition *condition)
{
  const BwRuleSubject *subject = get_subject (self);
  const BwRuleTest *test = get_test (self);

  g_return_val_if_fail (BW_IS_RULE_ROW (self), FALSE);

  g_clear_pointer (&self->texts, g_strfreev);
  if (subject == NULL || test == NULL)
    return FALSE;
  self->texts = bw_rule_value_get (self->value);
  if (self->texts == NULL)
    return FALSE;

  g_array_set_size (self->operands, 0);
  for (guint i = 0; self->texts[i] != NULL; i++)
    {
      const BwOperand operand = {
        self->texts[i], bw_rule_operand_to_number (self->texts[i], subject->type)
      };

      g_array_append_val (self->operands, operand);
    }
  *condition = (BwCondition) {
    subject->subject, subject->name, test->test, (BwOperand *) (void *) self->operands->data,
    self->operands->len, test->empty
  };

  return TRUE;
}
