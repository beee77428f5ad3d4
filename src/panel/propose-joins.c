/* Proposing: which column names the customer, and how the files hang together by it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The group that most others point to says who the customers are. Whether a column points to
 * another is decided by the values they share; headers break ties and keep apart what shares
 * values by accident (campaign 7 and household 7). */

#include "panel/propose.h"

static guint
best_pointer (BwGroup *from,
              BwGroup *to,
              guint    key,
              double  *score)
{
  guint best = BW_NONE;

  *score = 0;
  for (guint i = 0; i < from->columns->len; i++)
    {
      const double here = bw_may_point (from, i) ? bw_point_score (from, i, to, key) : 0;

      if (here > *score)
        {
          *score = here;
          best = i;
        }
    }

  return best;
}

static guint
own_key (BwGroup *group,
         guint   *score)
{
  guint best = BW_NONE;

  *score = 0;
  for (guint i = 0; i < group->columns->len; i++)
    {
      const guint here = bw_key_score (group, i);

      if (here > *score)
        {
          *score = here;
          best = i;
        }
    }

  return best;
}

/* How many other groups point to that column. */
static guint
count_pointers (GPtrArray *groups,
                BwGroup   *group,
                guint      key)
{
  guint count = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *other = g_ptr_array_index (groups, i);
      double score;

      count += other != group && best_pointer (other, group, key, &score) != BW_NONE;
    }

  return count;
}

static gboolean
has_name (const BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      if (bw_vocabulary_rank (bw_group_get_column (group, i)->header, BW_MEANING_NAME) > 0)
        return TRUE;
    }

  return FALSE;
}

static double
primary_score (GPtrArray *groups,
               BwGroup   *group,
               guint      key,
               guint      score)
{
  return 10000.0 * count_pointers (groups, group, key) +
         (bw_group_is_unique (group, key) ? 3000 : 0) + score / 2.0 +
         (has_name (group) ? 300 : 0) + (group->files->len == 1 ? 200 : 0);
}

/* The group that says who the customers are; its key is set. */
static guint
choose_primary (GPtrArray  *groups,
                const char *wished)
{
  guint primary = 0, key = BW_NONE;
  double best = -1;

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);
      const guint asked = wished != NULL ? bw_group_find_header (group, wished) : BW_NONE;

      for (guint j = 0; j < group->columns->len; j++)
        {
          const guint score = asked == j ? 100000 : asked == BW_NONE ? bw_key_score (group, j) : 0;
          double here;

          if (score == 0)
            continue;
          here = groups->len > 1 ? primary_score (groups, group, j, score) : score;
          if (here > best)
            {
              best = here;
              primary = i;
              key = j;
            }
        }
    }
  ((BwGroup *) groups->pdata[primary])->key = key;
  ((BwGroup *) groups->pdata[primary])->joined = TRUE;

  return primary;
}

static gboolean
join_directly (BwGroup    *group,
               BwGroup    *primary,
               const char *wished)
{
  const guint asked = wished != NULL ? bw_group_find_header (group, wished) : BW_NONE;
  double score;

  if (asked != BW_NONE)
    group->key = asked;
  else if (primary->key != BW_NONE)
    group->key = best_pointer (group, primary, primary->key, &score);

  return group->key != BW_NONE;
}

/* Whether the column @y of @other may name rows of @group by its column @x. */
static gboolean
may_look_up (BwGroup *group,
             guint    x,
             BwGroup *other,
             guint    y)
{
  const BwSeenColumn *from = bw_group_get_column (other, y), *to = bw_group_get_column (group, x);

  if (y == other->key || !bw_column_type_is_coded (from->type) || to->n_missing > 0)
    return FALSE;
  if (!bw_may_point (group, x) && (!bw_column_type_is_coded (to->type) ||
                                   !g_str_equal (from->header->squeezed, to->header->squeezed)))
    return FALSE;

  return bw_group_is_unique (group, x);
}

