/* Caps and floors of a snapshot: which rules hold for a customer, and the scores they allow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/places.h"

G_BEGIN_DECLS

#define BW_NO_RULE G_MAXUINT16

/**
 * BwBounds:
 * @least: at each place, the highest floor that holds, else 0
 * @greatest: the lowest cap that holds, else 100
 * @floors: the rule that @least is of, or %BW_NO_RULE
 * @caps: the rule that @greatest is of, or %BW_NO_RULE
 */
typedef struct
{
  gatomicrefcount ref_count;

  double  *least;
  double  *greatest;
  guint16 *floors;
  guint16 *caps;
} BwBounds;

BwBounds *bw_bounds_new_open (gsize n_rows);
BwBounds *bw_bounds_new (const BwModel  *model,
                         BwPanel        *panel,
                         guint           snapshot,
                         const BwPlaces *places);
BwBounds *bw_bounds_ref (BwBounds *self);
void      bw_bounds_unref (BwBounds *self);
gboolean  bw_rules_alike (const BwModel *a,
                          const BwModel *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBounds, bw_bounds_unref)

G_END_DECLS
