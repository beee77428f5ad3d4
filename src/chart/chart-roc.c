/* The ROC: how many of those who left are caught, at the price of how many false alarms. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/catch-curve.h"
#include "chart/charts.h"
#include "chart/words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
say_point (const char *what,
           double      caught,
           double      false_alarms)
{
  g_autofree char *found = bw_format_percent (caught, 0);
  g_autofree char *alarms = bw_format_percent (false_alarms, 0);

  /* TRANSLATORS: a band or a range of scores, the part of those who left that is caught, and the part
   * of those who stayed that is called at risk */
  return g_strdup_printf (_("%s: %s of those who left, %s of those who stayed"), what, found, alarms);
}

static GArray *
list_points (const BwLadder *ladder)
{
  g_autoptr(GArray) roc = bw_ladder_list_roc (ladder);
  GArray *points = bw_catch_points_new ();

  for (guint i = 0; i < roc->len; i++)
    {
      const BwRocPoint *at = &g_array_index (roc, BwRocPoint, i);
      const BwCatchPoint point = { at->false_alarms, at->caught, NULL };

      g_array_append_val (points, point);
    }

  return points;
}

/* After each tenth of the customers. */
static GArray *
list_stops (const BwFigures *figures)
{
  const double n_stayed = figures->base.n - figures->base.n_gone;
  GArray *stops = bw_catch_points_new ();
  double stayed = 0;

  for (guint i = 0; i < BW_N_TENTHS; i++)
    {
      const BwTenth *tenth = &figures->tenths[i];
      g_autofree char *part = bw_format_percent ((i + 1.0) / BW_N_TENTHS, 0);
      /* TRANSLATORS: %s is a percentage */
      g_autofree char *what = g_strdup_printf (_("The lowest %s of scores"), part);
      BwCatchPoint stop = { 0, tenth->gain, NULL };

      stayed += tenth->rate.n - tenth->rate.n_gone;
      stop.x = MIN (stayed / n_stayed, 1);
      stop.tip = say_point (what, stop.y, stop.x);
      g_array_append_val (stops, stop);
    }

  return stops;
}

static char *
finding (const BwView *view)
{
  g_autofree char *nothing = bw_judged_words_nothing (view);
  const BwFigures *figures;
  g_autofree char *share = NULL;

  if (nothing != NULL)
    return g_steal_pointer (&nothing);

  figures = bw_judged_words_find (view);
  share = bw_format_percent (figures->auc.auc, 0);

  /* TRANSLATORS: %s is a percentage: the AUC in words */
  return g_strdup_printf (_("Who left had the lower score in %s of pairs with one who stayed"), share);
}

static char *
subtitle (const BwView *view)
{
  const BwFigures *figures = bw_judged_words_find (view);
  g_autofree char *auc = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *what = NULL;

  if (figures == NULL || !figures->enough)
    return bw_judged_words_subtitle (view, _("Caught against false alarms (ROC)"));

  auc = bw_format_number (figures->auc.auc, 3);
  low = bw_format_number (figures->auc.low, 3);
  high = bw_format_number (figures->auc.high, 3);
  /* TRANSLATORS: the AUC and the ends of its interval */
  what = g_strdup_printf (_("Caught against false alarms (ROC), AUC %s (%s to %s)"), auc, low, high);

  return bw_judged_words_subtitle (view, what);
}

static void
layout_roc (BwScene       *scene,
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
  const BwRate *lowest;
  BwCatchCurve curve;

  bw_sketch_begin (&sketch, scene, sheet);
  if (nothing != NULL)
    {
      bw_sketch_say (&sketch, nothing);
      return;
    }

  figures = bw_judged_words_find (view);
  lowest = &figures->bands[0].rate;
  points = list_points (bw_validation_get_ladder (view->validation, bw_judged_words_segment (view)));
  stops = list_stops (figures);
  edge.x = (lowest->n - lowest->n_gone) / (figures->base.n - figures->base.n_gone);
  edge.y = figures->bands[0].recall;
  edge.tip = say_point (bw_words_band (bw_results_get_model (bw_validation_get_results (view->validation)), 0),
                        edge.y, edge.x);
  curve = (BwCatchCurve) {
    .points = points, .stops = stops, .knee = 0, .edge = &edge,
    .x_title = _("False alarms: part of those who stayed"),
    .y_title = _("Caught: part of those who left"),
  };
  bw_catch_curve_draw (&curve, &sketch);
  description = g_strdup_printf ("%s. %s.", found, measured);
  bw_scene_set_description (scene, description);
  g_free (edge.tip);
}

const BwChart bw_chart_roc = {
  .id = "roc",
  .title = N_("Caught and False Alarms (ROC)"),
  .layout = layout_roc,
  .finding = finding,
  .subtitle = subtitle,
  .needs_outcome = TRUE,
};
