/* One metric of the model: its scale over the real values, its source, its words, what it does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/metric-editor.h"

#include "app/metric-effect.h"
#include "app/metric-form.h"
#include "app/metric-new.h"
#include "app/metric-source.h"
#include "widgets/metric-actions.h"
#include "widgets/metric-edits.h"
#include "widgets/scale-editor.h"

#include <glib/gi18n-lib.h>

struct _BwMetricEditor
{
  BwEditor parent_instance;

  char    *id;      /* of the metric, "" for one to be added */

  GtkScrolledWindow *scroller;
  GtkStack       *stack;
  GtkLabel       *title;
  GtkLabel       *subtitle;
  GtkWidget      *check;
  BwScaleEditor  *scale;
  BwMetricEffect *effect;
  BwMetricForm   *form;
  BwMetricSource *source;
  BwMetricNew    *new;
};

G_DEFINE_FINAL_TYPE (BwMetricEditor, bw_metric_editor, BW_TYPE_EDITOR)

static guint
find_metric (BwMetricEditor *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwModel *model = workspace != NULL ? bw_workspace_get_model (workspace) : NULL;

  return model != NULL && *self->id != '\0' ? bw_model_find_metric (model, self->id) : BW_NONE;
}

/* "of licensed seats · helps · Adoption" */
static void
show_head (BwMetricEditor *self,
           const BwModel  *model,
           const BwMetric *metric)
{
  const char *direction = metric->hurts ? _("▼ hurts") : _("▲ helps");
  const char *group = bw_model_get_group (model, metric->group)->name;
  g_autofree char *subtitle = metric->caption != NULL && *metric->caption != '\0' ?
                              g_strjoin (" · ", metric->caption, direction, group, NULL) :
                              g_strjoin (" · ", direction, group, NULL);

  gtk_label_set_label (self->title, metric->name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), metric->name);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (self->check, metric->check);
}

static void
show_metric (BwMetricEditor *self,
             guint           index)
{
  BwModel *model = bw_workspace_get_model (bw_live_get_workspace (BW_LIVE (self)));

  show_head (self, model, bw_model_get_metric (model, index));
  bw_scale_editor_set_metric (self->scale, index);
  bw_metric_effect_set_metric (self->effect, index);
  bw_metric_form_set_metric (self->form, index);
  bw_metric_source_set_metric (self->source, index);
}

static void
show (BwMetricEditor *self)
{
  const guint index = find_metric (self);

  gtk_stack_set_visible_child_name (self->stack, *self->id == '\0' ? "new" : "metric");
  if (*self->id == '\0')
    return;
  if (index != BW_NONE)
    show_metric (self, index);
  else
    bw_editor_close (BW_EDITOR (self));
}

/* Closed, it holds nothing of what it showed; opened again it begins at the top. */
static void
rest (BwMetricEditor *self)
{
  bw_scale_editor_set_metric (self->scale, BW_NONE);
  bw_metric_effect_set_metric (self->effect, BW_NONE);
  bw_metric_form_set_metric (self->form, BW_NONE);
  bw_metric_source_set_metric (self->source, BW_NONE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
lend_workspace (BwMetricEditor *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  bw_live_set_workspace (BW_LIVE (self->scale), workspace);
  bw_live_set_workspace (BW_LIVE (self->effect), workspace);
  bw_live_set_workspace (BW_LIVE (self->form), workspace);
  bw_live_set_workspace (BW_LIVE (self->source), workspace);
  bw_live_set_workspace (BW_LIVE (self->new), workspace);
  if (workspace == NULL)
    rest (self);
}

static void
bw_metric_editor_refresh (BwLive  *live,
                          BwChange changes)
{
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL))
    show (BW_METRIC_EDITOR (live));
}

static void
bw_metric_editor_set_subject (BwEditor   *editor,
                              const char *subject)
{
  BwMetricEditor *self = BW_METRIC_EDITOR (editor);
  char *id = g_strdup (subject);

  g_free (self->id);
  self->id = id;
  show (self);
}

static void
on_added (BwMetricEditor *self,
          const char     *id)
{
  bw_editor_set_subject (BW_EDITOR (self), id);
  gtk_widget_child_focus (GTK_WIDGET (self->scale), GTK_DIR_TAB_FORWARD);
}

static void
duplicate (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  BwMetricEditor *self = BW_METRIC_EDITOR (widget);

  if (find_metric (self) != BW_NONE)
    bw_metric_open_duplicate (widget, bw_live_get_workspace (BW_LIVE (self)), find_metric (self));
}

static void
remove_metric (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  BwMetricEditor *self = BW_METRIC_EDITOR (widget);

  if (find_metric (self) != BW_NONE)
    bw_metric_remove_and_say (widget, bw_live_get_workspace (BW_LIVE (self)), find_metric (self));
}

static void
confirm (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  BwMetricEditor *self = BW_METRIC_EDITOR (widget);
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  const guint index = find_metric (self);
  g_autofree char *step = NULL;
  BwMetric value;

  if (index == BW_NONE)
    return;

  value = *bw_model_get_metric (bw_workspace_get_model (workspace), index);
  value.check = FALSE;
  /* TRANSLATORS: a step of undo: a guess was found to be right; %s is a metric's name */
  step = g_strdup_printf (_("Confirm “%s”"), value.name);
  bw_metric_edit (workspace, index, &value, step, NULL);
  gtk_widget_child_focus (GTK_WIDGET (self->scale), GTK_DIR_TAB_FORWARD);
}

static void
bw_metric_editor_finalize (GObject *object)
{
  g_free (BW_METRIC_EDITOR (object)->id);

  G_OBJECT_CLASS (bw_metric_editor_parent_class)->finalize (object);
}

static void
bw_metric_editor_class_init (BwMetricEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_metric_editor_finalize;
  BW_LIVE_CLASS (klass)->refresh = bw_metric_editor_refresh;
  BW_EDITOR_CLASS (klass)->set_subject = bw_metric_editor_set_subject;

  g_type_ensure (BW_TYPE_METRIC_EFFECT);
  g_type_ensure (BW_TYPE_METRIC_FORM);
  g_type_ensure (BW_TYPE_METRIC_NEW);
  g_type_ensure (BW_TYPE_METRIC_SOURCE);
  g_type_ensure (BW_TYPE_SCALE_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/metric-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, scroller);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, stack);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, title);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, check);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, scale);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, effect);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, form);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, source);
  gtk_widget_class_bind_template_child (widget_class, BwMetricEditor, new);
  gtk_widget_class_bind_template_callback (widget_class, on_added);
  gtk_widget_class_install_action (widget_class, "metric.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "metric.remove", NULL, remove_metric);
  gtk_widget_class_install_action (widget_class, "metric.confirm", NULL, confirm);
}

static void
bw_metric_editor_init (BwMetricEditor *self)
{
  self->id = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::workspace", G_CALLBACK (lend_workspace), NULL);
}

/**
 * bw_metric_editor_get_metric:
 *
 * Returns: (transfer none): the id of the metric that is shown, "" for none
 */
const char *
bw_metric_editor_get_metric (BwMetricEditor *self)
{
  g_return_val_if_fail (BW_IS_METRIC_EDITOR (self), "");

  return self->id;
}
