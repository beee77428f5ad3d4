/* What a suggestion is made of, for the other files of this floor. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "outcome/lesson.h"

G_BEGIN_DECLS

struct _BwSuggestion
{
  gatomicrefcount ref_count;

  BwModel            *before;
  guint               n_segments;
  guint               n_metrics;
  BwSuggestVerdict    verdict;
  BwSuggestTest       test;
  gsize               n_usable;
  gsize               n_unscored; /* of the tested, under the fitted weights */
  gsize               n_fitted;
  gsize               n_tested;
  BwAuc               old_auc;
  BwAuc               new_auc;
  BwAuc               gain;
  double              penalty;
  BwSuggestedSegment *segments;
  BwSuggestedWeight  *weights; /* by segment and metric */
  BwSuggestedWeight  *overall; /* by metric: the mean over the segments */
  GPtrArray          *remarks;
  gboolean            forecasts;
  gboolean            worse;
  gboolean            together; /* weights for all tell better than weights by segment */
};

/* Rows to fit on and rows to try on. */
typedef struct
{
  BwSuggestTest test;
  GArray       *fitted; /* of guint32, likewise the other */
  GArray       *tested;
} BwSplit;

gboolean bw_split_find (BwSplit        *self,
                        const BwLesson *lesson);
void     bw_split_clear (BwSplit *self);
BwModel *bw_learned_apply (const BwLearned *self,
                           const BwLesson  *lesson);
const guint32 *bw_rows_of (const GArray *rows);
void     bw_try_score_rows (const BwLesson  *lesson,
                            const BwLearned *learned,
                            const GArray    *rows,
                            double          *scores);
gboolean bw_try_score_crossed (const BwLesson  *lesson,
                               const GArray    *rows,
                               gboolean         apart,
                               const BwLearned *known,
                               double          *scores,
                               GCancellable    *cancellable);
double   bw_try_crossed_auc (const BwLesson  *lesson,
                             const GArray    *rows,
                             const BwLearned *learned,
                             double          *scores,
                             GCancellable    *cancellable);
gboolean bw_try_resample (BwSuggestion    *self,
                          const BwLesson  *lesson,
                          const BwSplit   *split,
                          const BwLearned *learned,
                          GCancellable    *cancellable);
double   bw_suggestion_mean (const BwSuggestion *self,
                             const double       *values,
                             gsize               stride);
void     bw_suggestion_remark (BwSuggestion   *self,
                               const BwLesson *lesson,
                               const BwSplit  *split);
void     bw_suggestion_remark_leaks (BwSuggestion   *self,
                                     const BwLesson *lesson);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwSplit, bw_split_clear)

G_END_DECLS
