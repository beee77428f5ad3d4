/* Edits of segments, and of caps and floors. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/editing.h"

#include "model/edit-parts.h"

#include <glib/gi18n-lib.h>

/* Copies what is given into a recipe; what has no id, name or weights is given those of @standing,
 * the id only where it is the same segment. */
static void
take_segment (BwRecipe        *recipe,
              const BwSegment *value,
              const BwSegment *standing,
              gboolean         same,
              BwSegment       *out)
{
  const double *shares = value->shares != NULL ? value->shares : standing->shares;

  out->id = bw_recipe_text (recipe, value->id);
  if (out->id == NULL)
    out->id = same ? standing->id
              : bw_edit_make_id (recipe, recipe->segments, value->name, "segment");
  out->name = value->name != NULL ? bw_recipe_text (recipe, value->name) : out->id;
  out->where = bw_recipe_copy_conditions (recipe, value->where);
  out->shares = bw_recipe_copy_shares (recipe, shares, recipe->metrics->len);
}

/**
 * bw_model_with_segment:
 * @value: what it shall be; without an id it keeps its own
 *
 * Returns: (transfer full) (nullable): the model with one segment changed
 */
BwModel *
bw_model_with_segment (BwModel         *self,
                       guint            segment,
                       const BwSegment *value,
                       GError         **error)
{
  BwRecipe *recipe;
  BwSegment *standing;
  BwSegment edited;

  g_return_val_if_fail (segment < self->recipe->segments->len && value != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  standing = &g_array_index (recipe->segments, BwSegment, segment);
  take_segment (recipe, value, standing, TRUE, &edited);
  *standing = edited;

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_adding_segment:
 * @at: where it shall stand; before the last where that is too far
 *
 * Returns: (transfer full) (nullable): the model with a segment more
 */
BwModel *
bw_model_adding_segment (BwModel         *self,
                         guint            at,
                         const BwSegment *value,
                         GError         **error)
{
  const guint last = self->recipe->segments->len - 1;
  BwRecipe *recipe;
  BwSegment added;

  g_return_val_if_fail (value != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  take_segment (recipe, value, &g_array_index (recipe->segments, BwSegment, last), FALSE, &added);
  g_array_insert_val (recipe->segments, MIN (at, last), added);

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_without_segment:
 *
 * Returns: (transfer full) (nullable): the model without a segment; %NULL for the last
 */
BwModel *
bw_model_without_segment (BwModel *self,
                          guint    segment,
                          GError **error)
{
  BwRecipe *recipe;

  g_return_val_if_fail (segment < self->recipe->segments->len, NULL);

  if (segment + 1 == self->recipe->segments->len)
    {
      g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_VALUE,
                   _("“%s” takes all that no other segment takes, and cannot be removed"),
                   bw_model_get_segment (self, segment)->name);
      return NULL;
    }

  recipe = bw_recipe_of_model (self);
  g_array_remove_index (recipe->segments, segment);

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_moving_segment:
 * @to: where it stands afterwards; before the last where that is too far
 *
 * Returns: (transfer full): the model with its segments in another order, @self for the last
 */
BwModel *
bw_model_moving_segment (BwModel *self,
                         guint    segment,
                         guint    to)
{
  const guint last = self->recipe->segments->len - 1;
  BwRecipe *recipe;

  g_return_val_if_fail (segment <= last, NULL);

  if (segment == last)
    return bw_model_ref (self);

  recipe = bw_recipe_of_model (self);
  bw_edit_move (recipe->segments, segment, MIN (to, last - 1));

  return bw_edit_end_sound (recipe);
}

static BwRule
take_rule (BwRecipe     *recipe,
           const BwRule *value)
{
  const char *reason = value->reason != NULL ? value->reason
                       : value->cap ? _("Cap") : _("Floor");

  return (BwRule) {
           value->cap != FALSE, value->bound + 0.0,
           bw_recipe_copy_conditions (recipe, value->where), bw_recipe_text (recipe, reason)
  };
}

/**
 * bw_model_with_rule:
 *
 * Returns: (transfer full) (nullable): the model with one cap or floor changed
 */
BwModel *
bw_model_with_rule (BwModel      *self,
                    guint         rule,
                    const BwRule *value,
                    GError      **error)
{
  BwRecipe *recipe;

  g_return_val_if_fail (rule < self->recipe->rules->len && value != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  g_array_index (recipe->rules, BwRule, rule) = take_rule (recipe, value);

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_adding_rule:
 * @at: where it shall stand; behind all where there are fewer
 *
 * Returns: (transfer full) (nullable): the model with a cap or floor more
 */
BwModel *
bw_model_adding_rule (BwModel      *self,
                      guint         at,
                      const BwRule *value,
                      GError      **error)
{
  BwRecipe *recipe;
  BwRule added;

  g_return_val_if_fail (value != NULL, NULL);

  recipe = bw_recipe_of_model (self);
  added = take_rule (recipe, value);
  g_array_insert_val (recipe->rules, MIN (at, recipe->rules->len), added);

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_without_rule:
 *
 * Returns: (transfer full): the model without a cap or floor
 */
BwModel *
bw_model_without_rule (BwModel *self,
                       guint    rule,
                       GError **error)
{
  BwRecipe *recipe;

  g_return_val_if_fail (rule < self->recipe->rules->len, NULL);

  recipe = bw_recipe_of_model (self);
  g_array_remove_index (recipe->rules, rule);

  return bw_edit_end (recipe, error);
}

/**
 * bw_model_moving_rule:
 * @to: where it stands afterwards; behind all where there are fewer
 *
 * Returns: (transfer full): the model with its caps and floors in another order
 */
BwModel *
bw_model_moving_rule (BwModel *self,
                      guint    rule,
                      guint    to)
{
  BwRecipe *recipe;

  g_return_val_if_fail (rule < self->recipe->rules->len, NULL);

  recipe = bw_recipe_of_model (self);
  bw_edit_move (recipe->rules, rule, MIN (to, recipe->rules->len - 1));

  return bw_edit_end_sound (recipe);
}
