/* The weights of the chosen segment, group by group; all segments' side by side where none is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* There is one row a metric of the model, made once and shown where the segment uses the metric:
 * a slider that is held stays the same widget through every change. */

#include "widgets/weights-panel.h"

#include "format/format.h"
#include "model/shares.h"
#include "widgets/rule-words.h"
#include "widgets/shares-table.h"
#include "widgets/unused-row.h"
#include "widgets/weight-group.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwWeightsPanel
{
  BwLive parent_instance;

  BwModel   *built_for; /* the model that the groups were made for */
  GPtrArray *group_widgets; /* BwWeightGroup, one a group of the model */

  GtkLabel    *title;
  GtkLabel    *subtitle;
  GtkWidget   *reset;
  GtkStack    *stack;
  GtkScrolledWindow *scrolled;
  GtkBox      *groups;
  GtkExpander *unused;
  GtkListBox  *unused_list;
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

static void
build_groups (BwWeightsPanel *self,
              BwWorkspace    *workspace,
              BwModel        *model)
{
  if (same_structure (self->built_for, model))
    return;

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

static void
show_unused (BwWeightsPanel  *self,
             BwWorkspace     *workspace,
             const BwModel   *model,
             const BwSegment *segment)
{
  g_autoptr(GString) names = g_string_new (NULL);
  g_autofree char *label = NULL;
  GtkListBoxRow *row;
  guint n_unused = 0;

  while ((row = gtk_list_box_get_row_at_index (self->unused_list, 0)) != NULL)
    gtk_list_box_remove (self->unused_list, GTK_WIDGET (row));
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    if (isnan (segment->shares[i]))
      {
        g_string_append_printf (names, "%s%s", n_unused++ == 0 ? "" : ", ",
                                bw_model_get_metric (model, i)->name);
        gtk_list_box_append (self->unused_list, bw_unused_row_new (workspace, i));
      }

  /* TRANSLATORS: %s is a list of metrics */
  label = g_strdup_printf (ngettext ("%u metric not used here: %s",
                                     "%u metrics not used here: %s", n_unused),
                           n_unused, names->str);
  gtk_expander_set_label (self->unused, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unused),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->unused), n_unused > 0);
}

static void
show_rules (BwWeightsPanel *self,
            BwPanel        *panel,
            const BwModel  *model)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rules))) != NULL)
    gtk_box_remove (self->rules, child);
  for (guint i = 0; i < bw_model_get_n_rules (model); i++)
    {
      const BwRule *rule = bw_model_get_rule (model, i);
      g_autofree char *words = bw_rule_to_words (model, panel, rule);
      g_autofree char *text = rule->reason == NULL || *rule->reason == '\0' ?
                              g_strdup (words) :
                              /* TRANSLATORS: the reason of a rule, then the rule */
                              g_strdup_printf (_("%s: %s"), rule->reason, words);
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_box_append (self->rules, label);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->rules), bw_model_get_n_rules (model) > 0);
}

static void
show_all_segments (BwWeightsPanel *self)
{
  gtk_stack_set_visible_child_name (self->stack, "all");
  gtk_label_set_label (self->title, _("Weights by segment"));
  gtk_label_set_label (self->subtitle, _("In percent · choose a segment to change them"));
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
      show_all_segments (self);
      return;
    }

  gtk_stack_set_visible_child_name (self->stack, "segment");
  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL | BW_CHANGE_SEGMENT))
    {
      const BwSegment *segment = bw_model_get_segment (model, chosen);

      build_groups (self, workspace, model);
      show_title (self, model, segment);
      show_unused (self, workspace, model, segment);
      show_rules (self, bw_workspace_get_panel (workspace), model);
      show_locks (self);
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

  g_clear_pointer (&self->group_widgets, g_ptr_array_unref);
  g_clear_pointer (&self->built_for, bw_model_unref);

  G_OBJECT_CLASS (bw_weights_panel_parent_class)->dispose (object);
}

static void
scroll_to_unused (gpointer user_data)
{
  g_autoptr(BwWeightsPanel) self = user_data;
  GtkAdjustment *adjustment;
  double y;

  if (self->scrolled == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self->unused), GTK_WIDGET (self->scrolled),
                                         0, 0, NULL, &y))
    return;

  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + y);
}

/* The list has its place only now. */
static void
on_grown (BwWeightsPanel *self,
          GtkAdjustment  *adjustment)
{
  g_signal_handlers_disconnect_by_func (adjustment, on_grown, self);
  g_idle_add_once (scroll_to_unused, g_object_ref (self));
}

/* What opens at the lower end of the panel opens out of sight: it is brought into view. */
static void
on_unused_expanded (BwWeightsPanel *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);

  g_signal_handlers_disconnect_by_func (adjustment, on_grown, self);
  if (gtk_expander_get_expanded (self->unused))
    g_signal_connect_object (adjustment, "changed", G_CALLBACK (on_grown), self,
                             G_CONNECT_SWAPPED);
}

static void
bw_weights_panel_class_init (BwWeightsPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_weights_panel_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_weights_panel_refresh;

  g_type_ensure (BW_TYPE_SHARES_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/weights-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, title);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, subtitle);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, reset);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, scrolled);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, groups);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, unused);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, unused_list);
  gtk_widget_class_bind_template_child (widget_class, BwWeightsPanel, rules);
  gtk_widget_class_bind_template_callback (widget_class, on_unused_expanded);
  gtk_widget_class_install_action (widget_class, "weights.reset", NULL, reset_segment);
}

static void
bw_weights_panel_init (BwWeightsPanel *self)
{
  self->group_widgets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
