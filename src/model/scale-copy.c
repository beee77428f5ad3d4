/* Scales of their own, outside of any model: what a person shapes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/scale-edit.h"

#include <math.h>

static gboolean
has_points (BwScaleType type)
{
  return type == BW_SCALE_CURVE || type == BW_SCALE_STEPS || type == BW_SCALE_PERCENTILE;
}

/**
 * bw_scale_copy:
 *
 * Returns: (transfer full): a scale that scores as @self, without what its type does not use
 */
BwScale *
bw_scale_copy (const BwScale *self)
{
  BwScale *copy = g_new0 (BwScale, 1);

  copy->type = self->type;
  copy->other = NAN;
  if (self->type == BW_SCALE_LINEAR)
    {
      copy->from = self->from;
      copy->to = self->to;
    }
  if (has_points (self->type))
    {
      copy->points = g_memdup2 (self->points, self->n_points * sizeof *self->points);
      copy->n_points = self->n_points;
    }
  if (self->type == BW_SCALE_CATEGORIES)
    {
      BwCategoryScore *categories = g_new0 (BwCategoryScore, MAX (self->n_categories, 1));

      for (guint i = 0; i < self->n_categories; i++)
        {
          categories[i].text = g_strdup (self->categories[i].text);
          categories[i].score = self->categories[i].score;
        }
      copy->categories = categories;
      copy->n_categories = self->n_categories;
      copy->other = self->other;
    }

  return copy;
}

/**
 * bw_scale_free:
 * @self: (nullable): of bw_scale_copy(), or any function that gives a scale away
 */
void
bw_scale_free (BwScale *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < self->n_categories; i++)
    g_free ((char *) self->categories[i].text);
  g_free ((BwCategoryScore *) self->categories);
  g_free ((BwPoint *) self->points);
  g_free (self);
}

static gboolean
same_points (const BwScale *a,
             const BwScale *b)
{
  if (a->n_points != b->n_points)
    return FALSE;

  for (guint i = 0; i < a->n_points; i++)
    {
      if (a->points[i].raw != b->points[i].raw || a->points[i].score != b->points[i].score)
        return FALSE;
    }

  return TRUE;
}

static gboolean
same_categories (const BwScale *a,
                 const BwScale *b)
{
  if (a->n_categories != b->n_categories ||
      (a->other != b->other && !(isnan (a->other) && isnan (b->other))))
    return FALSE;

  for (guint i = 0; i < a->n_categories; i++)
    {
      if (g_strcmp0 (a->categories[i].text, b->categories[i].text) != 0 ||
          a->categories[i].score != b->categories[i].score)
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_scale_equal:
 *
 * Returns: whether a file would write the two alike
 */
gboolean
bw_scale_equal (const BwScale *a,
                const BwScale *b)
{
  if (a->type != b->type)
    return FALSE;
  if (a->type == BW_SCALE_LINEAR)
    return a->from == b->from && a->to == b->to;

  return has_points (a->type) ? same_points (a, b) : same_categories (a, b);
}
