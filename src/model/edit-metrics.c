/* Edits of metrics and of the groups that they belong to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/editing.h"

#include "model/edit-parts.h"
#include "model/shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Copies what is given into a recipe; what has no id or name is given one. */
static void
take_metric (BwRecipe       *recipe,
             const BwMetric *value,
             const char     *standing_id,
             BwMetric       *out)
{
  bw_recipe_copy_metric (recipe, value, out);
  if (out->id == NULL)
    out->id = standing_id != NULL ? standing_id
              : bw_edit_make_id (recipe, recipe->metrics, out->name, "metric");
  if (out->name == NULL)
    out->name = out->id;
}

/* Calls what is on a metric by its new id. */
static void
rename_in (BwRecipe           *recipe,
           const BwConditions *where,
           const char         *old,
           const char         *new)
{
  for (guint i = 0; where != NULL && i < where->n_conditions; i++)
    {
      /* The recipe is not a model's yet, so what it keeps may be written. */
      BwCondition *condition = (BwCondition *) &where->conditions[i];

      if (condition->subject == BW_SUBJECT_METRIC && g_str_equal (condition->name, old))
        condition->name = new;
    }
}

static void
rename_metric (BwRecipe   *recipe,
               const char *old,
               const char *new)
{
  for (guint i = 0; i < recipe->segments->len; i++)
    rename_in (recipe, g_array_index (recipe->segments, BwSegment, i).where, old, new);
  for (guint i = 0; i < recipe->rules->len; i++)
    rename_in (recipe, g_array_index (recipe->rules, BwRule, i).where, old, new);
}

/**
 * bw_model_with_metric:
 * @value: what it shall be; without an id it keeps its own, and conditions follow another id
 *
 * Returns: (transfer full) (nullable): the model with one metric changed; its weights stay
 */
