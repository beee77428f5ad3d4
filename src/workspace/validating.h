/* How well the score told who left: by which outcome, judged how long before, draft beside baseline. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One a workspace. A worker makes the figures anew when the workspace has stood still for a moment, and
 * is cancelled by the next nudge; until then those of before are lent. While a weight, a band's edge or a
 * scale is dragged a glance follows it, within the frame. The outcome that was chosen is kept with the open file. */

#pragma once

#include "outcome/judged.h"
#include "outcome/validation.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

#define BW_TYPE_VALIDATING (bw_validating_get_type ())

G_DECLARE_FINAL_TYPE (BwValidating, bw_validating, BW, VALIDATING, GObject)

/* Signals:
 *   "changed"         another outcome, lead time or validation, or it is being worked out
 *   "glance-changed"  the glance is another; at each nudge of a weight */

BwValidating *bw_validating_of (BwWorkspace *workspace);

/* What can be chosen; NULL while it is not known yet. */
const GPtrArray          *bw_validating_get_candidates (BwValidating *self);
const BwOutcomeCandidate *bw_validating_get_chosen (BwValidating *self);
void                      bw_validating_choose (BwValidating             *self,
                                                const BwOutcomeCandidate *candidate);
char                    **bw_validating_dup_gone (BwValidating *self);
void                      bw_validating_set_gone (BwValidating      *self,
                                                  const char *const *gone);
int                       bw_validating_get_lead (BwValidating *self);
void                      bw_validating_set_lead (BwValidating *self,
                                                  int           lead);
char                    **bw_validating_list_dates (BwValidating *self);
const char               *bw_validating_get_date (BwValidating *self);
void                      bw_validating_set_date (BwValidating *self,
                                                  const char   *date);
gboolean                  bw_validating_get_every (BwValidating *self);
void                      bw_validating_set_every (BwValidating *self,
                                                   gboolean      every);

/* What follows; borrowed until the next "changed". */
gboolean      bw_validating_get_busy (BwValidating *self);
const char   *bw_validating_get_error (BwValidating *self);
BwOutcome    *bw_validating_get_outcome (BwValidating *self);
BwCohort     *bw_validating_get_cohort (BwValidating *self);
BwValidation *bw_validating_get_validation (BwValidating *self);
gboolean      bw_validating_get_glances (BwValidating *self,
                                         BwGlance     *baseline,
                                         BwGlance     *draft);
BwPrepared   *bw_validating_get_prepared (BwValidating *self);
guint         bw_validating_get_segment (BwValidating *self);
GPtrArray    *bw_validating_list_file_remarks (BwValidating *self);

G_END_DECLS
