/* The customers that are judged, each by a snapshot before the outcome, never by a later one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value. Nobody is judged by a snapshot before it began. Where the outcome has no day, all are judged by the newest snapshot they are in: that
 * describes, it does not forecast. */

#pragma once

#include "outcome/outcome.h"

G_BEGIN_DECLS

#define BW_COHORT_LEAD 30
#define BW_COHORT_SPAN 90

/**
 * BwJudging:
 * @BW_JUDGE_ONCE: each customer by its newest snapshot at least @lead days before it left; who stayed
 *   is judged as if it had left on the day of one of those who did, the days dealt out evenly, so that
 *   both kinds are looked at in the same months
 * @BW_JUDGE_EVERY: each customer by every snapshot it was still there at: gone where it left within
 *   @span days, and not before @lead days had passed; such rows of a customer hang together, and
 *   intervals reckon with it
 */
typedef enum
{
  BW_JUDGE_ONCE,
  BW_JUDGE_EVERY,
} BwJudging;

/**
 * BwCohortChoice:
 * @lead: in days, at least 0; 0 counts as 1: never the day itself
 * @span: in days after the lead, at least 1; of %BW_JUDGE_EVERY
 */
typedef struct
{
  BwJudging judging;
  int       lead;
  int       span;
} BwCohortChoice;

/**
 * BwJudgedRow:
 * @row: of the snapshot
 */
typedef struct
{
  guint32 customer;
  guint32 row;
  guint16 snapshot;
  guint8  gone;
} BwJudgedRow;

/**
 * BwCohortCounts:
 * @n_customers: judged
 * @n_unknown: customers without an outcome
 * @n_late: customers that have no snapshot early enough
 * @n_open: rows whose span had not ended on the last day that is known of; of %BW_JUDGE_EVERY
 */
typedef struct
{
  gsize n_customers;
  gsize n_unknown;
  gsize n_late;
  gsize n_open;
} BwCohortCounts;

typedef struct _BwCohort BwCohort;

BwCohort *bw_cohort_new (BwOutcome            *outcome,
                         const BwCohortChoice *choice,
                         GError              **error);
BwCohort *bw_cohort_ref (BwCohort *self);
void      bw_cohort_unref (BwCohort *self);

BwOutcome            *bw_cohort_get_outcome (const BwCohort *self);
const BwCohortChoice *bw_cohort_get_choice (const BwCohort *self);
gboolean              bw_cohort_forecasts (const BwCohort *self);
const BwCohortCounts *bw_cohort_get_counts (const BwCohort *self);
gsize                 bw_cohort_get_n_rows (const BwCohort *self);
gsize                 bw_cohort_get_n_gone (const BwCohort *self);
const BwJudgedRow    *bw_cohort_get_row (const BwCohort *self,
                                         gsize           row);
const GPtrArray      *bw_cohort_get_remarks (const BwCohort *self);
char                 *bw_cohort_describe (const BwCohort *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwCohort, bw_cohort_unref)

G_END_DECLS
