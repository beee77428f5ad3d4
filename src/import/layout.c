/* Where in a text the table stands: its header, its first row, its width, the names of its columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/layout.h"

#include "import/beside.h"
#include "import/heading.h"
#include "import/top.h"
#include "cells/words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_PEEK    100000 /* records, where the user says that the header is far down */
#define LEAST_BLOCK 3      /* rows that make a profile by themselves */

/* Trimmed, on one line, without a byte order mark. */
static char *
name_from (const char *cell)
{
  static const char mark[] = "\xEF\xBB\xBF";
  char *name;

  while (g_str_has_prefix (cell, mark))
    cell += strlen (mark);
  name = g_strdup (cell);
  g_strdelimit (name, "\r\n\t", ' ');

  return g_strstrip (name);
}

/* A name that no column has yet. One that is wanted twice gets a number that nobody else wants.
 * @taken: for each name the last number that was put behind it, 1 where it is by itself */
static char *
unique_name (GHashTable *taken,
             GHashTable *wanted,
             const char *name)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (taken, name));
  char *unique = NULL;

  if (n == 0)
    return g_strdup (name);

  do
    {
      g_free (unique);
      unique = g_strdup_printf ("%s %u", name, ++n);
    }
  while (g_hash_table_contains (taken, unique) || g_hash_table_contains (wanted, unique));
  g_hash_table_insert (taken, (char *) name, GUINT_TO_POINTER (n)); /* its key is there already */

  return unique;
}

static gboolean
is_named_below (const GArray *heads,
                guint         index,
                guint         column)
{
  for (guint k = index + 1; k < heads->len; k++)
    {
      const BwRow *row = bw_peek_at (heads, k);

      if (column < row->n_fields && !bw_is_blank (row->fields[column], strlen (row->fields[column])))
        return TRUE;
    }

  return FALSE;
}

/* What one record of the header says of each column. A name of a group stands over its first column
 * and holds for those behind it that have none, as long as a record below has names for them. */
static GPtrArray *
names_of_row (const GArray *heads,
              guint         index,
              guint         width)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const BwRow *row = bw_peek_at (heads, index);
  const char *group = "";

  for (guint i = 0; i < width; i++)
    {
      const gboolean named = is_named_below (heads, index, i);
      g_autofree char *name = name_from (i < row->n_fields ? row->fields[i] : "");

      if (name[0] != '\0')
        group = named ? row->fields[i] : "";
      else if (!named)
        group = "";
      g_ptr_array_add (names, name[0] == '\0' ? name_from (group) : g_steal_pointer (&name));
    }

  return names;
}

/* The names in all records of the header, upper ones first, parted by blanks. What a merged cell
 * says in two records is said once. */
static GPtrArray *
join_names (const GArray *heads,
            guint         width)
{
  GPtrArray *joined = names_of_row (heads, 0, width);

  for (guint k = 1; k < heads->len; k++)
    {
      g_autoptr(GPtrArray) lower = names_of_row (heads, k, width);

      for (guint i = 0; i < width; i++)
        {
          char *upper = g_ptr_array_index (joined, i);
          const char *name = g_ptr_array_index (lower, i);

          if (name[0] == '\0' || strcmp (name, upper) == 0)
            continue;
          g_ptr_array_index (joined, i) = upper[0] != '\0' ? g_strconcat (upper, " ", name, NULL)
                                                           : g_strdup (name);
          g_free (upper);
        }
    }

  return joined;
}

/* Whether most rows go on as far as @width. */
static gboolean
has_last_cells (const GArray *rows,
                guint         first_row,
                guint         width)
{
  guint n = 0, n_rows = 0;

  for (guint i = first_row; i < rows->len; i++)
    {
      n_rows += bw_peek_at (rows, i)->n_filled > 1;
      n += bw_peek_at (rows, i)->n_wide == width;
    }

  return n > 0 && n * 2 >= n_rows;
}

static guint
count_width (const GArray *rows,
             guint         from,
             guint         width)
{
  guint n = 0;

  for (guint i = from; i < rows->len; i++)
    n += bw_peek_at (rows, i)->n_fields == width;

  return n;
}

/* Where as many records are as wide as the header as are wider, its width is that of the table. */
static void
heed_header (BwLayout        *self,
             const GArray    *rows,
             const BwHeading *heading)
{
  guint width;

  if (heading->n_rows == 0)
    return;

  width = bw_peek_at (rows, heading->header + heading->n_rows - 1)->n_fields;
  if (width > 1 && width < self->record_width
      && count_width (rows, heading->header, width)
      >= count_width (rows, heading->header, self->record_width)
      && count_width (rows, heading->first_row, width) > 0)
    self->record_width = width;
}

