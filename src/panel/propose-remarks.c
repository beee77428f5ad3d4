/* Proposing: what to beware of in a column by itself: empty, constant, a text of its own in each row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/propose.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define ALMOST_ALL  0.99 /* share of rows with one value */
#define ALMOST_NONE 0.05 /* share of rows that are filled in */
#define SAMPLE      1000 /* rows that tell whether it is worth to count all */
#define LIKELY      0.9  /* share of neighbours that are equal where almost all rows are */
#define LEAST_ROWS  20   /* from which a share says something */
#define OWN_TEXT    0.9  /* distinct texts to rows */
#define MOST_SHOWN  40   /* letters of a value */

/* The value that most rows have, and how many do. */
typedef struct
{
  gsize   n_present;
  gsize   n_most;
  guint32 code;
  double  number;
} Most;

static Most
most_of_codes (BwColumn *column)
{
  const guint32 *codes = bw_column_get_codes (column);
  const guint32 size = bw_dictionary_size (bw_column_get_dictionary (column));
  g_autofree gsize *counts = g_new0 (gsize, MAX (size, 1));
  Most most = { 0 };

  for (gsize row = 0; row < bw_column_get_n_rows (column); row++)
    {
      if (codes[row] != BW_NO_CODE)
        {
          counts[codes[row]]++;
          most.n_present++;
        }
    }
  for (guint32 code = 0; code < size; code++)
    {
      if (counts[code] > most.n_most)
        {
          most.n_most = counts[code];
          most.code = code;
        }
    }

  return most;
}

/* What more than half of all rows have is what is left when rows that differ cancel each other. */
static Most
most_of_numbers (BwColumn *column)
{
  const double *numbers = bw_column_get_numbers (column);
  const gsize n_rows = bw_column_get_n_rows (column);
  Most most = { .number = NAN };
  gsize lead = 0;

  for (gsize row = 0; row < n_rows; row++)
    {
      if (isnan (numbers[row]))
        continue;
      most.n_present++;
      if (lead == 0)
        most.number = numbers[row];
      if (most.number == numbers[row])
        lead++;
      else
        lead--;
    }
  for (gsize row = 0; row < n_rows; row++)
    most.n_most += numbers[row] == most.number;

  return most;
}

static char *
dup_short (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_SHOWN)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MOST_SHOWN - 1);

  return g_strconcat (start, "…", NULL);
}

static char *
dup_value (BwColumn   *column,
           const Most *most)
{
  if (bw_column_get_codes (column) != NULL)
    return dup_short (bw_dictionary_get (bw_column_get_dictionary (column), most->code));

  switch (bw_column_get_type (column))
    {
    case BW_COLUMN_FLAG:
      return g_strdup (most->number != 0 ? _("yes") : _("no"));

    case BW_COLUMN_DATE:
    case BW_COLUMN_DATE_TIME:
      {
        g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
        g_autoptr(GDateTime) date = g_date_time_add_days (epoch, (int) floor (most->number));

        return date != NULL ? g_date_time_format (date, "%F") : g_strdup ("");
      }

    case BW_COLUMN_NUMBER:
    case BW_COLUMN_PERCENT:
    case BW_COLUMN_MONEY:
    case BW_COLUMN_CATEGORY:
    case BW_COLUMN_TEXT:
    case BW_COLUMN_KEY:
    default:
      return g_strdup_printf ("%.10g", most->number);
    }
}

/* Whether so few values are there, and so few in a sample of rows, that one of them could have almost
 * all rows. */
static gboolean
could_be_constant (const BwSeenColumn *seen,
                   gsize               n_rows)
{
  const double *numbers = bw_column_get_numbers (seen->column);
  const guint32 *codes = bw_column_get_codes (seen->column);
  const gsize step = n_rows / SAMPLE + 1;
  gsize n_pairs = 0, n_equal = 0;

  if (seen->n_distinct > n_rows * (1 - ALMOST_ALL) + 1)
    return FALSE;
  for (gsize row = step; row < n_rows; row += step)
    {
      if (bw_column_is_missing (seen->column, row) || bw_column_is_missing (seen->column, row - step))
        continue;
      n_pairs++;
      n_equal += codes != NULL ? codes[row] == codes[row - step] : numbers[row] == numbers[row - step];
    }

  return n_equal >= n_pairs * LIKELY;
}

static char *
remark_constant (const BwSeenColumn *seen,
                 gsize               n_rows)
{
  const Most most = bw_column_get_codes (seen->column) != NULL ? most_of_codes (seen->column) :
                    most_of_numbers (seen->column);
  g_autofree char *value = NULL;

  if (most.n_present == 0 || most.n_most < most.n_present * ALMOST_ALL)
    return NULL;

  value = dup_value (seen->column, &most);
  if (most.n_most == n_rows)
    /* TRANSLATORS: a value of a column */
    return g_strdup_printf (_("The same in every row: %s"), value);
  if (most.n_most == most.n_present)
    /* TRANSLATORS: two numbers of rows and a value of a column */
    return g_strdup_printf (_("Filled in %zu of %zu rows, always with %s"), most.n_present, n_rows,
                            value);
  if (most.n_present < LEAST_ROWS)
    return NULL;

  /* TRANSLATORS: two numbers of rows and a value of a column */
  return g_strdup_printf (_("Almost always the same: %zu of %zu rows have %s"), most.n_most,
                          most.n_present, value);
}

