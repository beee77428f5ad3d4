/* A class: rows to fit weights on together, and the metrics that get them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "outcome/lesson.h"

G_BEGIN_DECLS

/**
 * BwClass:
 * @metrics: (element-type guint): that count in one of the segments
 * @rows: (element-type guint32): of the cohort, in its order
 * @means: by place in @metrics, likewise @spreads
 * @weights: rows that one stands for, of those who stayed and of those who left
 */
typedef struct
{
  const BwLesson *lesson;
  GArray         *metrics;
  GArray         *rows;
  double         *means;
  double         *spreads;
  double          weights[2];
} BwClass;

void   bw_class_init (BwClass        *self,
                      const BwLesson *lesson,
                      const guint32  *rows,
                      gsize           n,
                      const gboolean *segments);
void   bw_class_clear (BwClass *self);
double bw_class_choose_penalty (const BwClass *self);
void   bw_class_fit (const BwClass *self,
                     double         penalty,
                     gboolean       never_more,
                     double        *coefficients);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwClass, bw_class_clear)

G_END_DECLS
