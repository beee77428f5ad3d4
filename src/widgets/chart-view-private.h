/* What the files of a chart on screen share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"
#include "widgets/chart-reader.h"
#include "widgets/chart-view.h"

G_BEGIN_DECLS

typedef struct _BwChartHold BwChartHold;

struct _BwChartView
{
  GtkWidget parent_instance;

  BwWorkspace   *workspace;
  BwComparing   *comparing; /* or NULL */
  GSignalGroup  *signals;
  const BwChart *chart;

  BwScene   *scene;
  gboolean   stale;
  guint      settle_id;

  BwChartReader *reader;
  BwChartHold   *hold;
};

gboolean    bw_chart_view_fill (BwChartView *self,
                                BwView      *view);
const char *bw_chart_view_get_font (BwChartView *self);
void        bw_chart_view_ensure_scene (BwChartView *self);
void        bw_chart_view_settle_later (BwChartView *self);
void        bw_chart_view_mark_stale (BwChartView *self);
void        bw_chart_view_tell_held (BwChartView *self,
                                     const char  *handle);

G_END_DECLS
