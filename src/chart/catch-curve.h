/* A curve of who is caught: from nobody to everybody, the lowest scores first. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/judged-words.h"
#include "chart/sketch.h"

G_BEGIN_DECLS

/**
 * BwCatchPoint:
 * @x: 0…1
 * @y: likewise
 * @tip: (nullable): what is said of it where it is pointed at; owned
 */
typedef struct
{
  double x;
  double y;
  char  *tip;
} BwCatchPoint;

/**
 * BwCatchCurve:
 * @points: (element-type BwCatchPoint): of the curve, x and y rising
 * @stops: (element-type BwCatchPoint): those that can be pointed at, rising
 * @knee: where a perfect score would turn to the right, 0…1
 * @edge: (nullable): where the lowest band ends, with its words as tip
 * @x_title: what is below
 * @y_title: what is upright
 */
typedef struct
{
  GArray             *points;
  GArray             *stops;
  double              knee;
  const BwCatchPoint *edge;
  const char         *x_title;
  const char         *y_title;
} BwCatchCurve;

GArray *bw_catch_points_new (void);
void    bw_catch_curve_draw (const BwCatchCurve *self,
                             BwSketch           *sketch);

G_END_DECLS
