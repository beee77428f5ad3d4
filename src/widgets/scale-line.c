/* One handle of a scale as a line of a table: its value, its score, a button that removes it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed is taken with Return and when the field is left; what is no value changes nothing,
 * stays to be mended, and is said to be none. Scores are shown after the metric's direction, so that
 * 100 is always good. */

#include "widgets/scale-line.h"

#include "chart/category-bars.h"
#include "chart/unit.h"
#include "format/format.h"
#include "widgets/metric-edits.h"
#include "widgets/value-field.h"

#include <glib/gi18n-lib.h>

#define LEAST_CHARS 7  /* of the field of a value, which grows with what is in it */
#define MOST_CHARS  10 /* beyond which decimals are not shown */
#define SCORE_CHARS 5  /* "47.27" */

struct _BwScaleLine
{
  GtkBox parent_instance;

  BwWorkspace *workspace;
  guint        metric;
  guint        handle;

  GtkBox    *row;
  GtkLabel  *label; /* of a category, or NULL */
  GtkEntry  *raw;   /* or NULL */
  GtkEntry  *score;
  GtkWidget *remove;
  GtkLabel  *wrong; /* what to do about what is no value */

  char *shown_raw;   /* what the fields were last given: anything else there was typed */
  char *shown_score;
};

G_DEFINE_FINAL_TYPE (BwScaleLine, bw_scale_line, GTK_TYPE_BOX)

static const BwMetric *
get_value (BwScaleLine *self)
{
  BwModel *model = bw_workspace_get_model (self->workspace);

  return self->metric < bw_model_get_n_metrics (model) ?
         bw_model_get_metric (model, self->metric) : NULL;
}

/* Returns: whether the handle is there still */
static gboolean
find_handle (BwScaleLine *self,
             BwHandle    *handle)
{
  const BwMetric *value = self->workspace != NULL ? get_value (self) : NULL;
  g_autoptr(GArray) handles = value != NULL ? bw_scale_get_handles (&value->scale) : NULL;

  if (handles == NULL || self->handle >= handles->len)
    return FALSE;

  *handle = g_array_index (handles, BwHandle, self->handle);

  return TRUE;
}

static double
turn (BwScaleLine *self,
      double       score)
{
  return get_value (self)->hurts ? 100 - score : score;
}

static BwUnit
get_unit (BwScaleLine *self)
{
  return bw_unit_of (get_value (self), bw_workspace_get_panel (self->workspace));
}

static void
mark_wrong (BwScaleLine *self,
            GtkEntry    *entry,
            const char  *what_to_do)
{
  bw_value_field_mark_wrong (entry, what_to_do);
  if (what_to_do != NULL)
    gtk_label_set_label (self->wrong, what_to_do);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong),
                          (self->raw != NULL && bw_value_field_is_wrong (self->raw)) ||
                          bw_value_field_is_wrong (self->score));
}

/* Whether there is something typed in @entry, and it is a value of @unit. An undo may have changed
 * the handle meanwhile: what is in the field from before was not typed. */
static gboolean
read_typed (BwScaleLine  *self,
            GtkEntry     *entry,
            const char   *shown,
            const BwUnit *unit,
            double       *value)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (entry));

  if (g_strcmp0 (typed, shown) == 0)
    {
      mark_wrong (self, entry, NULL);
      return FALSE;
    }
  if (bw_unit_from_text (unit, typed, value))
    return TRUE;

  mark_wrong (self, entry, bw_unit_say_wrong (unit));

  return FALSE;
}

/* What was typed is shown as it is understood, even where it is what the handle had. */
static void
apply (BwScaleLine *self,
       double       raw,
       double       score)
{
  g_autoptr(BwScaleLine) kept = g_object_ref (self); /* an edit may take the line away */
  g_autoptr(BwScale) scale = bw_scale_with_handle (&get_value (self)->scale, self->handle, raw,
                                                   score);

  g_clear_pointer (&self->shown_raw, g_free);
  g_clear_pointer (&self->shown_score, g_free);
  bw_metric_edit_scale (self->workspace, self->metric, scale);
  bw_scale_line_refresh (kept);
}

