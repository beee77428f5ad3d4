/* The editor of caps and floors: all of them, with what each does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There is a card a rule, and one more at the end while a new rule has no condition yet. */

#include "app/rules-editor.h"

#include "app/rules-card.h"
#include "app/rules-words.h"
#include "model/editing.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwRulesEditor
{
  BwEditor parent_instance;

  gboolean      beginning; /* there is a card for a new rule */
  BwRule        begun;     /* that rule */
  GCancellable *cancellable;

  GtkBox    *cards;
  GtkWidget *none;
};

G_DEFINE_FINAL_TYPE (BwRulesEditor, bw_rules_editor, BW_TYPE_EDITOR)

static BwWorkspace *
get_workspace (BwRulesEditor *self)
{
  return bw_live_get_workspace (BW_LIVE (self));
}

static BwModel *
get_model (BwRulesEditor *self)
{
  return bw_workspace_get_model (get_workspace (self));
}

static BwRulesCard *
get_card (BwRulesEditor *self,
          guint          index)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards));

  while (card != NULL && index-- > 0)
    card = gtk_widget_get_next_sibling (card);

  return card == NULL ? NULL : BW_RULES_CARD (card);
}

static guint
find_card (BwRulesEditor *self,
           BwRulesCard   *card)
{
  guint index = 0;

  for (BwRulesCard *other; (other = get_card (self, index)) != NULL; index++)
    if (other == card)
      return index;

  return BW_NONE;
}

/* What is typed in a card that is taken away goes with it. */
static void
take_away (BwRulesEditor *self,
           BwRulesCard   *card)
{
  bw_rules_card_retire (card);
  gtk_box_remove (self->cards, GTK_WIDGET (card));
}

static void
on_effects_known (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(BwRulesEditor) self = user_data;
  g_autoptr(GArray) effects = bw_rules_effect_finish (result, NULL);
  BwWorkspace *workspace = get_workspace (self);

  if (effects == NULL || workspace == NULL || self->cards == NULL ||
      bw_model_get_n_rules (get_model (self)) != effects->len)
    return;

  for (guint i = 0; i < effects->len; i++)
    {
      g_autofree char *text = bw_rules_say_effect (get_model (self),
                                                   bw_workspace_get_panel (workspace),
                                                   &g_array_index (effects, BwRulesEffect, i));

      bw_rules_card_set_effect (get_card (self, i), text);
    }
}

