/* The versions of a workspace, for charts over time: as marks, and as the models that stood then. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/inputs.h"
#include "score/then.h"

G_BEGIN_DECLS

/**
 * BwChartVersions:
 * @marks: (element-type BwDateMark): of all versions, the oldest first
 * @thens: (element-type BwThen): those whose model fits the panel, the oldest first
 * @models: (element-type BwModel): holds those of @thens
 * @first: the place in @marks of the first of @thens
 */
typedef struct
{
  GPtrArray *marks;
  GArray    *thens;
  GPtrArray *models;
  guint      first;
} BwChartVersions;

gboolean   bw_chart_versions_read (BwChartVersions *self,
                                   const BwInputs  *inputs,
                                   BwPanel         *panel,
                                   GError         **error);
BwHistory *bw_chart_versions_score (const BwChartVersions *self,
                                    const BwInputs        *inputs,
                                    BwModel               *model,
                                    BwPanel               *panel,
                                    GError               **error);
void       bw_chart_versions_clear (BwChartVersions *self);

G_END_DECLS
