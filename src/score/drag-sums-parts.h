/* What the sums of a drag are made of. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to drag-sums.c, which makes them, and drag-nudge.c, which follows the slider. */

#pragma once

#include "score/drag-sums.h"
#include "score/patterns.h"

#include <math.h>

G_BEGIN_DECLS

/* What a group, or those of its metrics that are present, weighs: f·gives_way + locked + moved·b. */
typedef struct
{
  double gives_way;
  double locked;
  double moved;
} BwDragWeight;

/* A group of some kind of runs whose W/D changes with the nudge. */
typedef struct
{
  guint        group;
  BwDragWeight all;
  BwDragWeight present;
} BwDragUneven;

/* Runs that count the same sums alike. */
typedef struct
{
  BwDragWeight   even;      /* what the groups that share sums weigh */
  BwDragUneven  *uneven;
  guint          n_uneven;
  const double **columns;   /* the sums that count at this nudge, */
  double        *shares;    /* and how much */
  guint          n_columns; /* 0: no score */
} BwDragKind;

/* A run. */
typedef struct
{
  gsize        first; /* from the origin */
  gsize        end;
  guint32      kind;
  gboolean     scored;
  BwDragWeight coverage;
} BwDragStretch;

struct _BwDragSums
{
  BwPrepared *prepared;
  BwWeighing  weighing;
  guint       n_metrics;
  guint       n_groups;
  guint       moved;
  gsize       origin;      /* the place that sums begin with: see bw_drag_origin() */
  gsize       n_rows;      /* from there */
  double     *start;       /* shares when the drag began */
  double     *shares;      /* now */
  gboolean   *locked;
  double     *base;        /* of each metric that gives way, else 0 */
  double      sum_of_base;
  double     *fixed;       /* the share of each locked metric, else 0 */

  double        *even_gives_way;
  double        *even_locked;
  double       **gives_way; /* by group, or NULL */
  double       **locked_of;
  BwPatterns    *patterns;
  GArray        *kinds;     /* of BwDragKind, by pattern */
  BwDragStretch *stretches;
  gsize          n_stretches;

  guint64       *words;     /* scratch, while the sums are made */
  BwDragWeight  *all;
  BwDragWeight  *present;
  const double **columns;
  double        *counts;
};

static inline gboolean
bw_drag_sums_use (const BwDragSums *self,
                  guint             metric)
{
  return !isnan (self->start[metric]);
}

G_END_DECLS
