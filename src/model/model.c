/* The recipe of a score, from metrics to rules: checked when made, never changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All versions of a model that an edit does not tell apart share one BwRecipe; name, bands and the
 * shares of each segment stand beside it, counted on their own, so that one drag of a slider keeps
 * one list of numbers. */

#include "model/model.h"

#include "model/recipe.h"

G_DEFINE_QUARK (bw-model-error-quark, bw_model_error)

/**
 * bw_model_new:
 * @recipe: complete: from now on it does not change
 *
 * Returns: (transfer full): the model over it
 */
BwModel *
bw_model_new (BwRecipe *recipe)
{
  BwModel *self = g_new0 (BwModel, 1);
  const guint n_segments = recipe->segments->len;

  g_atomic_ref_count_init (&self->ref_count);
  self->recipe = g_atomic_rc_box_acquire (recipe);
  self->name = g_ref_string_new (recipe->name);
  self->bands = g_atomic_rc_box_dup (recipe->bands->len * sizeof (BwBand),
                                     (BwBand *) recipe->bands->data);
  self->segments = g_memdup2 (recipe->segments->data, n_segments * sizeof (BwSegment));
  self->own_shares = g_new0 (double *, MAX (n_segments, 1));

  return self;
}

BwModel *
bw_model_ref (BwModel *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_model_unref (BwModel *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->recipe->segments->len; i++)
    g_clear_pointer (&self->own_shares[i], g_atomic_rc_box_release);
  g_free (self->own_shares);
  g_free (self->segments);
  g_atomic_rc_box_release (self->bands);
  g_ref_string_release (self->name);
  bw_recipe_unref (self->recipe);
  g_free (self);
}

const char *
bw_model_get_name (const BwModel *self)
{
  return self->name;
}

/**
 * bw_model_get_purpose:
 *
 * Returns: (transfer none): what the model is for, empty where it does not say
 */
const char *
bw_model_get_purpose (const BwModel *self)
{
  return self->recipe->purpose;
}

guint
bw_model_get_n_metrics (const BwModel *self)
{
  return self->recipe->metrics->len;
}

const BwMetric *
bw_model_get_metric (const BwModel *self,
                     guint          metric)
{
  g_return_val_if_fail (metric < self->recipe->metrics->len, NULL);

  return &g_array_index (self->recipe->metrics, BwMetric, metric);
}

/**
 * bw_model_find_metric:
 *
 * Returns: the metric of that id, or %BW_NONE
 */
guint
bw_model_find_metric (const BwModel *self,
                      const char    *id)
{
  return bw_recipe_find_metric (self->recipe, id);
}

guint
bw_model_get_n_groups (const BwModel *self)
{
  return self->recipe->groups->len;
}

const BwGroup *
bw_model_get_group (const BwModel *self,
                    guint          group)
{
  g_return_val_if_fail (group < self->recipe->groups->len, NULL);

  return &g_array_index (self->recipe->groups, BwGroup, group);
}

guint
bw_model_get_n_segments (const BwModel *self)
{
  return self->recipe->segments->len;
}

const BwSegment *
bw_model_get_segment (const BwModel *self,
                      guint          segment)
{
  g_return_val_if_fail (segment < self->recipe->segments->len, NULL);

  return &self->segments[segment];
}

/**
 * bw_model_find_segment:
 *
 * Returns: the segment of that id, or %BW_NONE
 */
guint
bw_model_find_segment (const BwModel *self,
                       const char    *id)
{
  for (guint i = 0; i < self->recipe->segments->len; i++)
    {
      if (g_str_equal (self->segments[i].id, id))
        return i;
    }

  return BW_NONE;
}

guint
bw_model_get_n_bands (const BwModel *self)
{
  return self->recipe->bands->len;
}

const BwBand *
bw_model_get_band (const BwModel *self,
                   guint          band)
{
  g_return_val_if_fail (band < self->recipe->bands->len, NULL);

  return &self->bands[band];
}

guint
bw_model_get_n_grades (const BwModel *self)
{
  return self->recipe->grades->len;
}

/**
 * bw_model_get_grade:
 * @grade: 0 is the best
 */
const BwGrade *
bw_model_get_grade (const BwModel *self,
                    guint          grade)
{
  g_return_val_if_fail (grade < self->recipe->grades->len, NULL);

  return &g_array_index (self->recipe->grades, BwGrade, grade);
}

guint
bw_model_get_n_rules (const BwModel *self)
{
  return self->recipe->rules->len;
}

const BwRule *
bw_model_get_rule (const BwModel *self,
                   guint          rule)
{
  g_return_val_if_fail (rule < self->recipe->rules->len, NULL);

  return &g_array_index (self->recipe->rules, BwRule, rule);
}

/**
 * bw_model_get_coverage_floor:
 *
 * Returns: the coverage below which there is no score, 0 to 1
 */
double
bw_model_get_coverage_floor (const BwModel *self)
{
  return self->recipe->coverage;
}

/**
 * bw_model_get_trend_days:
 *
 * Returns: how much older the snapshot that a trend looks back to has to be
 */
int
bw_model_get_trend_days (const BwModel *self)
{
  return self->recipe->trend_days;
}

/**
 * bw_model_get_trend_steady:
 *
 * Returns: the change in points up to which a customer is steady
 */
double
bw_model_get_trend_steady (const BwModel *self)
{
  return self->recipe->trend_steady;
}