static void
apply_raw (BwScaleLine *self)
{
  BwHandle handle;
  BwUnit unit;
  double raw;

  if (!find_handle (self, &handle))
    return;

  unit = get_unit (self);
  if (read_typed (self, self->raw, self->shown_raw, &unit, &raw))
    apply (self, raw, handle.score);
}

static void
apply_score (BwScaleLine *self)
{
  static const BwUnit number = { BW_UNIT_NUMBER, NULL };
  BwHandle handle;
  double score;

  if (find_handle (self, &handle) &&
      read_typed (self, self->score, self->shown_score, &number, &score))
    apply (self, handle.raw, turn (self, CLAMP (score, 0, 100)));
}

static void
on_remove (BwScaleLine *self)
{
  g_autoptr(BwScaleLine) kept = g_object_ref (self);
  g_autoptr(BwScale) scale = bw_scale_without_handle (&get_value (self)->scale, self->handle);

  bw_metric_edit_scale (kept->workspace, kept->metric, scale);
}

static void
bw_scale_line_dispose (GObject *object)
{
  g_clear_object (&BW_SCALE_LINE (object)->workspace);

  G_OBJECT_CLASS (bw_scale_line_parent_class)->dispose (object);
}

static void
bw_scale_line_finalize (GObject *object)
{
  BwScaleLine *self = BW_SCALE_LINE (object);

  g_free (self->shown_raw);
  g_free (self->shown_score);

  G_OBJECT_CLASS (bw_scale_line_parent_class)->finalize (object);
}

static void
bw_scale_line_class_init (BwScaleLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bw_scale_line_dispose;
  G_OBJECT_CLASS (klass)->finalize = bw_scale_line_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
bw_scale_line_init (BwScaleLine *self)
{
  self->row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->wrong = GTK_LABEL (gtk_label_new (NULL));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_label_set_xalign (self->wrong, 0);
  gtk_label_set_wrap (self->wrong, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->wrong), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->wrong), "caption");
  gtk_widget_add_css_class (GTK_WIDGET (self->wrong), "error");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->row));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->wrong));
}

static GtkEntry *
add_entry (BwScaleLine    *self,
           int             chars,
           void         ( *apply_it ) (BwScaleLine *self))
{
  GtkWidget *entry = bw_value_field_new (chars);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (entry, "activate", G_CALLBACK (apply_it), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (apply_it), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  gtk_box_append (self->row, entry);

  return GTK_ENTRY (entry);
}

static GtkLabel *
add_label (BwScaleLine *self,
           const char  *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (self->row, label);

  return GTK_LABEL (label);
}

static void
add_remove (BwScaleLine *self)
{
  self->remove = gtk_button_new_from_icon_name ("bw-remove-symbolic");
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_tooltip_text (self->remove, _("Remove"));
  g_signal_connect_swapped (self->remove, "clicked", G_CALLBACK (on_remove), self);
  gtk_box_append (self->row, self->remove);
}

static void
build (BwScaleLine         *self,
       const BwHandle      *handle,
       GtkSizeGroup *const *columns)
{
  const BwMetric *value = get_value (self);
  BwPanel *panel = bw_workspace_get_panel (self->workspace);
  const BwUnit unit = get_unit (self);

  if (handle->text != NULL)
    {
      g_autofree char *text = bw_category_say (panel, value, handle->text);

      self->label = add_label (self, text);
    }
  else
    {
      g_autofree char *name = bw_unit_name (&unit);
      GtkLabel *label;

      self->raw = add_entry (self, LEAST_CHARS, apply_raw);
      gtk_size_group_add_widget (columns[BW_SCALE_VALUES], GTK_WIDGET (self->raw));
      label = add_label (self, name != NULL ? name : "");
      gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_NONE);
      gtk_widget_add_css_class (GTK_WIDGET (label), "dim-label");
    }
  self->score = add_entry (self, SCORE_CHARS, apply_score);
  gtk_widget_set_sensitive (GTK_WIDGET (self->score), handle->moves_score);
  gtk_size_group_add_widget (columns[BW_SCALE_SCORES], GTK_WIDGET (self->score));
  add_remove (self);
  gtk_size_group_add_widget (columns[BW_SCALE_REMOVES], self->remove);
}

