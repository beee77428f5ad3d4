/* Edits of a model beyond weights and names: each makes another model, checked, and leaves this one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts and arrays of what is given are copied; the number of an operand is worked out from its
 * text. An id that is NULL is made from the name; one that is taken is an error. Where the edited
 * model would be in error, the result is NULL and @error a %BW_MODEL_ERROR that names the place as
 * a model file would: metrics[2].scale.points[1]. */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/**
 * BwModelSettings:
 * @coverage: least share of the weight with data, 0…1
 * @trend_days: at least 1
 * @trend_steady: points, 0…100
 */
typedef struct
{
  const char *name;
  const char *purpose;
  double      coverage;
  int         trend_days;
  double      trend_steady;
} BwModelSettings;

BwModel *bw_model_with_settings (BwModel               *self,
                                 const BwModelSettings *settings,
                                 GError               **error);

/* Metrics. One that is added counts 0 in every segment (all, where the segment uses no other); the
 * weight of one that is removed goes to the others of each segment in proportion. A metric that a
 * condition is on cannot be removed. */
BwModel *bw_model_with_metric (BwModel        *self,
                               guint           metric,
                               const BwMetric *value,
                               GError        **error);
BwModel *bw_model_adding_metric (BwModel        *self,
                                 guint           at,
                                 const BwMetric *value,
                                 GError        **error);
BwModel *bw_model_without_metric (BwModel *self,
                                  guint    metric,
                                  GError **error);
BwModel *bw_model_moving_metric (BwModel *self,
                                 guint    metric,
                                 guint    to);

/* Groups. The metrics of one that is removed go to @into. */
BwModel *bw_model_with_group (BwModel    *self,
                              guint       group,
                              const char *name,
                              GError    **error);
BwModel *bw_model_adding_group (BwModel    *self,
                                guint       at,
                                const char *name,
                                GError    **error);
BwModel *bw_model_without_group (BwModel *self,
                                 guint    group,
                                 guint    into,
                                 GError **error);
BwModel *bw_model_moving_group (BwModel *self,
                                guint    group,
                                guint    to);

/* Segments. @value->shares may be NULL: those that stand, or of a new one those of the last
 * segment. The last segment has no rule, is not removed and does not move. */
BwModel *bw_model_with_segment (BwModel         *self,
                                guint            segment,
                                const BwSegment *value,
                                GError         **error);
BwModel *bw_model_adding_segment (BwModel         *self,
                                  guint            at,
                                  const BwSegment *value,
                                  GError         **error);
BwModel *bw_model_without_segment (BwModel *self,
                                   guint    segment,
                                   GError **error);
BwModel *bw_model_moving_segment (BwModel *self,
                                  guint    segment,
                                  guint    to);

/* Caps and floors. */
BwModel *bw_model_with_rule (BwModel      *self,
                             guint         rule,
                             const BwRule *value,
                             GError      **error);
BwModel *bw_model_adding_rule (BwModel      *self,
                               guint         at,
                               const BwRule *value,
                               GError      **error);
BwModel *bw_model_without_rule (BwModel *self,
                                guint    rule,
                                GError **error);
BwModel *bw_model_moving_rule (BwModel *self,
                               guint    rule,
                               guint    to);

/* Bands and grades, as a whole. */
BwModel *bw_model_with_bands (BwModel      *self,
                              const BwBand *bands,
                              guint         n_bands,
                              GError      **error);
BwModel *bw_model_with_grades (BwModel       *self,
                               const BwGrade *grades,
                               guint          n_grades,
                               GError       **error);

G_END_DECLS
