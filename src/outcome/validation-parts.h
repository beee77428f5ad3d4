/* What a validation is made of, for the other files of this floor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "outcome/validation.h"

G_BEGIN_DECLS

/* A metric that alone tells better than that is looked at twice. */
#define BW_SUSPECT 0.95

/* Of a segment, and at the end of all: figures, ladder, and how many stand below each rung. */
typedef struct
{
  BwFigures figures;
  BwLadder *ladder;
  gsize    *below;      /* (array length=n_rungs + 1) */
  gsize    *gone_below; /* likewise */
} BwPart;

struct _BwValidation
{
  gatomicrefcount ref_count;

  BwCohort        *cohort;
  BwResults       *results;
  BwModel         *model;
  guint            n_segments;
  BwPart          *parts;   /* (array length=n_segments + 1) */
  guint            n_metrics;
  BwMetricFigures *metrics;
  char           **leaks;   /* by metric: what is wrong with its columns, or NULL */
  GPtrArray       *remarks;
};

static inline const BwPart *
bw_validation_get_part (const BwValidation *self,
                        guint               segment)
{
  return &self->parts[segment == BW_ALL_SEGMENTS ? self->n_segments : segment];
}

void  bw_validation_guard (BwValidation *self);
char *bw_cohort_find_leak (BwCohort       *cohort,
                           const BwMetric *metric);
char *bw_leak_describe (const BwMetric *metric,
                        const char     *leak,
                        double          auc);

G_END_DECLS
