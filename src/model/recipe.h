/* A model while it is put together, and the part that its later versions share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"
#include "model/place.h"

G_BEGIN_DECLS

/* What a model may have at most, from a file or by edits. */
#define BW_MAX_GROUPS 200
#define BW_MAX_SEGMENTS 200
#define BW_MAX_RULES 1000
#define BW_MAX_CONDITIONS 1000
#define BW_MAX_OPERANDS 10000
#define BW_MAX_CATEGORIES 10000
#define BW_MAX_SNAPSHOTS 1000
#define BW_MAX_TREND_DAYS 36500

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

/* The lists of a recipe, in the order in which one may name entries of another. */
typedef enum
{
  BW_LIST_BANDS,
  BW_LIST_GRADES,
  BW_LIST_GROUPS,
  BW_LIST_METRICS,
  BW_LIST_SEGMENTS,
  BW_LIST_RULES,
} BwRecipeList;

#define BW_N_LISTS (BW_LIST_RULES + 1)

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

gboolean bw_recipe_settings_are_sound (const BwRecipe *self,
                                       BwPlace        *place);
gboolean bw_recipe_list_is_sound (const BwRecipe *self,
                                  BwRecipeList    list,
                                  BwPlace        *place);
gboolean bw_recipe_is_sound (const BwRecipe *self,
                             BwPlace        *place);

BwRecipe           *bw_recipe_of_model (const BwModel *model);
void                bw_recipe_copy_metric (BwRecipe       *self,
                                           const BwMetric *metric,
                                           BwMetric       *out);
const BwConditions *bw_recipe_copy_conditions (BwRecipe           *self,
                                               const BwConditions *where);

const double       *bw_recipe_copy_shares (BwRecipe     *self,
                                           const double *shares,
                                           guint         n);
void                bw_recipe_set_bands (BwRecipe     *self,
                                         const BwBand *bands,
                                         guint         n_bands);
void                bw_recipe_set_grades (BwRecipe      *self,
                                          const BwGrade *grades,
                                          guint          n_grades);

BwModel *bw_model_new (BwRecipe *recipe);

void bw_shares_normalise (double *shares,
                          guint   n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwRecipe, bw_recipe_unref)

G_END_DECLS
