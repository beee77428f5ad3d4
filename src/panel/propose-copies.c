/* Proposing: which columns tell what another column of their file tells already. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sample of rows gives each column two sums: one of its values, one of where values come again.
 * Columns with one of the sums in common are held together row by row, over all rows; so are
 * numbers of which one may be always so many times the other. */

#include "panel/codes.h"
#include "panel/propose.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SAMPLE       1000 /* rows */
#define MOST_COLUMNS 300  /* more are months side by side, which are not held together */
#define LEAST_ROWS   20
#define LEAST_OTHER  10   /* rows that do not have the most frequent value */
#define ROUNDED      1e-3 /* how far a number may be from so many times another */

typedef enum
{
  DIFFERENT,
  SAME,       /* the same value in every row */
  ONE_TO_ONE, /* each value has its own value in the other column */
  TIMES,      /* always so many times the other */
  PART,       /* the other is always so many times it */
} Likeness;

typedef struct
{
  BwColumn *column;
  guint64   values;  /* sums over the sample; 0 where the column is not asked */
  guint64   repeats;
} Sum;

static guint64
mix (guint64 sum,
     guint64 value)
{
  sum = (sum ^ value) * 0x9e3779b97f4a7c15u;

  return sum ^ sum >> 29;
}

static guint64
value_in (BwColumn *column,
          gsize     row)
{
  const guint32 *codes = bw_column_get_codes (column);
  double number;
  guint64 bits;

  if (codes != NULL)
    return codes[row] == BW_NO_CODE ? 1 :
           g_str_hash (bw_dictionary_get (bw_column_get_dictionary (column), codes[row])) + 2;

  number = bw_column_get_numbers (column)[row];
  if (isnan (number))
    return 1;
  memcpy (&bits, &number, sizeof bits);

  return bits + 2;
}

/* Sums up the sample of @column. Columns of one value, or in which nearly no value comes again, may
 * still be the same as another, but are not held one to one. */
static void
sum_up (Sum        *sum,
        GHashTable *places)
{
  const gsize n_rows = bw_column_get_n_rows (sum->column);
  const gsize step = n_rows / SAMPLE + 1;
  guint n = 0, n_distinct;

  g_hash_table_remove_all (places);
  for (gsize row = 0; row < n_rows; row += step, n++)
    {
      const guint64 value = value_in (sum->column, row);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, GSIZE_TO_POINTER (value)));

      if (place == 0)
        {
          place = g_hash_table_size (places) + 1;
          g_hash_table_insert (places, GSIZE_TO_POINTER (value), GUINT_TO_POINTER (place));
        }
      sum->values = mix (sum->values, value);
      sum->repeats = mix (sum->repeats, place);
    }
  n_distinct = g_hash_table_size (places);
  if (n_distinct < 2)
    sum->values = 0;
  if (n_distinct < 2 || n_distinct * 2 > n)
    sum->repeats = 0;
}

