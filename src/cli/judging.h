/* What the commands that judge by the outcome share: their options, and what comes of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/inputs.h"
#include "outcome/judged.h"

G_BEGIN_DECLS

/**
 * BwJudgingWishes:
 * @positive: (nullable) (array zero-terminated=1): the values that mean gone
 * @date: (nullable): the column with the day of leaving
 * @vanished: whether who is missing from later snapshots is gone
 * @lead: in days, as it was given; less than 0 where it was not
 * @every: whether all snapshots are judged
 * @span: in days, as it was given; less than 1 where it was not
 *
 * What the options say; bw_judging_fill_entries() sets the days to none.
 */
typedef struct
{
  char   **positive;
  char    *date;
  gboolean vanished;
  int      lead;
  gboolean every;
  int      span;
} BwJudgingWishes;

/**
 * BwJudged:
 *
 * What comes of them: the customers judged, under a model.
 */
typedef struct
{
  BwPanel    *panel;
  BwModel    *model;
  BwOutcome  *outcome;
  BwCohort   *cohort;
  BwPrepared *prepared;
} BwJudged;

/* How many options that is. */
#define BW_N_JUDGING_ENTRIES 6

void        bw_judging_fill_entries (BwJudgingWishes *self,
                                     GOptionEntry    *entries);
const char *bw_judging_find_fault (const BwJudgingWishes *self,
                                   const BwInputs        *inputs);
gboolean    bw_judging_judge (const BwJudgingWishes *self,
                              BwInputs              *inputs,
                              BwJudged              *judged,
                              GError               **error);
void        bw_judging_wishes_clear (BwJudgingWishes *self);
void        bw_judged_clear (BwJudged *self);

void        bw_judging_append_remarks (GString         *out,
                                       const BwJudged  *judged,
                                       const GPtrArray *more);
void        bw_judging_append_json (GString         *out,
                                    const BwJudged  *judged,
                                    const GPtrArray *more);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwJudgingWishes, bw_judging_wishes_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwJudged, bw_judged_clear)

G_END_DECLS