static char *
remark_text (BwColumn *column)
{
  const guint32 *codes = bw_column_get_codes (column);
  const gsize n_rows = bw_column_get_n_rows (column);
  g_autofree guint8 *there = NULL;
  gsize n_present = 0, n_distinct = 0;

  if (codes == NULL || bw_dictionary_size (bw_column_get_dictionary (column)) < LEAST_ROWS * OWN_TEXT)
    return NULL;

  there = g_malloc0 (bw_dictionary_size (bw_column_get_dictionary (column)));
  for (gsize row = 0; row < n_rows; row++)
    {
      if (codes[row] == BW_NO_CODE)
        continue;
      n_present++;
      n_distinct += !there[codes[row]];
      there[codes[row]] = TRUE;
    }
  if (n_present < LEAST_ROWS || n_distinct < n_present * OWN_TEXT)
    return NULL;
  if (n_distinct == n_present)
    return g_strdup (_("Every row has a text of its own, so it groups nothing"));

  /* TRANSLATORS: the numbers of distinct texts and of rows with a text */
  return g_strdup_printf (_("Almost every row has a text of its own (%zu in %zu rows), so it groups "
                            "nothing"), n_distinct, n_present);
}

static char *
remark_sparse (const BwSeenColumn *seen)
{
  const gsize n_present = seen->n_rows - seen->n_missing;

  if (n_present >= seen->n_rows * ALMOST_NONE)
    return NULL;

  /* TRANSLATORS: two numbers of rows */
  return g_strdup_printf (ngettext ("Filled in only %zu of %zu rows", "Filled in only %zu of %zu rows",
                                    n_present), n_present, seen->n_rows);
}

/**
 * bw_group_get_newest_column:
 *
 * Returns: (transfer none) (nullable): that column in the newest file of @self, if it has it
 */
BwColumn *
bw_group_get_newest_column (const BwGroup *self,
                            guint          column)
{
  BwTable *table = bw_group_get_newest (self);
  guint at = column;

  if (at >= bw_table_get_n_columns (table) ||
      !g_str_equal (bw_column_get_name (bw_table_get_column (table, at)),
                    self->mapped.columns[column].header))
    at = bw_table_find_column (table, self->mapped.columns[column].header);

  return at != BW_NONE ? bw_table_get_column (table, at) : NULL;
}

/**
 * bw_group_set_remark:
 * @remark: (transfer full): what to beware of, a sentence for a person; the first one stays, and is
 *   preceded by the file's name where there are several files
 */
void
bw_group_set_remark (BwGroup *self,
                     guint    column,
                     char    *remark)
{
  BwMappedColumn *mapped = &self->mapped.columns[column];

  if (mapped->remark == NULL && self->files->len > 1)
    /* TRANSLATORS: a file's name and a sentence about one of its columns */
    mapped->remark =
      g_strdup_printf (_("In %s: %s"),
                       bw_source_get_file_name (g_ptr_array_index (self->files, self->files->len - 1)),
                       remark);
  else if (mapped->remark == NULL)
    mapped->remark = g_strdup (remark);
  g_free (remark);
}

/* Of all columns but those that are empty, and those whose role says that each row differs. */
static char *
remark_on (const BwGroup      *group,
           const BwSeenColumn *seen,
           BwRole              role)
{
  const gsize n_rows = bw_column_get_n_rows (seen->column);
  char *remark = NULL;

  if (n_rows < LEAST_ROWS)
    return NULL;
  if (could_be_constant (seen, n_rows))
    remark = remark_constant (seen, n_rows);
  if (remark == NULL && (role == BW_ROLE_ATTRIBUTE || role == BW_ROLE_SEGMENT) &&
      !bw_seen_means (seen, BW_MEANING_CUSTOMER) && !bw_seen_means (seen, BW_MEANING_NAME) &&
      !bw_seen_means (seen, BW_MEANING_CODE))
    remark = remark_text (seen->column);
  if (remark == NULL && group->files->len == 1)
    remark = remark_sparse (seen);

  return remark;
}

/**
 * bw_propose_remarks:
 * @group: its columns have roles
 *
 * Remarks on columns in which all rows, or none, are alike. What is counted is counted in all rows.
 */
void
bw_propose_remarks (BwGroup *group)
{
  for (guint i = 0; i < group->columns->len; i++)
    {
      const BwSeenColumn *seen = bw_group_get_column (group, i);
      char *remark;

      if (seen->n_missing == seen->n_rows || group->mapped.columns[i].remark != NULL ||
          group->mapped.columns[i].role == BW_ROLE_IGNORE || i == group->key || i == group->date ||
          seen->column != bw_group_get_newest_column (group, i))
        continue;
      remark = remark_on (group, seen, group->mapped.columns[i].role);
      if (remark != NULL)
        bw_group_set_remark (group, i, remark);
    }
}
