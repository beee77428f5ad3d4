/* Proposing: files that have nothing in common but the domains of e-mail and web addresses. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/keys.h"
#include "panel/propose.h"

#define SAMPLE  200 /* values of a column that are looked at */
#define MOST_NO 5   /* one in so many may be no address */
#define SHARED  0.3 /* of the domains must be in the other file */

/* Whether nearly all of the values of @column are addresses. */
static gboolean
has_addresses (BwGroup *group,
               guint    column)
{
  const BwSeenColumn *seen = bw_group_get_column (group, column);
  BwDictionary *values;
  guint32 size, n;
  guint good = 0;

  if (!bw_column_type_is_coded (seen->type) || seen->n_missing == seen->n_rows)
    return FALSE;
  values = bw_column_get_dictionary (bw_group_get_codes (group, column));
  size = bw_dictionary_size (values);
  n = MIN (size, SAMPLE);
  for (guint32 i = 0; i < n; i++)
    {
      g_autofree char *domain = bw_key_dup_domain (bw_dictionary_get (values, (guint64) i * size / n));

      good += domain != NULL;
    }

  return good > 0 && (n - good) * MOST_NO <= n;
}

/* The share of the domains of @from that @to has too; 0 where a chance hit could be all. */
static double
share_domains (BwGroup *from,
               guint    x,
               BwGroup *to,
               guint    y)
{
  g_autoptr(BwColumn) here = bw_column_domains (bw_group_get_codes (from, x));
  g_autoptr(BwColumn) there = bw_column_domains (bw_group_get_codes (to, y));
  BwDictionary *domains = bw_column_get_dictionary (here);
  const guint32 size = bw_dictionary_size (domains);
  guint32 shared = 0;

  for (guint32 code = 0; code < size; code++)
    shared += bw_dictionary_lookup (bw_column_get_dictionary (there),
                                    bw_dictionary_get (domains, code)) != BW_NO_CODE;

  return shared == 0 || shared < SHARED * size ? 0 : (double) shared / size;
}

/* By the addresses in @other, which is joined. */
static double
find_best (BwGroup *group,
           BwGroup *other,
           guint   *here,
           guint   *there)
{
  double best = 0;

  for (guint x = 0; x < group->columns->len; x++)
    {
      if (!has_addresses (group, x))
        continue;
      for (guint y = 0; y < other->columns->len; y++)
        {
          const double share = has_addresses (other, y) ? share_domains (group, x, other, y) : 0;

          if (share > best)
            {
              best = share;
              *here = x;
              *there = y;
            }
        }
    }

  return best;
}

/**
 * bw_propose_by_domain:
 * @primary: who says who the customers are
 *
 * Returns: whether @group has found its customers by the domains of addresses
 */
gboolean
bw_propose_by_domain (GPtrArray *groups,
                      BwGroup   *group,
                      BwGroup   *primary)
{
  double best = 0;
  BwGroup *found = NULL;
  guint there = BW_NONE;

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *other = g_ptr_array_index (groups, i);
      guint x = BW_NONE, y = BW_NONE;
      double share;

      if (other == group || !other->joined || other->mapped.shape == BW_SHAPE_LOOKUP)
        continue;
      share = find_best (group, other, &x, &y) + (other == primary ? 0.1 : 0);
      if (share <= MAX (best, 0.1))
        continue;
      best = share;
      found = other;
      there = y;
      group->key = x;
    }
  if (found == NULL)
    return FALSE;

  group->mapped.match = BW_MATCH_DOMAIN;
  if (found == primary && there == primary->key)
    return TRUE;
  group->mapped.via = g_strdup (found->mapped.id);
  group->mapped.via_column = g_strdup (found->mapped.columns[there].header);

  return TRUE;
}
