/* A model while it is put together, and the part that its later versions share. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/recipe.h"

#include <glib/gi18n-lib.h>

static const BwBand default_bands[] = {
  { "at-risk", N_("At risk"), "red",   0,  NULL },
  { "watch",   N_("Watch"),   "amber", 40, NULL },
  { "healthy", N_("Healthy"), "green", 70, NULL },
};

static const BwGrade default_grades[] = {
  { "A", 85 },
  { "B", 70 },
  { "C", 55 },
  { "D", 40 },
  { "E", 0 },
};

/**
 * bw_recipe_new:
 *
 * Returns: (transfer full): a recipe with the default coverage and trend, and nothing else
 */
BwRecipe *
bw_recipe_new (void)
{
  BwRecipe *self = g_atomic_rc_box_new0 (BwRecipe);

  self->texts = g_string_chunk_new (1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->name = "";
  self->purpose = "";
  self->coverage = 0.5;
  self->trend_days = 28;
  self->trend_steady = 3;
  self->bands = g_array_new (FALSE, TRUE, sizeof (BwBand));
  self->grades = g_array_new (FALSE, TRUE, sizeof (BwGrade));
  self->groups = g_array_new (FALSE, TRUE, sizeof (BwGroup));
  self->metrics = g_array_new (FALSE, TRUE, sizeof (BwMetric));
  self->segments = g_array_new (FALSE, TRUE, sizeof (BwSegment));
  self->rules = g_array_new (FALSE, TRUE, sizeof (BwRule));

  return self;
}

static void
recipe_clear (BwRecipe *self)
{
  g_array_unref (self->bands);
  g_array_unref (self->grades);
  g_array_unref (self->groups);
  g_array_unref (self->metrics);
  g_array_unref (self->segments);
  g_array_unref (self->rules);
  g_string_chunk_free (self->texts);
  g_ptr_array_unref (self->blocks);
}

void
bw_recipe_unref (BwRecipe *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) recipe_clear);
}

/**
 * bw_recipe_text:
 * @text: (nullable): UTF-8
 *
 * Returns: (nullable) (transfer none): @text, kept as long as the recipe
 */
const char *
bw_recipe_text (BwRecipe   *self,
                const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

/**
 * bw_recipe_block:
 *
 * Returns: (transfer none): @size bytes of 0, kept as long as the recipe
 */
gpointer
bw_recipe_block (BwRecipe *self,
                 gsize     size)
{
  gpointer block = g_malloc0 (MAX (size, 1));

  g_ptr_array_add (self->blocks, block);

  return block;
}

/**
 * bw_recipe_add_bands:
 *
 * Adds the bands of a model that names none.
 */
void
bw_recipe_add_bands (BwRecipe *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (default_bands); i++)
    {
      BwBand band = default_bands[i];

      band.name = bw_recipe_text (self, _(band.name));
      g_array_append_val (self->bands, band);
    }
}

/**
 * bw_recipe_add_grades:
 *
 * Adds the grades of a model that names none.
 */
void
bw_recipe_add_grades (BwRecipe *self)
{
  g_array_append_vals (self->grades, default_grades, G_N_ELEMENTS (default_grades));
}

guint
bw_recipe_find_metric (const BwRecipe *self,
                       const char     *id)
{
  for (guint i = 0; i < self->metrics->len; i++)
    {
      if (g_str_equal (g_array_index (self->metrics, BwMetric, i).id, id))
        return i;
    }

  return BW_NONE;
}

guint
bw_recipe_find_group (const BwRecipe *self,
                      const char     *id)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      if (g_str_equal (g_array_index (self->groups, BwGroup, i).id, id))
        return i;
    }

  return BW_NONE;
}
