/* Proposing: the files of one kind, and what is seen of their columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/codes.h"
#include "panel/file-name.h"
#include "panel/propose.h"

#include <math.h>

static void
seen_free (BwSeenColumn *seen)
{
  bw_header_free (seen->header);
  g_clear_pointer (&seen->codes, bw_column_unref);
  g_free (seen);
}

void
bw_group_free (BwGroup *self)
{
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->columns);
  bw_mapped_source_clear (&self->mapped);
  g_free (self);
}

/**
 * bw_group_new:
 *
 * Returns: (transfer full): a group without files
 */
BwGroup *
bw_group_new (const char *pattern)
{
  BwGroup *self = g_new0 (BwGroup, 1);

  self->files = g_ptr_array_new ();
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) seen_free);
  self->mapped.pattern = g_strdup (pattern);
  self->mapped.as_of = NAN;
  self->key = BW_NONE;
  self->date = BW_NONE;

  return self;
}

BwSeenColumn *
bw_group_get_column (const BwGroup *self,
                     guint          column)
{
  return g_ptr_array_index (self->columns, column);
}

BwTable *
bw_group_get_newest (const BwGroup *self)
{
  return bw_source_get_table (g_ptr_array_index (self->files, self->files->len - 1));
}

BwColumn *
bw_group_get_codes (BwGroup *self,
                    guint    column)
{
  BwSeenColumn *seen = bw_group_get_column (self, column);

  if (seen->codes == NULL)
    seen->codes = bw_column_as_codes (seen->column);

  return seen->codes;
}

/**
 * bw_group_is_unique:
 *
 * Returns: whether no more than one row in fifty repeats the value of another row of its file
 */
gboolean
bw_group_is_unique (BwGroup *self,
                    guint    column)
{
  BwColumn *codes = bw_group_get_codes (self, column);
  const gsize present = bw_column_count_codes (codes);
  const gsize distinct = bw_dictionary_size (bw_column_get_dictionary (codes));

  return present > 0 && distinct + present / 50 >= present;
}

/**
 * bw_group_find_header:
 * @text: as a person writes it; case and gaps do not matter where nothing fits exactly
 *
 * Returns: the column, or %BW_NONE
 */
guint
bw_group_find_header (const BwGroup *self,
                      const char    *text)
{
  const guint exact = bw_mapped_source_find (&self->mapped, text);
  g_autoptr(BwHeader) header = bw_header_new (text);

  for (guint i = 0; exact == BW_NONE && i < self->columns->len; i++)
    {
      if (g_str_equal (bw_group_get_column (self, i)->header->squeezed, header->squeezed))
        return i;
    }

  return exact;
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const double first = bw_file_name_get_date (bw_source_get_file_name (*(BwSource *const *) a));
  const double second = bw_file_name_get_date (bw_source_get_file_name (*(BwSource *const *) b));

  return (first > second) - (first < second);
}

/* The column that the header at @at is another spelling of, in a file that does not have that as it
 * stands: it becomes an alias of it. */
static guint
take_alias (BwGroup       *self,
            const BwTable *table,
            guint          at)
{
  const char *name = bw_column_get_name (bw_table_get_column (table, at));
  g_autoptr(BwHeader) header = bw_header_new (name);

  for (guint i = 0; i < self->mapped.n_columns && i < self->columns->len; i++)
    {
      BwMappedColumn *column = &self->mapped.columns[i];
      const guint n = column->aliases != NULL ? g_strv_length (column->aliases) : 0;

      if (!g_str_equal (bw_group_get_column (self, i)->header->squeezed, header->squeezed) ||
          bw_table_find_column (table, column->header) != BW_NONE)
        continue;
      if (n > 0 && g_strv_contains ((const char *const *) column->aliases, name))
        return i;
      column->aliases = g_renew (char *, column->aliases, n + 2);
      column->aliases[n] = g_strdup (name);
      column->aliases[n + 1] = NULL;
      return i;
    }

  return BW_NONE;
}

/* Adds what @source has of one column. */
static void
see_column (BwGroup  *self,
            BwSource *source,
            guint     at)
{
  BwColumn *column = bw_table_get_column (bw_source_get_table (source), at);
  const BwColumnFacts *facts = bw_source_get_facts (source, at);
  const gboolean first = self->files->pdata[0] == source;
  guint i = first && self->mapped.n_columns == at ? BW_NONE :
            bw_mapped_source_find_near (&self->mapped, bw_column_get_name (column), at);
  const gsize n_rows = bw_column_get_n_rows (column);
  BwSeenColumn *seen;

  if (i == BW_NONE && !first)
    i = take_alias (self, bw_source_get_table (source), at);
  if (i == BW_NONE)
    {
      i = self->mapped.n_columns++;
      self->mapped.columns = g_renew (BwMappedColumn, self->mapped.columns, i + 1);
      self->mapped.columns[i] = (BwMappedColumn) { g_strdup (bw_column_get_name (column)),
                                                   BW_ROLE_ATTRIBUTE, NULL };
      seen = g_new0 (BwSeenColumn, 1);
      seen->header = bw_header_new (bw_column_get_name (column));
      g_ptr_array_add (self->columns, seen);
    }
  seen = bw_group_get_column (self, i);
  if (seen->column == NULL || facts->n_missing < n_rows)
    {
      seen->column = column;
      seen->type = bw_column_get_type (column);
    }
  seen->n_rows += n_rows;
  seen->n_missing += facts->n_missing;
  seen->n_distinct = MAX (seen->n_distinct, facts->n_distinct);
}

/**
 * bw_group_see:
 *
 * Sorts the files by their dates and looks at their columns.
 */
void
bw_group_see (BwGroup *self)
{
  g_ptr_array_sort (self->files, compare_dates);
  for (guint i = 0; i < self->files->len; i++)
    {
      BwSource *source = g_ptr_array_index (self->files, i);

      for (guint j = 0; j < bw_table_get_n_columns (bw_source_get_table (source)); j++)
        see_column (self, source, j);
    }
}
