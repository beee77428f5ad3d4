/* A cohort under a model: its metric scores and scores, row by row of the cohort. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is prepared here is of the rows of the cohort, whichever snapshot each is of; so
 * bw_results_new() and bw_drag_new() work on it as on a snapshot: with bw_drag_new() on the judged
 * results beside that on the newest snapshot, their scores follow a slider within the frame. It has no
 * raw values. */

#pragma once

#include "outcome/cohort.h"
#include "score/results.h"

G_BEGIN_DECLS

BwPrepared *bw_cohort_prepare (BwCohort     *cohort,
                               BwModel      *model,
                               BwPrepared   *previous,
                               GCancellable *cancellable);

/**
 * BwGlance:
 * @n: judged and scored
 * @n_gone: those of them who left
 * @auc: as of the ladder, without interval
 * @n_caught: those who left and were in the lowest band
 * @n_false_alarms: those who stayed and were in the lowest band
 * @caught: @n_caught / @n_gone, NaN where there are none
 * @false_alarms: of those in the lowest band the share that stayed, NaN where there are none
 */
typedef struct
{
  gsize  n;
  gsize  n_gone;
  double auc;
  gsize  n_caught;
  gsize  n_false_alarms;
  double caught;
  double false_alarms;
} BwGlance;

typedef struct _BwScoreboard BwScoreboard;

BwScoreboard *bw_scoreboard_new (BwCohort   *cohort,
                                 BwPrepared *judged);
void          bw_scoreboard_free (BwScoreboard *self);
void          bw_scoreboard_measure (BwScoreboard    *self,
                                     const BwResults *judged,
                                     BwGlance        *glance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwScoreboard, bw_scoreboard_free)

G_END_DECLS
