/* Building: what is said of files and columns as a whole. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/build-parts.h"
#include "panel/codes.h"
#include "panel/header.h"

#include <glib/gi18n-lib.h>

#define SAMPLE  500 /* values that are compared */
#define ALIKE   0.6 /* of them are the same in a column that was renamed */
#define FEWEST  3   /* distinct values by which a column can be told */

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

/* Whether the values of @column are those of @other, as far as a sample tells. */
static gboolean
is_alike (BwColumn *column,
          BwColumn *other)
{
  g_autoptr(BwColumn) codes = bw_column_as_codes (column);
  g_autoptr(BwColumn) others = bw_column_as_codes (other);
  BwDictionary *values = bw_column_get_dictionary (codes);
  const guint32 size = bw_dictionary_size (values);
  const guint32 n = MIN (size, SAMPLE);
  guint found = 0;

  for (guint32 i = 0; i < n; i++)
    found += bw_dictionary_lookup (bw_column_get_dictionary (others),
                                   bw_dictionary_get (values, (guint64) i * size / n)) != BW_NO_CODE;

  return n >= FEWEST && found >= ALIKE * n;
}

/* (nullable): a file of the stack that has the mapped column, the one before that at @file first */
static BwTable *
find_with (const BwStack *stack,
           guint          file,
           guint          column)
{
  for (guint i = 1; i < stack->files->len; i++)
    {
      const guint other = (file + stack->files->len - i) % stack->files->len;
      BwTable *table = bw_source_get_table (stack->files->pdata[other]);

      if (bw_mapped_column_find (&stack->mapped->columns[column], table, column) != BW_NONE)
        return table;
    }

  return NULL;
}

/* (nullable): the header under which that file may have the mapped column that it lacks: another
 * spelling of it, or one that the other files lack and that has the same values */
static const char *
find_renamed (const BwStack *stack,
              guint          file,
              guint          column)
{
  const BwMappedColumn *mapped = &stack->mapped->columns[column];
  BwTable *table = bw_source_get_table (stack->files->pdata[file]);
  BwTable *with = find_with (stack, file, column);
  const guint there = with != NULL ? bw_mapped_column_find (mapped, with, column) : BW_NONE;
  g_autoptr(BwHeader) header = bw_header_new (mapped->header);

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      BwColumn *candidate = bw_table_get_column (table, i);
      const char *name = bw_column_get_name (candidate);
      g_autoptr(BwHeader) other = NULL;

      if (with == NULL ? is_known (stack->mapped, name, i) : bw_table_find_column (with, name) != BW_NONE)
        continue;
      other = bw_header_new (name);
      if (g_str_equal (other->squeezed, header->squeezed) ||
          (with != NULL && is_alike (candidate, bw_table_get_column (with, there))))
        return name;
    }

  return NULL;
}

static void
note_lacking (BwBuild       *self,
              const BwStack *stack,
              guint          file,
              guint          column)
{
  const char *header = stack->mapped->columns[column].header;
  const char *renamed = find_renamed (stack, file, column);
  g_autofree char *what = renamed == NULL ?
                          g_strdup_printf (_("The column “%s” is not in this file; its values are missing."),
                                           header) :
                          /* TRANSLATORS: a column's header, and the header it may have now */
                          g_strdup_printf (_("The column “%s” is not in this file; its values are missing. "
                                             "“%s” may be the same under another name: give it as an "
                                             "alias in the mapping."),
                                           header, renamed);

  bw_build_note (self, bw_source_get_file_name (stack->files->pdata[file]), BW_PROBLEM_CHANGED_FILE, what);
}

/* Which columns of a file the mapping does not know, and which of the mapping it has not. */
static void
note_changes (BwBuild       *self,
              const BwStack *stack,
              guint          file)
{
  const BwTable *table = bw_source_get_table (stack->files->pdata[file]);

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      const char *header = bw_column_get_name (bw_table_get_column (table, i));
      g_autofree char *what = NULL;

      if (is_known (stack->mapped, header, i))
        continue;
      what = g_strdup_printf (_("The column “%s” is not in the mapping and is left out."), header);
      bw_build_note (self, bw_source_get_file_name (stack->files->pdata[file]), BW_PROBLEM_CHANGED_FILE,
                     what);
    }
  for (guint i = 0; i < stack->mapped->n_columns; i++)
    {
      const BwMappedColumn *column = &stack->mapped->columns[i];

      if (column->role != BW_ROLE_IGNORE && bw_mapped_column_find (column, table, i) == BW_NONE)
        note_lacking (self, stack, file, i);
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
        note_changes (self, stack, j);
      for (guint j = 0; j < stack->mapped->n_columns; j++)
        {
          if (stack->mapped->columns[j].remark != NULL)
            note_remark (self, stack, j);
        }
    }
}
