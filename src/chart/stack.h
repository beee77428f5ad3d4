/* Shares of customers on top of each other, snapshot by snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/timeline.h"

G_BEGIN_DECLS

#define BW_STACK_PARTS (BW_MAX_BANDS + 1) /* at most: the bands, and those without enough data */

/**
 * BwStack:
 * @gutter: for the names at the right
 * @left: of the areas; likewise the others
 */
typedef struct
{
  BwSketch        *sketch;
  const BwView    *view;
  const BwModel   *model;
  BwTimeline      *time;
  double           left, right, top, bottom;
  double           gutter;
} BwStack;

const BwSummary *bw_stack_get_summary (const BwView *view,
                                       guint         snapshot);
char            *bw_stack_describe (const BwStack *stack,
                                    guint          snapshot);
void             bw_stack_draw (BwStack *stack);

G_END_DECLS
