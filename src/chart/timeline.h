/* Snapshots from left to right, as far apart as their dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sketch.h"

G_BEGIN_DECLS

/**
 * BwTimeline:
 * @xs: (array length=n): where each snapshot stands
 * @dates: (array length=n): in days since 1970, NaN for an undated one
 */
typedef struct
{
  BwSketch *sketch;
  guint     n;
  double   *xs;
  double   *dates;
} BwTimeline;

void  bw_timeline_begin (BwTimeline *self,
                         BwSketch   *sketch,
                         BwPanel    *panel);
void  bw_timeline_end (BwTimeline *self);
void  bw_timeline_place (BwTimeline *self,
                         double      left,
                         double      right);
void  bw_timeline_draw (const BwTimeline *self,
                        double            y);
void  bw_timeline_touch (const BwTimeline *self,
                         guint             snapshot,
                         double            top,
                         double            bottom,
                         const char       *tip);
char *bw_timeline_date (const BwTimeline *self,
                        guint             snapshot);
char *bw_timeline_span (BwPanel *panel);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwTimeline, bw_timeline_end)

G_END_DECLS
