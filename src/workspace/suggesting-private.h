/* What the parts of BwSuggesting share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/suggesting.h"

G_BEGIN_DECLS

struct _BwSuggesting
{
  GObject parent_instance;

  BwWorkspace  *workspace;   /* whose it is; NULL when that is gone */
  BwValidating *validating;
  GCancellable *cancellable; /* NULL where no worker runs */
  BwCohort     *cohort;      /* that the suggestion was learned from, or is being */
  BwSuggestion *suggestion;
  gboolean      wanted;      /* asked for before there was anything to learn from */

  /* Who would move */
  gboolean     *ticked;      /* by metric, what is to be taken over; NULL for all */
  guint         n_ticked;
  GCancellable *counting;    /* NULL where nobody counts */
  BwModel      *counted;     /* the draft that is counted for, or is being; or NULL */
  gboolean      known;       /* whether the next three stand */
  gboolean      moves;
  BwMovement    wholly;
  BwMovement    half;
};

void bw_suggesting_tell (BwSuggesting *self);
void bw_suggesting_count (BwSuggesting *self);
void bw_suggesting_forget_count (BwSuggesting *self);

G_END_DECLS
