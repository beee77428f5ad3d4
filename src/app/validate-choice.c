/* What tells who left, which of its values mean gone, and how long before one is judged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/validate-choice.h"

#include "app/choice-list.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>

static const int leads[] = { 30, 60, 90 };

struct _BwValidateChoice
{
  AdwBin parent_instance;

  BwValidating *validating; /* or NULL */
  gboolean      filling;

  GtkDropDown   *outcomes;
  GtkMenuButton *values;
  GtkListBox    *list;
  GPtrArray     *shown;     /* of char: the values in @list */
  GtkWidget     *date_box;
  GtkDropDown   *date;
  GtkWidget     *lead_box;
  GtkDropDown   *lead;
  GtkWidget     *every;
};

G_DEFINE_FINAL_TYPE (BwValidateChoice, bw_validate_choice, ADW_TYPE_BIN)

/* The first entry is no outcome. */
static void
on_outcome (BwValidateChoice *self)
{
  const guint selected = gtk_drop_down_get_selected (self->outcomes);
  const GPtrArray *candidates = self->validating != NULL
                                ? bw_validating_get_candidates (self->validating) : NULL;

  if (self->filling || candidates == NULL || selected > candidates->len)
    return;

  bw_validating_choose (self->validating,
                        selected == 0 ? NULL : g_ptr_array_index (candidates, selected - 1));
}

static void
on_lead (BwValidateChoice *self)
{
  const guint selected = gtk_drop_down_get_selected (self->lead);

  if (!self->filling && self->validating != NULL && selected < G_N_ELEMENTS (leads))
    bw_validating_set_lead (self->validating, leads[selected]);
}

/* The first entry is no day. */
static void
on_date (BwValidateChoice *self)
{
  const guint selected = gtk_drop_down_get_selected (self->date);

  if (self->filling || self->validating == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  bw_validating_set_date (self->validating, selected == 0 ? "" : gtk_string_list_get_string (
                            GTK_STRING_LIST (gtk_drop_down_get_model (self->date)), selected));
}

static void
on_every (BwValidateChoice *self)
{
  if (!self->filling && self->validating != NULL)
    bw_validating_set_every (self->validating,
                             gtk_check_button_get_active (GTK_CHECK_BUTTON (self->every)));
}

/* A value was ticked or not: those that are ticked mean gone. */
static void
on_value (BwValidateChoice *self)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) gone = NULL;

  if (self->filling || self->validating == NULL)
    return;

  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row))))
        g_strv_builder_add (builder, g_ptr_array_index (self->shown, i));
    }
  gone = g_strv_builder_end (builder);
  bw_validating_set_gone (self->validating, (const char *const *) gone);
}

static void
bw_validate_choice_dispose (GObject *object)
{
  BwValidateChoice *self = BW_VALIDATE_CHOICE (object);

  g_clear_object (&self->validating);
  g_clear_pointer (&self->shown, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_validate_choice_parent_class)->dispose (object);
}

static void
bw_validate_choice_class_init (BwValidateChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_validate_choice_dispose;
}

static void
add_values (BwValidateChoice *self,
            GtkBox           *box)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *list = gtk_list_box_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->values = GTK_MENU_BUTTON (gtk_menu_button_new ());
  self->list = GTK_LIST_BOX (list);
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Values that mean gone"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  gtk_menu_button_set_popover (self->values, popover);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->values), _("Which values mean that a customer is gone"));
  gtk_widget_add_css_class (popover, "choice");
  gtk_box_append (box, GTK_WIDGET (self->values));
}

static void
add_date (BwValidateChoice *self)
{
  self->date_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->date = bw_choice_list_new (GTK_BOX (self->date_box), _("Dated"));
  g_signal_connect_object (self->date, "notify::selected", G_CALLBACK (on_date), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->date), _("What says on which day a customer left"));
}

static void
add_lead (BwValidateChoice *self)
{
  g_autofree char *tip =
    g_strdup_printf (_("Each customer is judged by every snapshot that it was in, not by the newest alone: "
                       "as one who left if it did so within %d days after the lead"), BW_COHORT_SPAN);

  self->lead_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->lead = bw_choice_list_new (GTK_BOX (self->lead_box), _("Judged"));
  g_signal_connect_object (self->lead, "notify::selected", G_CALLBACK (on_lead), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lead),
                               _("Each customer is judged by its newest snapshot so long before it left"));
  self->every = gtk_check_button_new_with_mnemonic (_("E_very snapshot"));
  g_signal_connect_object (self->every, "toggled", G_CALLBACK (on_every), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (self->every, tip);
  gtk_box_append (GTK_BOX (self->lead_box), self->every);
}

static void
append (GtkFlowBox *flow,
        GtkWidget  *part)
{
  GtkWidget *place = gtk_flow_box_child_new ();

  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (place), part);
  gtk_widget_set_focusable (place, FALSE);
  gtk_widget_set_halign (place, GTK_ALIGN_START);
  gtk_flow_box_append (flow, place);
}

