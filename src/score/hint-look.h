/* A segment as it is looked at for hints. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. */

#pragma once

#include "score/insight.h"
#include "score/results-parts.h"

G_BEGIN_DECLS

typedef struct _BwHintRow BwHintRow;

/* A segment, or all of them, as it is looked at. */
typedef struct
{
  BwResults             *results;
  guint                  segment;
  gsize                  first; /* its places */
  gsize                  n;
  const BwSummary       *summary;
  const BwMetricInsight *insights;
  gboolean              *dull;  /* by metric: one whose values are the matter, not its weight */
  GArray                *hints;
  GCancellable          *cancellable;
  const BwHintRow       *row;
} BwHintLook;

/**
 * BwHintRow:
 * @value: the threshold of @value of the hint
 * @weight: the least share that is worth a hint
 * @least: so many customers are enough to tell
 */
struct _BwHintRow
{
  BwHintKind kind;
  double     value;
  double     weight;
  gsize      least;
  void     (*find) (BwHintLook *look);
};

void bw_hint_look_add (BwHintLook *self,
                       guint       metric,
                       guint       other,
                       double      value,
                       double      weight);

void bw_hint_find_no_data (BwHintLook *look);
void bw_hint_find_flat_scales (BwHintLook *look);
void bw_hint_find_constants (BwHintLook *look);
void bw_hint_find_together (BwHintLook *look);
void bw_hint_find_little (BwHintLook *look);
void bw_hint_find_much (BwHintLook *look);

G_END_DECLS
