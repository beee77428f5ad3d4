/* One cap or floor: what it says and does, and the form that edits it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is told when it pauses. A rule that is new has no conditions yet: nothing is told
 * before one is complete. */

#include "app/rules-card.h"

#include "app/rules-words.h"
#include "model/matching.h"
#include "widgets/rule-builder.h"
#include "widgets/rule-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAUSE 600 /* ms without a key after which typing is taken for done */

struct _BwRulesCard
{
  AdwBin parent_instance;

  gboolean filling; /* or retired: nothing is told */
  guint    pause;   /* source, or 0 */
  gboolean held;    /* something was typed while no condition was complete */

  GtkLabel        *title;
  GtkWidget       *order;
  GtkWidget       *up;
  GtkWidget       *down;
  GtkWidget       *duplicate;
  GtkWidget       *remove;
  GtkToggleButton *edit;
  GtkLabel        *sentence;
  GtkLabel        *counts;
  GtkLabel        *effect;
  GtkLabel        *trouble;
  GtkDropDown     *kind;
  GtkSpinButton   *bound;
  GtkEditable     *reason;
  BwRuleBuilder   *builder;
};

enum
{
  EDITED,
  COMMAND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwRulesCard, bw_rules_card, ADW_TYPE_BIN)

/* While no condition is complete nothing is told, so that what is half typed of it stays; one who
 * leaves then keeps the conditions that were there. */
static void
tell (BwRulesCard *self,
      gboolean     leaving)
{
  g_autoptr(BwConditions) where = bw_rule_builder_get_value (self->builder);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));
  const gboolean cap = gtk_drop_down_get_selected (self->kind) == 0;
  const BwRule rule = { cap, gtk_spin_button_get_value (self->bound), where, reason };

  g_clear_handle_id (&self->pause, g_source_remove);
  self->held = where == NULL && !leaving;
  if (!self->held)
    g_signal_emit (self, signals[EDITED], 0, &rule);
}

static void
on_edited (BwRulesCard *self)
{
  if (!self->filling)
    tell (self, FALSE);
}

static gboolean
on_paused (gpointer user_data)
{
  BwRulesCard *self = user_data;

  self->pause = 0;
  tell (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
on_typed (BwRulesCard *self)
{
  if (self->filling)
    return;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add (PAUSE, on_paused, self);
}

static void
command (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[COMMAND], 0, action_name + strlen ("rule."));
}

/* What was typed is not lost when the card goes out of sight. */
static void
bw_rules_card_unmap (GtkWidget *widget)
{
  BwRulesCard *self = BW_RULES_CARD (widget);

  if (self->pause != 0 || self->held)
    tell (self, TRUE);

  GTK_WIDGET_CLASS (bw_rules_card_parent_class)->unmap (widget);
}

static void
bw_rules_card_dispose (GObject *object)
{
  g_clear_handle_id (&BW_RULES_CARD (object)->pause, g_source_remove);

  G_OBJECT_CLASS (bw_rules_card_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, title);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, order);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, up);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, down);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, duplicate);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, remove);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, edit);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, sentence);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, counts);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, effect);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, trouble);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, kind);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, bound);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, reason);
  gtk_widget_class_bind_template_child (widget_class, BwRulesCard, builder);
  gtk_widget_class_bind_template_callback (widget_class, on_edited);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
