/* What the files of the scale's chart share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/values.h"
#include "widgets/scale-chart.h"
#include "widgets/scale-hold.h"

G_BEGIN_DECLS

struct _BwScaleChart
{
  GtkWidget parent_instance;

  BwWorkspace *workspace;
  guint        metric; /* of the draft, or BW_NONE */

  BwScene   *scene;
  gboolean   stale;
  BwValues  *values;   /* or NULL: counted for the scene before, let go when out of sight */
  GPtrArray *points;   /* BwChartPoint, a child each, one a handle */
  guint      chosen;   /* the handle that the keyboard returns to */

  BwScaleHold *hold;   /* or NULL */
  double       raw_from, raw_to; /* of the axis while a handle is held */
  double       away_x, away_y;   /* from the pointer to the middle of what it holds */
  guint        key_down;
  double       bend_at;          /* where the line was pressed, or NaN: a move makes a point there */
};

const BwMetric *bw_scale_chart_get_value (BwScaleChart *self);
const BwMark   *bw_scale_chart_find_handle (BwScaleChart *self,
                                            guint         handle);
gboolean        bw_scale_chart_choose (BwScaleChart *self,
                                       guint         handle);
void            bw_scale_chart_add_controllers (BwScaleChart *self);
void            bw_scale_chart_let_go (BwScaleChart *self);
void            bw_scale_chart_give_up (BwScaleChart *self);
double          bw_scale_chart_find_step (BwScaleChart *self);
double          bw_scale_chart_to_step (BwScaleChart *self,
                                        double        raw);
gboolean        bw_scale_chart_is_on_line (BwScaleChart *self,
                                           double        x,
                                           double        y);
void            bw_scale_chart_add_point (BwScaleChart *self,
                                          double        raw);

G_END_DECLS
