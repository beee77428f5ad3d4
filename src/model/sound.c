/* What has to hold of a model, wherever it comes from: a file or an edit. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one home of every check of values: the reader knows JSON and keys, an edit knows what it
 * changes, and both ask here. What is wrong is named by its path in the model's file. */

#include "model/parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stddef.h>

const char *const bw_tag_ids[] = { "essential", "satisfactory", "troublesome", NULL };

static gboolean
band_is_sound (const BwRecipe *self,
               guint           index,
               GHashTable     *ids,
               BwPlace        *place)
{
  static const char *const colours[] = { "red", "amber", "green", "orange", "blue", "grey", NULL };
  const BwBand *band = &g_array_index (self->bands, BwBand, index);

  if (!bw_place_id (place, band->id, ids) ||
      !bw_place_length (place, "name", band->name, BW_MOST_NAME) ||
      !bw_place_choice (place, "colour", band->colour, colours, NULL) ||
      !bw_place_range (place, "from", band->from, 0, 100) ||
      !bw_place_length (place, "action", band->action, BW_MOST_TEXT))
    return FALSE;

  if (index == 0 && band->from != 0)
    return bw_place_fail (place, _("the first band starts from %g; let it start from 0"),
                          band->from);
  if (index > 0 && band->from <= g_array_index (self->bands, BwBand, index - 1).from)
    return bw_place_fail (place, _("the band starts from %g, not after the one before it; write "
                                   "bands in rising order"), band->from);

  return TRUE;
}

static gboolean
grade_is_sound (const BwRecipe *self,
                guint           index,
                GHashTable     *letters,
                BwPlace        *place)
{
  const BwGrade *grade = &g_array_index (self->grades, BwGrade, index);

  if (!bw_place_text (place, "letter", grade->letter, TRUE) ||
      !bw_place_length (place, "letter", grade->letter, BW_MOST_NAME) ||
      !bw_place_range (place, "from", grade->from, 0, 100))
    return FALSE;

  if (!g_hash_table_add (letters, (gpointer) grade->letter))
    return bw_place_fail (place, _("the grade “%s” is there twice; give each its own letter"),
                          grade->letter);
  if (index > 0 && grade->from >= g_array_index (self->grades, BwGrade, index - 1).from)
    return bw_place_fail (place, _("the grade starts from %g, not below the one before it; write "
                                   "the best grade first"), grade->from);
  if (index + 1 == self->grades->len && grade->from != 0)
    return bw_place_fail (place, _("the last grade does not start from 0; let it, so that every "
                                   "score has one"));

  return TRUE;
}

static gboolean
group_is_sound (const BwRecipe *self,
                guint           index,
                GHashTable     *ids,
                BwPlace        *place)
{
  const BwGroup *group = &g_array_index (self->groups, BwGroup, index);

  return bw_place_id (place, group->id, ids) &&
         bw_place_length (place, "name", group->name, BW_MOST_NAME);
}

static gboolean
missing_is_sound (const BwMetric *metric,
                  BwPlace        *place)
{
  const gsize mark = bw_place_enter (place, "missing");

  if (metric->missing == BW_MISSING_VALUE &&
      !bw_place_range (place, "value", metric->missing_value, 0, 100))
    return FALSE;
  bw_place_leave (place, mark);

  return TRUE;
}

static gboolean
metric_is_sound (const BwRecipe *self,
                 guint           index,
                 GHashTable     *ids,
                 BwPlace        *place)
{
  const BwMetric *metric = &g_array_index (self->metrics, BwMetric, index);

  if (metric->group >= self->groups->len)
    return bw_place_fail_at (place, "group", _("there is no such group; choose one"));

  return bw_place_id (place, metric->id, ids) &&
         bw_place_length (place, "name", metric->name, BW_MOST_NAME) &&
         bw_place_length (place, "caption", metric->caption, BW_MOST_NAME) &&
         bw_place_length (place, "why", metric->why, BW_MOST_TEXT) &&
         bw_derivation_is_sound (&metric->derivation, place) &&
         bw_scale_is_sound (&metric->scale, place) &&
         missing_is_sound (metric, place);
}

static gboolean
weights_are_sound (const BwRecipe  *self,
                   const BwSegment *segment,
                   BwPlace         *place)
{
  const gsize mark = bw_place_enter (place, "weights");

  for (guint i = 0; i < self->metrics->len; i++)
    {
      if (!isnan (segment->shares[i]) &&
          !bw_place_range (place, g_array_index (self->metrics, BwMetric, i).id,
                           segment->shares[i], 0, G_MAXDOUBLE))
        return FALSE;
    }
  bw_place_leave (place, mark);

  return TRUE;
}

static gboolean
where_is_sound (const BwRecipe     *self,
                const BwConditions *where,
                BwPlace            *place)
{
  const gsize mark = bw_place_enter (place, "where");

  if (!bw_conditions_are_sound (where, self, place))
    return FALSE;
  bw_place_leave (place, mark);

  return TRUE;
}

