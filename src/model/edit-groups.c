/* Edits of the groups that metrics belong to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/editing.h"

#include "model/edit-parts.h"

#include <glib/gi18n-lib.h>

/**
 * bw_model_with_group:
 *
 * Returns: (transfer full) (nullable): the model with a group under another name
 */
BwModel *
bw_model_with_group (BwModel    *self,
                     guint       group,
                     const char *name,
                     GError    **error)
{
  BwRecipe *recipe;

  g_return_val_if_fail (group < self->recipe->groups->len && name != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  g_array_index (recipe->groups, BwGroup, group).name = bw_recipe_text (recipe, name);

  return bw_edit_end (recipe, error);
}

/* Lets each metric's group be the one that stands at @places of it. */
static void
renumber_groups (BwRecipe    *recipe,
                 const guint *places)
{
  for (guint i = 0; i < recipe->metrics->len; i++)
    {
      BwMetric *metric = &g_array_index (recipe->metrics, BwMetric, i);

      metric->group = places[metric->group];
    }
}

/**
 * bw_model_adding_group:
 * @at: where it shall stand; behind all where there are fewer
 *
 * Returns: (transfer full) (nullable): the model with a group more, which has no metrics yet
 */
BwModel *
bw_model_adding_group (BwModel    *self,
                       guint       at,
                       const char *name,
                       GError    **error)
{
  const guint n_groups = self->recipe->groups->len;
  g_autofree guint *places = g_new (guint, n_groups + 1);
  BwRecipe *recipe;
  BwGroup group;

  g_return_val_if_fail (name != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  group.id = bw_edit_make_id (recipe, recipe->groups, name, "group");
  group.name = bw_recipe_text (recipe, name);
  g_array_insert_val (recipe->groups, MIN (at, n_groups), group);
  for (guint i = 0; i < n_groups; i++)
    places[i] = i < at ? i : i + 1;
  renumber_groups (recipe, places);

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_without_group:
 * @into: the group that its metrics go to; not asked for where it has none
 *
 * Returns: (transfer full) (nullable): the model without a group
 */
BwModel *
bw_model_without_group (BwModel *self,
                        guint    group,
                        guint    into,
                        GError **error)
{
  const guint n_groups = self->recipe->groups->len;
  g_autofree guint *places = g_new (guint, n_groups + 1);
  BwRecipe *recipe;

  g_return_val_if_fail (group < n_groups, NULL);

  for (guint i = 0; i < bw_model_get_n_metrics (self); i++)
    {
      if (bw_model_get_metric (self, i)->group == group && (into >= n_groups || into == group))
        {
          g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE,
                       _("The group “%s” has metrics; choose another group for them"),
                       bw_model_get_group (self, group)->name);
          return NULL;
        }
    }

  recipe = bw_recipe_of_model (self);
  for (guint i = 0; i < n_groups; i++)
    {
      const guint goes_to = i == group ? into : i;

      places[i] = goes_to > group ? goes_to - 1 : goes_to;
    }
  renumber_groups (recipe, places);
  g_array_remove_index (recipe->groups, group);

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_moving_group:
 * @to: where it stands afterwards; behind all where there are fewer
 *
 * Returns: (transfer full): the model with its groups in another order
 */
BwModel *
bw_model_moving_group (BwModel *self,
                       guint    group,
                       guint    to)
{
  const guint n_groups = self->recipe->groups->len;
  const guint place = MIN (to, n_groups - 1);
  g_autoptr(GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *places = g_new (guint, n_groups);
  BwRecipe *recipe;

  g_return_val_if_fail (group < n_groups, NULL);

  for (guint i = 0; i < n_groups; i++)
    g_array_append_val (order, i);
  bw_edit_move (order, group, place);
  for (guint i = 0; i < n_groups; i++)
    places[g_array_index (order, guint, i)] = i;

  recipe = bw_recipe_of_model (self);
  bw_edit_move (recipe->groups, group, place);
  renumber_groups (recipe, places);

  return bw_edit_end_sound (recipe);
}
