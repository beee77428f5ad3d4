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
 * @lead: in days, as it was given; a negative number for none
 * @every: whether all snapshots are judged
 * @span: in days; 0 for none
 *
 * What the options say.
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

#define BW_JUDGING_ENTRIES(wishes) \
  { "positive", 0, 0, G_OPTION_ARG_STRING_ARRAY, &(wishes)->positive, \
    N_("A value of the outcome that means gone; may be given again"), "VALUE" }, \
  { "outcome-date", 0, 0, G_OPTION_ARG_STRING, &(wishes)->date, \
    N_("The column with the day a customer left; “” for none"), "COLUMN" }, \
  { "vanished", 0, 0, G_OPTION_ARG_NONE, &(wishes)->vanished, \
    N_("Who is missing from later snapshots is gone"), NULL }, \
  { "lead", 0, 0, G_OPTION_ARG_INT, &(wishes)->lead, \
    N_("Judge by a snapshot at least so many days before (30)"), "DAYS" }, \
  { "every-snapshot", 0, 0, G_OPTION_ARG_NONE, &(wishes)->every, \
    N_("Judge every snapshot, not only the newest of each customer"), NULL }, \
  { "span", 0, 0, G_OPTION_ARG_INT, &(wishes)->span, \
    N_("With --every-snapshot: gone within so many days after the lead (90)"), "DAYS" }

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
