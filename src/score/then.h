/* Scores as they were: each snapshot under the model that stood at its date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Segments and bands are found by id. Where the model of a snapshot has no segment of an id, nobody
 * is counted there; customers in a band that today's model does not have are counted in that of
 * today which holds their score. */

#pragma once

#include "score/history.h"

G_BEGIN_DECLS

/**
 * BwThen:
 * @from: the day from which on it stood, in days since 1970-01-01
 * @model: (transfer none): one that bw_model_check() finds to fit the panel
 */
typedef struct
{
  double   from;
  BwModel *model;
} BwThen;

double     bw_then_day (gint64 at);
guint      bw_then_find (const BwThen *thens,
                         guint         n_thens,
                         double        date);
void       bw_then_summarize (const BwResults *results,
                              const BwModel   *today,
                              guint            segment,
                              BwSummary       *summary);
BwHistory *bw_history_new_as_scored_then (const BwThen *thens,
                                          guint         n_thens,
                                          BwModel      *today,
                                          BwPanel      *panel,
                                          GCancellable *cancellable);

G_END_DECLS
