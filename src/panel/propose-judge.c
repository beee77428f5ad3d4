/* Proposing: what a column is for that no single role takes, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/propose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_KINDS 12 /* of a column whose values stand for kinds of customers */

gboolean
bw_seen_means (const BwSeenColumn *seen,
               BwMeaning           meaning)
{
  return bw_vocabulary_rank (seen->header, meaning) > 0;
}

gboolean
bw_seen_is_date (const BwSeenColumn *seen)
{
  return seen->type == BW_COLUMN_DATE || seen->type == BW_COLUMN_DATE_TIME;
}

/* What names rows of something else, and no customer. */
static gboolean
is_foreign_id (const BwSeenColumn *seen)
{
  if (seen->type == BW_COLUMN_KEY)
    return (!bw_seen_means (seen, BW_MEANING_CODE) || bw_seen_means (seen, BW_MEANING_ID)) &&
           !bw_seen_means (seen, BW_MEANING_CUSTOMER) &&
           !bw_seen_means (seen, BW_MEANING_NAME);

  return (seen->type == BW_COLUMN_TEXT || seen->type == BW_COLUMN_NUMBER) &&
         (bw_seen_means (seen, BW_MEANING_ID) || bw_seen_means (seen, BW_MEANING_CUSTOMER_ID)) &&
         seen->n_distinct > MOST_KINDS;
}

/* What ends like AccountId, account_id or ACCOUNTID; "paid" and its like end so by chance. */
static gboolean
is_named_id (const BwSeenColumn *seen)
{
  static const char *const others[] = { "paid", "valid", "void", "bid", "grid", "mid", "hybrid" };
  char **words = seen->header->words;
  const guint n_words = g_strv_length (words);
  const char *last = n_words > 0 ? words[n_words - 1] : "";

  if (g_str_equal (last, "id") || g_str_equal (last, "ids") || g_str_equal (last, "uuid") ||
      g_str_equal (last, "guid"))
    return TRUE;
  if (n_words != 1 || strlen (last) < 6 || !g_str_has_suffix (last, "id"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (g_str_has_suffix (last, others[i]))
        return FALSE;
    }

  return TRUE;
}

/* Whether @text says yes or no, where no may say what there is none of (“No internet service”). */
static gboolean
says_yes_or_no (const char *text)
{
  static const char *const words[] = {
    "yes", "no", "ja", "nein", "oui", "non", "si", "sim", "nao", "nee", "kein", "keine", "aucun",
    "aucune", "sin", "sem", "nessun", "nessuna", "geen",
  };
  g_autoptr(BwHeader) header = bw_header_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (words) && header->words[0] != NULL; i++)
    {
      if (g_str_equal (header->words[0], words[i]))
        return header->words[1] == NULL || !g_str_equal (words[i], "yes");
    }

  return FALSE;
}

static gboolean
is_yes_or_no (const BwSeenColumn *seen)
{
  BwDictionary *dictionary;

  if (seen->type != BW_COLUMN_CATEGORY || seen->n_distinct < 2 || seen->n_distinct > 4)
    return FALSE;
  dictionary = bw_column_get_dictionary (seen->column);
  for (guint32 code = 0; code < bw_dictionary_size (dictionary); code++)
    {
      if (!says_yes_or_no (bw_dictionary_get (dictionary, code)))
        return FALSE;
    }

  return TRUE;
}

static const char *
judge_text (const BwSeenColumn *seen,
            BwRole             *role)
{
  if (is_yes_or_no (seen) && bw_seen_means (seen, BW_MEANING_SIGN) && !bw_seen_means (seen, BW_MEANING_TRAIT))
    {
      *role = BW_ROLE_METRIC;
      return _("A yes or no that says something of the customer’s health.");
    }
  if (seen->type == BW_COLUMN_CATEGORY && seen->n_distinct > 1 &&
      seen->n_distinct <= MOST_KINDS && bw_seen_means (seen, BW_MEANING_GRADED))
    {
      *role = BW_ROLE_METRIC;
      return _("A few grades of something that says how well the customer does.");
    }

  return _("A text that describes the customer.");
}

static const char *
judge_flag (const BwSeenColumn *seen,
            BwRole             *role)
{
  if (bw_seen_means (seen, BW_MEANING_SIGN) && !bw_seen_means (seen, BW_MEANING_TRAIT))
    {
      *role = BW_ROLE_METRIC;
      return _("A yes or no that says something of the customer’s health.");
    }
  *role = BW_ROLE_ATTRIBUTE;

  return _("A yes or no that describes the customer.");
}

static const char *
judge_date (const BwSeenColumn *seen,
            BwRole             *role)
{
  if (bw_seen_means (seen, BW_MEANING_RECENT_DATE) && !bw_seen_means (seen, BW_MEANING_OUTCOME_KIN))
    {
      *role = BW_ROLE_METRIC;
      return _("The last time of something: the days since then can be scored.");
    }
  *role = BW_ROLE_ATTRIBUTE;

  return _("A date that describes the customer.");
}

static const char *
judge_number (const BwSeenColumn *seen,
              BwRole             *role)
{
  *role = BW_ROLE_ATTRIBUTE;
  if (bw_seen_means (seen, BW_MEANING_CODE) || bw_seen_means (seen, BW_MEANING_ID))
    return _("A number that counts nothing, as a postcode or a year.");
  if (bw_seen_means (seen, BW_MEANING_TRAIT))
    return _("A number that describes the customer and says nothing of health.");
  if (seen->n_distinct <= 1)
    return _("The same value in every row, so it cannot be scored.");
  if (bw_seen_means (seen, BW_MEANING_SEGMENT) && seen->n_distinct <= MOST_KINDS)
    return _("A number that stands for one of few kinds.");
  *role = BW_ROLE_METRIC;

  return _("A quantity.");
}

/**
 * bw_propose_role_of:
 * @role: (out): what a column is for, by its header and what is in it
 *
 * Returns: (transfer none): why, in a sentence for a person
 */
const char *
bw_propose_role_of (const BwSeenColumn *seen,
                    BwRole             *role)
{
  if (seen->n_missing == seen->n_rows)
    {
      *role = BW_ROLE_IGNORE;
      return _("Empty in every row.");
    }
  if (is_foreign_id (seen))
    {
      *role = BW_ROLE_IGNORE;
      return _("It names something else than the customer.");
    }
  *role = BW_ROLE_ATTRIBUTE;
  if (is_named_id (seen))
    return _("Its name says that it names something, so it counts nothing.");
  if (seen->leaks || bw_seen_means (seen, BW_MEANING_OUTCOME_KIN) || bw_seen_means (seen, BW_MEANING_OUTCOME))
    return _("It tells of the outcome, which is known only afterwards and so is no metric.");

  switch (seen->type)
    {
    case BW_COLUMN_FLAG:
      return judge_flag (seen, role);

    case BW_COLUMN_DATE:
    case BW_COLUMN_DATE_TIME:
      return judge_date (seen, role);

    case BW_COLUMN_NUMBER:
    case BW_COLUMN_PERCENT:
    case BW_COLUMN_MONEY:
      return judge_number (seen, role);

    case BW_COLUMN_CATEGORY:
    case BW_COLUMN_TEXT:
    case BW_COLUMN_KEY:
      return judge_text (seen, role);

    default:
      g_return_val_if_reached (NULL);
    }
}
