/* What the rows of a cohort teach: shares by segment, learned from some of the rows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "outcome/suggest.h"

G_BEGIN_DECLS

/**
 * BwLesson:
 * @days: (array length=n_rows) (nullable): when each row was, where there is time
 * @usable: (array length=n_rows): whether it has a score
 * @segments: (array length=n_rows): whose it is
 * @scores: (array): @n_metrics a row, row by row: metric scores, NaN where there is none
 *
 * The rows to learn from.
 */
typedef struct
{
  BwCohort   *cohort;
  BwPrepared *prepared;
  BwModel    *model;
  gsize       n_rows;
  guint       n_segments;
  guint       n_metrics;
  double     *days;
  guint8     *usable;
  guint      *segments;
  double     *scores;
} BwLesson;

/**
 * BwLearned:
 * @shares: (array): by segment and metric; NaN for metrics that the segment does not use
 * @own: (array): by segment, whether it was fitted on its own rows, and not with all
 * @learned: (array): by segment, whether anything spoke for any metric; else @shares are the model's
 * @penalties: (array): by segment
 * @coefficients: (array): by segment, the intercept and those of its class: where to begin the next time
 * @against: (array): by segment and metric, whether the metric speaks against its direction
 */
typedef struct
{
  double   *shares;
  gboolean *own;
  gboolean *learned;
  double   *penalties;
  double   *coefficients;
  gboolean *against;
} BwLearned;

void bw_lesson_init (BwLesson   *self,
                     BwCohort   *cohort,
                     BwPrepared *prepared,
                     BwModel    *model);
void bw_lesson_clear (BwLesson *self);
void bw_lesson_count (const BwLesson *self,
                      const guint32  *rows,
                      gsize           n,
                      guint           segment,
                      gsize          *n_gone,
                      gsize          *n_stayed);
void bw_lesson_learn (const BwLesson  *self,
                      const guint32   *rows,
                      gsize            n,
                      gboolean         apart,
                      const BwLearned *known,
                      BwLearned       *learned);
void bw_learned_clear (BwLearned *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwLesson, bw_lesson_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwLearned, bw_learned_clear)

G_END_DECLS
