/* The weights of the chosen segment, group by group; all segments' side by side where none is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There is one row a metric of the model, made once and shown where the segment uses the metric:
 * a slider that is held stays the same widget through every change. */

#include "widgets/weights-panel.h"

#include "format/format.h"
#include "model/shares.h"
#include "widgets/glance-card.h"
#include "widgets/hints-button.h"
#include "widgets/rule-lines.h"
#include "widgets/shares-table.h"
#include "widgets/unused-list.h"
#include "widgets/weight-group.h"
#include "widgets/weight-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwWeightsPanel
{
  BwLive parent_instance;

  BwModel   *built_for; /* the model that the groups were made for */
  GPtrArray *group_widgets; /* BwWeightGroup, one a group of the model */
  BwInsights *insights;     /* of the workspace */

  GtkLabel    *title;
  GtkLabel    *subtitle;
  GtkWidget   *reset;
  GtkWidget   *suggest;
  BwGlanceCard  *glance;
  BwHintsButton *hints;
  GtkStack    *stack;
  GtkBox      *groups;
  BwUnusedList *unused;
  BwSharesTable *shares;
  GtkBox      *rules;
};

G_DEFINE_FINAL_TYPE (BwWeightsPanel, bw_weights_panel, BW_TYPE_LIVE)

static gboolean
same_metric (const BwMetric *a,
             const BwMetric *b)
{
  return a->group == b->group && a->hurts == b->hurts && g_str_equal (a->id, b->id) &&
         g_str_equal (a->name, b->name) && g_strcmp0 (a->caption, b->caption) == 0 &&
         g_strcmp0 (a->why, b->why) == 0;
}

/* Whether the rows that were made for @a do for @b. */
static gboolean
same_structure (const BwModel *a,
                const BwModel *b)
{
  if (a == NULL || bw_model_get_n_metrics (a) != bw_model_get_n_metrics (b) ||
      bw_model_get_n_groups (a) != bw_model_get_n_groups (b))
    return FALSE;

  for (guint i = 0; i < bw_model_get_n_metrics (a); i++)
    if (!same_metric (bw_model_get_metric (a, i), bw_model_get_metric (b, i)))
      return FALSE;
  for (guint i = 0; i < bw_model_get_n_groups (a); i++)
    if (!g_str_equal (bw_model_get_group (a, i)->name, bw_model_get_group (b, i)->name))
      return FALSE;

  return TRUE;
}

/* The id of the metric whose row has the focus, or NULL. */
static char *
dup_focused (BwWeightsPanel *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, BW_TYPE_WEIGHT_ROW) : NULL;

  return row != NULL && gtk_widget_is_ancestor (row, GTK_WIDGET (self->groups)) ?
         g_strdup (bw_weight_row_get_id (BW_WEIGHT_ROW (row))) : NULL;
}

static void
focus_metric (BwWeightsPanel *self,
              const char     *id)
{
  for (guint i = 0; id != NULL && i < self->group_widgets->len; i++)
    {
      if (bw_weight_group_focus (g_ptr_array_index (self->group_widgets, i), id))
        return;
    }
}

static void
build_groups (BwWeightsPanel *self,
              BwWorkspace    *workspace,
              BwModel        *model)
{
  g_autofree char *focused = NULL;

  if (same_structure (self->built_for, model))
    return;

  focused = dup_focused (self);
  for (guint i = 0; i < self->group_widgets->len; i++)
    gtk_box_remove (self->groups, g_ptr_array_index (self->group_widgets, i));
  g_ptr_array_set_size (self->group_widgets, 0);
  for (guint group = 0; group < bw_model_get_n_groups (model); group++)
    {
      GtkWidget *widget = bw_weight_group_new (workspace, group);

      gtk_box_append (self->groups, widget);
      g_ptr_array_add (self->group_widgets, widget);
    }

  g_clear_pointer (&self->built_for, bw_model_unref);
  self->built_for = bw_model_ref (model);
  focus_metric (self, focused);
}

