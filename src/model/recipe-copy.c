/* A recipe made anew from what stands or is given: texts and arrays are copied into it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies are plain: what a kind of scale, derivation or condition does not use is left out, so that
 * an edited model is the model that its file reads back as. */

#include "model/parts.h"

#include <math.h>

static const BwPoint *
copy_points (BwRecipe      *self,
             const BwPoint *points,
             guint          n_points)
{
  BwPoint *copy = bw_recipe_block (self, n_points * sizeof *copy);

  for (guint i = 0; i < n_points; i++)
    copy[i] = (BwPoint) { points[i].raw + 0.0, points[i].score + 0.0 }
  ;                                                                     /* −0 becomes 0 */

  return copy;
}

static void
copy_scale (BwRecipe      *self,
            const BwScale *scale,
            BwScale       *out)
{
  *out = (BwScale) { .type = scale->type, .other = NAN };
  switch (scale->type)
    {
    case BW_SCALE_CATEGORIES:
      {
        BwCategoryScore *copy = bw_recipe_block (self, scale->n_categories * sizeof *copy);

        for (guint i = 0; i < scale->n_categories; i++)
          {
            copy[i].text = bw_recipe_text (self, scale->categories[i].text);
            copy[i].score = scale->categories[i].score + 0.0;
          }
        out->categories = copy;
        out->n_categories = scale->n_categories;
        out->other = scale->other + 0.0;
      }
      break;
    case BW_SCALE_CURVE:
    case BW_SCALE_STEPS:
    case BW_SCALE_PERCENTILE:
      out->points = copy_points (self, scale->points, scale->n_points);
      out->n_points = scale->n_points;
      break;
    case BW_SCALE_LINEAR:
    default:
      out->from = scale->from + 0.0;
      out->to = scale->to + 0.0;
    }
}

/**
 * bw_recipe_copy_metric:
 * @out: (out): as @metric, its texts and arrays kept by @self
 */
void
bw_recipe_copy_metric (BwRecipe       *self,
                       const BwMetric *metric,
                       BwMetric       *out)
{
  *out = *metric;
  out->id = bw_recipe_text (self, metric->id);
  out->name = bw_recipe_text (self, metric->name);
  out->caption = bw_recipe_text (self, metric->caption);
  out->why = bw_recipe_text (self, metric->why);
  bw_derivation_plain (&metric->derivation, &out->derivation);
  out->derivation.column = bw_recipe_text (self, out->derivation.column);
  out->derivation.other = bw_recipe_text (self, out->derivation.other);
  copy_scale (self, &metric->scale, &out->scale);
  out->missing_value = metric->missing == BW_MISSING_VALUE ? metric->missing_value + 0.0 : 0;
}

static void
copy_condition (BwRecipe          *self,
                const BwCondition *condition,
                BwCondition       *out)
{
  const guint n_operands = condition->test == BW_TEST_EMPTY ? 0 : condition->n_operands;
  BwOperand *operands = bw_recipe_block (self, n_operands * sizeof *operands);

  for (guint i = 0; i < n_operands; i++)
    {
      if (condition->operands[i].text != NULL)
        bw_operand_from_text (self, condition->operands[i].text, &operands[i]);
    }

  *out = (BwCondition) {
    condition->subject, bw_recipe_text (self, condition->name), condition->test, operands,
    n_operands, condition->test == BW_TEST_EMPTY && condition->empty
  };
}

/**
 * bw_recipe_copy_conditions:
 * @where: (nullable): in any state
 *
 * Returns: (transfer none) (nullable): a copy that @self keeps
 */
const BwConditions *
bw_recipe_copy_conditions (BwRecipe           *self,
                           const BwConditions *where)
{
  BwConditions *copy;
  BwCondition *conditions;

  if (where == NULL)
    return NULL;

  copy = bw_recipe_block (self, sizeof *copy);
  conditions = bw_recipe_block (self, where->n_conditions * sizeof *conditions);
  for (guint i = 0; i < where->n_conditions; i++)
    copy_condition (self, &where->conditions[i], &conditions[i]);
  *copy = (BwConditions) { where->any, conditions, where->n_conditions };

  return copy;
}

/**
 * bw_recipe_copy_shares:
 * @shares: (array length=n): NaN for a metric that is not used
 *
 * Returns: (transfer none): a copy that @self keeps, brought to a total of 1
 */
