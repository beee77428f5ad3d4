/* Proposing: what each column is for, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Roles that a panel has once go to the best column of all files, those of the file that says who
 * the customers are before others; every other column gets its role by itself. */

#include "panel/propose.h"

#include <glib/gi18n-lib.h>

#define MOST_SEGMENTS 12

/* Where a role that a panel has once may go. */
typedef struct
{
  BwRole      role;
  BwMeaning   meaning;
  gboolean    (*fits)(const BwGroup      *group,
                      const BwSeenColumn *seen);
  const char *reason;
} SingleRow;

static gboolean
fits_text (const BwGroup      *group,
           const BwSeenColumn *seen)
{
  return bw_column_type_is_coded (seen->type);
}

static gboolean
fits_segment (const BwGroup      *group,
              const BwSeenColumn *seen)
{
  return (bw_column_type_is_coded (seen->type) || seen->type == BW_COLUMN_NUMBER) &&
         seen->n_distinct >= 2 && seen->n_distinct <= MOST_SEGMENTS &&
         seen->n_missing * 2 <= seen->n_rows;
}

static gboolean
fits_money (const BwGroup      *group,
            const BwSeenColumn *seen)
{
  return seen->type == BW_COLUMN_MONEY || seen->type == BW_COLUMN_NUMBER;
}

static gboolean
fits_date (const BwGroup      *group,
           const BwSeenColumn *seen)
{
  return bw_seen_is_date (seen);
}

static gboolean
fits_outcome (const BwGroup      *group,
              const BwSeenColumn *seen)
{
  return seen->type == BW_COLUMN_FLAG || bw_seen_is_date (seen) || seen->n_distinct <= 3;
}

/* A status of few values, of which one is that of a customer who has left. */
static gboolean
fits_status (const BwGroup      *group,
             const BwSeenColumn *seen)
{
  guint n_ended = 0;
  BwDictionary *dictionary;

  if (!bw_column_type_is_coded (seen->type) || seen->n_distinct < 2 || seen->n_distinct > 3)
    return FALSE;

  dictionary = bw_column_get_dictionary (seen->column);
  for (guint32 code = 0; code < bw_dictionary_size (dictionary); code++)
    {
      g_autoptr(BwHeader) value = bw_header_new (bw_dictionary_get (dictionary, code));

      n_ended += bw_vocabulary_rank (value, BW_MEANING_ENDED) > 0;
    }

  return n_ended > 0 && n_ended < bw_dictionary_size (dictionary);
}

static const SingleRow outcomes[] = {
  { BW_ROLE_OUTCOME, BW_MEANING_OUTCOME, fits_outcome,
    N_("Its name says that it tells what became of the customer, which is no metric.") },
  { BW_ROLE_OUTCOME, BW_MEANING_STATUS, fits_status,
    N_("One of its values is that of customers who have left, so it is no metric.") },
};

static const SingleRow singles[] = {
  { BW_ROLE_NAME, BW_MEANING_NAME, fits_text, N_("Its name says that people call the customer so.") },
  { BW_ROLE_MONEY, BW_MEANING_MONEY, fits_money,
    N_("Its name says that it is the money at stake.") },
  { BW_ROLE_RENEWAL, BW_MEANING_RENEWAL, fits_date,
    N_("Its name says that the contract renews then.") },
  { BW_ROLE_CSM, BW_MEANING_CSM, fits_text,
    N_("Its name says that this person looks after the customer.") },
  { BW_ROLE_SEGMENT, BW_MEANING_SEGMENT, fits_segment,
    N_("Its name and its few values say that customers are managed apart by it.") },
  { BW_ROLE_SEGMENT, BW_MEANING_SEGMENT_WEAK, fits_segment,
    N_("Its few values may tell apart customers that are managed apart.") },
};

static gboolean
is_table (const BwGroup *group)
{
  return group->mapped.shape != BW_SHAPE_EVENTS;
}

/* Columns that are taken by the join or the date, or that the user gave a role, are not free. */
static gboolean
is_free (const BwGroup *group,
         guint          column)
{
  const BwSeenColumn *seen = bw_group_get_column (group, column);

  return column != group->key && column != group->date && seen->n_missing < seen->n_rows &&
         group->mapped.columns[column].reason == NULL;
}

/* How well that column takes the role of @row; 0 where it does not. */
static guint
single_score (const SingleRow *row,
              const BwGroup   *group,
              gboolean         primary,
              guint            column)
{
  const BwSeenColumn *seen = bw_group_get_column (group, column);
  guint rank;

  if (!is_free (group, column) || (!is_table (group) && row->role != BW_ROLE_MONEY))
    return 0;
  rank = bw_vocabulary_rank (seen->header, row->meaning);
  if (rank == 0 || !row->fits (group, seen))
    return 0;
  if (row->role == BW_ROLE_CSM && bw_vocabulary_rank (seen->header, BW_MEANING_GRADED) > 0)
    return 0; /* what the CSM thinks, and not who it is */
  if (row->role != BW_ROLE_OUTCOME && row->role != BW_ROLE_RENEWAL &&
      (bw_seen_means (seen, BW_MEANING_OUTCOME_KIN) || bw_seen_means (seen, BW_MEANING_OUTCOME)))
    return 0;
  if (row->role == BW_ROLE_SEGMENT && seen->leaks)
    return 0;

  return rank + (is_table (group) ? 1000 : 0) + (primary ? 1000 : 0);
}

