/* Edits of a model beyond weights and names: each makes another model, checked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An edit takes a recipe of its own, changes it, and asks of the whole what is asked of a file. */

#include "model/editing.h"

#include "model/edit-parts.h"
#include "model/label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * bw_edit_end:
 * @recipe: (transfer full): edited
 *
 * Returns: (transfer full) (nullable): the model over it, where it is one
 */
BwModel *
bw_edit_end (BwRecipe *recipe,
             GError  **error)
{
  g_autoptr(BwRecipe) owned = recipe;
  g_autoptr(GString) path = g_string_new (NULL);
  BwPlace place = { NULL, path, error };

  return bw_recipe_is_sound (owned, &place) ? bw_model_new (owned) : NULL;
}

/**
 * bw_edit_end_sound:
 * @recipe: (transfer full): edited in a way that cannot be wrong
 *
 * Returns: (transfer full): the model over it
 */
BwModel *
bw_edit_end_sound (BwRecipe *recipe)
{
  g_autoptr(BwRecipe) owned = recipe;

  return bw_model_new (owned);
}

/**
 * bw_edit_move:
 * @from: an entry of @items
 * @to: where it stands afterwards
 *
 * Moves one entry of a list; those between give way.
 */
void
bw_edit_move (GArray *items,
              guint   from,
              guint   to)
{
  const guint size = g_array_get_element_size (items);
  g_autofree char *moved = g_memdup2 (items->data + (gsize) from * size, size);

  g_array_remove_index (items, from);
  g_array_insert_vals (items, to, moved, 1);
}

/**
 * bw_edit_make_id:
 * @items: (element-type): whose entries begin with their id
 * @name: (nullable): what the entry is called
 * @otherwise: for a name without letters
 *
 * Returns: (transfer none): an id that none of @items has
 */
const char *
bw_edit_make_id (BwRecipe   *recipe,
                 GArray     *items,
                 const char *name,
                 const char *otherwise)
{
  g_autofree char *base = bw_label_to_id (name != NULL ? name : "", otherwise);
  g_autofree char *id = g_strdup (base);
  const guint size = g_array_get_element_size (items);

  for (guint i = 0, n = 2; i < items->len; i++)
    {
      const char *taken;

      memcpy (&taken, items->data + (gsize) i * size, sizeof taken);
      if (taken == NULL || !g_str_equal (taken, id))
        continue;

      g_free (id);
      id = g_strdup_printf ("%s-%u", base, n++);
      i = G_MAXUINT; /* from the start again */
    }

  return bw_recipe_text (recipe, id);
}

/**
 * bw_model_with_settings:
 *
 * Returns: (transfer full) (nullable): the model with other settings of the whole
 */
BwModel *
bw_model_with_settings (BwModel               *self,
                        const BwModelSettings *settings,
                        GError               **error)
{
  BwRecipe *recipe;

  g_return_val_if_fail (settings != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  recipe->name = bw_recipe_text (recipe, settings->name != NULL ? settings->name : "");
  recipe->purpose = bw_recipe_text (recipe, settings->purpose != NULL ? settings->purpose : "");
  recipe->coverage = settings->coverage + 0.0;
  recipe->trend_days = settings->trend_days;
  recipe->trend_steady = settings->trend_steady + 0.0;

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_with_bands:
 * @bands: (array length=n_bands): worst first, the first from 0
 *
 * Returns: (transfer full) (nullable): the model with these bands
 */
BwModel *
bw_model_with_bands (BwModel      *self,
                     const BwBand *bands,
                     guint         n_bands,
                     GError      **error)
{
  BwRecipe *recipe = bw_recipe_of_model (self);

  bw_recipe_set_bands (recipe, bands, n_bands);
  for (guint i = 0; i < n_bands; i++)
    {
      BwBand *band = &g_array_index (recipe->bands, BwBand, i);

      if (band->id == NULL)
        band->id = bw_edit_make_id (recipe, recipe->bands, band->name, "band");
      if (band->name == NULL)
        band->name = band->id;
    }

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_with_grades:
 * @grades: (array length=n_grades): best first, the last from 0
 *
 * Returns: (transfer full) (nullable): the model with these grades
 */
BwModel *
bw_model_with_grades (BwModel       *self,
                      const BwGrade *grades,
                      guint          n_grades,
                      GError       **error)
{
  BwRecipe *recipe = bw_recipe_of_model (self);

  bw_recipe_set_grades (recipe, grades, n_grades);

  return bw_edit_end (recipe, error);
}