BwModel *
bw_model_with_metric (BwModel        *self,
                      guint           metric,
                      const BwMetric *value,
                      GError        **error)
{
  BwRecipe *recipe;
  BwMetric *standing;
  BwMetric edited;

  g_return_val_if_fail (metric < self->recipe->metrics->len && value != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  standing = &g_array_index (recipe->metrics, BwMetric, metric);
  take_metric (recipe, value, standing->id, &edited);
  if (!g_str_equal (edited.id, standing->id))
    rename_metric (recipe, standing->id, edited.id);
  *standing = edited;

  return bw_edit_end (recipe, error);
}

/* Makes room for a metric in the shares of a segment, which it does not use. */
static const double *
widen_shares (BwRecipe     *recipe,
              const double *shares,
              guint         n,
              guint         at)
{
  double *wider = bw_recipe_block (recipe, (n + 1) * sizeof *wider);

  memcpy (wider, shares, at * sizeof *wider);
  wider[at] = NAN;
  memcpy (wider + at + 1, shares + at, (n - at) * sizeof *wider);
  bw_shares_use (wider, n + 1, at, wider);

  return wider;
}

/**
 * bw_model_adding_metric:
 * @at: where it shall stand; behind all where there are fewer
 *
 * Returns: (transfer full) (nullable): the model with a metric more
 */
BwModel *
bw_model_adding_metric (BwModel        *self,
                        guint           at,
                        const BwMetric *value,
                        GError        **error)
{
  const guint n_metrics = self->recipe->metrics->len;
  const guint place = MIN (at, n_metrics);
  BwRecipe *recipe;
  BwMetric added;

  g_return_val_if_fail (value != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  take_metric (recipe, value, NULL, &added);
  g_array_insert_val (recipe->metrics, place, added);
  for (guint i = 0; i < recipe->segments->len; i++)
    {
      BwSegment *segment = &g_array_index (recipe->segments, BwSegment, i);

      segment->shares = widen_shares (recipe, segment->shares, n_metrics, place);
    }

  return bw_edit_end (recipe, error);
}

/* Takes a metric out of the shares of a segment: the others have its share in proportion, as they
 * have when its slider is drawn to 0. */
static const double *
narrow_shares (BwRecipe     *recipe,
               const double *shares,
               guint         n,
               guint         metric)
{
  double *narrow = bw_recipe_block (recipe, n * sizeof *narrow);

  bw_shares_leave_out (shares, NULL, n, metric, narrow);
  memmove (narrow + metric, narrow + metric + 1, (n - metric - 1) * sizeof *narrow);

  return narrow;
}

static gboolean
is_on_metric (const BwConditions *where,
              const char         *id)
{
  for (guint i = 0; where != NULL && i < where->n_conditions; i++)
    {
      if (where->conditions[i].subject == BW_SUBJECT_METRIC &&
          g_str_equal (where->conditions[i].name, id))
        return TRUE;
    }

  return FALSE;
}

/* Whether no rule looks at a metric; else the error names the one that does. */
static gboolean
metric_is_free (const BwModel  *self,
                const BwMetric *metric,
                GError        **error)
{
  for (guint i = 0; i < bw_model_get_n_segments (self); i++)
    {
      const BwSegment *segment = bw_model_get_segment (self, i);

      if (is_on_metric (segment->where, metric->id))
        {
          g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE,
                       /* TRANSLATORS: a metric’s name, a segment’s name */
                       _("The rule of the segment “%2$s” looks at “%1$s”; change the rule before "
                         "the metric is removed"), metric->name, segment->name);
          return FALSE;
        }
    }
  for (guint i = 0; i < bw_model_get_n_rules (self); i++)
    {
      const BwRule *rule = bw_model_get_rule (self, i);

      if (is_on_metric (rule->where, metric->id))
        {
          g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE,
                       /* TRANSLATORS: a metric’s name, the reason of a cap or floor */
                       _("The rule “%2$s” looks at “%1$s”; change the rule before the metric is "
                         "removed"), metric->name, rule->reason);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * bw_model_without_metric:
 *
 * Scores everybody as the model does in which the metric’s weight is drawn to 0 in each segment,
 * wherever another metric of the segment is used: a weight of 0 has no part in score or coverage,
 * and the others have the same shares either way. A segment that used no other scores nobody.
 *
 * Returns: (transfer full) (nullable): the model without a metric
 */
BwModel *
bw_model_without_metric (BwModel *self,
                         guint    metric,
                         GError **error)
{
  const guint n_metrics = self->recipe->metrics->len;
  BwRecipe *recipe;

  g_return_val_if_fail (metric < n_metrics, NULL);

  if (!metric_is_free (self, bw_model_get_metric (self, metric), error))
    return NULL;

  recipe = bw_recipe_of_model (self);
  g_array_remove_index (recipe->metrics, metric);
  for (guint i = 0; i < recipe->segments->len; i++)
    {
      BwSegment *segment = &g_array_index (recipe->segments, BwSegment, i);

      segment->shares = narrow_shares (recipe, segment->shares, n_metrics, metric);
    }

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_moving_metric:
 * @to: where it stands afterwards; behind all where there are fewer
 *
 * Returns: (transfer full): the model with its metrics in another order
 */
BwModel *
bw_model_moving_metric (BwModel *self,
                        guint    metric,
                        guint    to)
{
  const guint n_metrics = self->recipe->metrics->len;
  const guint place = MIN (to, n_metrics - 1);
  BwRecipe *recipe;

  g_return_val_if_fail (metric < n_metrics, NULL);

  recipe = bw_recipe_of_model (self);
  bw_edit_move (recipe->metrics, metric, place);
  for (guint i = 0; i < recipe->segments->len; i++)
    {
      g_autoptr(GArray) shares = g_array_new (FALSE, FALSE, sizeof (double));
      BwSegment *segment = &g_array_index (recipe->segments, BwSegment, i);

      g_array_append_vals (shares, segment->shares, n_metrics);
      bw_edit_move (shares, metric, place);
      segment->shares = bw_recipe_copy_shares (recipe, (double *) shares->data, n_metrics);
    }

  return bw_edit_end_sound (recipe);
}
