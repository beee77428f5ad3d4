/* The axis of a metric's values, in the metric's own unit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/metric-plot.h"

#include "stats/readable.h"

#include <math.h>

/* Days are said in the caption, not at every number. */
static char *
tick_text (const BwMetricPlot *self,
           double              raw,
           double              step)
{
  const BwUnit number = { BW_UNIT_NUMBER, NULL };

  return bw_unit_format (self->unit.kind == BW_UNIT_DAYS ? &number : &self->unit, raw, step);
}

/* Returns: how wide the widest of the numbers of the axis is that stand @step apart */
static double
measure_ticks (const BwMetricPlot *self,
               double              from,
               double              to,
               double              step)
{
  double widest = 0;

  for (double raw = ceil (from / step) * step; raw <= to; raw += step)
    {
      g_autofree char *text = tick_text (self, raw, step);

      widest = MAX (widest, bw_ruler_width (self->sketch->ruler, text,
                                            self->sketch->size, FALSE));
    }

  return widest;
}

/* The least readable step at which the numbers of the axis stand apart. */
static double
choose_ticks (const BwMetricPlot *self,
              double              from,
              double              to)
{
  const double breadth = to - from;
  const double width = self->right - self->left;
  const double factor = bw_unit_get_factor (&self->unit);
  double step = bw_readable_step (breadth * factor / 8) / factor;

  for (guint tries = 0; tries < 8; tries++)
    {
      if (measure_ticks (self, from, to, step) * 1.35 <= width * step / breadth)
        break;
      step = bw_readable_step (step * factor * 2.5) / factor;
    }

  return step;
}

/**
 * bw_metric_plot_axis:
 * @least: below which no number stands
 * @most: above which none does
 * @grain: the step in which the values are written, which numbers are no closer than; 0 for any
 *
 * Draws the axis of values below the plot, from @from to @to, with as many of them as stand apart.
 */
void
bw_metric_plot_axis (BwMetricPlot *self,
                     double        from,
                     double        to,
                     double        least,
                     double        most,
                     double        grain)
{
  BwSketch *sketch = self->sketch;
  const double step = MAX (choose_ticks (self, from, to), grain);
  const double y = self->bottom + 4 * sketch->scale;
  double taken = 0;

  bw_sketch_rule (sketch, BW_INK_DIM, 1, self->left, self->bottom, self->right,
                  self->bottom);
  for (double count = ceil (from / step); count * step <= to && !sketch->bare; count++)
    {
      g_autofree char *text = tick_text (self, count * step, step);
      const double half = bw_ruler_width (sketch->ruler, text, sketch->size, FALSE) / 2;
      const double x = self->left + (self->right - self->left) * (count * step - from) / (to - from);

      if (x - half < taken || x + half > sketch->sheet->width || count * step < least ||
          count * step > most)
        continue;
      taken = x + half + sketch->size / 2;
      bw_sketch_words (sketch, &(BwWords) {
      .text = text, .x = x, .y = y, .align = BW_ALIGN_MIDDLE, .ink = BW_INK_DIM,
    });
    }
}