static void
name_control (gpointer    widget,
              const char *format,
              const char *what)
{
  g_autofree char *name = g_strdup_printf (format, what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_controls (BwScaleLine    *self,
               const BwHandle *handle)
{
  const BwUnit unit = get_unit (self);
  g_autofree char *what =
    handle->text != NULL ? bw_category_say (bw_workspace_get_panel (self->workspace),
                                            get_value (self), handle->text) :
    bw_unit_format (&unit, handle->raw, 0);
  g_autofree char *number = bw_format_number (self->handle + 1, 0);

  if (self->raw != NULL)
    /* TRANSLATORS: the accessible name of a field; %s is 1 for the first point of a scale */
    name_control (self->raw, _("Value of point %s"), number);
  /* TRANSLATORS: %s is a value with its unit, or a category */
  name_control (self->score, _("Score at %s"), what);
  name_control (self->remove, _("Remove %s"), what);
}

/* What is half typed stays as long as the value beneath it does. */
static void
show_text (BwScaleLine *self,
           GtkEntry    *entry,
           char       **shown,
           const char  *text)
{
  if (entry == NULL || g_strcmp0 (*shown, text) == 0)
    return;

  g_free (*shown);
  *shown = g_strdup (text);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  bw_value_field_grow (entry);
  mark_wrong (self, entry, NULL);
}

/**
 * bw_scale_line_refresh:
 *
 * Shows the handle as it is in the draft.
 *
 * Returns: whether it can be removed
 */
gboolean
bw_scale_line_refresh (BwScaleLine *self)
{
  static const BwUnit number = { BW_UNIT_NUMBER, NULL };
  g_autofree char *raw = NULL;
  g_autofree char *score = NULL;
  g_autoptr(BwScale) without = NULL;
  BwHandle handle;
  BwUnit unit;

  g_return_val_if_fail (BW_IS_SCALE_LINE (self), FALSE);

  if (!find_handle (self, &handle))
    return FALSE;

  unit = get_unit (self);
  raw = self->raw != NULL ? bw_unit_to_short_text (&unit, handle.raw, MOST_CHARS) : NULL;
  score = bw_unit_to_short_text (&number, turn (self, handle.score), SCORE_CHARS);
  without = bw_scale_without_handle (&get_value (self)->scale, self->handle);
  show_text (self, self->raw, &self->shown_raw, raw);
  show_text (self, self->score, &self->shown_score, score);
  gtk_widget_set_visible (self->remove, !bw_scale_equal (without, &get_value (self)->scale));
  name_controls (self, &handle);

  return gtk_widget_get_visible (self->remove);
}

/**
 * bw_scale_line_rest:
 *
 * What is typed is not taken any more: the line is about to go, and its handle may be another.
 */
void
bw_scale_line_rest (BwScaleLine *self)
{
  g_return_if_fail (BW_IS_SCALE_LINE (self));

  g_clear_object (&self->workspace);
}

/**
 * bw_scale_line_new:
 * @handle: of the scale of the draft's @metric
 * @columns: (array length=BW_N_SCALE_COLUMNS): make the fields of all lines as wide as one another
 */
GtkWidget *
bw_scale_line_new (BwWorkspace         *workspace,
                   guint                metric,
                   guint                handle,
                   GtkSizeGroup *const *columns)
{
  BwScaleLine *self = g_object_new (BW_TYPE_SCALE_LINE, NULL);
  BwHandle found;

  self->workspace = g_object_ref (workspace);
  self->metric = metric;
  self->handle = handle;
  if (find_handle (self, &found))
    build (self, &found, columns);

  return GTK_WIDGET (self);
}
