/* The figures of some rows of a cohort: all of them, or those of a segment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "outcome/validation.h"

G_BEGIN_DECLS

/**
 * BwSome:
 * @customers: (nullable): where customers have several rows, whose each is
 *
 * Rows side by side, scored or not.
 */
typedef struct
{
  gsize    n;
  double  *scores;
  guint8  *gone;
  double  *money;
  guint8  *bands;
  guint32 *customers;
} BwSome;

void bw_some_init (BwSome          *self,
                   BwCohort        *cohort,
                   const BwResults *judged,
                   guint            segment);
void bw_some_clear (BwSome *self);

void bw_figures_fill (BwFigures      *self,
                      const BwSome   *some,
                      const BwLadder *ladder,
                      guint           n_bands);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwSome, bw_some_clear)

G_END_DECLS
