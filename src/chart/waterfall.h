/* Steps from one number down or up to another, a row each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sketch.h"

G_BEGIN_DECLS

/**
 * BwStep:
 * @name: what it is: gives way where there is no room
 * @detail: (nullable): behind the name, kept whole
 * @points: what it adds
 * @value: what is written beside it
 * @ink: of its bar
 * @row: what it stands for, or %BW_NO_ROW
 * @tenths: @points in shown tenths
 */
typedef struct
{
  char  *name;
  char  *detail;
  double points;
  char  *value;
  BwInk  ink;
  guint  row;
  int    tenths;
} BwStep;

/**
 * BwWaterfall:
 * @from: where it begins; @from_name and @from_value say so, likewise @to
 * @steps: (element-type BwStep)
 */
typedef struct
{
  double  from;
  double  to;
  char   *from_name;
  char   *from_value;
  char   *to_name;
  char   *to_value;
  GArray *steps;
} BwWaterfall;

void bw_waterfall_begin (BwWaterfall *self);
void bw_waterfall_end (BwWaterfall *self);
void bw_waterfall_add (BwWaterfall *self,
                       const char  *name,
                       char        *detail,
                       double       points,
                       int          tenths,
                       BwInk        ink,
                       guint        row);
char *bw_waterfall_describe (const BwWaterfall *self,
                             const char        *finding);
void bw_waterfall_draw (BwWaterfall *self,
                        BwSketch    *sketch);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwWaterfall, bw_waterfall_end)

G_END_DECLS