static gboolean
segment_is_sound (const BwRecipe *self,
                  guint           index,
                  GHashTable     *ids,
                  BwPlace        *place)
{
  const BwSegment *segment = &g_array_index (self->segments, BwSegment, index);
  const gboolean last = index + 1 == self->segments->len;

  if (!bw_place_id (place, segment->id, ids) ||
      !bw_place_length (place, "name", segment->name, BW_MOST_NAME))
    return FALSE;

  if (last && segment->where != NULL)
    return bw_place_fail (place, _("the last segment takes everyone else and has no “where”; add "
                                   "such a segment after this one"));
  if (!last && segment->where == NULL)
    return bw_place_fail (place, _("only the last segment may be without “where”; add a rule, or "
                                   "move it to the end"));

  return (last || where_is_sound (self, segment->where, place)) &&
         weights_are_sound (self, segment, place);
}

static gboolean
rule_is_sound (const BwRecipe *self,
               guint           index,
               GHashTable     *ids,
               BwPlace        *place)
{
  const BwRule *rule = &g_array_index (self->rules, BwRule, index);

  if (rule->where == NULL)
    return bw_place_fail (place, _("the key “%s” is missing; add it"), "where");

  return bw_place_range (place, rule->cap ? "at-most" : "at-least", rule->bound, 0, 100) &&
         where_is_sound (self, rule->where, place) &&
         bw_place_length (place, "reason", rule->reason, BW_MOST_NAME);
}

/**
 * ListRow:
 * @key: in the file
 * @offset: of the list in a recipe
 * @least: how many entries there have to be
 * @most: how many there may be
 * @item_is_sound: what holds of each entry; @ids are those of the entries before it
 */
typedef struct
{
  const char *key;
  gsize       offset;
  guint       least;
  guint       most;
  gboolean  (*item_is_sound)(const BwRecipe *self,
                             guint           index,
                             GHashTable     *ids,
                             BwPlace        *place);
} ListRow;

static const ListRow lists[BW_N_LISTS] = {
  [BW_LIST_BANDS] = { "bands", offsetof (BwRecipe, bands), BW_MIN_BANDS, BW_MAX_BANDS,
                      band_is_sound },
  [BW_LIST_GRADES] = { "grades", offsetof (BwRecipe, grades), 1, BW_MAX_GRADES, grade_is_sound },
  [BW_LIST_GROUPS] = { "groups", offsetof (BwRecipe, groups), 0, BW_MAX_GROUPS, group_is_sound },
  [BW_LIST_METRICS] = { "metrics", offsetof (BwRecipe, metrics), 0, BW_MAX_METRICS,
                        metric_is_sound },
  [BW_LIST_SEGMENTS] = { "segments", offsetof (BwRecipe, segments), 1, BW_MAX_SEGMENTS,
                         segment_is_sound },
  [BW_LIST_RULES] = { "rules", offsetof (BwRecipe, rules), 0, BW_MAX_RULES, rule_is_sound },
};

/**
 * bw_recipe_list_is_sound:
 * @list: which; those before it are sound
 * @place: the whole model
 */
gboolean
bw_recipe_list_is_sound (const BwRecipe *self,
                         BwRecipeList    list,
                         BwPlace        *place)
{
  const ListRow *row = &lists[list];
  const GArray *items = G_STRUCT_MEMBER (GArray *, self, row->offset);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  const gsize mark = bw_place_enter (place, row->key);

  if (!bw_place_count (place, items->len, row->least, row->most))
    return FALSE;

  for (guint i = 0; i < items->len; i++)
    {
      const gsize item = bw_place_enter_item (place, i);

      if (!row->item_is_sound (self, i, ids, place))
        return FALSE;
      bw_place_leave (place, item);
    }
  bw_place_leave (place, mark);

  return TRUE;
}

/**
 * bw_recipe_settings_are_sound:
 * @place: the whole model
 */
gboolean
bw_recipe_settings_are_sound (const BwRecipe *self,
                              BwPlace        *place)
{
  gsize mark;

  if (!bw_place_length (place, "name", self->name, BW_MOST_NAME) ||
      !bw_place_length (place, "purpose", self->purpose, BW_MOST_TEXT) ||
      !bw_place_range (place, "coverage", self->coverage, 0, 1))
    return FALSE;

  mark = bw_place_enter (place, "trend");
  if (!bw_place_range (place, "days", self->trend_days, 1, BW_MAX_TREND_DAYS) ||
      !bw_place_range (place, "steady", self->trend_steady, 0, 100))
    return FALSE;
  bw_place_leave (place, mark);

  return TRUE;
}

/**
 * bw_recipe_is_sound:
 * @place: the whole model
 *
 * Returns: whether @self is a model: ids there once, lists in order, numbers in their ranges,
 *   conditions complete; whether it fits a panel is another question, see bw_model_check()
 */
gboolean
bw_recipe_is_sound (const BwRecipe *self,
                    BwPlace        *place)
{
  if (!bw_recipe_settings_are_sound (self, place))
    return FALSE;

  for (guint list = 0; list < BW_N_LISTS; list++)
    {
      if (!bw_recipe_list_is_sound (self, list, place))
        return FALSE;
    }

  return TRUE;
}
