/* A segment under many sets of shares at once: who keeps its band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. A few rows are fetched once and weighed with one set after the other, so
 * that hundreds of sets cost arithmetic and no memory. */

#pragma once

#include "score/results-parts.h"
#include "score/team.h"

G_BEGIN_DECLS

/**
 * BwVariants:
 * @results: that stand still
 * @segment: of their model
 * @shares: (array): the sets, @n of them, each with one share a metric and a total of 1
 * @kept: (nullable): by place: adds in how many sets a scored customer keeps its band
 * @changed: (nullable) (array length=n): by set, how many customers stand in another band; not
 *   enough data is one
 */
typedef struct
{
  const BwResults *results;
  guint            segment;
  const double    *shares;
  guint            n;
  guint16         *kept;
  gsize           *changed;
} BwVariants;

gboolean bw_variants_count (const BwVariants *self,
                            BwTeam           *team,
                            GCancellable     *cancellable);
guint    bw_variants_count_threads (gsize n_rows);
double   bw_variants_find_threshold (double edge);

G_END_DECLS