static void
bw_validate_choice_init (BwValidateChoice *self)
{
  GtkFlowBox *flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->shown = g_ptr_array_new_with_free_func (g_free);
  self->outcomes = bw_choice_list_new (GTK_BOX (box), _("Outcome"));
  g_signal_connect_object (self->outcomes, "notify::selected", G_CALLBACK (on_outcome), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_size_request (GTK_WIDGET (self->outcomes), 120, -1);
  add_values (self, GTK_BOX (box));
  add_date (self);
  add_lead (self);
  gtk_flow_box_set_selection_mode (flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (flow, 3);
  gtk_flow_box_set_column_spacing (flow, 8);
  gtk_flow_box_set_row_spacing (flow, 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Outcome"), -1);
  append (flow, box);
  append (flow, self->date_box);
  append (flow, self->lead_box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (flow));
}

static void
show_outcomes (BwValidateChoice *self,
               const GPtrArray  *candidates)
{
  const BwOutcomeCandidate *chosen = bw_validating_get_chosen (self->validating);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (names, _("Choose…"));
  for (guint i = 0; i < candidates->len; i++)
    {
      const BwOutcomeCandidate *candidate = g_ptr_array_index (candidates, i);

      gtk_string_list_append (names, candidate->name);
      if (candidate == chosen)
        selected = i + 1;
    }
  bw_choice_list_set (self->outcomes, names, selected);
}

static void
show_lead (BwValidateChoice *self)
{
  BwOutcome *outcome = bw_validating_get_outcome (self->validating);
  const int lead = bw_validating_get_lead (self->validating);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  gtk_widget_set_visible (self->lead_box, outcome != NULL && bw_outcome_is_dated (outcome));
  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      g_autofree char *text = g_strdup_printf (ngettext ("%d day before", "%d days before", leads[i]),
                                               leads[i]);

      gtk_string_list_append (names, text);
      if (leads[i] == lead)
        selected = i;
    }
  bw_choice_list_set (self->lead, names, selected);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->every), bw_validating_get_every (self->validating));
}

/* The columns of dates, where what tells who left is none itself. */
static void
show_date (BwValidateChoice *self)
{
  const BwOutcomeCandidate *chosen = bw_validating_get_chosen (self->validating);
  BwOutcome *outcome = bw_validating_get_outcome (self->validating);
  g_auto(GStrv) dates = bw_validating_list_dates (self->validating);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const char *now = outcome == NULL ? bw_validating_get_date (self->validating) : NULL;
  guint selected = 0;

  if (outcome != NULL && bw_outcome_get_date_column (outcome) != BW_NONE)
    now = bw_panel_get_column (bw_outcome_get_panel (outcome), bw_outcome_get_date_column (outcome))->name;
  gtk_widget_set_visible (self->date_box, chosen != NULL && chosen->column != BW_NONE && dates[0] != NULL);
  gtk_string_list_append (names, outcome != NULL && bw_outcome_is_dated (outcome) && now == NULL
                          /* TRANSLATORS: a customer left when the outcome first said so */
                          ? _("By snapshots")
                          /* TRANSLATORS: nothing says on which day a customer left */
                          : _("No day"));
  for (guint i = 0; dates[i] != NULL; i++)
    {
      gtk_string_list_append (names, dates[i]);
      if (g_strcmp0 (dates[i], now) == 0)
        selected = i + 1;
    }
  bw_choice_list_set (self->date, names, selected);
}

/* Rows for @values, unless they are there. */
static void
fill_values (BwValidateChoice *self,
             const GArray     *values)
{
  const guint n = values->len;
  gboolean same = n == self->shown->len;
  GtkWidget *child;

  for (guint i = 0; same && i < n; i++)
    same = g_str_equal (g_array_index (values, BwOutcomeValue, i).text, g_ptr_array_index (self->shown, i));
  if (same)
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < n; i++)
    {
      const BwOutcomeValue *value = &g_array_index (values, BwOutcomeValue, i);
      g_autofree char *count = bw_format_number (value->n, 0);
      g_autofree char *text = g_strdup_printf ("%s · %s", value->text, count);
      GtkWidget *check = gtk_check_button_new_with_label (text);

      g_signal_connect_object (check, "toggled", G_CALLBACK (on_value), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (self->list, check);
      g_ptr_array_add (self->shown, g_strdup (value->text));
    }
}

/* What is ticked, and in short on the button: "Gone: Yes". */
static void
show_values (BwValidateChoice *self)
{
  const BwOutcomeCandidate *chosen = bw_validating_get_chosen (self->validating);
  const gboolean some = chosen != NULL && chosen->values->len > 1;
  g_auto(GStrv) gone = NULL;
  g_autofree char *all = NULL;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->values), some);
  if (!some)
    return;

  gone = bw_validating_dup_gone (self->validating);
  fill_values (self, chosen->values);
  for (guint i = 0; i < self->shown->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, i);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_list_box_row_get_child (row)),
                                   g_strv_contains ((const char *const *) gone,
                                                    g_ptr_array_index (self->shown, i)));
    }
  all = g_strv_length (gone) <= 2 ? g_strjoinv (", ", gone)
                                  : g_strdup_printf (ngettext ("%u value", "%u values", g_strv_length (gone)),
                                                     g_strv_length (gone));
  /* TRANSLATORS: the values of a status that mean that a customer left, or their number */
  label = g_strdup_printf (_("Gone: %s"), gone[0] == NULL ? _("none ticked") : all);
  gtk_menu_button_set_label (self->values, label);
}

/**
 * bw_validate_choice_show:
 *
 * Shows what is chosen.
 */
void
bw_validate_choice_show (BwValidateChoice *self)
{
  const GPtrArray *candidates = self->validating != NULL
                                ? bw_validating_get_candidates (self->validating) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), candidates != NULL && candidates->len > 0);
  if (candidates == NULL)
    return;

  self->filling = TRUE;
  show_outcomes (self, candidates);
  show_date (self);
  show_lead (self);
  show_values (self);
  self->filling = FALSE;
}

/**
 * bw_validate_choice_follow:
 *
 * Chooses for @validating, once and for all.
 */
void
bw_validate_choice_follow (BwValidateChoice *self,
                           BwValidating     *validating)
{
  g_return_if_fail (BW_IS_VALIDATE_CHOICE (self));

  g_set_object (&self->validating, validating);
}
