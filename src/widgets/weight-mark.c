/* What is drawn round the trough of a weight's slider: the tick of the baseline, and free play. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/weight-mark.h"

#include "format/format.h"
#include "widgets/tip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TICK_WIDTH 2
#define KNOB_INSET 4 /* of the trough's length that the knob does not travel */

/* Where the middle of the knob is, and how far it can go. */
static gboolean
find_knob (GtkWidget *widget,
           double    *middle,
           double    *travel,
           double    *trough_middle)
{
  GtkWidget *trough = gtk_widget_get_first_child (widget);
  GtkWidget *knob = trough == NULL ? NULL : gtk_widget_get_last_child (trough);
  graphene_rect_t outer, inner;

  if (knob == NULL || !gtk_widget_compute_bounds (trough, widget, &outer) ||
      !gtk_widget_compute_bounds (knob, widget, &inner))
    return FALSE;

  *middle = inner.origin.x + inner.size.width / 2;
  *travel = outer.size.width - KNOB_INSET;
  *trough_middle = outer.origin.y + outer.size.height / 2;

  return TRUE;
}

/**
 * bw_weight_mark_draw:
 * @from: share
 * @to: share, not less
 * @alpha: of the colour of words
 *
 * Draws a box round the middle of the trough, from one share to the other.
 */
void
bw_weight_mark_draw (GtkRange    *range,
                     GtkSnapshot *snapshot,
                     double       from,
                     double       to,
                     double       height,
                     float        alpha)
{
  GtkWidget *widget = GTK_WIDGET (range);
  const double now = gtk_range_get_value (range) / 100;
  const double turn = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;
  double middle, travel, y, x0, x1;
  graphene_rect_t place;
  GskRoundedRect round_box;
  GdkRGBA colour;

  if (!find_knob (widget, &middle, &travel, &y))
    return;

  x0 = middle + turn * (from - now) * travel;
  x1 = middle + turn * (to - now) * travel;
  place = GRAPHENE_RECT_INIT (round (MIN (x0, x1) - TICK_WIDTH / 2.0), round (y - height / 2),
                              round (fabs (x1 - x0)) + TICK_WIDTH, height);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  colour.alpha *= alpha;
  gsk_rounded_rect_init_from_rect (&round_box, &place, from < to ? 3 : 0);
  gtk_snapshot_push_rounded_clip (snapshot, &round_box);
  gtk_snapshot_append_color (snapshot, &colour, &place);
  gtk_snapshot_pop (snapshot);
}

/**
 * bw_weight_mark_say_range:
 * @least: share, NaN where the range is not known
 * @most: likewise
 *
 * Says the range in words, for the pointer and a screen reader.
 */
void
bw_weight_mark_say_range (GtkRange *range,
                          double    least,
                          double    most)
{
  g_autofree char *from = bw_format_percent (least, 0);
  g_autofree char *to = bw_format_percent (most, 0);
  g_autofree char *text = NULL;

  if (least <= most)
    /* TRANSLATORS: of a weight; two percentages */
    text = g_strdup_printf (_("From %s to %s, fewer than 1\302\240%% of the customers change band"),
                            from, to);

  bw_tip_set (GTK_WIDGET (range), text);
}
