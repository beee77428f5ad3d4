/* What a metric is called, where it belongs, which way it counts, and what is thought of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A choice is an edit at once; what is typed becomes one with Return or when the field is left. */

#include "app/metric-form.h"

#include "model/editing.h"
#include "widgets/choice-words.h"
#include "widgets/metric-edits.h"
#include "widgets/name-popover.h"
#include "widgets/same-strings.h"

#include <glib/gi18n-lib.h>

struct _BwMetricForm
{
  BwLive parent_instance;

  guint    metric;
  char    *shown; /* the id of the metric that the fields are of */
  gboolean filling;

  GtkEditable   *name;
  GtkEditable   *caption;
  AdwComboRow   *group;
  AdwComboRow   *direction;
  AdwComboRow   *missing;
  GtkWidget     *missing_row;
  GtkSpinButton *missing_value;
  GtkSwitch     *subjective;
  AdwComboRow   *tag;
  GtkEditable   *why;
};

G_DEFINE_FINAL_TYPE (BwMetricForm, bw_metric_form, BW_TYPE_LIVE)

static const BwMetric *
get_value (BwMetricForm *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwModel *model = workspace != NULL ? bw_workspace_get_model (workspace) : NULL;

  return model != NULL && self->metric < bw_model_get_n_metrics (model) ?
         bw_model_get_metric (model, self->metric) : NULL;
}

/* Whether a signal of a control is a wish of the user's, of the metric that is shown: another may
 * have its place since. Then @value is what there is to change. */
static gboolean
begin (BwMetricForm *self,
       BwMetric     *value)
{
  const BwMetric *now = self->filling ? NULL : get_value (self);

  if (now == NULL || g_strcmp0 (now->id, self->shown) != 0)
    return FALSE;

  *value = *now;

  return TRUE;
}

/* One step of undo; what would be in error changes nothing and rings. */
static void
edit (BwMetricForm   *self,
      const BwMetric *value,
      const char     *format)
{
  g_autofree char *step = g_strdup_printf (format, get_value (self)->name);

  if (!bw_metric_edit (bw_live_get_workspace (BW_LIVE (self)), self->metric, value, step, NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static char *
dup_typed (GtkEditable *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
show_text (GtkEditable *entry,
           const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (entry), text != NULL ? text : "") != 0)
    gtk_editable_set_text (entry, text != NULL ? text : "");
}

static void
on_name_entered (BwMetricForm *self)
{
  g_autofree char *text = dup_typed (self->name);
  BwMetric value;

  if (!begin (self, &value))
    return;

  if (*text != '\0' && g_strcmp0 (text, value.name) != 0)
    {
      value.name = text;
      /* TRANSLATORS: a step of undo; %s is a metric's name */
      edit (self, &value, _("Rename “%s”"));
    }
  else
    show_text (self->name, value.name);
}

static void
on_caption_entered (BwMetricForm *self)
{
  g_autofree char *text = dup_typed (self->caption);
  BwMetric value;

  if (!begin (self, &value) || g_strcmp0 (text, value.caption != NULL ? value.caption : "") == 0)
    return;

  value.caption = *text != '\0' ? text : NULL;
  edit (self, &value, _("Words Beside “%s”"));
}

static void
on_why_entered (BwMetricForm *self)
{
  g_autofree char *text = dup_typed (self->why);
  BwMetric value;

  if (!begin (self, &value) || g_strcmp0 (text, value.why != NULL ? value.why : "") == 0)
    return;

  value.why = *text != '\0' ? text : NULL;
  edit (self, &value, _("Why “%s” Counts"));
}

static void
fill_groups (BwMetricForm *self)
{
  BwModel *model = bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)));
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint group = 0; group < bw_model_get_n_groups (model); group++)
    gtk_string_list_append (names, bw_model_get_group (model, group)->name);
  gtk_string_list_append (names, _("New group…"));
  if (!bw_same_strings (adw_combo_row_get_model (self->group), G_LIST_MODEL (names)))
    adw_combo_row_set_model (self->group, G_LIST_MODEL (names));
}

static void
on_group_named (gpointer    user_data,
                const char *name)
{
  BwMetricForm *self = user_data;
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwModel *draft = bw_workspace_get_model (workspace);
  g_autoptr(BwModel) grouped = NULL;
  g_autoptr(BwModel) model = NULL;
  BwMetric value;

  if (!begin (self, &value))
    return;

  value.group = bw_model_get_n_groups (draft);
  grouped = bw_model_adding_group (draft, value.group, name, NULL);
  model = grouped != NULL ? bw_model_with_metric (grouped, self->metric, &value, NULL) : NULL;
  if (model != NULL)
    bw_workspace_edit (workspace, model, _("New Group"));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_group_selected (BwMetricForm *self)
{
  const guint selected = adw_combo_row_get_selected (self->group);
  BwMetric value;

  if (!begin (self, &value) || selected == value.group || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected < bw_model_get_n_groups (bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)))))
    {
      value.group = selected;
      value.check = FALSE;
      edit (self, &value, _("Group of %s"));
      return;
    }

  self->filling = TRUE;
  adw_combo_row_set_selected (self->group, value.group);
  self->filling = FALSE;
  bw_name_popover_ask (GTK_WIDGET (self->group), _("Name of the new group"), "", on_group_named, self);
}