bw_rules_card_class_init (BwRulesCardClass *klass)
{
  static const char *const actions[] = { "rule.up", "rule.down", "rule.duplicate", "rule.remove" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_rules_card_dispose;
  widget_class->unmap = bw_rules_card_unmap;

  signals[EDITED] = g_signal_new ("edited", BW_TYPE_RULES_CARD, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[COMMAND] = g_signal_new ("command", BW_TYPE_RULES_CARD, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (BW_TYPE_RULE_BUILDER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/rules-card.ui");
  bind_children (widget_class);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, command);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bw_rules_card_init (BwRulesCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bw_rules_card_new (void)
{
  return g_object_new (BW_TYPE_RULES_CARD, NULL);
}

static void
name_part (gpointer    widget,
           const char *format,
           const char *title)
{
  g_autofree char *name = g_strdup_printf (format, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

static void
show_title (BwRulesCard *self,
            const char  *title)
{
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  name_part (self, "%s", title);
  /* TRANSLATORS: names of buttons for a screen reader; %s is the reason of a cap or floor */
  name_part (self->up, _("%s: earlier in the list"), title);
  name_part (self->down, _("%s: later in the list"), title);
  name_part (self->duplicate, _("Duplicate %s"), title);
  name_part (self->remove, _("Remove %s"), title);
  name_part (self->edit, _("Edit %s"), title);
}

static void
show_form (BwRulesCard  *self,
           const BwRule *value)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (self->reason)));

  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kind, value->cap ? 0 : 1);
  /* A bound of the file may have decimals; a person types whole points. */
  gtk_spin_button_set_digits (self->bound, value->bound == (int) value->bound ? 0 : 1);
  gtk_spin_button_set_value (self->bound, value->bound);
  if (g_strcmp0 (typed, value->reason) != 0)
    gtk_editable_set_text (self->reason, value->reason);
  self->filling = FALSE;
}

static gboolean
shows (GtkLabel   *label,
       const char *text)
{
  return g_str_equal (gtk_label_get_label (label), text);
}

/**
 * bw_rules_card_show:
 * @value: the rule; without conditions while it is new
 * @rule: its index in the model, or %BW_NONE while it is new
 *
 * What is being typed is left alone, unless another rule is shown now.
 */
void
bw_rules_card_show (BwRulesCard  *self,
                    BwWorkspace  *workspace,
                    const BwRule *value,
                    guint         rule)
{
  BwModel *model = bw_workspace_get_model (workspace);
  const gboolean is_new = rule == BW_NONE;
  GtkWidget *widget = GTK_WIDGET (self);
  g_autofree char *sentence = NULL, *counts = NULL;
  const char *title;
  gboolean other;

  g_return_if_fail (BW_IS_RULES_CARD (self));

  if (is_new)
    {
      title = value->cap ? _("New cap") : _("New floor");
      sentence = g_strdup (_("It holds as soon as a condition is complete."));
    }
  else
    {
      title = value->reason;
      sentence = bw_rule_to_words (model, bw_workspace_get_panel (workspace), value);
      counts = bw_rules_say_counts (bw_workspace_get_results (workspace), rule);
    }
  other = !shows (self->title, title) || !shows (self->sentence, sentence);
  show_title (self, title);
  gtk_label_set_label (self->sentence, sentence);
  gtk_label_set_label (self->counts, counts == NULL ? "" : counts);
  gtk_widget_set_visible (GTK_WIDGET (self->counts), !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->effect), !is_new);
  gtk_widget_set_visible (self->order, !is_new);
  gtk_widget_action_set_enabled (widget, "rule.up", !is_new && rule > 0);
  gtk_widget_action_set_enabled (widget, "rule.down",
                                 !is_new && rule + 1 < bw_model_get_n_rules (model));
  if (other)
    {
      g_clear_handle_id (&self->pause, g_source_remove);
      self->held = FALSE;
    }
  if (other || (self->pause == 0 && !self->held && !is_new))
    show_form (self, value);
  if (self->pause == 0)
    bw_rule_builder_set_value (self->builder, model, bw_workspace_get_panel (workspace),
                               value->where);
}

/**
 * bw_rules_card_retire:
 *
 * Its rule is gone and the card is about to go: it tells nothing any more, nor what was typed last.
 */
void
bw_rules_card_retire (BwRulesCard *self)
{
  g_return_if_fail (BW_IS_RULES_CARD (self));

  self->filling = TRUE;
  self->held = FALSE;
  g_clear_handle_id (&self->pause, g_source_remove);
}

/**
 * bw_rules_card_set_effect:
 * @effect: what would be otherwise without it, in a sentence
 */
void
bw_rules_card_set_effect (BwRulesCard *self,
                          const char  *effect)
{
  g_return_if_fail (BW_IS_RULES_CARD (self));

  gtk_label_set_label (self->effect, effect);
}

/**
 * bw_rules_card_set_trouble:
 * @trouble: (nullable): why the model does not take the rule
 */
void
bw_rules_card_set_trouble (BwRulesCard *self,
                           const char  *trouble)
{
  g_return_if_fail (BW_IS_RULES_CARD (self));

  gtk_label_set_label (self->trouble, trouble == NULL ? "" : trouble);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), trouble != NULL);
}

/**
 * bw_rules_card_set_open:
 * @open: whether the form is seen
 */
void
bw_rules_card_set_open (BwRulesCard *self,
                        gboolean     open)
{
  g_return_if_fail (BW_IS_RULES_CARD (self));

  gtk_toggle_button_set_active (self->edit, open);
  if (open)
    gtk_widget_child_focus (GTK_WIDGET (self->builder), GTK_DIR_TAB_FORWARD);
}