static void
name_columns (BwLayout     *self,
              const GArray *rows)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GPtrArray) names = self->heads->len > 0 ? join_names (self->heads, self->width) : NULL;
  const BwRow *header = names != NULL ? bw_peek_at (self->heads, self->heads->len - 1) : NULL;
  const guint shift = header != NULL && header->n_fields + 1 == self->width /* names of rows */
                      && has_last_cells (rows, self->first_row, self->width);

  for (guint i = 0; names != NULL && i < names->len; i++)
    g_hash_table_add (all, g_ptr_array_index (names, i));
  for (guint i = 0; i < self->width; i++)
    {
      char *given = g_strdup (names != NULL && i >= shift ? g_ptr_array_index (names, i - shift)
                                                          : "");
      /* TRANSLATORS: the name of a column that has none, with its number */
      g_autofree char *wanted = given[0] != '\0' ? g_strdup (given)
                                                 : g_strdup_printf (_("Column %u"), i + 1);
      char *name = unique_name (taken, all, wanted);

      g_ptr_array_add (self->given, given);
      g_ptr_array_add (self->names, name);
      g_hash_table_insert (taken, name, GUINT_TO_POINTER (1));
    }
}

/* The block of rows that ends with a blank line tells what the columns are; rows behind it may be of
 * another table. A block that is too small tells nothing, and all rows count. */
static BwProfile *
profile_rows (const GArray *rows,
              guint         first_row,
              guint         width)
{
  guint end = first_row;

  while (end < rows->len && bw_peek_at (rows, end)->n_filled > 0)
    end++;

  return bw_profile_new (rows, first_row, end >= first_row + LEAST_BLOCK ? end : rows->len, width);
}

static void
clear_row (gpointer data)
{
  bw_row_clear (data);
}

static void
keep_heads (BwLayout        *self,
            const GArray    *rows,
            const BwHeading *heading)
{
  self->heads = g_array_new (FALSE, FALSE, sizeof (BwRow));
  g_array_set_clear_func (self->heads, clear_row);
  for (guint i = 0; i < heading->n_rows; i++)
    {
      BwRow row;

      bw_row_copy (&row, bw_peek_at (rows, heading->header + i));
      g_array_append_val (self->heads, row);
      self->header_line = row.line;
      self->record_width = MAX (self->record_width, row.n_wide);
    }
}

static gboolean
has_wrapped (const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      if (bw_peek_at (rows, i)->wrapped)
        return TRUE;
    }

  return FALSE;
}

/* Whether a blank row, a lone cell at the left and rows follow one another. */
static gboolean
has_captions (const GArray *rows,
              guint         first_row)
{
  for (guint i = first_row + 1; i + 1 < rows->len; i++)
    {
      const BwRow *row = bw_peek_at (rows, i);

      if (row->n_filled == 1 && row->n_wide == 1 && bw_peek_at (rows, i - 1)->n_filled == 0
          && bw_peek_at (rows, i + 1)->n_filled > 1)
        return TRUE;
    }

  return FALSE;
}

static gsize
line_at (const GArray *rows,
         gsize         index)
{
  return index < rows->len ? bw_peek_at (rows, index)->line : 0;
}

/**
 * bw_layout_find:
 * @head: UTF-8, the start of the text
 *
 * Returns: (transfer full) (nullable): the layout, or %NULL where there is not one record
 */
BwLayout *
bw_layout_find (const BwDialect *dialect,
                const BwReading *reading,
                GBytes          *head)
{
  const int far = MAX (reading->header, reading->first_row);
  g_autoptr(GArray) rows = bw_peek (dialect, head, CLAMP (far, 0, MAX_PEEK) + 1);
  BwHeading heading;
  BwLayout *self;
  guint top;

  if (rows->len == 0)
    return NULL;

  self = g_new0 (BwLayout, 1);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->given = g_ptr_array_new_with_free_func (g_free);
  top = bw_top_find (rows, &self->record_width);
  bw_heading_find (&heading, rows, top, reading);
  self->header = heading.header;
  self->n_header_rows = heading.n_rows;
  self->first_row = heading.first_row;
  self->top_line = line_at (rows, heading.header >= 0 ? (gsize) heading.header : self->first_row);
  self->wrapped = has_wrapped (rows);
  self->captions = has_captions (rows, self->first_row);
  heed_header (self, rows, &heading);
  keep_heads (self, rows, &heading);
  self->width = bw_beside_find (rows, &heading, self->record_width, &self->beside);
  self->profile = profile_rows (rows, self->first_row, self->width);
  name_columns (self, rows);

  return self;
}

void
bw_layout_free (BwLayout *self)
{
  g_clear_pointer (&self->profile, bw_profile_free);
  g_array_unref (self->heads);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->given);
  g_free (self);
}
