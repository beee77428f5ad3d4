/* Proposing: which columns could be keys, and whether the values of one are those of another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/codes.h"
#include "panel/propose.h"

#include <math.h>
#include <string.h>

#define SAMPLE    500  /* values of a column that are looked for in another */
#define SHARED    0.3  /* of them must be there */
#define SAME_NAME 0.02 /* or so many where both columns have one name */
#define NEARLY_ONCE 0.9 /* distinct ids to rows where some customers are there twice by mistake */
#define CODES_SEEN  50  /* texts that tell whether a column has codes */
#define LISTS_OF_IDS   1 /* of the meaning “customer id”; the one behind has users and contacts */
#define LISTS_OF_NAMES 2 /* of the meaning “customer”; those behind have addresses */

/* Whether the rows belong to customers that another column names, again and again: tickets with an
 * id of their own beside “Organization”. */
static gboolean
belongs_to_customers (const BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);
      const gsize n_present = seen->n_rows - seen->n_missing;

      if (bw_column_type_is_coded (seen->type) && seen->n_distinct > 1 &&
          seen->n_missing * 5 <= seen->n_rows && seen->n_distinct * 10 < n_present * 9 &&
          bw_vocabulary_is_in (seen->header, BW_MEANING_CUSTOMER, LISTS_OF_NAMES))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_whole (BwColumn *column)
{
  const double *numbers = bw_column_get_numbers (column);

  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    {
      if (!(numbers[row] >= 0 && numbers[row] == floor (numbers[row])))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_date (const BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwColumnType type = bw_group_get_column (group, i)->type;

      if (type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME)
        return TRUE;
    }

  return FALSE;
}

/* Whether that column numbers the customers of a plain spreadsheet: “Customer” with 7, 14, 21, once
 * each or again and again beside a date. */
static gboolean
is_numbered (BwGroup *group,
             guint    column)
{
  const BwSeenColumn *seen = bw_group_get_column (group, column);

  if (seen->type != BW_COLUMN_NUMBER || seen->n_missing > 0 || seen->n_distinct < 2 ||
      !bw_vocabulary_is_in (seen->header, BW_MEANING_CUSTOMER, 1) || !is_whole (seen->column))
    return FALSE;

  return bw_group_is_unique (group, column) || has_date (group);
}

/* Whether a plain “ID” names customers though some come again: nearly once each, or beside a date. */
static gboolean
is_plain_id (BwGroup *group,
             guint    column)
{
  const BwSeenColumn *seen = bw_group_get_column (group, column);
  g_autofree char *entity = bw_header_dup_entity (seen->header);

  if (*entity != '\0' || seen->n_distinct < 2 || seen->n_missing > 0 ||
      bw_vocabulary_rank (seen->header, BW_MEANING_CODE) > 0 ||
      (!bw_column_type_is_coded (seen->type) && !is_whole (seen->column)))
    return FALSE;

  return seen->n_distinct >= seen->n_rows * NEARLY_ONCE || has_date (group);
}

/* Whether its texts are letters and digits in one word each, as ids are: S007, not “Basic”. */
static gboolean
has_codes (const BwSeenColumn *seen)
{
  BwDictionary *texts = bw_column_type_is_coded (seen->type) ? bw_column_get_dictionary (seen->column) : NULL;
  const guint32 size = texts != NULL ? bw_dictionary_size (texts) : 0;
  const guint32 n = MIN (size, CODES_SEEN);

  for (guint32 i = 0; i < n; i++)
    {
      const char *text = bw_dictionary_get (texts, (guint64) i * size / n);

      if (strpbrk (text, "0123456789") == NULL || strpbrk (text, " @/:") != NULL)
        return FALSE;
    }

  return n > 1;
}

/**
 * bw_key_score:
 *
 * Returns: how well @column names the customers of its own table; 0 where it does not
 */
guint
bw_key_score (BwGroup *group,
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
  if (id > 0 && (bw_vocabulary_is_in (seen->header, BW_MEANING_CUSTOMER_ID, LISTS_OF_IDS) ||
                 !belongs_to_customers (group)))
    return 3000 + id;
  if (name > 0 && coded && seen->n_distinct > 1 && belongs_to_customers (group))
    return 2500 + name;
  if (any > 0 && (coded || seen->n_distinct + seen->n_missing == seen->n_rows) &&
      bw_vocabulary_rank (seen->header, BW_MEANING_CODE) == 0 && bw_group_is_unique (group, column))
    return 2000 + any;
  if (any > 0 && seen->type == BW_COLUMN_KEY && bw_group_is_unique (group, column))
    return 1500;
  if (name > 0 && ((coded && seen->n_distinct > 1) || is_numbered (group, column)))
    return 1000 + name;
  if (any > 0 && is_plain_id (group, column))
    return 900;
  if (seen->type == BW_COLUMN_KEY && seen->n_missing == 0 && bw_group_is_unique (group, column) &&
      bw_vocabulary_rank (seen->header, BW_MEANING_CODE) == 0)
    return 500;

  return 0;
}

/**
 * bw_may_point:
 *
 * Returns: whether @column could point to rows of another table
 */
gboolean
bw_may_point (BwGroup *group,
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
         bw_vocabulary_rank (seen->header, BW_MEANING_ID) > 0 || is_numbered (group, column) ||
         has_codes (seen) ||
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

/**
 * bw_point_score:
 *
 * Returns: how well the column @x of @a points to @y of @b; 0 where it does not
 */
double
bw_point_score (BwGroup *a,
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
