/* Engine order: the rows of a segment side by side, and in it those that lack the same metrics. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Private to this floor. A place is where a row stands in engine order. */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/**
 * BwRun:
 * @first: its first place
 * @known: (array): a bit a metric: whether its g is known; set for all whose absence makes no
 *   difference to anything
 *
 * Places side by side whose rows are of one segment and lack the same metrics.
 */
typedef struct
{
  guint32        first;
  guint32        n;
  guint32        segment;
  const guint64 *known;
} BwRun;

/**
 * BwPlaces:
 * @rows: (array length=n_rows): the row at each place
 * @places: (array length=n_rows): the place of each row
 * @segment_places: (array): where each segment begins, and at the end @n_rows
 * @segment_runs: (array): the first run of each segment, and at the end @n_runs
 * @money: (array length=n_rows): at each place, 0 where it is missing
 */
typedef struct
{
  gatomicrefcount ref_count;

  gsize     n_rows;
  guint     n_segments;
  guint     n_words;
  guint32  *rows;
  guint32  *places;
  gsize    *segment_places;
  gsize    *segment_runs;
  BwRun    *runs;
  gsize     n_runs;
  guint64  *known;
  double   *money;
} BwPlaces;

BwPlaces *bw_places_new (const guint   *segments,
                         guint          n_segments,
                         const guint64 *known,
                         guint          n_words,
                         const double  *money,
                         gsize          n_rows);
BwPlaces *bw_places_ref (BwPlaces *self);
void     bw_places_unref (BwPlaces *self);
gsize    bw_places_find_run (const BwPlaces *self,
                             gsize           place);
guint    bw_places_find_segment (const BwPlaces *self,
                                 gsize           place);

#define BW_KNOWN_WORDS(n_metrics) (((n_metrics) + 63) / 64)

static inline gboolean
bw_known_has (const guint64 *known,
              guint          metric)
{
  return known[metric / 64] >> metric % 64 & 1;
}

static inline void
bw_known_set (guint64 *known,
              guint    metric)
{
  known[metric / 64] |= G_GUINT64_CONSTANT (1) << metric % 64;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPlaces, bw_places_unref)

G_END_DECLS
