/* Proposing: keys that two columns make up together, where none is one by itself. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Customer 1001 of company 10 and customer 1001 of company 20 are two. Only where the table has no
 * column that is unique, and no date that tells its rows apart, is a second column looked for. */

#include "panel/codes.h"
#include "panel/keys.h"
#include "panel/propose.h"

#include <glib/gi18n-lib.h>

/* What customers are numbered within. */
static const char *const realms[] = {
  "company", "mandant", "mandanten", "tenant", "instance", "entity", "buchungskreis", "societe",
  "sociedad", "societa", "empresa", "azienda", "bedrijf", "system", NULL
};

/* What customers may be numbered within, and may as well be in several of. */
static const char *const places[] = {
  "branch", "filiale", "niederlassung", "region", "country", "land", "pays", "pais", "paese", "agence",
  "sucursal", "vestiging", "division", "brand", "marke", "market", "org", "organization", NULL
};

static gboolean
has_one_of (const BwHeader    *header,
            const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    {
      if (bw_header_has_word (header, words[i]))
        return TRUE;
    }

  return FALSE;
}

/* The key of @group and that column as one; NULL where they are of different files. */
static BwColumn *
glue_with (BwGroup *group,
           guint    column)
{
  BwColumn *key = bw_group_get_codes (group, group->key);
  BwColumn *other = bw_group_get_codes (group, column);

  return bw_column_get_n_rows (key) == bw_column_get_n_rows (other) ? bw_column_glue (key, other) : NULL;
}

/* Whether both together tell nearly all rows apart. */
static gboolean
is_unique_with (BwGroup *group,
                guint    column)
{
  g_autoptr(BwColumn) both = glue_with (group, column);
  const gsize present = both != NULL ? bw_column_count_codes (both) : 0;

  return present > 0 &&
         bw_dictionary_size (bw_column_get_dictionary (both)) + present / 50 >= present;
}

/* Whether a single column names the rows, or the key and a date do: tickets, months. */
static gboolean
is_told_apart (BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);

      if (seen->n_missing == seen->n_rows)
        continue;
      if (seen->type == BW_COLUMN_DATE || seen->type == BW_COLUMN_DATE_TIME)
        {
          if (is_unique_with (group, i))
            return TRUE;
        }
      else if ((seen->type == BW_COLUMN_KEY || bw_vocabulary_rank (seen->header, BW_MEANING_ID) > 0) &&
               bw_group_is_unique (group, i))
        {
          return TRUE;
        }
    }

  return FALSE;
}

/* Whether rows of one key have different names, so that they are of different customers. */
static gboolean
names_differ (BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);

      if (i != group->key && bw_column_type_is_coded (seen->type) &&
          (bw_vocabulary_rank (seen->header, BW_MEANING_NAME) > 0 ||
           bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER) > 0) && is_unique_with (group, i))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_realm (BwGroup *group,
          guint    column)
{
  const BwSeenColumn *seen = bw_group_get_column (group, column);

  if (column == group->key || seen->n_missing > 0 || seen->n_distinct < 2 ||
      (!bw_column_type_is_coded (seen->type) && seen->type != BW_COLUMN_NUMBER))
    return FALSE;

  return (has_one_of (seen->header, realms) ||
          (has_one_of (seen->header, places) && names_differ (group))) && is_unique_with (group, column);
}

static guint
find_realm (BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      if (is_realm (group, i))
        return i;
    }

  return BW_NONE;
}

/* Whether all files that name customers by themselves have that column. */
static gboolean
all_have (GPtrArray     *groups,
          const BwGroup *primary,
          const char    *header)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const BwGroup *group = g_ptr_array_index (groups, i);

      if (group != primary && group->joined && group->mapped.via == NULL &&
          bw_group_find_header (group, header) == BW_NONE)
        return FALSE;
    }

  return TRUE;
}

/* From here on the codes of the key column are those of the whole key. */
static void
take_second (BwGroup *group,
             guint    column)
{
  const char *more[] = { group->mapped.columns[column].header, NULL };
  BwSeenColumn *key = bw_group_get_column (group, group->key);
  BwColumn *both = glue_with (group, column);

  g_strfreev (group->mapped.join_more);
  group->mapped.join_more = g_strdupv ((char **) more);
  if (both == NULL)
    return;
  g_clear_pointer (&key->codes, bw_column_unref);
  key->codes = both;
}

/**
 * bw_propose_composite:
 * @groups: (element-type BwGroup): joined; that at @primary says who the customers are
 *
 * Adds a second column to the key where the first by itself does not tell customers apart.
 */
void
bw_propose_composite (GPtrArray *groups,
                      guint      primary)
{
  BwGroup *group = g_ptr_array_index (groups, primary);
  const char *header;
  guint second;

  if (group->key == BW_NONE || group->fixed || bw_group_is_unique (group, group->key) ||
      is_told_apart (group))
    return;
  second = find_realm (group);
  if (second == BW_NONE || !all_have (groups, group, group->mapped.columns[second].header))
    return;

  header = group->mapped.columns[second].header;
  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *other = g_ptr_array_index (groups, i);

      if (other != group && other->joined && other->mapped.via == NULL)
        take_second (other, bw_group_find_header (other, header));
    }
  take_second (group, second);
}

/**
 * bw_propose_key_roles:
 *
 * Gives the further columns of the key their role.
 */
void
bw_propose_key_roles (BwGroup *group)
{
  for (guint i = 0; group->mapped.join_more != NULL && group->mapped.join_more[i] != NULL; i++)
    bw_mapped_source_set_role (&group->mapped,
                               bw_mapped_source_find (&group->mapped, group->mapped.join_more[i]),
                               BW_ROLE_KEY,
                               _("It tells customers apart together with the rest of the key."));
}
