/* A score as a bar from 0 to 100, in the colour of its band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It says nothing to a screen reader: the number beside it does. */

#include "widgets/score-bar.h"

#include "widgets/style-palette.h"

#include <adwaita.h>
#include <math.h>

#define WIDTH       72
#define LEAST_WIDTH 24
#define HEIGHT      6

struct _BwScoreBar
{
  GtkWidget parent_instance;

  double score; /* NaN for none */
  BwInk  ink;
};

G_DEFINE_FINAL_TYPE (BwScoreBar, bw_score_bar, GTK_TYPE_WIDGET)

static void
bw_score_bar_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
append_bar (GtkSnapshot *snapshot,
            double       x,
            double       width,
            BwInk        ink)
{
  GskRoundedRect shape;
  GdkRGBA colour;

  bw_style_ink (ink, &colour);
  gsk_rounded_rect_init_from_rect (&shape, &GRAPHENE_RECT_INIT (x, 0, width, HEIGHT), HEIGHT / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, &colour, &GRAPHENE_RECT_INIT (x, 0, width, HEIGHT));
  gtk_snapshot_pop (snapshot);
}

/* In high contrast the ink of the grid is as strong as a bar's: there the trough is a line. */
static void
append_trough (GtkSnapshot *snapshot,
               double       width)
{
  GdkRGBA colour;

  if (!adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    {
      append_bar (snapshot, 0, width, BW_INK_GRID);
      return;
    }

  bw_style_ink (BW_INK_GRID, &colour);
  gtk_snapshot_append_color (snapshot, &colour,
                             &GRAPHENE_RECT_INIT (0, (HEIGHT - 1) / 2.0, width, 1));
}

static void
bw_score_bar_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  BwScoreBar *self = BW_SCORE_BAR (widget);
  const double width = gtk_widget_get_width (widget);
  const gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  double length;

  append_trough (snapshot, width);
  if (isnan (self->score))
    return;

  length = MAX (width * self->score / 100, HEIGHT);
  append_bar (snapshot, mirrored ? width - length : 0, length, self->ink);
}

static void
bw_score_bar_class_init (BwScoreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bw_score_bar_measure;
  widget_class->snapshot = bw_score_bar_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scorebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bw_score_bar_init (BwScoreBar *self)
{
  self->score = NAN;
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bw_style_redraw_on_change (GTK_WIDGET (self));
}

GtkWidget *
bw_score_bar_new (void)
{
  return g_object_new (BW_TYPE_SCORE_BAR, NULL);
}

/**
 * bw_score_bar_set_score:
 * @score: 0 to 100, or NaN for none
 * @ink: of its band
 */
void
bw_score_bar_set_score (BwScoreBar *self,
                        double      score,
                        BwInk       ink)
{
  g_return_if_fail (BW_IS_SCORE_BAR (self));

  if (self->ink == ink && (self->score == score || (isnan (self->score) && isnan (score))))
    return;

  self->score = score;
  self->ink = ink;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
