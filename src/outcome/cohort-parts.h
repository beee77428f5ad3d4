/* What a cohort is made of, for the other files of this floor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "outcome/cohort.h"

G_BEGIN_DECLS

struct _BwCohort
{
  gatomicrefcount ref_count;

  BwOutcome     *outcome;
  BwCohortChoice choice;
  gboolean       forecasts;
  BwCohortCounts counts;
  GArray        *rows; /* of BwJudgedRow, by snapshot */
  gsize          n_gone;
  GPtrArray     *remarks;
};

void bw_cohort_judge_once (BwCohort *self);
void bw_cohort_judge_every (BwCohort *self);

G_END_DECLS
