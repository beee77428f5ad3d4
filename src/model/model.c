/* The recipe of a score: metrics, scales, segments, weights, bands and rules; checked when made, never changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All versions of a model that an edit does not tell apart share one BwRecipe; name, bands and the
 * shares of each segment stand beside it, counted on their own, so that one drag of a slider keeps
 * one list of numbers. */

#include "model/model.h"

#include "model/recipe.h"

#include <math.h>

/* Two edges of bands are never nearer. */
#define LEAST_BAND 0.1

struct _BwModel
{
  gatomicrefcount ref_count;

  BwRecipe  *recipe;
  char      *name;       /* a GRefString */
  BwBand    *bands;      /* an atomic box */
  BwSegment *segments;   /* of the recipe, with the shares of this model */
  double   **own_shares; /* by segment: an atomic box, or NULL for the recipe's */
};

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

/* Returns: (transfer full): a second model that shares all with @self */
static BwModel *
copy_of (BwModel *self)
{
  BwModel *copy = g_new0 (BwModel, 1);
  const guint n_segments = self->recipe->segments->len;

  g_atomic_ref_count_init (&copy->ref_count);
  copy->recipe = g_atomic_rc_box_acquire (self->recipe);
  copy->name = g_ref_string_acquire (self->name);
  copy->bands = g_atomic_rc_box_acquire (self->bands);
  copy->segments = g_memdup2 (self->segments, n_segments * sizeof (BwSegment));
  copy->own_shares = g_new0 (double *, MAX (n_segments, 1));
  for (guint i = 0; i < n_segments; i++)
    {
      if (self->own_shares[i] != NULL)
        copy->own_shares[i] = g_atomic_rc_box_acquire (self->own_shares[i]);
    }

  return copy;
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

/**
 * bw_model_equal:
 *
 * Returns: whether the two models write the same file
 */
gboolean
bw_model_equal (const BwModel *a,
                const BwModel *b)
{
  g_autofree char *text_a = NULL;
  g_autofree char *text_b = NULL;

  if (a == b)
    return TRUE;

  text_a = bw_model_to_json (a);
  text_b = bw_model_to_json (b);

  return g_str_equal (text_a, text_b);
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

/**
 * bw_model_with_shares:
 * @shares: (array length=n_metrics): of 0 or more; NaN for a metric that is not used; brought to a
 *   total of 1
 *
 * Returns: (transfer full): the model with other weights in one segment
 */
BwModel *
bw_model_with_shares (BwModel      *self,
                      guint         segment,
                      const double *shares)
{
  const guint n_metrics = self->recipe->metrics->len;
  BwModel *edited;
  double *own;

  g_return_val_if_fail (segment < self->recipe->segments->len, NULL);
  for (guint i = 0; i < n_metrics; i++)
    g_return_val_if_fail (isnan (shares[i]) || (shares[i] >= 0 && isfinite (shares[i])), NULL);

  own = g_atomic_rc_box_alloc (MAX (n_metrics, 1) * sizeof *own);
  for (guint i = 0; i < n_metrics; i++)
    own[i] = shares[i] + 0.0; /* −0 becomes 0 */
  bw_shares_normalise (own, n_metrics);

  edited = copy_of (self);
  g_clear_pointer (&edited->own_shares[segment], g_atomic_rc_box_release);
  edited->own_shares[segment] = own;
  edited->segments[segment].shares = own;

  return edited;
}

/**
 * bw_model_with_name:
 * @name: UTF-8
 *
 * Returns: (transfer full): the model under another name
 */
BwModel *
bw_model_with_name (BwModel    *self,
                    const char *name)
{
  BwModel *edited;

  g_return_val_if_fail (name != NULL && g_utf8_validate (name, -1, NULL), NULL);

  edited = copy_of (self);
  g_ref_string_release (edited->name);
  edited->name = g_ref_string_new (name);

  return edited;
}

/**
 * bw_model_with_band_edge:
 * @band: whose least score moves; the first band's does not
 * @from: where to; held 0.1 away from the edges beside it, and not above 100
 *
 * Returns: (transfer full): the model with the edge moved, @self itself where it cannot move
 */
BwModel *
bw_model_with_band_edge (BwModel *self,
                         guint    band,
                         double   from)
{
  const guint n_bands = self->recipe->bands->len;
  double least, most;
  BwModel *edited;
  BwBand *bands;

  g_return_val_if_fail (band < n_bands && !isnan (from), NULL);

  least = band > 0 ? self->bands[band - 1].from + LEAST_BAND : 0;
  most = band + 1 < n_bands ? self->bands[band + 1].from - LEAST_BAND : 100;
  if (band == 0 || least > most)
    return bw_model_ref (self);

  bands = g_atomic_rc_box_dup (n_bands * sizeof *bands, self->bands);
  bands[band].from = CLAMP (from, least, most);

  edited = copy_of (self);
  g_atomic_rc_box_release (edited->bands);
  edited->bands = bands;

  return edited;
}