/* The shares of @segment as opened, one a metric of @model: NaN where there is none. */
static double *
list_baseline (const BwModel   *model,
               const BwModel   *baseline,
               const BwSegment *segment)
{
  const guint n_metrics = bw_model_get_n_metrics (model);
  const guint found = bw_model_find_segment (baseline, segment->id);
  double *shares = g_new (double, MAX (n_metrics, 1));

  for (guint i = 0; i < n_metrics; i++)
    {
      const guint metric = bw_model_find_metric (baseline, bw_model_get_metric (model, i)->id);

      shares[i] = found == BW_NONE || metric == BW_NONE ?
                  NAN : bw_model_get_segment (baseline, found)->shares[metric];
    }

  return shares;
}

static gboolean
same_shares (const double *a,
             const double *b,
             guint         n)
{
  for (guint i = 0; i < n; i++)
    if (isnan (a[i]) != isnan (b[i]) || fabs (a[i] - b[i]) > 1e-9)
      return FALSE;

  return TRUE;
}

static void
show_shares (BwWeightsPanel *self,
             BwWorkspace    *workspace,
             const BwModel  *model)
{
  const guint n_metrics = bw_model_get_n_metrics (model);
  const BwSegment *segment = bw_model_get_segment (model, bw_workspace_get_segment (workspace));
  g_autofree double *baseline = list_baseline (model, bw_workspace_get_baseline_model (workspace),
                                               segment);
  g_autofree guint *percents = g_new0 (guint, MAX (n_metrics, 1));

  bw_shares_to_percents (segment->shares, n_metrics, percents);
  for (guint i = 0; i < self->group_widgets->len; i++)
    bw_weight_group_set_shares (g_ptr_array_index (self->group_widgets, i),
                                segment->shares, percents, baseline);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weights.reset",
                                 !same_shares (segment->shares, baseline, n_metrics));
}

static void
show_locks (BwWeightsPanel *self)
{
  for (guint i = 0; i < self->group_widgets->len; i++)
    bw_weight_group_show_locks (g_ptr_array_index (self->group_widgets, i));
}

static void
show_title (BwWeightsPanel  *self,
            const BwModel   *model,
            const BwSegment *segment)
{
  const guint n_metrics = bw_model_get_n_metrics (model);
  /* TRANSLATORS: %s is a segment's name */
  g_autofree char *title = g_strdup_printf (_("%s weights"), segment->name);
  g_autofree char *subtitle = NULL;
  double total = 0;
  guint n_used = 0;

  for (guint i = 0; i < n_metrics; i++)
    if (!isnan (segment->shares[i]))
      {
        n_used++;
        total += segment->shares[i];
      }

  if (n_used > 0 && total == 0)
    subtitle = g_strdup (_("All weights are 0: nobody is scored"));
  else
    subtitle = g_strdup_printf (ngettext ("%u of %u metric used · total 100 %%",
                                          "%u of %u metrics used · total 100 %%", n_metrics),
                                n_used, n_metrics);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
}

/* The card is made anew: one that was hidden keeps the height of a single line. */
static void
show_rules (BwWeightsPanel *self,
            BwPanel        *panel,
            const BwModel  *model)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->rules));

  if (card != NULL)
    gtk_box_remove (self->rules, card);
  if (bw_model_get_n_rules (model) > 0)
    gtk_box_append (self->rules, bw_rule_lines_new (panel, model));
}

static void
show_all_segments (BwWeightsPanel *self,
                   const BwModel  *model)
{
  gtk_stack_set_visible_child_name (self->stack, "all");
  gtk_label_set_label (self->title, _("Weights by segment"));
  gtk_label_set_label (self->subtitle, bw_model_get_n_metrics (model) > 0 ?
                       _("In percent · choose a segment to change them") :
                       _("The model has no metrics yet"));
}