static gboolean
are_same (BwColumn *a,
          BwColumn *b)
{
  const gsize n_rows = bw_column_get_n_rows (a);
  const double *x = bw_column_get_numbers (a), *y = bw_column_get_numbers (b);

  if ((x == NULL) != (y == NULL))
    return FALSE;
  for (gsize row = 0; row < n_rows; row++)
    {
      if (x != NULL ? x[row] != y[row] && !(isnan (x[row]) && isnan (y[row])) :
          g_strcmp0 (bw_column_get_text (a, row), bw_column_get_text (b, row)) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Notes that @code goes with @other, unless it goes with another one already. */
static gboolean
go_together (guint32 *with,
             guint32  code,
             guint32  other)
{
  if (code == BW_NO_CODE)
    return TRUE;
  if (with[code] == BW_NO_CODE)
    with[code] = other;

  return with[code] == other;
}

/* Whether each value of either column stands beside one value of the other, and enough rows do not
 * have the most frequent one. */
static gboolean
are_one_to_one (BwColumn *a,
                BwColumn *b)
{
  const guint32 *x = bw_column_get_codes (a), *y = bw_column_get_codes (b);
  const guint32 n_x = bw_dictionary_size (bw_column_get_dictionary (a));
  const guint32 n_y = bw_dictionary_size (bw_column_get_dictionary (b));
  const gsize n_rows = bw_column_get_n_rows (a);
  g_autofree guint32 *forth = g_malloc (sizeof (guint32) * MAX (n_x, 1));
  g_autofree guint32 *back = g_malloc (sizeof (guint32) * MAX (n_y, 1));
  g_autofree gsize *counts = g_new0 (gsize, n_x + 1);
  gsize most = 0;

  memset (forth, 0xff, sizeof (guint32) * n_x);
  memset (back, 0xff, sizeof (guint32) * n_y);
  for (gsize row = 0; row < n_rows; row++)
    {
      if ((x[row] == BW_NO_CODE) != (y[row] == BW_NO_CODE) || !go_together (forth, x[row], y[row]) ||
          !go_together (back, y[row], x[row]))
        return FALSE;
      counts[x[row] == BW_NO_CODE ? n_x : x[row]]++;
    }
  for (guint32 code = 0; code <= n_x; code++)
    most = MAX (most, counts[code]);

  return n_rows - most >= LEAST_OTHER;
}

/* Whether @a is always so many times @b, as rounded numbers go. */
static gboolean
are_times (const double *a,
           const double *b,
           gsize         n_rows,
           double       *times)
{
  gsize n_both = 0;
  double first = NAN;
  gboolean varies = FALSE;

  *times = NAN;
  for (gsize row = 0; row < n_rows; row++)
    {
      if (isnan (a[row]) != isnan (b[row]) || (a[row] == 0) != (b[row] == 0))
        return FALSE;
      if (isnan (a[row]) || a[row] == 0)
        continue;
      if (isnan (*times))
        {
          *times = a[row] / b[row];
          first = a[row];
        }
      if (fabs (a[row] - *times * b[row]) > ROUNDED * fabs (a[row]))
        return FALSE;
      varies |= a[row] != first;
      n_both++;
    }

  return n_both >= LEAST_ROWS && varies && fabs (*times) >= 1;
}

static gboolean
are_quantities (BwColumn *a,
                BwColumn *b)
{
  const BwColumnType x = bw_column_get_type (a), y = bw_column_get_type (b);

  return (x == BW_COLUMN_NUMBER || x == BW_COLUMN_MONEY) &&
         (y == BW_COLUMN_NUMBER || y == BW_COLUMN_MONEY);
}

static gboolean
are_multiples (BwColumn *a,
               BwColumn *b,
               double   *times)
{
  return are_quantities (a, b) &&
         are_times (bw_column_get_numbers (a), bw_column_get_numbers (b), bw_column_get_n_rows (a), times);
}

/* How @a is beside @b. */
static Likeness
compare (BwGroup   *group,
         const Sum *sums,
         guint      a,
         guint      b,
         double    *times)
{
  BwColumn *x = sums[a].column, *y = sums[b].column;

  if (sums[a].values != 0 && sums[a].values == sums[b].values && are_same (x, y))
    return SAME;
  if (are_multiples (x, y, times))
    return TIMES;
  if (are_multiples (y, x, times))
    return PART;
  if (sums[a].repeats != 0 && sums[a].repeats == sums[b].repeats &&
      bw_group_get_column (group, a)->column == x && bw_group_get_column (group, b)->column == y &&
      are_one_to_one (bw_group_get_codes (group, a), bw_group_get_codes (group, b)))
    return ONE_TO_ONE;

  return DIFFERENT;
}

/* Roles that a panel has once come first, then what is scored. */
static gboolean
is_better (const BwGroup *group,
           guint          a,
           guint          b)
{
  const BwRole x = group->mapped.columns[a].role, y = group->mapped.columns[b].role;

  return x < y || (x == y && a < b);
}

static char *
describe (const char *of,
          Likeness    likeness,
          double      times)
{
  switch (likeness)
    {
    case SAME:
      /* TRANSLATORS: a column */
      return g_strdup_printf (_("The same values as “%s” in every row"), of);

    case TIMES:
      /* TRANSLATORS: a number and a column */
      return g_strdup_printf (_("In every row %.4g times “%s”, so both tell the same"), times, of);

    case PART:
      /* TRANSLATORS: a column and a number */
      return g_strdup_printf (_("“%s” is in every row %.4g times this, so both tell the same"), of,
                              times);

    case ONE_TO_ONE:
      /* TRANSLATORS: a column */
      return g_strdup_printf (_("Each of its values goes with one value of “%s” and no other, so both "
                                "tell the same"), of);

    case DIFFERENT:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Says of @copy that it tells what @of tells; a metric twice over is scored once. */
static void
remark_on (BwGroup *group,
           guint    copy,
           guint    of,
           Likeness likeness,
           double   times)
{
  const BwRole role = group->mapped.columns[of].role;

  bw_group_set_remark (group, copy, describe (group->mapped.columns[of].header, likeness, times));
  if (likeness == SAME && group->mapped.columns[copy].role == BW_ROLE_METRIC &&
      (role == BW_ROLE_METRIC || role == BW_ROLE_MONEY))
    bw_mapped_source_set_role (&group->mapped, copy, BW_ROLE_ATTRIBUTE,
                               _("A copy of another column, which should not count twice."));
}

/* Whether it is no news that the two go together: a customer's key and name. */
static gboolean
is_known (const BwGroup *group,
          guint          copy,
          Likeness       likeness)
{
  const BwRole role = group->mapped.columns[copy].role;

  return role == BW_ROLE_IGNORE || role == BW_ROLE_KEY || role == BW_ROLE_DATE || role == BW_ROLE_OUTCOME ||
         (role == BW_ROLE_NAME && likeness == ONE_TO_ONE) || group->mapped.columns[copy].remark != NULL;
}

static void
hold_together (BwGroup   *group,
               const Sum *sums,
               guint      a)
{
  for (guint b = a + 1; b < group->columns->len; b++)
    {
      const gboolean better = is_better (group, a, b);
      const guint of = better ? a : b, copy = better ? b : a;
      Likeness likeness;
      double times = 1;

      if (sums[b].column == NULL || is_known (group, copy, SAME))
        continue;
      likeness = compare (group, sums, copy, of, &times);
      if (likeness != DIFFERENT && !is_known (group, copy, likeness))
        remark_on (group, copy, of, likeness, times);
    }
}

/**
 * bw_propose_copies:
 * @group: its columns have roles
 *
 * Remarks on columns that are a copy of another: in the newest file, over all its rows.
 */
void
bw_propose_copies (BwGroup *group)
{
  g_autofree Sum *sums = g_new0 (Sum, MAX (group->columns->len, 1));
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);

  if (group->columns->len > MOST_COLUMNS ||
      bw_table_get_n_rows (bw_group_get_newest (group)) < LEAST_ROWS)
    return;

  for (guint i = 0; i < group->columns->len; i++)
    {
      if (bw_group_get_column (group, i)->n_missing < bw_group_get_column (group, i)->n_rows)
        sums[i].column = bw_group_get_newest_column (group, i);
      if (sums[i].column != NULL)
        sum_up (&sums[i], places);
    }
  for (guint i = 0; i < group->columns->len; i++)
    {
      if (sums[i].column != NULL)
        hold_together (group, sums, i);
    }
}
