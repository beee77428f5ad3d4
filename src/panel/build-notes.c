/* Building: what is said of files and columns as a whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/build.h"

#include <glib/gi18n-lib.h>

/**
 * bw_build_note:
 * @file: (nullable): what it concerns; all files where %NULL
 *
 * Reports a choice that was made.
 */
void
bw_build_note (BwBuild      *self,
               const char   *file,
               BwProblemKind kind,
               const char   *what)
{
  const BwProblem problem = {
    .severity = BW_SEVERITY_NOTE,
    .file = file != NULL ? file : bw_stack_get_title (bw_build_get_stack (self, 0)),
    .kind = kind,
    .what = what,
  };

  bw_report_add (self->report, &problem);
}

/* Whether one of the mapped columns, or of its aliases, is that header. */
static gboolean
is_known (const BwMappedSource *source,
          const char           *header,
          guint                 guess)
{
  if (bw_mapped_source_find_near (source, header, guess) != BW_NONE)
    return TRUE;
  for (guint i = 0; i < source->n_columns; i++)
    {
      if (source->columns[i].aliases != NULL &&
          g_strv_contains ((const char *const *) source->columns[i].aliases, header))
        return TRUE;
    }

  return FALSE;
}

/* Which columns of a file the mapping does not know, and which of the mapping it has not. */
static void
note_changes (BwBuild        *self,
              const BwStack  *stack,
              const BwSource *source)
{
  const BwTable *table = bw_source_get_table (source);
  const char *file = bw_source_get_file_name (source);

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      const char *header = bw_column_get_name (bw_table_get_column (table, i));
      g_autofree char *what = NULL;

      if (is_known (stack->mapped, header, i))
        continue;
      what = g_strdup_printf (_("The column “%s” is not in the mapping and is left out."), header);
      bw_build_note (self, file, BW_PROBLEM_CHANGED_FILE, what);
    }
  for (guint i = 0; i < stack->mapped->n_columns; i++)
    {
      const BwMappedColumn *column = &stack->mapped->columns[i];
      g_autofree char *what = NULL;

      if (column->role == BW_ROLE_IGNORE || bw_mapped_column_find (column, table, i) != BW_NONE)
        continue;
      what = g_strdup_printf (_("The column “%s” is not in this file; its values are missing."),
                              column->header);
      bw_build_note (self, file, BW_PROBLEM_CHANGED_FILE, what);
    }
}

/* The remark on a column, at its place in the newest file that has it. */
static void
note_remark (BwBuild       *self,
             const BwStack *stack,
             guint          column)
{
  const BwMappedColumn *mapped = &stack->mapped->columns[column];

  for (guint i = stack->files->len; i > 0; i--)
    {
      const BwSource *source = g_ptr_array_index (stack->files, i - 1);
      const guint place = bw_mapped_column_find (mapped, bw_source_get_table (source), column);
      const BwProblem problem = {
        .severity = BW_SEVERITY_NOTE,
        .file = bw_source_get_file_name (source),
        .column = place + 1,
        .header = mapped->header,
        .kind = BW_PROBLEM_COLUMN_REMARK,
        .what = mapped->remark,
      };

      if (place == BW_NONE)
        continue;
      bw_report_add (self->report, &problem);
      return;
    }
}

/**
 * bw_build_note_columns:
 *
 * Reports where files and mapping do not know each other's columns, and what is to be said of a
 * column.
 */
void
bw_build_note_columns (BwBuild *self)
{
  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);

      for (guint j = 0; j < stack->files->len; j++)
        note_changes (self, stack, stack->files->pdata[j]);
      for (guint j = 0; j < stack->mapped->n_columns; j++)
        {
          if (stack->mapped->columns[j].remark != NULL)
            note_remark (self, stack, j);
        }
    }
}
