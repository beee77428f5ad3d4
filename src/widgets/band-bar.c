/* A thin bar that shows how customers divide into bands, grey where there is not enough data. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/band-bar.h"

#include "widgets/style-palette.h"

#define HEIGHT 5
#define GAP 1.0f /* between two bands, so that they part without colour too */

struct _BwBandBar
{
  GtkWidget parent_instance;

  guint n_parts;
  BwInk inks[BW_MAX_BANDS + 1];
  gsize counts[BW_MAX_BANDS + 1];
};

G_DEFINE_FINAL_TYPE (BwBandBar, bw_band_bar, GTK_TYPE_WIDGET)

static void
bw_band_bar_measure (GtkWidget     *widget,
                     GtkOrientation orientation,
                     int            for_size,
                     int           *minimum,
                     int           *natural,
                     int           *minimum_baseline,
                     int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 40;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 120;
}

static void
bw_band_bar_snapshot (GtkWidget   *widget,
                      GtkSnapshot *snapshot)
{
  BwBandBar *self = BW_BAND_BAR (widget);
  const float width = gtk_widget_get_width (widget);
  const float height = gtk_widget_get_height (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gsize total = 0, before = 0;
  GskRoundedRect outline;

  for (guint i = 0; i < self->n_parts; i++)
    total += self->counts[i];
  if (total == 0)
    return;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), height / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  for (guint i = 0; i < self->n_parts; i++)
    {
      const float start = width * before / total;
      const float end = width * (before + self->counts[i]) / total;
      const float gap = before + self->counts[i] < total && end - start > 2 * GAP ? GAP : 0;
      const float x = mirrored ? width - end + gap : start;
      GdkRGBA colour;

      before += self->counts[i];
      if (self->counts[i] == 0)
        continue;
      bw_style_ink (self->inks[i], &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (x, 0, end - start - gap, height));
    }
  gtk_snapshot_pop (snapshot);
}

static void
bw_band_bar_class_init (BwBandBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bw_band_bar_measure;
  widget_class->snapshot = bw_band_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "bandbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bw_band_bar_init (BwBandBar *self)
{
  bw_style_redraw_on_change (GTK_WIDGET (self));
}

GtkWidget *
bw_band_bar_new (void)
{
  return g_object_new (BW_TYPE_BAND_BAR, NULL);
}

void
bw_band_bar_set_summary (BwBandBar       *self,
                         const BwModel   *model,
                         const BwSummary *summary)
{
  const guint n_bands = bw_model_get_n_bands (model);

  g_return_if_fail (BW_IS_BAND_BAR (self));

  for (guint band = 0; band < n_bands; band++)
    {
      self->inks[band] = bw_ink_of_colour (bw_model_get_band (model, band)->colour);
      self->counts[band] = summary->band_counts[band];
    }
  self->inks[n_bands] = BW_INK_NEUTRAL;
  self->counts[n_bands] = summary->band_counts[BW_NO_BAND];
  self->n_parts = n_bands + 1;

  gtk_widget_queue_draw (GTK_WIDGET (self));
}
