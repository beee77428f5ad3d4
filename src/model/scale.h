/* How a raw value becomes a metric score from 0 to 100. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BW_SCALE_LINEAR,
  BW_SCALE_CURVE,
  BW_SCALE_STEPS,
  BW_SCALE_CATEGORIES,
  BW_SCALE_PERCENTILE,
} BwScaleType;

#define BW_N_SCALES (BW_SCALE_PERCENTILE + 1)
#define BW_MAX_POINTS 101

typedef struct
{
  double raw;
  double score;
} BwPoint;

typedef struct
{
  const char *text;
  double      score;
} BwCategoryScore;

/**
 * BwScale:
 * @from: raw value that scores 0 (linear)
 * @to: raw value that scores 100 (linear), not less than @from; where they are equal a value below
 *   scores 0, one at or above it 100
 * @points: (array length=n_points): of curve, steps (edge and score) and percentile (none: the
 *   exact mid-ranks of what is scored)
 * @categories: (array length=n_categories): texts, or numbers written in C form for a number
 *   column, "yes" and "no" for a yes/no column
 * @other: score of an unlisted value, or NaN where that is missing
 */
typedef struct
{
  BwScaleType            type;
  double                 from, to;
  const BwPoint         *points;
  guint                  n_points;
  const BwCategoryScore *categories;
  guint                  n_categories;
  double                 other;
} BwScale;

const char *bw_scale_type_get_id (BwScaleType type);
void        bw_scale_apply (const BwScale *self,
                            const double  *raw,
                            gsize          n,
                            double        *scores);
guint       bw_percentile_points (const double *raw,
                                  gsize         n,
                                  BwPoint       points[BW_MAX_POINTS]);

G_END_DECLS
