/* One customer's scores as a line over the bands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/timeline.h"

G_BEGIN_DECLS

/**
 * BwCourse:
 * @time: the snapshots
 * @segment: of the customer now; all where it is not in the newest snapshot
 * @scores: one a snapshot, NaN where not scored
 * @means: likewise, of the segment
 * @last: the newest scored snapshot
 * @left: of the bands, set when it is drawn; likewise the others
 */
typedef struct
{
  BwSketch      *sketch;
  const BwView  *view;
  const BwModel *model;
  BwTimeline    *time;
  guint          segment;
  double        *scores;
  double        *means;
  guint          last;
  double         left, right, top, bottom;
} BwCourse;

void bw_course_draw (BwCourse *course);

G_END_DECLS
