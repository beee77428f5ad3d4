/* From shares to effective shares: what each metric counts for the customers of a run. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/places.h"

G_BEGIN_DECLS

/**
 * BwWeighing:
 * @groups: (array length=n_metrics): the group of each metric
 * @missing: (array length=n_metrics): the policy of each metric
 * @floor: least coverage
 * @all: (array length=n_groups): scratch
 * @present: (array length=n_groups): scratch
 */
typedef struct
{
  guint      n_metrics;
  guint      n_groups;
  guint     *groups;
  BwMissing *missing;
  double     floor;
  double    *all;
  double    *present;
} BwWeighing;

void     bw_weighing_init (BwWeighing    *self,
                           const BwModel *model);
void     bw_weighing_clear (BwWeighing *self);
gboolean bw_weighing_is_alike (const BwWeighing *self,
                               const BwWeighing *other);
gboolean bw_weighing_is_enough (const BwWeighing *self,
                                double            coverage);
gboolean bw_weighing_has (const BwWeighing *self,
                          const double     *shares,
                          const guint64    *known,
                          guint             metric);
double   bw_weighing_get_coverage (const BwWeighing *self,
                                   const double     *shares,
                                   const guint64    *known);
gboolean bw_weighing_weigh (BwWeighing    *self,
                            const double  *shares,
                            const guint64 *known,
                            double        *effective);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwWeighing, bw_weighing_clear)

G_END_DECLS
