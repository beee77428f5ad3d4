/* Snapshots from left to right, as far apart as their dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/timeline.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MEASURED 50 /* dates whose width is measured; the others are about as wide */

#define YEAR  370.0 /* days: a month's name says which month it is */
#define MONTH 25.0  /* days: a month's name says which snapshot it is */

/**
 * bw_timeline_begin:
 * @self: (out): the panel's snapshots, to be placed with bw_timeline_place()
 */
void
bw_timeline_begin (BwTimeline *self,
                   BwSketch   *sketch,
                   BwPanel    *panel)
{
  self->sketch = sketch;
  self->n = bw_panel_get_n_snapshots (panel);
  self->xs = g_new0 (double, MAX (self->n, 1));
  self->dates = g_new0 (double, MAX (self->n, 1));
  for (guint i = 0; i < self->n; i++)
    self->dates[i] = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i));
}

void
bw_timeline_end (BwTimeline *self)
{
  g_clear_pointer (&self->xs, g_free);
  g_clear_pointer (&self->dates, g_free);
}

/**
 * bw_timeline_place:
 * @left: where the first snapshot stands
 * @right: where the last one does; a lone snapshot stands in the middle
 */
void
bw_timeline_place (BwTimeline *self,
                   double      left,
                   double      right)
{
  const double first = self->dates[0];
  const double span = self->dates[MAX (self->n, 1) - 1] - first;

  for (guint i = 0; i < self->n; i++)
    {
      double part = self->n > 1 ? (double) i / (self->n - 1) : 0.5;

      if (self->n > 1 && span > 0 && isfinite (self->dates[i]))
        part = (self->dates[i] - first) / span;
      self->xs[i] = left + (right - left) * part;
    }
}

/* The shortest way to write dates that still tells them apart. */
static BwDateStyle
choose_style (const BwTimeline *self)
{
  const double span = self->dates[self->n - 1] - self->dates[0];
  const double step = self->n > 1 ? span / (self->n - 1) : 0;

  if (self->n == 1)
    return BW_DATE_FULL;
  if (span > YEAR)
    return BW_DATE_MONTH_YEAR_SHORT;

  return step < MONTH ? BW_DATE_DAY : BW_DATE_MONTH;
}

/* The least n for which every n-th snapshot has @room for its label. */
static guint
choose_stride (const BwTimeline *self,
               double            room)
{
  for (guint stride = 1; stride < self->n; stride++)
    {
      gboolean apart = TRUE;

      for (guint i = stride; i < self->n && apart; i += stride)
        apart = self->xs[i] - self->xs[i - stride] >= room;
      if (apart)
        return stride;
    }

  return MAX (self->n, 1);
}

/**
 * bw_timeline_draw:
 * @y: top of the dates
 *
 * Writes as many dates as stand apart; none where the panel has none.
 */
void
bw_timeline_draw (const BwTimeline *self,
                  double            y)
{
  const double paper = self->sketch->sheet->width;
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  BwDateStyle style;
  double widest = 0;
  guint stride;

  if (self->n == 0 || !isfinite (self->dates[0]))
    return;

  style = choose_style (self);
  for (guint i = 0; i < self->n; i++)
    {
      char *text = bw_format_date (self->dates[i], style);

      g_ptr_array_add (texts, text);
      if (i % (1 + self->n / MEASURED) == 0)
        widest = MAX (widest,
                      bw_ruler_width (self->sketch->ruler, text, self->sketch->size, FALSE));
    }

  stride = choose_stride (self, widest * 1.5 + 4 * self->sketch->scale);
  for (guint i = 0; i < self->n; i += stride)
    {
      const char *text = g_ptr_array_index (texts, i);
      const double width = bw_ruler_width (self->sketch->ruler, text, self->sketch->size, FALSE);

      bw_sketch_words (self->sketch, &(BwWords) {
      .text = text,
      .x = MAX (0, MIN (self->xs[i] - width / 2, paper - width)),
      .y = y,
      .ink = BW_INK_DIM,
    });
    }
}

/**
 * bw_timeline_touch:
 *
 * Makes the whole height round @snapshot point at it.
 */
void
bw_timeline_touch (const BwTimeline *self,
                   guint             snapshot,
                   double            top,
                   double            bottom,
                   const char       *tip)
{
  const double reach = 8 * self->sketch->scale;
  const double left = snapshot > 0 ? (self->xs[snapshot - 1] + self->xs[snapshot]) / 2 :
                      self->xs[snapshot] - reach;
  const double right = snapshot + 1 < self->n ?
                       (self->xs[snapshot] + self->xs[snapshot + 1]) / 2 :
                       self->xs[snapshot] + reach;
  const double start = MAX (0, left);
  const BwMark mark = {
    .kind = BW_MARK_TOUCH,
    .ink = BW_INK_TEXT,
    .x = start,
    .y = top,
    .width = MAX (0, MIN (right, self->sketch->sheet->width) - start),
    .height = MAX (0, bottom - top),
    .row = snapshot,
    .tip = tip,
  };

  bw_scene_add (self->sketch->scene, &mark);
}

/**
 * bw_timeline_date:
 *
 * Returns: (transfer full): "30 Nov 2026", or "Now" for an undated snapshot
 */
char *
bw_timeline_date (const BwTimeline *self,
                  guint             snapshot)
{
  if (!isfinite (self->dates[snapshot]))
    /* TRANSLATORS: in place of the date of data that has none */
    return g_strdup (_("Now"));

  return bw_format_date (self->dates[snapshot], BW_DATE_FULL);
}

/**
 * bw_timeline_span:
 *
 * Returns: (transfer full) (nullable): "Dec 2025 to Nov 2026"; %NULL for undated data
 */
char *
bw_timeline_span (BwPanel *panel)
{
  const guint n = bw_panel_get_n_snapshots (panel);
  double first, last;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  BwDateStyle style;

  if (n == 0)
    return NULL;

  first = bw_snapshot_get_date (bw_panel_get_snapshot (panel, 0));
  last = bw_snapshot_get_date (bw_panel_get_snapshot (panel, n - 1));
  if (!isfinite (first) || !isfinite (last))
    return NULL;

  style = last - first < 2 * MONTH ? BW_DATE_FULL : BW_DATE_MONTH_YEAR_SHORT;
  to = bw_format_date (last, style);
  if (n == 1)
    return g_steal_pointer (&to);

  from = bw_format_date (first, style);

  /* TRANSLATORS: from one month to another */
  return g_strdup_printf (_("%s to %s"), from, to);
}
