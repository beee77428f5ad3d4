/* Proposing: which column names the customer, and how the files hang together by it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The group that most others point to says who the customers are. Whether a column points to
 * another is decided by the values they share; headers break ties and keep apart what shares
 * values by accident (campaign 7 and household 7). */

#include "panel/codes.h"
#include "panel/propose.h"

#include <math.h>
#include <string.h>

#define SAMPLE    500  /* values of a column that are looked for in another */
#define SHARED    0.3  /* of them must be there */
#define SAME_NAME 0.02 /* or so many where both columns have one name */

/* How well @column names the customers of its own table; 0 where it does not. */
static guint
key_score (BwGroup *group,
           guint    column)
{
  const BwSeenColumn *seen = bw_group_get_column (group, column);
  const guint id = bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER_ID);
  const guint any = bw_vocabulary_rank (seen->header, BW_MEANING_ID);
  const guint name = bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER);
  const gboolean coded = bw_column_type_is_coded (seen->type);

  if (seen->n_missing * 5 > seen->n_rows || seen->n_missing == seen->n_rows ||
      (!coded && seen->type != BW_COLUMN_NUMBER))
    return 0;
  if (id > 0)
    return 3000 + id;
  if (any > 0 && (coded || seen->n_distinct + seen->n_missing == seen->n_rows) &&
      bw_vocabulary_rank (seen->header, BW_MEANING_CODE) == 0 && bw_group_is_unique (group, column))
    return 2000 + any;
  if (any > 0 && seen->type == BW_COLUMN_KEY && bw_group_is_unique (group, column))
    return 1500;
  if (name > 0 && coded && seen->n_distinct > 1)
    return 1000 + name;
  if (seen->type == BW_COLUMN_KEY && seen->n_missing == 0 && bw_group_is_unique (group, column) &&
      bw_vocabulary_rank (seen->header, BW_MEANING_CODE) == 0)
    return 500;

  return 0;
}

/* Whether @column could point to rows of another table. */
static gboolean
may_point (BwGroup *group,
           guint    column)
{
  const BwSeenColumn *seen = bw_group_get_column (group, column);

  if (seen->n_missing == seen->n_rows)
    return FALSE;
  if (seen->type == BW_COLUMN_KEY)
    return TRUE;
  if (!bw_column_type_is_coded (seen->type) && seen->type != BW_COLUMN_NUMBER)
    return FALSE;

  return bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER_ID) > 0 ||
         bw_vocabulary_rank (seen->header, BW_MEANING_ID) > 0 ||
         (bw_column_type_is_coded (seen->type) &&
          (bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER) > 0 ||
           bw_vocabulary_rank (seen->header, BW_MEANING_NAME) > 0));
}

/* The share of the values of @from that @to has too. */
static double
share_in (BwColumn *from,
          BwColumn *to,
          gboolean *numeric)
{
  BwDictionary *values = bw_column_get_dictionary (from);
  BwDictionary *others = bw_column_get_dictionary (to);
  const guint32 size = bw_dictionary_size (values);
  const guint32 n = MIN (size, SAMPLE);
  guint found = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const char *text = bw_dictionary_get (values, (guint64) i * size / n);

      found += bw_dictionary_lookup (others, text) != BW_NO_CODE;
      *numeric &= text[strspn (text, "0123456789")] == '\0';
    }

  return n == 0 ? 0 : (double) found / n;
}

static gboolean
is_customer_like (const BwSeenColumn *seen)
{
  return bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER_ID) > 0 ||
         bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER) > 0;
}

/* How well the column @x of @a points to @y of @b; 0 where it does not. */
static double
point_score (BwGroup *a,
             guint    x,
             BwGroup *b,
             guint    y)
{
  const BwSeenColumn *from = bw_group_get_column (a, x), *to = bw_group_get_column (b, y);
  const gboolean same = g_str_equal (from->header->squeezed, to->header->squeezed);
  g_autofree char *source = bw_header_dup_entity (from->header);
  g_autofree char *target = bw_header_dup_entity (to->header);
  const gboolean bare = *source == '\0', bare_target = *target == '\0';
  const gboolean akin = g_str_equal (source, target) || bare || bare_target ||
                        (is_customer_like (from) && is_customer_like (to));
  gboolean numeric = TRUE;
  double forth, back, best;

  forth = share_in (bw_group_get_codes (a, x), bw_group_get_codes (b, y), &numeric);
  back = share_in (bw_group_get_codes (b, y), bw_group_get_codes (a, x), &numeric);
  best = MAX (forth, back);
  if (same && !bare ? best < SAME_NAME : akin ? best < SHARED : best < 0.9 || numeric)
    return 0;
  if (bare && bare_target && numeric && a != b && bw_group_is_unique (a, x))
    best *= 0.2; /* 1, 2, 3 here and 1, 2, 3 there */

  return best + (same && !bare ? 2 : 0) + (is_customer_like (from) ? 1 : 0) + (akin ? 0.5 : 0);
}

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
      const double here = may_point (from, i) ? point_score (from, i, to, key) : 0;

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
      const guint here = key_score (group, i);

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
  double best = -1;
  guint primary = 0;

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);
      const guint asked = wished != NULL ? bw_group_find_header (group, wished) : BW_NONE;

      for (guint j = 0; j < group->columns->len; j++)
        {
          const guint score = asked == j ? 100000 : asked == BW_NONE ? key_score (group, j) : 0;
          double here;

          if (score == 0)
            continue;
          here = groups->len > 1 ? primary_score (groups, group, j, score) : score;
          if (here > best)
            {
              best = here;
              primary = i;
              group->key = j;
            }
        }
    }

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      group->joined = i == primary;
      if (i != primary)
        group->key = BW_NONE;
    }

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
          const gboolean points = lookup ? y != other->key && bw_column_type_is_coded (seen->type) &&
                                  may_point (group, x) && bw_group_is_unique (group, x)
                                         : may_point (group, x) && may_point (other, y) &&
                                  bw_group_is_unique (other, y);
          double score;

          if (!points || seen->n_missing == seen->n_rows)
            continue;
          score = lookup ? point_score (other, y, group, x) : point_score (group, x, other, y);
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

/* What points to nothing keeps a key of its own where it names customers by its header; its rows
 * are then reported as keys without a customer. */
static void
join_rest (GPtrArray *groups)
{
  gboolean more = TRUE;

  while (more)
    more = join_another (groups);

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

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      if (i != primary)
        group->joined = join_directly (group, g_ptr_array_index (groups, primary), wished_key);
    }
  join_rest (groups);

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      if (group->key != BW_NONE)
        group->mapped.join = g_strdup (group->mapped.columns[group->key].header);
    }

  return primary;
}
