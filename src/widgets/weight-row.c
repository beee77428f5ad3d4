/* One metric of a segment: what it is, which way it counts, and how much. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/weight-row.h"

#include "format/format.h"
#include "widgets/metric-actions.h"
#include "widgets/metric-place.h"
#include "widgets/tip.h"
#include "widgets/weight-drag.h"
#include "widgets/weight-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NAME_CHARS 20 /* of a name that is shown whole, whatever the caption is */

struct _BwWeightRow
{
  GtkWidget parent_instance;

  BwWorkspace *workspace;
  guint        metric;
  char        *id;
  double       share;
  guint        shown; /* percent */
  double       baseline;
  gboolean     filling;

  GtkWidget       *content;
  GtkWidget       *handle;
  GtkWidget       *edit;
  GtkLabel        *name;
  GtkLabel        *caption;
  GtkEditable     *percent;
  GtkWidget       *more;
  GtkLabel        *chip;
  BwWeightScale   *scale;
  GtkToggleButton *lock;
  GtkImage        *lock_image;
};

G_DEFINE_FINAL_TYPE (BwWeightRow, bw_weight_row, GTK_TYPE_WIDGET)

static void
show_percent (BwWeightRow *self)
{
  g_autofree char *text = bw_format_percent (self->shown / 100.0, 0);

  if (g_strcmp0 (gtk_editable_get_text (self->percent), text) != 0)
    gtk_editable_set_text (self->percent, text);
}

/* One movement that is a step of undo of its own. */
static void
move_to (BwWeightRow *self,
         double       share)
{
  bw_workspace_drag_begin (self->workspace, self->metric);
  bw_workspace_drag_to (self->workspace, share);
  bw_workspace_drag_end (self->workspace);
}

/* Reads "18", "18 %" or "18,5": what is no number changes nothing. */
static void
apply_percent (BwWeightRow *self)
{
  g_autofree char *text = g_strdelimit (g_strdup (gtk_editable_get_text (self->percent)), ",", '.');
  g_autofree char *shown = bw_format_percent (self->shown / 100.0, 0);
  char *end;
  const double percent = g_ascii_strtod (text, &end);

  if (end != text && isfinite (percent) &&
      g_strcmp0 (gtk_editable_get_text (self->percent), shown) != 0)
    move_to (self, CLAMP (percent, 0, 100) / 100);

  show_percent (self);
}

static void
on_percent_activated (BwWeightRow *self)
{
  apply_percent (self);
  gtk_editable_select_region (self->percent, 0, -1);
}

static gboolean
on_percent_key (BwWeightRow    *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      move_to (self, MIN (100, self->shown + 1) / 100.0);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      move_to (self, (self->shown - MIN (1, self->shown)) / 100.0);
      break;
    case GDK_KEY_Escape:
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }

  show_percent (self);
  gtk_editable_select_region (self->percent, 0, -1);
  return GDK_EVENT_STOP;
}

static void
on_percent_left (BwWeightRow *self)
{
  apply_percent (self);
  gtk_editable_select_region (self->percent, 0, 0);
}

static void
on_lock_toggled (BwWeightRow *self)
{
  if (!self->filling)
    bw_workspace_set_locked (self->workspace, self->metric, gtk_toggle_button_get_active (self->lock));
}

static void
reset (GtkWidget  *widget,
       const char *action_name,
       GVariant   *parameter)
{
  BwWeightRow *self = BW_WEIGHT_ROW (widget);

  move_to (self, self->baseline);
}

static void
leave_out (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  BwWeightRow *self = BW_WEIGHT_ROW (widget);

  bw_workspace_set_used (self->workspace, self->metric, FALSE);
}

static void
edit_metric (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  bw_metric_open (widget, BW_WEIGHT_ROW (widget)->id);
}

static void
duplicate (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  bw_metric_open_duplicate (widget, BW_WEIGHT_ROW (widget)->workspace,
                            BW_WEIGHT_ROW (widget)->metric);
}

static void
move (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  bw_metric_move (BW_WEIGHT_ROW (widget)->workspace, BW_WEIGHT_ROW (widget)->metric,
                  g_str_equal (action_name, "weight.move-up"));
}

static void
remove_metric (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  bw_metric_remove_and_say (widget, BW_WEIGHT_ROW (widget)->workspace,
                            BW_WEIGHT_ROW (widget)->metric);
}

static void
bw_weight_row_dispose (GObject *object)
{
  BwWeightRow *self = BW_WEIGHT_ROW (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->id, g_free);

  G_OBJECT_CLASS (bw_weight_row_parent_class)->dispose (object);
}

static void
bw_weight_row_class_init (BwWeightRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_weight_row_dispose;

  g_type_ensure (BW_TYPE_WEIGHT_SCALE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/weight-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, content);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, handle);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, edit);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, name);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, caption);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, percent);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, more);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, chip);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, scale);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, lock);
  gtk_widget_class_bind_template_child (widget_class, BwWeightRow, lock_image);
  gtk_widget_class_bind_template_callback (widget_class, on_percent_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_lock_toggled);

  gtk_widget_class_install_action (widget_class, "weight.reset", NULL, reset);
  gtk_widget_class_install_action (widget_class, "weight.leave-out", NULL, leave_out);
  gtk_widget_class_install_action (widget_class, "weight.edit", NULL, edit_metric);
  gtk_widget_class_install_action (widget_class, "weight.duplicate", NULL, duplicate);
  gtk_widget_class_install_action (widget_class, "weight.move-up", NULL, move);
  gtk_widget_class_install_action (widget_class, "weight.move-down", NULL, move);
  gtk_widget_class_install_action (widget_class, "weight.remove", NULL, remove_metric);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "weight.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "weight.move-down", NULL);
  gtk_widget_class_set_css_name (widget_class, "weightrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bw_weight_row_init (BwWeightRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_percent_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->percent), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_percent_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->percent), focus);
}