const double *
bw_recipe_copy_shares (BwRecipe     *self,
                       const double *shares,
                       guint         n)
{
  double *copy = bw_recipe_block (self, n * sizeof *copy);

  for (guint i = 0; i < n; i++)
    copy[i] = shares[i] + 0.0;
  bw_shares_normalise (copy, n);

  return copy;
}

static void
copy_bands (BwRecipe     *self,
            const BwBand *bands,
            guint         n_bands)
{
  for (guint i = 0; i < n_bands; i++)
    {
      const BwBand band = {
        bw_recipe_text (self, bands[i].id), bw_recipe_text (self, bands[i].name),
        bw_recipe_text (self, bands[i].colour), bands[i].from + 0.0,
        bw_recipe_text (self, bands[i].action)
      };

      g_array_append_val (self->bands, band);
    }
}

static void
copy_grades (BwRecipe      *self,
             const BwGrade *grades,
             guint          n_grades)
{
  for (guint i = 0; i < n_grades; i++)
    {
      const BwGrade grade = { bw_recipe_text (self, grades[i].letter), grades[i].from + 0.0 };

      g_array_append_val (self->grades, grade);
    }
}

static void
copy_groups (BwRecipe      *self,
             const BwModel *model)
{
  for (guint i = 0; i < bw_model_get_n_groups (model); i++)
    {
      const BwGroup *from = bw_model_get_group (model, i);
      const BwGroup group = {
        bw_recipe_text (self, from->id), bw_recipe_text (self, from->name)
      };

      g_array_append_val (self->groups, group);
    }
}

static void
copy_segments (BwRecipe      *self,
               const BwModel *model)
{
  for (guint i = 0; i < bw_model_get_n_segments (model); i++)
    {
      const BwSegment *from = bw_model_get_segment (model, i);
      const BwSegment segment = {
        bw_recipe_text (self, from->id), bw_recipe_text (self, from->name),
        bw_recipe_copy_conditions (self, from->where),
        bw_recipe_copy_shares (self, from->shares, bw_model_get_n_metrics (model))
      };

      g_array_append_val (self->segments, segment);
    }
}

static void
copy_rules (BwRecipe      *self,
            const BwModel *model)
{
  for (guint i = 0; i < bw_model_get_n_rules (model); i++)
    {
      const BwRule *from = bw_model_get_rule (model, i);
      const BwRule rule = {
        from->cap, from->bound, bw_recipe_copy_conditions (self, from->where),
        bw_recipe_text (self, from->reason)
      };

      g_array_append_val (self->rules, rule);
    }
}

/**
 * bw_recipe_set_bands:
 *
 * Puts copies of @bands in the place of those that stand.
 */
void
bw_recipe_set_bands (BwRecipe     *self,
                     const BwBand *bands,
                     guint         n_bands)
{
  g_array_set_size (self->bands, 0);
  copy_bands (self, bands, n_bands);
}

/**
 * bw_recipe_set_grades:
 *
 * Puts copies of @grades in the place of those that stand.
 */
void
bw_recipe_set_grades (BwRecipe      *self,
                      const BwGrade *grades,
                      guint          n_grades)
{
  g_array_set_size (self->grades, 0);
  copy_grades (self, grades, n_grades);
}

/**
 * bw_recipe_of_model:
 *
 * Returns: (transfer full): a recipe of its own, to be edited
 */
BwRecipe *
bw_recipe_of_model (const BwModel *model)
{
  BwRecipe *self = bw_recipe_new ();

  self->name = bw_recipe_text (self, bw_model_get_name (model));
  self->purpose = bw_recipe_text (self, bw_model_get_purpose (model));
  self->coverage = bw_model_get_coverage_floor (model);
  self->trend_days = bw_model_get_trend_days (model);
  self->trend_steady = bw_model_get_trend_steady (model);
  for (guint i = 0; i < bw_model_get_n_bands (model); i++)
    copy_bands (self, bw_model_get_band (model, i), 1);
  for (guint i = 0; i < bw_model_get_n_grades (model); i++)
    copy_grades (self, bw_model_get_grade (model, i), 1);
  copy_groups (self, model);
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      BwMetric metric;

      bw_recipe_copy_metric (self, bw_model_get_metric (model, i), &metric);
      g_array_append_val (self->metrics, metric);
    }
  copy_segments (self, model);
  copy_rules (self, model);

  return self;
}
