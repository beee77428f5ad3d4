/* Building: rows of one customer and snapshot added up, where the mapping says so. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first row of each becomes what all of them come to: numbers and money are sums, all else is of
 * the last row that has a value. The others belong to nobody from then on. */

#include "panel/build-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* By row, the first row of its customer and snapshot; BW_NONE where it has neither. */
static guint32 *
find_firsts (const BwStack *stack)
{
  g_autoptr(GHashTable) firsts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  guint32 *first = g_new (guint32, MAX (stack->n_rows, 1));

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      const guint32 slot = stack->slots != NULL ? stack->slots[row] : 0;
      const gint64 place = (gint64) ((guint64) stack->customers[row] << 32 | slot);
      gpointer found;

      first[row] = BW_NONE;
      if (stack->customers[row] == BW_NONE || slot == BW_NONE)
        continue;
      first[row] = row;
      if (g_hash_table_lookup_extended (firsts, &place, NULL, &found))
        first[row] = GPOINTER_TO_UINT (found);
      else
        g_hash_table_insert (firsts, g_memdup2 (&place, sizeof place), GUINT_TO_POINTER ((guint) row));
    }

  return first;
}

/* Rows that say what one before them says already count once; returns how many are added up. */
static gsize
settle_rows (BwBuild *self,
             BwStack *stack,
             guint32 *first,
             gsize   *first_added)
{
  gsize added = 0;

  for (gsize row = 0; row < stack->n_rows; row++)
    {
      if (first[row] == BW_NONE || first[row] == row)
        continue;
      stack->joined.n_duplicates++;
      if (bw_stack_same_row (stack, first[row], row))
        {
          g_autofree char *what = NULL;
          gsize line;
          BwSource *file = bw_stack_locate (stack, first[row], &line);

          what = g_strdup_printf (_("The same as line %zu of %s, and counted once"), line,
                                  bw_source_get_file_name (file));
          bw_stack_set_aside (stack, row, stack->mapped->join,
                              bw_column_get_text (self->keys, stack->customers[row]), what,
                              BW_PROBLEM_DUPLICATE_KEY, self->report);
          first[row] = BW_NONE;
          stack->customers[row] = BW_NONE;
          continue;
        }
      if (added++ == 0)
        *first_added = row;
    }

  return added;
}

static BwColumn *
merge_numbers (BwColumn      *column,
               const guint32 *first)
{
  const gsize n_rows = bw_column_get_n_rows (column);
  const BwColumnType type = bw_column_get_type (column);
  const gboolean sum = type == BW_COLUMN_NUMBER || type == BW_COLUMN_MONEY;
  double *merged = g_memdup2 (bw_column_get_numbers (column), MAX (n_rows, 1) * sizeof (double));
  g_autoptr(BwColumn) plain = NULL;

  for (gsize row = 0; row < n_rows; row++)
    {
      const double value = merged[row];
      double *to = first[row] != BW_NONE && first[row] != row ? &merged[first[row]] : NULL;

      if (to != NULL && !isnan (value))
        *to = sum && !isnan (*to) ? *to + value : value;
    }
  plain = bw_column_new_numbers (bw_column_get_name (column), type, merged, n_rows);

  return bw_column_with_currency (plain, bw_column_get_currency (column));
}

static BwColumn *
merge_codes (BwColumn      *column,
             const guint32 *first)
{
  const gsize n_rows = bw_column_get_n_rows (column);
  guint32 *merged = g_memdup2 (bw_column_get_codes (column), MAX (n_rows, 1) * sizeof (guint32));

  for (gsize row = 0; row < n_rows; row++)
    {
      if (first[row] != BW_NONE && first[row] != row && merged[row] != BW_NO_CODE)
        merged[first[row]] = merged[row];
    }

  return bw_column_new_codes (bw_column_get_name (column), bw_column_get_type (column), merged, n_rows,
                              bw_column_get_dictionary (column));
}

static void
note_added (BwBuild       *self,
            const BwStack *stack,
            gsize          n,
            gsize          row)
{
  g_autofree char *what =
    g_strdup_printf (ngettext ("%zu row has the customer and date of one before it and is added to that",
                               "%zu rows have the customer and date of rows before them and are added to "
                               "those; this is the first", n), n);
  BwProblem problem = {
    .severity = BW_SEVERITY_NOTE,
    .header = stack->mapped->join,
    .kind = BW_PROBLEM_DUPLICATE_KEY,
    .what = what,
  };

  problem.file = bw_source_get_file_name (bw_stack_locate (stack, row, &problem.line));
  bw_report_add (self->report, &problem);
}

/**
 * bw_build_merge:
 * @stack: its rows have customers and snapshots
 *
 * Adds up rows of one customer and snapshot where the mapping wants it.
 */
void
bw_build_merge (BwBuild *self,
                BwStack *stack)
{
  g_autofree guint32 *first = NULL;
  gsize added, row = 0;

  if (stack->mapped->duplicates != BW_DUPLICATES_SUM || !bw_stack_is_table (stack))
    return;
  first = find_firsts (stack);
  added = settle_rows (self, stack, first, &row);
  if (added == 0)
    return;
  note_added (self, stack, added, row);

  for (guint i = 0; i < stack->columns->len; i++)
    {
      BwColumn *column = g_ptr_array_index (stack->columns, i);

      if (column == NULL)
        continue;
      stack->columns->pdata[i] = bw_column_get_codes (column) != NULL ? merge_codes (column, first) :
                                 merge_numbers (column, first);
      bw_column_unref (column);
    }
  for (row = 0; row < stack->n_rows; row++)
    {
      if (first[row] != row)
        stack->customers[row] = BW_NONE;
    }
}