static void
set_name (gpointer    widget,
          const char *format,
          const char *metric)
{
  g_autofree char *name = g_strdup_printf (format, metric);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
show_metric (BwWeightRow    *self,
             const BwMetric *metric)
{
  gtk_label_set_label (self->name, metric->name);
  gtk_label_set_ellipsize (self->name, g_utf8_strlen (metric->name, -1) <= NAME_CHARS ?
                           PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
  gtk_label_set_label (self->caption, metric->caption == NULL ? "" : metric->caption);
  gtk_widget_set_tooltip_text (self->edit, metric->why != NULL && *metric->why != '\0' ?
                               metric->why : _("Edit the metric: its scale, its source, its words"));
  gtk_label_set_label (self->chip, metric->hurts ? _("▼ hurts") : _("▲ helps"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->chip), metric->hurts ?
                               _("More of it lowers the score") : _("More of it raises the score"));
  gtk_widget_add_css_class (GTK_WIDGET (self), metric->hurts ? "hurts" : "helps");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, metric->name, -1);
  /* TRANSLATORS: the accessible names of controls beside a metric, whose name %s is */
  set_name (self->edit, _("Edit %s"), metric->name);
  set_name (self->percent, _("%s in percent"), metric->name);
  set_name (self->lock, _("Lock %s"), metric->name);
  set_name (self->more, _("More about %s"), metric->name);
}

GtkWidget *
bw_weight_row_new (BwWorkspace *workspace,
                   guint        metric)
{
  BwWeightRow *self = g_object_new (BW_TYPE_WEIGHT_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->metric = metric;
  self->id = g_strdup (bw_model_get_metric (bw_workspace_get_model (workspace), metric)->id);
  bw_weight_scale_set_metric (self->scale, workspace, metric);
  show_metric (self, bw_model_get_metric (bw_workspace_get_model (workspace), metric));
  bw_weight_drag_add (GTK_WIDGET (self), self->handle, workspace, metric);

  return GTK_WIDGET (self);
}

/**
 * bw_weight_row_set_share:
 * @share: 0…1
 * @percent: what @share shows as, so that the segment's percents total 100
 * @baseline: the share as opened, or NaN where the metric was not used
 */
void
bw_weight_row_set_share (BwWeightRow *self,
                         double       share,
                         guint        percent,
                         double       baseline)
{
  g_return_if_fail (BW_IS_WEIGHT_ROW (self));

  self->share = share;
  self->baseline = baseline;
  bw_weight_scale_set_share (self->scale, share, baseline);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "weight.reset",
                                 !isnan (baseline) && fabs (baseline - share) > 1e-9);

  self->shown = percent;
  show_percent (self);
}

void
bw_weight_row_set_locked (BwWeightRow *self,
                          gboolean     locked)
{
  g_return_if_fail (BW_IS_WEIGHT_ROW (self));

  self->filling = TRUE;
  gtk_toggle_button_set_active (self->lock, locked);
  self->filling = FALSE;

  gtk_image_set_from_icon_name (self->lock_image, locked ? "bw-lock-closed-symbolic" :
                                "bw-lock-open-symbolic");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->lock), locked ?
                               _("Locked: stays as it is while others are moved") :
                               _("Lock: keep it as it is while others are moved"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), !locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->percent), !locked);
}

/**
 * bw_weight_row_get_id:
 *
 * Returns: (transfer none): that of the metric, as it was when the row was made
 */
const char *
bw_weight_row_get_id (BwWeightRow *self)
{
  g_return_val_if_fail (BW_IS_WEIGHT_ROW (self), NULL);

  return self->id;
}

/**
 * bw_weight_row_set_range:
 * @least: the share down to which fewer than 1 % of customers change band, NaN where not known
 * @most: likewise up to which
 */
void
bw_weight_row_set_range (BwWeightRow *self,
                         double       least,
                         double       most)
{
  g_return_if_fail (BW_IS_WEIGHT_ROW (self));

  bw_weight_scale_set_range (self->scale, least, most);
}

/**
 * bw_weight_row_set_influence:
 * @influence: the part of the differences between customers that the metric makes; NaN where not known
 *
 * Says it where the percent is pointed at.
 */
void
bw_weight_row_set_influence (BwWeightRow *self,
                             double       influence)
{
  g_autofree char *share = bw_format_percent (self->shown / 100.0, 0);
  g_autofree char *real = isnan (influence) ? NULL : bw_format_percent (influence, 0);
  /* TRANSLATORS: two percentages: what a metric weighs, and what part of the differences between
   * customers comes from it */
  g_autofree char *text = real == NULL ? NULL :
                          g_strdup_printf (_("Weighs %s, makes %s of the differences"), share, real);

  g_return_if_fail (BW_IS_WEIGHT_ROW (self));

  bw_tip_set (GTK_WIDGET (self->percent), text);
}

/* @suggested: the share that outcomes suggest, NaN where there is none */
void
bw_weight_row_set_suggested (BwWeightRow *self,
                             double       suggested)
{
  g_return_if_fail (BW_IS_WEIGHT_ROW (self));

  bw_weight_scale_set_suggested (self->scale, suggested);
}
