/* How a metric's own scores are spread: a small histogram from 0 to 100 in the colours of bands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/score-spread.h"

#include "chart/words.h"
#include "format/format.h"
#include "widgets/style-palette.h"
#include "widgets/tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEIGHT 74
#define GAP    1.0f

struct _BwScoreSpread
{
  GtkWidget parent_instance;

  gsize counts[BW_N_TALLY_BARS];
  BwInk inks[BW_N_TALLY_BARS];
  gsize most;
};

G_DEFINE_FINAL_TYPE (BwScoreSpread, bw_score_spread, GTK_TYPE_WIDGET)

static void
bw_score_spread_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 80;
  *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 200;
}

static void
bw_score_spread_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  BwScoreSpread *self = BW_SCORE_SPREAD (widget);
  const float width = gtk_widget_get_width (widget);
  const float ground = gtk_widget_get_height (widget) - 1;
  GdkRGBA colour;

  for (guint i = 0; i < BW_N_TALLY_BARS && self->most > 0; i++)
    {
      const float left = roundf (width * i / BW_N_TALLY_BARS);
      const float right = roundf (width * (i + 1) / BW_N_TALLY_BARS) - GAP;
      const float height = self->counts[i] == 0 ? 0 :
                           MAX (1, roundf ((ground - 1) * self->counts[i] / self->most));

      bw_style_ink (self->inks[i], &colour);
      gtk_snapshot_append_color (snapshot, &colour,
                                 &GRAPHENE_RECT_INIT (left, ground - height, right - left, height));
    }

  bw_style_ink (BW_INK_DIM, &colour);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (0, ground, width, 1));
}

static void
bw_score_spread_class_init (BwScoreSpreadClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bw_score_spread_measure;
  widget_class->snapshot = bw_score_spread_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scorespread");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
bw_score_spread_init (BwScoreSpread *self)
{
  bw_style_redraw_on_change (GTK_WIDGET (self));
}

GtkWidget *
bw_score_spread_new (void)
{
  return g_object_new (BW_TYPE_SCORE_SPREAD, NULL);
}

/* "Metric scores: At risk 46, Watch 110, Healthy 256" */
static void
describe (BwScoreSpread *self,
          const BwModel *model,
          const gsize   *by_band)
{
  g_autoptr(GString) text = g_string_new (_("Metric scores:"));

  for (guint band = 0; band < bw_model_get_n_bands (model); band++)
    {
      g_autofree char *number = bw_format_number (by_band[band], 0);

      g_string_append_printf (text, "%s %s %s", band > 0 ? "," : "", bw_words_band (model, band),
                              number);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
  bw_tip_set (GTK_WIDGET (self), text->str);
}

/**
 * bw_score_spread_set_tally:
 * @tally: of one metric
 */
void
bw_score_spread_set_tally (BwScoreSpread       *self,
                           const BwModel       *model,
                           const BwMetricTally *tally)
{
  g_return_if_fail (BW_IS_SCORE_SPREAD (self));

  self->most = 0;
  for (guint i = 0; i < BW_N_TALLY_BARS; i++)
    {
      const double middle = (i + 0.5) * 100 / BW_N_TALLY_BARS;

      self->counts[i] = tally->bars[i];
      self->inks[i] = bw_words_band_ink (model, bw_model_band_of (model, middle));
      self->most = MAX (self->most, self->counts[i]);
    }
  describe (self, model, tally->band_counts);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
