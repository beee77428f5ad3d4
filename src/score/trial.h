/* One customer under other shares than its own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/results-parts.h"

G_BEGIN_DECLS

/**
 * BwTrial:
 * @known: of the customer, as #BwRun.known, good for the shares of every segment
 */
typedef struct
{
  const BwResults *results;
  gsize            place;
  BwWeighing       weighing;
  guint64         *known;
  double          *effective;
} BwTrial;

void   bw_trial_init (BwTrial         *self,
                      const BwResults *results,
                      gsize            place);
void   bw_trial_clear (BwTrial *self);
double bw_trial_get_score (BwTrial      *self,
                           const double *shares);
guint  bw_trial_band (BwTrial      *self,
                      const double *shares);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwTrial, bw_trial_clear)

G_END_DECLS
