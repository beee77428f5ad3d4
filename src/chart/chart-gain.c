/* Gains: what part of those who left is among the lowest scores, however many of these one takes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/catch-curve.h"
#include "chart/charts.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_point (GArray *points,
           double  x,
           double  y,
           char   *tip)
{
  const BwCatchPoint point = { x, y, tip };

  g_array_append_val (points, point);
}

static GArray *
list_points (const BwLadder *ladder)
{
  GArray *points = bw_catch_points_new ();
  gsize n = 0, n_gone = 0;

  add_point (points, 0, 0, NULL);
  for (gsize i = 0; i < ladder->n_rungs; i++)
    {
      n += ladder->rungs[i].n;
      n_gone += ladder->rungs[i].n_gone;
      add_point (points, (double) n / ladder->n, (double) n_gone / ladder->n_gone, NULL);
    }

  return points;
}

static GArray *
list_stops (const BwFigures *figures)
{
  GArray *stops = bw_catch_points_new ();

  for (guint i = 0; i < BW_N_TENTHS; i++)
    {
      const double share = (i + 1.0) / BW_N_TENTHS;
      g_autofree char *part = bw_format_percent (share, 0);
      g_autofree char *gain = bw_format_percent (figures->tenths[i].gain, 0);

      /* TRANSLATORS: two percentages */
      add_point (stops, share, figures->tenths[i].gain,
                 g_strdup_printf (_("The lowest %s of scores hold %s of those who left"), part, gain));
    }

  return stops;
}

static char *
finding (const BwView *view)
{
  g_autofree char *nothing = bw_judged_words_nothing (view);
  g_autofree char *part = bw_format_percent (0.2, 0);
  g_autofree char *gain = NULL;

  if (nothing != NULL)
    return g_steal_pointer (&nothing);

  gain = bw_format_percent (bw_judged_words_find (view)->tenths[1].gain, 0);

  return g_strdup_printf (_("The lowest %s of scores hold %s of those who left"), part, gain);
}

static char *
subtitle (const BwView *view)
{
  return bw_judged_words_subtitle (view, _("Share of those who left, the lowest scores first"));
}

/* "At risk: 23 % of customers, 61 % of those who left" */
static void
find_edge (const BwModel   *model,
           const BwFigures *figures,
           BwCatchPoint    *edge)
{
  g_autofree char *part = NULL;
  g_autofree char *caught = NULL;

  edge->x = figures->bands[0].rate.n / figures->base.n;
  edge->y = figures->bands[0].recall;
  part = bw_format_percent (edge->x, 0);
  caught = bw_format_percent (edge->y, 0);
  /* TRANSLATORS: a band, the part of all customers and the part of those who left that are in it */
  edge->tip = g_strdup_printf (_("%s: %s of customers, %s of those who left"),
                               bw_words_band (model, 0), part, caught);
}

static void
layout_gain (BwScene       *scene,
             const BwView  *view,
             const BwSheet *sheet)
{
  g_auto(BwSketch) sketch = { 0, };
  g_autofree char *nothing = bw_judged_words_nothing (view);
  g_autofree char *found = finding (view);
  g_autofree char *measured = subtitle (view);
  g_autofree char *description = NULL;
  g_autoptr(GArray) points = NULL;
  g_autoptr(GArray) stops = NULL;
  BwCatchPoint edge = { 0 };
  const BwFigures *figures;
  BwCatchCurve curve;

  bw_sketch_begin (&sketch, scene, sheet);
  if (nothing != NULL)
    {
      bw_sketch_say (&sketch, nothing);
      return;
    }

  figures = bw_judged_words_find (view);
  points = list_points (bw_validation_get_ladder (view->validation, bw_judged_words_segment (view)));
  stops = list_stops (figures);
  find_edge (bw_results_get_model (bw_validation_get_results (view->validation)), figures, &edge);
  curve = (BwCatchCurve) {
    .points = points, .stops = stops, .knee = figures->base.rate, .edge = &edge,
    .x_title = _("Part of all customers, the lowest scores first"),
    .y_title = _("Part of those who left"),
  };
  bw_catch_curve_draw (&curve, &sketch);
  description = g_strdup_printf ("%s. %s.", found, measured);
  bw_scene_set_description (scene, description);
  g_free (edge.tip);
}

const BwChart bw_chart_gain = {
  .id = "gain",
  .title = N_("Gain"),
  .layout = layout_gain,
  .finding = finding,
  .subtitle = subtitle,
  .needs_outcome = TRUE,
};