/* What is out of sight may be of another model than the insights: it is shown when it is seen. */
static void
show_insights (BwWeightsPanel *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwResults *results = workspace != NULL ? bw_workspace_get_results (workspace) : NULL;

  if (results == NULL || self->insights == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  bw_hints_button_show (self->hints, workspace, self->insights);
  if (bw_workspace_get_segment (workspace) == BW_ALL_SEGMENTS)
    bw_shares_table_show_insights (self->shares, self->insights);
  else if (same_structure (self->built_for, bw_results_get_model (results)))
    for (guint i = 0; i < self->group_widgets->len; i++)
      bw_weight_group_show_insights (g_ptr_array_index (self->group_widgets, i), self->insights);
}

/* Ghosts of ticks, where the chosen segment's weights would go. */
static void
show_suggestion (BwWeightsPanel *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  BwResults *results = workspace != NULL ? bw_workspace_get_results (workspace) : NULL;
  BwSuggesting *suggesting;

  if (results == NULL || bw_workspace_get_segment (workspace) == BW_ALL_SEGMENTS ||
      !same_structure (self->built_for, bw_results_get_model (results)))
    return;

  suggesting = bw_suggesting_of (workspace);
  for (guint i = 0; i < self->group_widgets->len; i++)
    bw_weight_group_show_suggestion (g_ptr_array_index (self->group_widgets, i),
                                     bw_suggesting_offers (suggesting)
                                     ? bw_suggesting_get_suggestion (suggesting) : NULL,
                                     bw_workspace_get_segment (workspace));
}

/* Weights can be suggested where something may say who left. */
static void
show_suggest (BwWeightsPanel *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));
  const GPtrArray *candidates = workspace != NULL
                                ? bw_validating_get_candidates (bw_validating_of (workspace)) : NULL;

  if (candidates != NULL)
    gtk_widget_set_visible (self->suggest, candidates->len > 0);
}

/* One for the window: whoever else shows what it knows is told by this panel. */
static void
follow_workspace (BwWeightsPanel *self)
{
  BwWorkspace *workspace = bw_live_get_workspace (BW_LIVE (self));

  g_clear_object (&self->insights);
  if (workspace == NULL)
    return;

  bw_glance_card_follow (self->glance, workspace);
  g_signal_connect_object (bw_suggesting_of (workspace), "changed", G_CALLBACK (show_suggestion), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (bw_validating_of (workspace), "changed", G_CALLBACK (show_suggest), self,
                           G_CONNECT_SWAPPED);
  self->insights = bw_insights_dup_for (workspace);
  g_signal_connect_object (self->insights, "changed", G_CALLBACK (show_insights), self,
                           G_CONNECT_SWAPPED);
}

static void
bw_weights_panel_refresh (BwLive  *live,
                          BwChange changes)
{
  BwWeightsPanel *self = BW_WEIGHTS_PANEL (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  BwModel *model = bw_workspace_get_model (workspace);
  const guint chosen = bw_workspace_get_segment (workspace);
  const gboolean all = chosen == BW_ALL_SEGMENTS;

  gtk_widget_set_visible (self->reset, !all);
  if (all)
    {
      show_all_segments (self, model);
      show_insights (self);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "segment");
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    {
      const BwSegment *segment = bw_model_get_segment (model, chosen);

      build_groups (self, workspace, model);
      show_title (self, model, segment);
      bw_unused_list_show (self->unused, workspace, chosen);
      show_rules (self, bw_workspace_get_panel (workspace), model);
      show_locks (self);
      show_insights (self);
      show_suggestion (self);
    }
  if (changes & BW_CHANGE_LOCKS)
    show_locks (self);
  show_shares (self, workspace, model);
}

static void
reset_segment (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  bw_workspace_reset_segment (bw_live_get_workspace (BW_LIVE (widget)));
}

static void
bw_weights_panel_dispose (GObject *object)
{
  BwWeightsPanel *self = BW_WEIGHTS_PANEL (object);

  g_clear_object (&self->insights);
  g_clear_pointer (&self->group_widgets, g_ptr_array_unref);
  g_clear_pointer (&self->built_for, bw_model_unref);

  G_OBJECT_CLASS (bw_weights_panel_parent_class)->dispose (object);
}

static void
bw_weights_panel_class_init (BwWeightsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_weights_panel_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_weights_panel_refresh;

  g_type_ensure (BW_TYPE_GLANCE_CARD);
  g_type_ensure (BW_TYPE_HINTS_BUTTON);
  g_type_ensure (BW_TYPE_SHARES_TABLE);
  g_type_ensure (BW_TYPE_UNUSED_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/weights-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, title);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, reset);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, suggest);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, glance);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, hints);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, groups);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, unused);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, shares);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, rules);
  gtk_widget_class_install_action (widget_class, "weights.reset", NULL, reset_segment);
}

static void
bw_weights_panel_init (BwWeightsPanel *self)
{
  self->group_widgets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::workspace", G_CALLBACK (follow_workspace), NULL);
  g_signal_connect (self, "map", G_CALLBACK (show_insights), NULL);
}
