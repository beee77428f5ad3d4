/* One segment in the list on the left: its name, how many, how healthy. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/segment-row.h"

#include "format/format.h"
#include "widgets/band-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwSegmentRow
{
  GtkListBoxRow parent_instance;

  guint segment;
  char *description; /* of what is shown */

  GtkLabel  *name;
  GtkLabel  *mean;
  GtkLabel  *count;
  GtkWidget *mean_caption;
  BwBandBar *bar;
};

G_DEFINE_FINAL_TYPE (BwSegmentRow, bw_segment_row, GTK_TYPE_LIST_BOX_ROW)

static void
bw_segment_row_finalize (GObject *object)
{
  g_free (BW_SEGMENT_ROW (object)->description);

  G_OBJECT_CLASS (bw_segment_row_parent_class)->finalize (object);
}

static void
bw_segment_row_class_init (BwSegmentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_segment_row_finalize;

  g_type_ensure (BW_TYPE_BAND_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/segment-row.ui");
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, name);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, mean);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, count);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, mean_caption);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentRow, bar);
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

  return GTK_WIDGET (self);
}

guint
bw_segment_row_get_segment (BwSegmentRow *self)
{
  g_return_val_if_fail (BW_IS_SEGMENT_ROW (self), BW_ALL_SEGMENTS);

  return self->segment;
}

/* All that the row shows, in a sentence. */
static char *
describe (const char      *name,
          const char      *count,
          const BwModel   *model,
          const BwSummary *summary)
{
  GString *text = g_string_new (NULL);
  g_autofree char *mean = isnan (summary->mean) ? NULL : bw_format_number (summary->mean, 0);

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

/**
 * bw_segment_row_set_results:
 *
 * Shows the row's segment as it stands in @results.
 */
void
bw_segment_row_set_results (BwSegmentRow    *self,
                            const BwModel   *model,
                            const BwResults *results)
{
  const BwSummary *summary = bw_results_get_summary (results, self->segment);
  const char *name = self->segment == BW_ALL_SEGMENTS ?
                     _("All customers") : bw_model_get_segment (model, self->segment)->name;
  g_autofree char *number = bw_format_number (summary->n_customers, 0);
  /* TRANSLATORS: %s is a number, written in the locale's way */
  g_autofree char *count = g_strdup_printf (ngettext ("%s customer", "%s customers",
                                                      summary->n_customers), number);
  g_autofree char *mean = isnan (summary->mean) ?
                          g_strdup ("–") : bw_format_number (summary->mean, 0);
  g_autofree char *description = describe (name, count, model, summary);

  g_return_if_fail (BW_IS_SEGMENT_ROW (self));

  /* The nudge of a weight in one segment leaves most rows as they are. */
  if (g_strcmp0 (description, self->description) == 0)
    return;

  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->mean, mean);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->mean_caption, !isnan (summary->mean));
  bw_band_bar_set_summary (self->bar, model, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_free (self->description);
  self->description = g_steal_pointer (&description);
}
