/* Building: events that are in two exports count once. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports of events often reach back into what the one before has. Where a column names the events
 * (a ticket's number, once a file), the row of the newer file counts. Else rows that are the same in
 * every column, their date among them, are one event; twice in one file they are two. */

#include "panel/build-parts.h"
#include "panel/codes.h"
#include "panel/header.h"
#include "panel/vocabulary.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* All columns of the files, those that are left out of the panel too. */
static GPtrArray *
all_columns (const BwStack *stack)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_unref);
  g_autoptr(BwReport) unheard = bw_report_new (); /* it has been said where it mattered */

  for (guint i = 0; i < stack->columns->len; i++)
    {
      BwColumn *column = stack->columns->pdata[i] != NULL ? bw_column_ref (stack->columns->pdata[i]) :
                         bw_stack_dup_column (stack, i, unheard);

      if (column != NULL)
        g_ptr_array_add (columns, column);
    }

  return columns;
}

/* Whether @coded has a text in every row and none twice in one file. */
static gboolean
names_rows (const BwStack *stack,
            BwColumn      *coded)
{
  const guint32 *codes = bw_column_get_codes (coded);
  g_autofree guint *seen = g_new0 (guint, bw_dictionary_size (bw_column_get_dictionary (coded)) + 1);

  for (guint file = 0; file < stack->files->len; file++)
    {
      for (gsize row = stack->first_row[file]; row < stack->first_row[file + 1]; row++)
        {
          if (codes[row] == BW_NO_CODE || seen[codes[row]] == file + 1)
            return FALSE;
          seen[codes[row]] = file + 1;
        }
    }

  return TRUE;
}

/* (nullable) (transfer full): the column that names events, as codes */
static BwColumn *
find_ids (const BwStack *stack)
{
  for (guint i = 0; i < stack->mapped->n_columns; i++)
    {
      const char *text = stack->mapped->columns[i].header;
      g_autoptr(BwHeader) header = bw_header_new (text);
      g_autoptr(BwColumn) codes = NULL;

      if (g_strcmp0 (stack->mapped->join, text) == 0 || bw_vocabulary_rank (header, BW_MEANING_ID) == 0)
        continue;
      codes = bw_stack_dup_codes (stack, text);
      if (codes != NULL && names_rows (stack, codes))
        return g_steal_pointer (&codes);
    }

  return NULL;
}

static void
drop (BwBuild *self,
      BwStack *stack,
      gsize    row,
      gsize    kept,
      gboolean same)
{
  g_autofree char *what = NULL;
  gsize line;
  BwSource *file = bw_stack_locate (stack, kept, &line);

  stack->joined.n_duplicates++;
  if (stack->customers[row] == BW_NONE)
    return; /* it has been set aside already */
  if (same)
    /* TRANSLATORS: a line's number and a file's name */
    what = g_strdup_printf (_("The same as line %zu of %s, and counted once"), line,
                            bw_source_get_file_name (file));
  else
    what = g_strdup_printf (_("This is there again in line %zu of %s, and that row is used"), line,
                            bw_source_get_file_name (file));
  bw_stack_set_aside (stack, row, stack->mapped->join,
                      bw_column_get_text (self->keys, stack->customers[row]), what,
                      BW_PROBLEM_DUPLICATE_KEY, self->report);
  stack->customers[row] = BW_NONE;
}

static gboolean
same_rows (GPtrArray *columns,
           gsize      a,
           gsize      b)
{
  for (guint i = 0; i < columns->len; i++)
    {
      if (!bw_column_same (columns->pdata[i], a, b))
        return FALSE;
    }

  return TRUE;
}

static void
drop_by_ids (BwBuild   *self,
             BwStack   *stack,
             BwColumn  *ids,
             GPtrArray *columns)
{
  const guint32 *codes = bw_column_get_codes (ids);
  const gsize size = bw_dictionary_size (bw_column_get_dictionary (ids));
  g_autofree gsize *seen = g_new (gsize, size + 1);

  memset (seen, 0xff, (size + 1) * sizeof (gsize));
  for (gsize row = 0; row < stack->n_rows; row++)
    {
      const gsize before = seen[codes[row]];

      seen[codes[row]] = row;
      if (before == G_MAXSIZE)
        continue;
      if (same_rows (columns, before, row))
        {
          seen[codes[row]] = before;
          drop (self, stack, row, before, TRUE);
        }
      else
        {
          drop (self, stack, before, row, FALSE);
        }
    }
}

static guint64
hash_row (GPtrArray *columns,
          gsize      row)
{
  guint64 hash = 14695981039346656037u;

  for (guint i = 0; i < columns->len; i++)
    {
      BwColumn *column = columns->pdata[i];
      guint64 bits = 0;

      if (bw_column_get_codes (column) != NULL)
        bits = bw_column_get_codes (column)[row];
      else if (!bw_column_is_missing (column, row))
        memcpy (&bits, &bw_column_get_numbers (column)[row], sizeof bits);
      hash = (hash ^ bits) * 1099511628211u;
      hash ^= hash >> 29;
    }

  return hash;
}

/* Rows that are the same. */
typedef struct
{
  gsize first; /* of them all */
  guint most;  /* so many in one of the files before this one */
  guint here;  /* so many in this file */
  guint file;  /* this one */
} Same;

static void
drop_same (BwBuild   *self,
           BwStack   *stack,
           GPtrArray *columns)
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  for (guint file = 0; file < stack->files->len; file++)
    {
      for (gsize row = stack->first_row[file]; row < stack->first_row[file + 1]; row++)
        {
          const guint64 hash = hash_row (columns, row);
          Same *same = g_hash_table_lookup (known, &hash);

          if (same == NULL)
            {
              same = g_new0 (Same, 1);
              same->first = row;
              same->file = file;
              g_hash_table_insert (known, g_memdup2 (&hash, sizeof hash), same);
            }
          if (same->file != file)
            {
              same->most = MAX (same->most, same->here);
              same->here = 0;
              same->file = file;
            }
          same->here++;
          if (same->here <= same->most && same_rows (columns, same->first, row))
            drop (self, stack, row, same->first, TRUE);
        }
    }
}

/**
 * bw_build_drop_overlap:
 * @stack: its rows have customers and dates
 *
 * Sets aside events that another file of the same source has too.
 */
void
bw_build_drop_overlap (BwBuild *self,
                       BwStack *stack)
{
  g_autoptr(GPtrArray) columns = NULL;
  g_autoptr(BwColumn) ids = NULL;

  if (stack->mapped->shape != BW_SHAPE_EVENTS || stack->files->len < 2)
    return;
  columns = all_columns (stack);
  ids = find_ids (stack);
  if (ids != NULL)
    drop_by_ids (self, stack, ids, columns);
  else if (stack->dates != NULL)
    drop_same (self, stack, columns);
}