static gboolean
has_role (GPtrArray *groups,
          BwRole     role)
{
  for (guint i = 0; i < groups->len; i++)
    {
      const BwGroup *group = g_ptr_array_index (groups, i);

      if (bw_mapped_source_find_role (&group->mapped, role) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
give_single (GPtrArray       *groups,
             guint            primary,
             const SingleRow *row)
{
  BwGroup *best_group = NULL;
  guint best = 0, best_column = 0;

  if (has_role (groups, row->role))
    return;

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->columns->len; j++)
        {
          const guint score = single_score (row, group, i == primary, j);

          if (score > best)
            {
              best = score;
              best_group = group;
              best_column = j;
            }
        }
    }
  if (best_group != NULL)
    bw_mapped_source_set_role (&best_group->mapped, best_column, row->role, _(row->reason));
}

static char *
reason_of_key (const BwGroup *group)
{
  const BwSeenColumn *seen = bw_group_get_column (group, group->key);

  if (group->mapped.match == BW_MATCH_DOMAIN && group->mapped.via != NULL)
    /* TRANSLATORS: a column's header, then the short name of a file */
    return g_strdup_printf (_("Its addresses have the domains that “%s” in “%s” has."),
                            group->mapped.via_column, group->mapped.via);
  if (group->mapped.match == BW_MATCH_DOMAIN)
    return g_strdup (_("Its addresses have the domains of customers."));
  if (group->mapped.via != NULL)
    /* TRANSLATORS: a column's header, then the short name of a file */
    return g_strdup_printf (_("Its values are those of “%s” in “%s”."), group->mapped.via_column,
                            group->mapped.via);
  if (bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER_ID) > 0 ||
      bw_vocabulary_rank (seen->header, BW_MEANING_CUSTOMER) > 0)
    return g_strdup (_("Its name says that it tells customers apart."));

  return g_strdup (_("Its values tell customers apart."));
}

static void
give_fixed (BwGroup *group)
{
  if (group->key != BW_NONE)
    {
      g_autofree char *reason = reason_of_key (group);

      bw_mapped_source_set_role (&group->mapped, group->key, BW_ROLE_KEY, reason);
    }
  if (group->date != BW_NONE && group->date != group->key)
    bw_mapped_source_set_role (&group->mapped, group->date, BW_ROLE_DATE,
                               group->mapped.shape == BW_SHAPE_EVENTS ?
                               _("It says when each row happened.") :
                               _("It says of which date each row is."));
}

static void
give_wished (GPtrArray         *groups,
             guint              primary,
             const char *const *wished)
{
  for (guint role = 0; role < BW_N_ROLES; role++)
    {
      gboolean given = FALSE;

      if (wished[role] == NULL || role == BW_ROLE_KEY || role == BW_ROLE_DATE)
        continue;
      for (guint i = 0; i < groups->len && !given; i++)
        {
          BwGroup *group = g_ptr_array_index (groups, (primary + i) % groups->len);
          const guint column = bw_group_find_header (group, wished[role]);

          if (column == BW_NONE || column == group->key)
            continue;
          bw_mapped_source_set_role (&group->mapped, column, role, _("You chose it."));
          given = TRUE;
        }
    }
}

/* Months side by side are quantities of one kind. */
static void
give_rest (BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);
      g_autofree char *stem = NULL;
      const char *reason;
      BwRole role;
      double date;

      if (group->mapped.columns[i].reason != NULL)
        continue;
      if (group->mapped.shape == BW_SHAPE_WIDE && !bw_column_type_is_coded (seen->type))
        stem = bw_wide_stem (group->mapped.columns[i].header, &date);
      if (stem != NULL && !bw_seen_is_date (seen) && seen->n_missing < seen->n_rows)
        {
          role = BW_ROLE_METRIC;
          reason = _("One month of a quantity.");
        }
      else
        {
          reason = bw_propose_role_of (seen, &role);
        }
      if (role == BW_ROLE_METRIC && bw_propose_tells_outcome (group))
        {
          role = BW_ROLE_ATTRIBUTE;
          reason = _("All rows of this file tell of the end of a customer, so nothing in it is scored.");
        }
      bw_mapped_source_set_role (&group->mapped, i, role, reason);
    }
}

/**
 * bw_propose_roles:
 * @groups: (element-type BwGroup): keys, dates and shapes are chosen
 * @primary: the group that says who the customers are
 * @wished: (nullable) (array fixed-size=11): a header for each role that is wished for
 *
 * Gives every column a role and a reason, and a remark to those that a person should beware of.
 */
void
bw_propose_roles (GPtrArray         *groups,
                  guint              primary,
                  const char *const *wished)
{
  for (guint i = 0; i < groups->len; i++)
    give_fixed (g_ptr_array_index (groups, i));
  if (wished != NULL)
    give_wished (groups, primary, wished);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    give_single (groups, primary, &outcomes[i]);
  bw_propose_leaks (groups);
  for (guint i = 0; i < G_N_ELEMENTS (singles); i++)
    give_single (groups, primary, &singles[i]);
  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      give_rest (group);
      bw_propose_copies (group);
      bw_propose_remarks (group);
    }
}
