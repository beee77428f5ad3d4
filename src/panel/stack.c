/* The files of one mapped source as one table, row below row. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/stack.h"

#include "panel/keys.h"

#include <math.h>
#include <string.h>

static void
column_unref_maybe (gpointer column)
{
  if (column != NULL)
    bw_column_unref (column);
}

/**
 * bw_stack_new:
 * @mapped: (unowned): what its files are
 *
 * Returns: (transfer full): a stack without files
 */
BwStack *
bw_stack_new (const BwMappedSource *mapped)
{
  BwStack *self = g_new0 (BwStack, 1);

  self->mapped = mapped;
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_source_unref);
  self->columns = g_ptr_array_new_with_free_func (column_unref_maybe);
  self->date = NAN;
  self->via = BW_NONE;

  return self;
}

void
bw_stack_free (BwStack *self)
{
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->columns);
  g_clear_pointer (&self->keys, bw_column_unref);
  g_clear_pointer (&self->wide, bw_wide_free);
  g_free (self->first_row);
  g_free (self->customers);
  g_free (self->dates);
  g_free (self->slots);
  g_free (self->lookup_rows);
  g_free (self->event_rows);
  g_free (self->event_days);
  g_free (self->event_starts);
  g_free (self);
}

/* The column that joins, of all its parts; nothing where a part is in no file. */
static void
fill_keys (BwStack *self)
{
  const GStrv more = self->mapped->join_more;

  if (self->mapped->join == NULL)
    return;
  self->keys = bw_stack_dup_codes (self, self->mapped->join);
  for (guint i = 0; self->keys != NULL && more != NULL && more[i] != NULL; i++)
    {
      g_autoptr(BwColumn) first = g_steal_pointer (&self->keys);
      g_autoptr(BwColumn) second = bw_stack_dup_codes (self, more[i]);

      self->keys = second != NULL ? bw_column_glue (first, second) : NULL;
    }
}

/**
 * bw_stack_fill:
 *
 * Puts the files' columns below each other once all files are there; columns that are left out
 * stay %NULL.
 */
void
bw_stack_fill (BwStack  *self,
               BwReport *report)
{
  self->first_row = g_new0 (gsize, self->files->len + 1);
  for (guint i = 0; i < self->files->len; i++)
    self->first_row[i + 1] = self->first_row[i] +
                             bw_table_get_n_rows (bw_source_get_table (self->files->pdata[i]));
  self->n_rows = self->first_row[self->files->len];

  for (guint i = 0; i < self->mapped->n_columns; i++)
    {
      const BwMappedColumn *column = &self->mapped->columns[i];
      const gboolean used = column->role != BW_ROLE_IGNORE && column->role != BW_ROLE_KEY;

      g_ptr_array_add (self->columns, used ? bw_stack_dup_column (self, i, report) : NULL);
    }
  fill_keys (self);
}

/**
 * bw_stack_find_lacking:
 *
 * Returns: (transfer none): the key column that no file has; the first where all are there
 */
const char *
bw_stack_find_lacking (const BwStack *self)
{
  const GStrv more = self->mapped->join_more;

  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    {
      g_autoptr(BwColumn) codes = bw_stack_dup_codes (self, more[i]);

      if (codes == NULL)
        return more[i];
    }

  return self->mapped->join;
}

/**
 * bw_stack_find_column:
 * @table: of one of its files
 * @header: of a mapped column, or another
 *
 * Returns: the column of @table that has @header, or one of its aliases, or %BW_NONE
 */
guint
bw_stack_find_column (const BwStack *self,
                      const BwTable *table,
                      const char    *header)
{
  const guint mapped = bw_mapped_source_find (self->mapped, header);

  return mapped == BW_NONE ? bw_table_find_column (table, header) :
         bw_mapped_column_find (&self->mapped->columns[mapped], table, mapped);
}

/**
 * bw_stack_get_column:
 *
 * Returns: (transfer none) (nullable): the first column of @role
 */
BwColumn *
bw_stack_get_column (const BwStack *self,
                     BwRole         role)
{
  const BwMappedColumn *column = bw_mapped_source_find_role (self->mapped, role);

  return column != NULL ? g_ptr_array_index (self->columns, column - self->mapped->columns) : NULL;
}

/**
 * bw_stack_locate:
 * @line: (out): the physical line in the file
 *
 * Returns: (transfer none): the file in which @row stands
 */
BwSource *
bw_stack_locate (const BwStack *self,
                 gsize          row,
                 gsize         *line)
{
  guint file = 0;
  BwSource *source;

  while (file + 1 < self->files->len && row >= self->first_row[file + 1])
    file++;
  source = g_ptr_array_index (self->files, file);
  *line = bw_source_get_line (source, row - self->first_row[file]);

  return source;
}

/**
 * bw_stack_set_aside:
 * @header: (nullable): the column that is to blame
 * @text: (nullable): what stands there
 *
 * Reports that @row is not used.
 */
void
bw_stack_set_aside (const BwStack *self,
                    gsize          row,
                    const char    *header,
                    const char    *text,
                    const char    *what,
                    BwProblemKind  kind,
                    BwReport      *report)
{
  BwProblem problem = {
    .severity = BW_SEVERITY_ROW, .header = header, .text = text, .what = what, .kind = kind,
  };
  BwSource *source = bw_stack_locate (self, row, &problem.line);

  problem.file = bw_source_get_file_name (source);
  if (header != NULL)
    {
      const guint column = bw_stack_find_column (self, bw_source_get_table (source), header);

      problem.column = column == BW_NONE ? 0 : column + 1;
    }
  bw_report_add (report, &problem);
}

/**
 * bw_stack_get_title:
 *
 * Returns: (transfer none): the name of its file, or the pattern of its files
 */
const char *
bw_stack_get_title (const BwStack *self)
{
  if (self->files->len == 1)
    return bw_source_get_file_name (self->files->pdata[0]);

  return self->mapped->pattern;
}

/**
 * bw_stack_is_table:
 *
 * Returns: whether its rows are states of customers, and no events and no lookup
 */
gboolean
bw_stack_is_table (const BwStack *self)
{
  return self->mapped->shape != BW_SHAPE_EVENTS && self->mapped->shape != BW_SHAPE_LOOKUP;
}

/**
 * bw_column_same:
 *
 * Returns: whether both rows have the same value, or none
 */
gboolean
bw_column_same (const BwColumn *column,
                gsize           a,
                gsize           b)
{
  const double *numbers = bw_column_get_numbers (column);
  const guint32 *codes = bw_column_get_codes (column);

  if (numbers != NULL)
    return numbers[a] == numbers[b] || (isnan (numbers[a]) && isnan (numbers[b]));

  return codes[a] == codes[b];
}

/**
 * bw_stack_same_row:
 *
 * Returns: whether two rows have the same values in all columns that are used
 */
gboolean
bw_stack_same_row (const BwStack *stack,
                   gsize          a,
                   gsize          b)
{
  for (guint i = 0; i < stack->columns->len; i++)
    {
      BwColumn *column = g_ptr_array_index (stack->columns, i);

      if (column != NULL && !bw_column_same (column, a, b))
        return FALSE;
    }

  return TRUE;
}
