/* Whether parts of two models say the same, so that what was made from one serves the other. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/alike.h"

#include <math.h>

/* Equal numbers, or both missing. */
static gboolean
numbers_alike (double a,
               double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
derivations_alike (const BwDerivation *a,
                   const BwDerivation *b)
{
  return a->type == b->type &&
         a->snapshots == b->snapshots &&
         a->percent == b->percent &&
         g_strcmp0 (a->column, b->column) == 0 &&
         g_strcmp0 (a->other, b->other) == 0;
}

static gboolean
scales_alike (const BwScale *a,
              const BwScale *b)
{
  if (a == b)
    return TRUE;

  if (a->type != b->type || a->n_points != b->n_points || a->n_categories != b->n_categories ||
      !numbers_alike (a->from, b->from) || !numbers_alike (a->to, b->to) ||
      !numbers_alike (a->other, b->other))
    return FALSE;

  for (guint i = 0; i < a->n_points; i++)
    {
      if (a->points[i].raw != b->points[i].raw || a->points[i].score != b->points[i].score)
        return FALSE;
    }

  for (guint i = 0; i < a->n_categories; i++)
    {
      if (a->categories[i].score != b->categories[i].score ||
          g_strcmp0 (a->categories[i].text, b->categories[i].text) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_metrics_alike:
 *
 * Returns: whether both give every customer the same metric score; names, groups and captions
 *   make no difference
 */
gboolean
bw_metrics_alike (const BwMetric *a,
                  const BwMetric *b)
{
  return a == b ||
         (g_strcmp0 (a->id, b->id) == 0 &&
          a->hurts == b->hurts &&
          a->missing == b->missing &&
          (a->missing != BW_MISSING_VALUE || a->missing_value == b->missing_value) &&
          derivations_alike (&a->derivation, &b->derivation) &&
          scales_alike (&a->scale, &b->scale));
}

/* Whether a condition's metric is made of the same columns in both models. */
static gboolean
subjects_alike (const BwModel     *model_a,
                const BwModel     *model_b,
                const BwCondition *condition)
{
  const guint a = bw_model_find_metric (model_a, condition->name);
  const guint b = bw_model_find_metric (model_b, condition->name);

  return a != BW_NONE && b != BW_NONE &&
         derivations_alike (&bw_model_get_metric (model_a, a)->derivation,
                            &bw_model_get_metric (model_b, b)->derivation);
}

static gboolean
condition_alike (const BwCondition *a,
                 const BwCondition *b)
{
  if (a->subject != b->subject || a->test != b->test || a->n_operands != b->n_operands ||
      a->empty != b->empty || g_strcmp0 (a->name, b->name) != 0)
    return FALSE;

  for (guint i = 0; i < a->n_operands; i++)
    {
      if (g_strcmp0 (a->operands[i].text, b->operands[i].text) != 0)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_conditions_alike:
 * @a: (nullable): of @model_a
 * @b: (nullable): of @model_b
 *
 * Returns: whether both hold for the same customers of every panel
 */
gboolean
bw_conditions_alike (const BwModel      *model_a,
                     const BwConditions *a,
                     const BwModel      *model_b,
                     const BwConditions *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->any != b->any || a->n_conditions != b->n_conditions)
    return FALSE;

  for (guint i = 0; i < a->n_conditions; i++)
    {
      if (!condition_alike (&a->conditions[i], &b->conditions[i]))
        return FALSE;
      if (a->conditions[i].subject == BW_SUBJECT_METRIC &&
          !subjects_alike (model_a, model_b, &a->conditions[i]))
        return FALSE;
    }

  return TRUE;
}