/* By the rows of a group that is joined already: usage to subscription, or plan to its price. */
static gboolean
join_via (BwGroup *group,
          BwGroup *other,
          gboolean lookup)
{
  double best = 0;
  guint there = BW_NONE;

  for (guint x = 0; x < group->columns->len; x++)
    {
      for (guint y = 0; y < other->columns->len; y++)
        {
          const BwSeenColumn *seen = bw_group_get_column (other, y);
          double score;

          if (seen->n_missing == seen->n_rows ||
              !(lookup ? may_look_up (group, x, other, y) :
                bw_may_point (group, x) && bw_may_point (other, y) && bw_group_is_unique (other, y)))
            continue;
          score = lookup ? bw_point_score (other, y, group, x) : bw_point_score (group, x, other, y);
          if (score > best)
            {
              best = score;
              group->key = x;
              there = y;
            }
        }
    }
  if (there == BW_NONE)
    return FALSE;

  group->mapped.via = g_strdup (other->mapped.id);
  group->mapped.via_column = g_strdup (other->mapped.columns[there].header);
  if (lookup)
    group->mapped.shape = BW_SHAPE_LOOKUP;

  return TRUE;
}

static gboolean
join_one_via (GPtrArray *groups,
              BwGroup   *group,
              gboolean   lookup)
{
  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *other = g_ptr_array_index (groups, i);

      if (other != group && other->joined && other->mapped.shape != BW_SHAPE_LOOKUP &&
          join_via (group, other, lookup))
        return TRUE;
    }

  return FALSE;
}

/* One more group by the rows of another; by lookup only when nothing else is left. */
static gboolean
join_another (GPtrArray *groups)
{
  for (guint lookup = FALSE; lookup <= TRUE; lookup++)
    {
      for (guint i = 0; i < groups->len; i++)
        {
          BwGroup *group = g_ptr_array_index (groups, i);

          if (!group->joined && join_one_via (groups, group, lookup))
            {
              group->joined = TRUE;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* By addresses, where keys have nothing in common. */
static gboolean
join_another_by_domain (GPtrArray *groups,
                        BwGroup   *primary)
{
  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      if (!group->joined && bw_propose_by_domain (groups, group, primary))
        {
          group->joined = TRUE;
          return TRUE;
        }
    }

  return FALSE;
}

/* What points to nothing keeps a key of its own where it names customers by its header; its rows
 * are then reported as keys without a customer. */
static void
join_rest (GPtrArray *groups,
           BwGroup   *primary)
{
  gboolean more = TRUE;

  while (more)
    more = join_another (groups) || join_another_by_domain (groups, primary);

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);
      guint score;

      if (group->joined)
        continue;
      group->key = own_key (group, &score);
      if (score < 1000 || (score >= 1500 && score < 3000))
        group->key = BW_NONE;
    }
}

/* Joins what is not joined yet to the group at @primary, directly or over others. */
static void
join_to (GPtrArray  *groups,
         guint       primary,
         const char *wished_key)
{
  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      if (i != primary && !group->joined)
        group->joined = join_directly (group, g_ptr_array_index (groups, primary), wished_key);
    }
  join_rest (groups, g_ptr_array_index (groups, primary));

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      if (group->key != BW_NONE && group->mapped.join == NULL)
        group->mapped.join = g_strdup (group->mapped.columns[group->key].header);
    }
  bw_propose_composite (groups, primary);
}

/**
 * bw_propose_joins:
 * @wished_key: (nullable): a header that names customers wherever it stands
 *
 * Returns: the group that says who the customers are
 */
guint
bw_propose_joins (GPtrArray  *groups,
                  const char *wished_key)
{
  const guint primary = choose_primary (groups, wished_key);

  join_to (groups, primary, wished_key);

  return primary;
}

/* A group that came later and says better who the customers are: the one at @roster points to it. */
static guint
find_better (GPtrArray *groups,
             guint      roster)
{
  BwGroup *old = g_ptr_array_index (groups, roster);
  double best = primary_score (groups, old, old->key, bw_key_score (old, old->key));
  guint better = roster;

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->columns->len && !group->joined; j++)
        {
          const guint score = bw_key_score (group, j);
          double here;

          if (score == 0 || !bw_group_is_unique (group, j) ||
              bw_point_score (old, old->key, group, j) == 0)
            continue;
          here = primary_score (groups, group, j, score);
          if (here > best)
            {
              best = here;
              better = i;
              group->key = j;
            }
        }
    }

  return better;
}

/**
 * bw_propose_more_joins:
 * @groups: (element-type BwGroup): those that stand are joined already
 * @roster: the group that says who the customers are so far, or %BW_NONE where none has a key
 *
 * Returns: the group that says who the customers are now
 */
guint
bw_propose_more_joins (GPtrArray *groups,
                       guint      roster)
{
  const guint primary = roster == BW_NONE ? choose_primary (groups, NULL) :
                        find_better (groups, roster);

  ((BwGroup *) groups->pdata[primary])->joined = TRUE;
  join_to (groups, primary, NULL);

  return primary;
}
