/* One segment in the list on the left: its name, how many, how healthy. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/segment-row.h"

#include "chart/shown-words.h"
#include "format/format.h"
#include "widgets/band-bar.h"
#include "widgets/figure-label.h"
#include "widgets/tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwSegmentRow
{
  GtkListBoxRow parent_instance;

  guint segment;
  char *id;          /* the segment's, or NULL for all customers */
  char *description; /* of what is shown */
  char *colours;     /* of the bands, in which it is shown */

  GtkLabel  *name;
  BwFigureLabel *mean;
  GtkLabel  *count;
  GtkWidget *edit;
  GtkWidget *mean_caption;
  BwBandBar *bar;
};

G_DEFINE_FINAL_TYPE (BwSegmentRow, bw_segment_row, GTK_TYPE_LIST_BOX_ROW)

static void
open_editor (BwSegmentRow *self)
{
  bw_segment_row_edit (self);
}

/* What is dragged is the row itself: it knows its segment. */
static GdkContentProvider *
on_drag_prepare (BwSegmentRow *self)
{
  return gdk_content_provider_new_typed (BW_TYPE_SEGMENT_ROW, self);
}

static void
on_drag_begin (BwSegmentRow  *self,
               GdkDrag       *drag,
               GtkDragSource *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 0, 0);
}

static void
add_drag (BwSegmentRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepare), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begin), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
}

static void
bw_segment_row_finalize (GObject *object)
{
  g_free (BW_SEGMENT_ROW (object)->id);
  g_free (BW_SEGMENT_ROW (object)->description);
  g_free (BW_SEGMENT_ROW (object)->colours);

  G_OBJECT_CLASS (bw_segment_row_parent_class)->finalize (object);
}

static void
bw_segment_row_class_init (BwSegmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_segment_row_finalize;

  g_type_ensure (BW_TYPE_BAND_BAR);
  g_type_ensure (BW_TYPE_FIGURE_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/segment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, name);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, mean);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, count);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, mean_caption);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, bar);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, edit);
  gtk_widget_class_bind_template_callback (widget_class, open_editor);
}

static void
bw_segment_row_init (BwSegmentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
bw_segment_row_new (guint segment)
{
  BwSegmentRow *self = g_object_new (BW_TYPE_SEGMENT_ROW, NULL);

  self->segment = segment;
  gtk_widget_set_visible (self->edit, segment != BW_ALL_SEGMENTS);
  if (segment != BW_ALL_SEGMENTS)
    add_drag (self);

  return GTK_WIDGET (self);
}

guint
bw_segment_row_get_segment (BwSegmentRow *self)
{
  g_return_val_if_fail (BW_IS_SEGMENT_ROW (self), BW_ALL_SEGMENTS);

  return self->segment;
}

/**
 * bw_segment_row_edit:
 *
 * Opens the editor of the row's segment; all customers have none.
 */
void
bw_segment_row_edit (BwSegmentRow *self)
{
  g_return_if_fail (BW_IS_SEGMENT_ROW (self));

  if (self->id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit", "(ss)", "segment", self->id);
}

static void
set_name (BwSegmentRow    *self,
          const BwSegment *segment)
{
  /* TRANSLATORS: a button; %s is a segment */
  g_autofree char *edit = g_strdup_printf (_("Edit %s"), segment->name);

  if (g_strcmp0 (self->id, segment->id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (segment->id);
    }
  if (bw_tip_set (self->edit, edit))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    edit, -1);
}

/* All that the row shows, in a sentence. */
static char *
describe (const char      *name,
          const char      *count,
          const BwModel   *model,
          const BwSummary *summary,
          BwShownAs        as)
{
  GString *text = g_string_new (NULL);
  g_autofree char *mean = isnan (summary->mean) ? NULL
                          : bw_shown_words_of_mean (as, summary->mean, 0);

  /* TRANSLATORS: a segment and its customers: "Enterprise, 412 customers" */
  g_string_append_printf (text, _("%s, %s"), name, count);
  if (mean != NULL)
    /* TRANSLATORS: goes on after "Enterprise, 412 customers" */
    g_string_append_printf (text, _(", mean score %s"), mean);
  for (guint band = bw_model_get_n_bands (model); band-- > 0;)
    g_string_append_printf (text, ", %s %" G_GSIZE_FORMAT, bw_model_get_band (model, band)->name,
                            summary->band_counts[band]);
  if (summary->band_counts[BW_NO_BAND] > 0)
    g_string_append_printf (text, ", %s %" G_GSIZE_FORMAT, _("Not enough data"),
                            summary->band_counts[BW_NO_BAND]);

  return g_string_free (text, FALSE);
}

static char *
list_colours (const BwModel *model)
{
  GString *text = g_string_new (NULL);

  for (guint band = 0; band < bw_model_get_n_bands (model); band++)
    g_string_append_printf (text, "%s ", bw_model_get_band (model, band)->colour);

  return g_string_free (text, FALSE);
}

/* Whether the row shows just that: the nudge of a weight in one segment leaves most as they are. */
static gboolean
shows (BwSegmentRow  *self,
       const BwModel *model,
       const char    *description,
       const char    *colours)
{
  const char *id = self->segment == BW_ALL_SEGMENTS ? NULL
                   : bw_model_get_segment (model, self->segment)->id;

  return g_strcmp0 (description, self->description) == 0 &&
         g_strcmp0 (colours, self->colours) == 0 && g_strcmp0 (id, self->id) == 0;
}

/**
 * bw_segment_row_set_results:
 * @as: what scores are shown as
 *
 * Shows the row's segment as it stands in @results.
 */
void
bw_segment_row_set_results (BwSegmentRow    *self,
                            const BwModel   *model,
                            const BwResults *results,
                            BwShownAs        as)
{
  const BwSummary *summary = bw_results_get_summary (results, self->segment);
  const char *name = self->segment == BW_ALL_SEGMENTS ?
                     _("All customers") : bw_model_get_segment (model, self->segment)->name;
  g_autofree char *number = bw_format_number (summary->n_customers, 0);
  /* TRANSLATORS: %s is a number, written in the locale's way */
  g_autofree char *count = g_strdup_printf (ngettext ("%s customer", "%s customers",
                                                      summary->n_customers), number);
  g_autofree char *mean = bw_shown_words_of_mean (as, summary->mean, 0);
  g_autofree char *description = describe (name, count, model, summary, as);
  g_autofree char *colours = list_colours (model);

  g_return_if_fail (BW_IS_SEGMENT_ROW (self));

  if (shows (self, model, description, colours))
    return;

  if (self->segment != BW_ALL_SEGMENTS)
    set_name (self, bw_model_get_segment (model, self->segment));

  gtk_label_set_label (self->name, name);
  bw_figure_label_set_text (self->mean, mean);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->mean_caption, !isnan (summary->mean));
  bw_band_bar_set_summary (self->bar, model, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_free (self->description);
  self->description = g_steal_pointer (&description);
  g_free (self->colours);
  self->colours = g_steal_pointer (&colours);
}