static void
stop_looking (BwRulesEditor *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* The effects follow when a slider is let go. */
static void
look_for_effects (BwRulesEditor *self)
{
  BwWorkspace *workspace = get_workspace (self);

  stop_looking (self);
  if (bw_workspace_get_dragging (workspace))
    return;

  self->cancellable = g_cancellable_new ();
  bw_rules_effect_async (bw_workspace_get_results (workspace), self->cancellable,
                         on_effects_known, g_object_ref (self));
}

static void
show_cards (BwRulesEditor *self)
{
  BwWorkspace *workspace = get_workspace (self);
  const guint n_rules = bw_model_get_n_rules (get_model (self));

  for (guint i = 0; i < n_rules; i++)
    bw_rules_card_show (get_card (self, i), workspace, bw_model_get_rule (get_model (self), i), i);
  if (self->beginning)
    bw_rules_card_show (get_card (self, n_rules), workspace, &self->begun, BW_NONE);
  gtk_widget_set_visible (self->none, n_rules == 0 && !self->beginning);
}

static void on_edited (BwRulesEditor *self,
                       BwRule        *value,
                       BwRulesCard   *card);
static void on_command (BwRulesEditor *self,
                        const char    *command,
                        BwRulesCard   *card);

static void
set_n_cards (BwRulesEditor *self,
             guint          n)
{
  BwRulesCard *extra;
  guint n_cards = 0;

  while (get_card (self, n_cards) != NULL)
    n_cards++;
  while ((extra = get_card (self, n)) != NULL)
    take_away (self, extra);
  for (; n_cards < n; n_cards++)
    {
      GtkWidget *card = bw_rules_card_new ();

      g_signal_connect_object (card, "edited", G_CALLBACK (on_edited), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (card, "command", G_CALLBACK (on_command), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cards, card);
    }
}

static void
show (BwRulesEditor *self)
{
  set_n_cards (self, bw_model_get_n_rules (get_model (self)) + (self->beginning ? 1 : 0));
  show_cards (self);
}

/* Makes @model the draft; where it could not be made, the card says why. */
static gboolean
keep (BwRulesEditor *self,
      BwRulesCard   *card,
      BwModel       *model,
      const char    *format,
      const char    *reason,
      const GError  *error)
{
  g_autofree char *step = g_strdup_printf (format, reason);

  bw_rules_card_set_trouble (card, error == NULL ? NULL : error->message);
  if (model != NULL)
    bw_workspace_edit (get_workspace (self), model, step);

  return model != NULL;
}

static void
on_edited (BwRulesEditor *self,
           BwRule        *value,
           BwRulesCard   *card)
{
  const guint rule = find_card (self, card);
  g_autofree char *reason = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;
  BwRule named = *value;

  if (get_workspace (self) == NULL)
    return;

  if (named.where == NULL && rule < bw_model_get_n_rules (get_model (self)))
    named.where = bw_model_get_rule (get_model (self), rule)->where;
  if (named.where == NULL)
    return;

  named.reason = reason = bw_rules_say_reason (get_workspace (self), &named, rule);
  if (rule < bw_model_get_n_rules (get_model (self)))
    {
      model = bw_model_with_rule (get_model (self), rule, &named, &error);
      /* TRANSLATORS: steps of undo; %s is the reason of a cap or floor */
      keep (self, card, model, _("Edit “%s”"), reason, error);
      return;
    }

  if (!self->beginning)
    return;

  model = bw_model_adding_rule (get_model (self), rule, &named, &error);
  self->beginning = model == NULL;
  keep (self, card, model, _("Add “%s”"), reason, error);
}

static void
move (BwRulesEditor *self,
      BwRulesCard   *card,
      guint          rule,
      guint          to)
{
  g_autofree char *reason = g_strdup (bw_model_get_rule (get_model (self), rule)->reason);
  g_autoptr(BwModel) model = NULL;

  if (to >= bw_model_get_n_rules (get_model (self)))
    return;

  /* The card goes with its rule, and so does the focus. */
  gtk_box_reorder_child_after (self->cards, GTK_WIDGET (card),
                               to > rule ? GTK_WIDGET (get_card (self, to)) :
                               to > 0 ? GTK_WIDGET (get_card (self, to - 1)) : NULL);
  model = bw_model_moving_rule (get_model (self), rule, to);
  keep (self, card, model, _("Move “%s”"), reason, NULL);
}

static void
duplicate (BwRulesEditor *self,
           BwRulesCard   *card,
           guint          rule)
{
  const guint n_rules = bw_model_get_n_rules (get_model (self));
  const BwRule *value = bw_model_get_rule (get_model (self), rule);
  g_autofree char *reason = g_strdup (value->reason);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_adding_rule (get_model (self), n_rules, value, &error);

  self->beginning = FALSE;
  if (keep (self, card, model, _("Duplicate “%s”"), reason, error))
    bw_rules_card_set_open (get_card (self, n_rules), TRUE);
}

static void
remove_rule (BwRulesEditor *self,
             BwRulesCard   *card,
             guint          rule)
{
  g_autofree char *reason = NULL, *text = NULL;
  g_autoptr(BwModel) model = NULL;

  if (rule >= bw_model_get_n_rules (get_model (self)))
    {
      self->beginning = FALSE;
      show (self);
      return;
    }

  reason = g_strdup (bw_model_get_rule (get_model (self), rule)->reason);
  /* TRANSLATORS: said in passing; %s is the reason of a cap or floor */
  text = g_strdup_printf (_("“%s” removed"), reason);
  model = bw_model_without_rule (get_model (self), rule, NULL);
  take_away (self, card);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.say-done", "s", text);
  if (model != NULL)
    {
      g_autofree char *step = g_strdup_printf (_("Remove “%s”"), reason);

      bw_workspace_edit (get_workspace (self), model, step);
    }
}

static void
on_command (BwRulesEditor *self,
            const char    *command,
            BwRulesCard   *card)
{
  const guint rule = find_card (self, card);

  if (g_str_equal (command, "remove"))
    remove_rule (self, card, rule);
  else if (rule >= bw_model_get_n_rules (get_model (self)))
    return;
  else if (g_str_equal (command, "duplicate"))
    duplicate (self, card, rule);
  else if (g_str_equal (command, "down"))
    move (self, card, rule, rule + 1);
  else if (rule > 0)
    move (self, card, rule, rule - 1);
}

/* Begins a rule: a cap out of the best band, or a floor at the second. */
static void
begin (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  BwRulesEditor *self = BW_RULES_EDITOR (widget);
  BwModel *model = get_model (self);
  const gboolean cap = g_str_equal (action_name, "rules.add-cap");
  const guint n_rules = bw_model_get_n_rules (model);
  const guint top = bw_model_get_n_bands (model) - 1;

  self->beginning = TRUE;
  self->begun = (BwRule) { cap, 0, NULL, "" };
  if (cap)
    self->begun.bound = MAX (0, ceil (bw_model_get_band (model, top)->from) - 1);
  else
    self->begun.bound = bw_model_get_band (model, 1)->from;
  show (self);
  bw_rules_card_set_open (get_card (self, n_rules), TRUE);
}

static void
bw_rules_editor_refresh (BwLive  *live,
                         BwChange changes)
{
  BwRulesEditor *self = BW_RULES_EDITOR (live);

  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL))
    show (self);
  else if ((changes & BW_CHANGE_RESULTS) && !bw_workspace_get_dragging (get_workspace (self)))
    show_cards (self);
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_RESULTS | BW_CHANGE_HISTORY))
    look_for_effects (self);
}

static void
bw_rules_editor_dispose (GObject *object)
{
  stop_looking (BW_RULES_EDITOR (object));

  G_OBJECT_CLASS (bw_rules_editor_parent_class)->dispose (object);
}

static void
bw_rules_editor_class_init (BwRulesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_rules_editor_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_rules_editor_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/rules-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BwRulesEditor, cards);
  gtk_widget_class_bind_template_child (widget_class, BwRulesEditor, none);
  gtk_widget_class_install_action (widget_class, "rules.add-cap", NULL, begin);
  gtk_widget_class_install_action (widget_class, "rules.add-floor", NULL, begin);
}

static void
bw_rules_editor_init (BwRulesEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
