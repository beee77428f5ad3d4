/* A model while it is put together, and the part that its later versions share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/**
 * BwRecipe:
 * @metrics: (element-type BwMetric)
 * @segments: (element-type BwSegment): shares are total 1, all 0, or NaN, see %BwSegment
 *
 * All texts and arrays that the members point to belong to the recipe. Once bw_model_new() has
 * it, nothing changes any more.
 */
typedef struct
{
  GStringChunk *texts;
  GPtrArray    *blocks;

  const char *name;
  const char *purpose;
  double      coverage;
  int         trend_days;
  double      trend_steady;
  GArray     *bands;
  GArray     *grades;
  GArray     *groups;
  GArray     *metrics;
  GArray     *segments;
  GArray     *rules;
} BwRecipe;

/* All versions of a model that no edit of name, bands or shares tells apart share a recipe. */
struct _BwModel
{
  gatomicrefcount ref_count;

  BwRecipe  *recipe;
  char      *name;       /* a GRefString */
  BwBand    *bands;      /* an atomic box */
  BwSegment *segments;   /* of the recipe, with the shares of this model */
  double   **own_shares; /* by segment: an atomic box, or NULL for the recipe's */
};

BwRecipe   *bw_recipe_new (void);
void        bw_recipe_unref (BwRecipe *self);
const char *bw_recipe_text (BwRecipe   *self,
                            const char *text);
gpointer    bw_recipe_block (BwRecipe *self,
                             gsize     size);
void        bw_recipe_add_bands (BwRecipe *self);
void        bw_recipe_add_grades (BwRecipe *self);
guint       bw_recipe_find_metric (const BwRecipe *self,
                                   const char     *id);
guint       bw_recipe_find_group (const BwRecipe *self,
                                  const char     *id);

BwModel *bw_model_new (BwRecipe *recipe);

void bw_shares_normalise (double *shares,
                          guint   n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwRecipe, bw_recipe_unref)

G_END_DECLS
