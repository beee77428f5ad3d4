/* Proposing: which columns are known only after the outcome, and so must not be scored. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Some columns say so by their name (a churn reason), others by what is in them beside the outcome:
 * a column of their own file, or that of another file which has the same customers. */

#include "panel/leak.h"
#include "panel/propose.h"

#include <glib/gi18n-lib.h>

static gboolean
is_end (const BwSeenColumn *seen)
{
  return bw_seen_is_date (seen) && bw_seen_means (seen, BW_MEANING_OUTCOME);
}

static char *
look_into (const BwGroup    *group,
           guint             at,
           const BwVerdicts *verdicts,
           BwColumn         *end,
           gboolean         *leaks)
{
  const BwSeenColumn *seen = bw_group_get_column (group, at);
  BwColumn *column = bw_group_get_newest_column (group, at);
  char *remark = NULL;

  *leaks = TRUE;
  if (bw_seen_is_date (seen) && end != NULL && end != column && bw_column_get_codes (column) == NULL &&
      !bw_seen_means (seen, BW_MEANING_RENEWAL) && !bw_seen_means (seen, BW_MEANING_PERIOD))
    remark = bw_leak_later (column, end);
  if (remark == NULL && verdicts != NULL)
    remark = bw_leak_of (verdicts, column, leaks);

  return remark;
}

/* Keys, dates of rows and the outcome itself are what they are. */
static gboolean
is_asked (const BwGroup *group,
          guint          at)
{
  const BwSeenColumn *seen = bw_group_get_column (group, at);
  BwColumn *column = bw_group_get_newest_column (group, at);

  return at != group->key && at != group->date && seen->n_missing < seen->n_rows && column != NULL &&
         group->mapped.columns[at].role != BW_ROLE_OUTCOME &&
         group->mapped.columns[at].role != BW_ROLE_KEY && seen->type != BW_COLUMN_KEY;
}

static void
judge_group (BwGroup          *group,
             guint             own,
             const BwVerdicts *verdicts)
{
  BwColumn *end = NULL;

  for (guint i = 0; i < group->columns->len && end == NULL; i++)
    end = is_end (bw_group_get_column (group, i)) ? bw_group_get_newest_column (group, i) : NULL;
  if (end != NULL && bw_column_get_codes (end) != NULL)
    end = NULL;

  for (guint i = 0; i < group->columns->len; i++)
    {
      BwSeenColumn *seen = bw_group_get_column (group, i);
      const gboolean named = bw_seen_means (seen, BW_MEANING_OUTCOME_KIN) ||
                             bw_seen_means (seen, BW_MEANING_OUTCOME);
      gboolean leaks = FALSE;
      char *remark;

      if (!is_asked (group, i))
        continue;
      remark = i != own ? look_into (group, i, verdicts, end, &leaks) : NULL;
      if (remark == NULL && named)
        remark = g_strdup (_("Its name says that it tells of the outcome, which is known only afterwards"));
      seen->leaks = named || (remark != NULL && leaks);
      if (remark != NULL)
        bw_group_set_remark (group, i, remark);
    }
}

/* Returns: the column of @group that says what became of each row, or %BW_NONE */
static guint
find_own (const BwGroup *group)
{
  guint best = BW_NONE, best_rank = 0;

  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);
      const gboolean given = group->mapped.columns[i].role == BW_ROLE_OUTCOME;
      const guint rank = given ? G_MAXUINT :
                         bw_vocabulary_rank (seen->header, BW_MEANING_OUTCOME);

      if (rank > best_rank && bw_group_get_newest_column (group, i) != NULL)
        {
          best_rank = rank;
          best = i;
        }
    }

  return best;
}

/* Keys as codes, where they are of the newest file. */
static BwColumn *
keys_of (BwGroup *group)
{
  if (group->key == BW_NONE || group->mapped.via != NULL ||
      bw_group_get_column (group, group->key)->column != bw_group_get_newest_column (group, group->key))
    return NULL;

  return bw_group_get_codes (group, group->key);
}

/**
 * bw_propose_leaks:
 * @groups: (element-type BwGroup): the outcome is chosen, if there is one
 *
 * Marks the columns that are known only after the outcome, each with a remark that says why.
 */
void
bw_propose_leaks (GPtrArray *groups)
{
  g_autoptr(BwVerdicts) outcome = NULL;
  BwColumn *keys = NULL;

  for (guint i = 0; i < groups->len && outcome == NULL; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);

      for (guint j = 0; j < group->columns->len && outcome == NULL; j++)
        {
          if (group->mapped.columns[j].role == BW_ROLE_OUTCOME && bw_group_get_newest_column (group, j) != NULL)
            outcome = bw_verdicts_of_column (bw_group_get_newest_column (group, j));
        }
      keys = outcome != NULL ? keys_of (group) : NULL;
    }

  for (guint i = 0; i < groups->len; i++)
    {
      BwGroup *group = g_ptr_array_index (groups, i);
      const guint own = find_own (group);
      g_autoptr(BwVerdicts) verdicts = own != BW_NONE ?
                                       bw_verdicts_of_column (bw_group_get_newest_column (group, own)) :
                                       NULL;
      BwColumn *own_keys = keys_of (group);

      if (verdicts == NULL && outcome != NULL && keys != NULL && own_keys != NULL)
        verdicts = bw_verdicts_by_key (outcome, keys, own_keys);
      judge_group (group, own, verdicts);
    }
}

/**
 * bw_propose_tells_outcome:
 *
 * Returns: whether all rows of @group tell of the end of a customer, so that nothing is to be made
 *   of them: no date but one on which customers left
 */
gboolean
bw_propose_tells_outcome (const BwGroup *group)
{
  if (group->date != BW_NONE || group->mapped.shape != BW_SHAPE_EVENTS)
    return FALSE;
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);

      if (bw_seen_is_date (seen) && (bw_seen_means (seen, BW_MEANING_OUTCOME) ||
                                     bw_seen_means (seen, BW_MEANING_OUTCOME_KIN)))
        return TRUE;
    }

  return FALSE;
}