static void
on_direction_selected (BwMetricForm *self)
{
  const gboolean hurts = adw_combo_row_get_selected (self->direction) == 1;
  BwMetric value;

  if (!begin (self, &value) || hurts == value.hurts)
    return;

  value.hurts = hurts;
  value.check = FALSE;
  edit (self, &value, _("Direction of %s"));
}

static void
on_missing_selected (BwMetricForm *self)
{
  const BwMissing missing = adw_combo_row_get_selected (self->missing);
  BwMetric value;

  if (!begin (self, &value) || missing == value.missing || missing > BW_MISSING_VALUE)
    return;

  value.missing = missing;
  value.missing_value = missing == BW_MISSING_VALUE ? 50 : 0;
  edit (self, &value, _("Missing Data of %s"));
}

static void
on_missing_value_changed (BwMetricForm *self)
{
  const double score = gtk_spin_button_get_value (self->missing_value);
  g_autofree char *step = NULL;
  BwMetric value;

  if (!begin (self, &value) || value.missing != BW_MISSING_VALUE || score == value.missing_value)
    return;

  value.missing_value = score;
  step = g_strdup_printf (_("Missing Data of %s"), value.name);
  bw_metric_edit_field (bw_live_get_workspace (BW_LIVE (self)), self->metric, &value, step,
                        "score without data");
}

static void
on_subjective_switched (BwMetricForm *self)
{
  const gboolean subjective = gtk_switch_get_active (self->subjective);
  BwMetric value;

  if (!begin (self, &value) || subjective == value.subjective)
    return;

  value.subjective = subjective;
  edit (self, &value, _("Kind of “%s”"));
}

static void
on_tag_selected (BwMetricForm *self)
{
  const BwTag tag = adw_combo_row_get_selected (self->tag);
  BwMetric value;

  if (!begin (self, &value) || tag == value.tag || tag > BW_TAG_TROUBLESOME)
    return;

  value.tag = tag;
  edit (self, &value, _("Mark of “%s”"));
}

static void
show_value (BwMetricForm   *self,
            const BwMetric *value)
{
  char *id = g_strdup (value->id);

  g_free (self->shown);
  self->shown = id;
  self->filling = TRUE;
  show_text (self->name, value->name);
  show_text (self->caption, value->caption);
  show_text (self->why, value->why);
  fill_groups (self);
  adw_combo_row_set_selected (self->group, value->group);
  adw_combo_row_set_selected (self->direction, value->hurts ? 1 : 0);
  adw_combo_row_set_selected (self->missing, value->missing);
  gtk_widget_set_visible (self->missing_row, value->missing == BW_MISSING_VALUE);
  gtk_spin_button_set_value (self->missing_value, value->missing_value);
  gtk_switch_set_active (self->subjective, value->subjective);
  adw_combo_row_set_selected (self->tag, value->tag);
  self->filling = FALSE;
}

static void
bw_metric_form_refresh (BwLive  *live,
                        BwChange changes)
{
  BwMetricForm *self = BW_METRIC_FORM (live);

  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL) && get_value (self) != NULL)
    show_value (self, get_value (self));
}

static void
bw_metric_form_finalize (GObject *object)
{
  g_free (BW_METRIC_FORM (object)->shown);

  G_OBJECT_CLASS (bw_metric_form_parent_class)->finalize (object);
}

static void
bw_metric_form_class_init (BwMetricFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_metric_form_finalize;
  BW_LIVE_CLASS (klass)->refresh = bw_metric_form_refresh;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/metric-form.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, name);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, caption);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, group);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, direction);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, missing);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, missing_row);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, missing_value);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, subjective);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, tag);
  gtk_widget_class_bind_template_child (widget_class, BwMetricForm, why);
  gtk_widget_class_bind_template_callback (widget_class, on_name_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_caption_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_why_entered);
  gtk_widget_class_bind_template_callback (widget_class, on_group_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_direction_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_missing_value_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_subjective_switched);
  gtk_widget_class_bind_template_callback (widget_class, on_tag_selected);
}

static void
apply_when_left (BwMetricForm    *self,
                 GtkEditable     *entry,
                 void          ( *apply ) (BwMetricForm *self))
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (apply), self);
  gtk_widget_add_controller (GTK_WIDGET (entry), focus);
}

static void
bw_metric_form_init (BwMetricForm *self)
{
  self->metric = BW_NONE;
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  bw_choice_words_show_in_row (self->group);
  bw_choice_words_show_in_row (self->direction);
  bw_choice_words_show_in_row (self->missing);
  bw_choice_words_show_in_row (self->tag);
  apply_when_left (self, self->name, on_name_entered);
  apply_when_left (self, self->caption, on_caption_entered);
  apply_when_left (self, self->why, on_why_entered);
}

/**
 * bw_metric_form_set_metric:
 * @metric: of the draft
 */
void
bw_metric_form_set_metric (BwMetricForm *self,
                           guint         metric)
{
  g_return_if_fail (BW_IS_METRIC_FORM (self));

  self->metric = metric;
  if (get_value (self) != NULL)
    show_value (self, get_value (self));
}
