/* Edits of a model: each makes a new one that shares what did not change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/recipe.h"

#include <math.h>

/* Two edges of bands are never nearer. */
#define LEAST_BAND 0.1

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

static gboolean
same_shares (const double *a,
             const double *b,
             guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      if (a[i] != b[i] && !(isnan (a[i]) && isnan (b[i])))
        return FALSE;
    }

  return TRUE;
}

/* As bw_model_equal(), of two models that edits of name, bands and shares tell apart. */
static gboolean
same_edits (const BwModel *a,
            const BwModel *b)
{
  if (!g_str_equal (a->name, b->name))
    return FALSE;

  for (guint i = 0; i < a->recipe->bands->len; i++)
    {
      if (a->bands[i].from != b->bands[i].from)
        return FALSE;
    }
  for (guint i = 0; i < a->recipe->segments->len; i++)
    {
      if (!same_shares (a->segments[i].shares, b->segments[i].shares, a->recipe->metrics->len))
        return FALSE;
    }

  return TRUE;
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

  if (a->recipe == b->recipe)
    return same_edits (a, b);

  text_a = bw_model_to_json (a);
  text_b = bw_model_to_json (b);

  return g_str_equal (text_a, text_b);
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
