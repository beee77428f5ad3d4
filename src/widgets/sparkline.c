/* A score through time in the height of a line of text: a stroke, and a dot where it is now. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each line is drawn to its own range, which is never less than some points, so that what is steady
 * looks steady. The shape says where it goes, the number beside it how much. */

#include "widgets/sparkline.h"

#include "widgets/style-palette.h"

#include <math.h>
#include <string.h>

#define WIDTH       72
#define HEIGHT      20
#define DOT         2.75
#define STROKE      1.5
#define LEAST_RANGE 16.0 /* points of score */

struct _BwSparkline
{
  GtkWidget parent_instance;

  float scores[BW_SPARKLINE_POINTS]; /* oldest first, NaN where there is none */
  guint n_scores;
  BwInk ink;
};

G_DEFINE_FINAL_TYPE (BwSparkline, bw_sparkline, GTK_TYPE_WIDGET)

static void
bw_sparkline_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
  *natural = *minimum;
}

/* The range of scores that the height stands for; FALSE where there is no score. */
static gboolean
find_range (BwSparkline *self,
            double      *low,
            double      *high)
{
  double missing;

  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->n_scores; i++)
    {
      if (!isnan (self->scores[i]))
        {
          *low = MIN (*low, self->scores[i]);
          *high = MAX (*high, self->scores[i]);
        }
    }

  missing = MAX (LEAST_RANGE - (*high - *low), 0);
  if (missing > 0)
    {
      *low -= missing / 2;
      *high += missing / 2;
    }

  return isfinite (*low);
}

static void
stroke_line (BwSparkline *self,
             cairo_t     *cr,
             double       step,
             double       low,
             double       unit)
{
  gboolean pen_down = FALSE;

  for (guint i = 0; i < self->n_scores; i++)
    {
      const double x = DOT + i * step;
      const double y = HEIGHT - DOT - (self->scores[i] - low) * unit;

      if (isnan (self->scores[i]))
        pen_down = FALSE;
      else if (pen_down)
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
      pen_down = !isnan (self->scores[i]);
    }

  cairo_set_line_width (cr, STROKE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
bw_sparkline_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  BwSparkline *self = BW_SPARKLINE (widget);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  const guint last = self->n_scores - 1;
  double low, high, step, unit;
  GdkRGBA colour;
  cairo_t *cr;

  if (self->n_scores == 0 || !find_range (self, &low, &high))
    return;

  step = self->n_scores > 1 ? (WIDTH - 2 * DOT) / last : 0;
  unit = (HEIGHT - 2 * DOT) / (high - low);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, 0, floor ((height - HEIGHT) / 2.0));
  bw_style_ink (BW_INK_DIM, &colour);
  gdk_cairo_set_source_rgba (cr, &colour);
  stroke_line (self, cr, step, low, unit);

  if (!isnan (self->scores[last]))
    {
      bw_style_ink (self->ink, &colour);
      gdk_cairo_set_source_rgba (cr, &colour);
      cairo_arc (cr, DOT + last * step, HEIGHT - DOT - (self->scores[last] - low) * unit, DOT,
                 0, 2 * G_PI);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static void
bw_sparkline_class_init (BwSparklineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = bw_sparkline_measure;
  widget_class->snapshot = bw_sparkline_snapshot;
  gtk_widget_class_set_css_name (widget_class, "sparkline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
bw_sparkline_init (BwSparkline *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  bw_style_redraw_on_change (GTK_WIDGET (self));
}

GtkWidget *
bw_sparkline_new (void)
{
  return g_object_new (BW_TYPE_SPARKLINE, NULL);
}

/**
 * bw_sparkline_set_scores:
 * @scores: (array length=n_scores): oldest first, NaN where there is none; at most
 *   %BW_SPARKLINE_POINTS
 * @ink: of the dot at the newest
 */
void
bw_sparkline_set_scores (BwSparkline *self,
                         const float *scores,
                         guint        n_scores,
                         BwInk        ink)
{
  g_return_if_fail (BW_IS_SPARKLINE (self));
  g_return_if_fail (n_scores <= BW_SPARKLINE_POINTS);

  if (self->n_scores == n_scores && self->ink == ink &&
      memcmp (self->scores, scores, n_scores * sizeof *scores) == 0)
    return;

  if (n_scores > 0)
    memcpy (self->scores, scores, n_scores * sizeof *scores);
  self->n_scores = n_scores;
  self->ink = ink;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
