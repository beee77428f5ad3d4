/* What the files of validating share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"
#include "workspace/validating.h"

G_BEGIN_DECLS

/**
 * BwTeller:
 * @BW_TELLER_PROPOSED: nothing was said: the column in the role of an outcome, where there is one
 * @BW_TELLER_NONE: no outcome
 * @BW_TELLER_COLUMN: a column
 * @BW_TELLER_VANISHED: customers that are missing from later snapshots
 *
 * What is to tell the outcome.
 */
typedef enum
{
  BW_TELLER_PROPOSED,
  BW_TELLER_NONE,
  BW_TELLER_COLUMN,
  BW_TELLER_VANISHED,
} BwTeller;

/* Of validating-drag.c: a slider that is held, for the customers who are judged. */
typedef struct _BwGlancing BwGlancing;

struct _BwValidating
{
  GObject parent_instance;

  BwWorkspace *workspace; /* whose it is; NULL when that is gone */

  /* What is wanted */
  BwTeller teller;
  char  *column; /* of BW_TELLER_COLUMN */
  char **gone;   /* which values mean gone, or NULL */
  int    lead;
  char  *date;     /* the column with the day of leaving, "" for none, or NULL to have it found */
  gboolean every;  /* whether every snapshot is judged */

  /* What is made, step by step */
  GPtrArray *candidates; /* of the panel */
  gboolean   judged;     /* whether the next three are of what is wanted */
  BwOutcome *outcome;
  BwCohort  *cohort;
  char      *error;

  BwModel      *model;    /* the draft that all below are of, or NULL */
  BwModel      *baseline_model;
  BwPrepared   *prepared;
  BwPrepared   *baseline_prepared;
  BwResults    *results;
  BwValidation *validation;
  BwGlance      baseline;
  BwGlance      told;     /* of the draft as it was validated */

  /* What is live */
  gboolean    glanced;  /* whether @glance stands */
  BwGlance    glance;
  BwGlancing *glancing; /* or NULL */
  gboolean    measuring;
  double      share;    /* that the slider is at */

  GCancellable *cancellable; /* NULL where no worker runs */
  guint         timeout;

  /* What the exports had */
  BwReport     *report;      /* of import @report_of, or NULL */
  gint64        report_of;   /* or 0 */
  GCancellable *reading;     /* NULL where the report is not being read */
};

void bw_validating_tell (BwValidating *self);
void bw_validating_glance_changed (BwValidating *self);
void bw_validating_follow_file (BwValidating *self);
void bw_validating_follow_imports (BwValidating *self);
void bw_validating_forget_report (BwValidating *self);
void bw_validating_stop (BwValidating *self);
void bw_validating_begin_later (BwValidating *self);
void bw_validating_forget_figures (BwValidating *self);
void bw_validating_forget_judged (BwValidating *self);
void bw_validating_forget_all (BwValidating *self);
gboolean bw_validating_stands (BwValidating *self);
void bw_validating_take_hold (BwValidating *self);
void bw_validating_nudge (BwValidating *self);
void bw_validating_let_go (BwValidating *self);

G_END_DECLS
