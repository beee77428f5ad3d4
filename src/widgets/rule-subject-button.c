/* A button that shows what a condition is on and opens the list of all that it can be on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/rule-subject-button.h"

#include "widgets/choice-button.h"

#include <glib/gi18n-lib.h>

struct _BwRuleSubjectButton
{
  AdwBin parent_instance;

  GPtrArray *subjects; /* BwRuleSubject, or NULL */
  guint      chosen;   /* or BW_NONE */

  BwChoiceButton *button;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwRuleSubjectButton, bw_rule_subject_button, ADW_TYPE_BIN)

static void
on_opening (BwRuleSubjectButton *self,
            BwChoicePopover     *popover)
{
  bw_choice_popover_clear (popover);
  for (guint i = 0; self->subjects != NULL && i < self->subjects->len; i++)
    {
      const BwRuleSubject *subject = g_ptr_array_index (self->subjects, i);

      bw_choice_popover_add (popover, subject->title, bw_rule_type_to_words (subject->type),
                             subject->group, i == self->chosen);
    }
}

static void
on_chosen (BwRuleSubjectButton *self,
           guint                index)
{
  if (index == self->chosen)
    return;

  bw_rule_subject_button_set_chosen (self, index);
  g_signal_emit (self, signals[CHOSEN], 0, index);
}

static void
bw_rule_subject_button_finalize (GObject *object)
{
  g_clear_pointer (&BW_RULE_SUBJECT_BUTTON (object)->subjects, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_rule_subject_button_parent_class)->finalize (object);
}

static gboolean
bw_rule_subject_button_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BW_RULE_SUBJECT_BUTTON (widget)->button));
}

static void
bw_rule_subject_button_class_init (BwRuleSubjectButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_rule_subject_button_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = bw_rule_subject_button_grab_focus;

  signals[CHOSEN] = g_signal_new ("chosen", BW_TYPE_RULE_SUBJECT_BUTTON, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
bw_rule_subject_button_init (BwRuleSubjectButton *self)
{
  GtkWidget *popover = bw_choice_popover_new (_("What the condition is on"), FALSE);

  g_signal_connect_object (popover, "opening", G_CALLBACK (on_opening), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);

  self->button = BW_CHOICE_BUTTON (bw_choice_button_new (BW_CHOICE_POPOVER (popover)));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->button));
  bw_rule_subject_button_set_chosen (self, BW_NONE);
}

/**
 * bw_rule_subject_button_set_subjects:
 * @subjects: (element-type BwRuleSubject): those that can be chosen; none is then
 */
void
bw_rule_subject_button_set_subjects (BwRuleSubjectButton *self,
                                     GPtrArray           *subjects)
{
  g_return_if_fail (BW_IS_RULE_SUBJECT_BUTTON (self));

  g_ptr_array_ref (subjects);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);
  self->subjects = subjects;
  bw_rule_subject_button_set_chosen (self, BW_NONE);
}

/**
 * bw_rule_subject_button_set_chosen:
 * @chosen: index, or %BW_NONE
 *
 * Tells nobody.
 */
void
bw_rule_subject_button_set_chosen (BwRuleSubjectButton *self,
                                   guint                chosen)
{
  const BwRuleSubject *subject;

  g_return_if_fail (BW_IS_RULE_SUBJECT_BUTTON (self));

  self->chosen = chosen;
  subject = bw_rule_subject_button_get_chosen (self);
  bw_choice_button_set_label (self->button, subject == NULL ? NULL : subject->title);
}

/**
 * bw_rule_subject_button_get_chosen:
 *
 * Returns: (transfer none) (nullable)
 */
const BwRuleSubject *
bw_rule_subject_button_get_chosen (BwRuleSubjectButton *self)
{
  g_return_val_if_fail (BW_IS_RULE_SUBJECT_BUTTON (self), NULL);

  return self->chosen == BW_NONE ? NULL : g_ptr_array_index (self->subjects, self->chosen);
}

/**
 * bw_rule_subject_button_set_name:
 * @name: what a screen reader says
 */
void
bw_rule_subject_button_set_name (BwRuleSubjectButton *self,
                                 const char          *name)
{
  g_return_if_fail (BW_IS_RULE_SUBJECT_BUTTON (self));

  bw_choice_button_set_name (self->button, name);
}
