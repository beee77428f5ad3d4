/* A table in plain text, its columns as wide as they need. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/text-table.h"

/* Between two columns. */
#define GAP 2

struct _BwTextTable
{
  guint      n_columns;
  GPtrArray *cells; /* row by row */
};

BwTextTable *
bw_text_table_new (guint n_columns)
{
  BwTextTable *self = g_new (BwTextTable, 1);

  *self = (BwTextTable) { n_columns, g_ptr_array_new_with_free_func (g_free) };

  return self;
}

void
bw_text_table_free (BwTextTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * bw_text_table_add:
 * @cell: (transfer full): the next, from left to right and from the first row down
 */
void
bw_text_table_add (BwTextTable *self,
                   char        *cell)
{
  g_ptr_array_add (self->cells, cell);
}

static guint
find_width (const BwTextTable *self,
            guint              column)
{
  guint width = 0;

  for (guint i = column; i < self->cells->len; i += self->n_columns)
    width = MAX (width, g_utf8_strlen (g_ptr_array_index (self->cells, i), -1));

  return width;
}

static void
append_cell (GString    *out,
             const char *text,
             guint       width,
             gboolean    right)
{
  const int air = width - (guint) g_utf8_strlen (text, -1);

  g_string_append_printf (out, "%*s%s%*s", right ? air : 0, "", text, right ? 0 : air, "");
}

static void
append_rows (const BwTextTable *self,
             GString           *out,
             gboolean           right)
{
  g_autofree guint *widths = g_new (guint, self->n_columns);

  for (guint column = 0; column < self->n_columns; column++)
    widths[column] = find_width (self, column);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const guint column = i % self->n_columns;

      if (column > 0)
        g_string_append_printf (out, "%*s", GAP, "");
      append_cell (out, g_ptr_array_index (self->cells, i), widths[column], column > 0 && right);
      if (column + 1 < self->n_columns)
        continue;

      while (out->len > 0 && out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }
}

/**
 * bw_text_table_append:
 *
 * Appends the table to @out, a line a row: the first column at the left, the others at the right.
 */
void
bw_text_table_append (const BwTextTable *self,
                      GString           *out)
{
  append_rows (self, out, TRUE);
}

/**
 * bw_text_table_append_left:
 *
 * The same with all columns at the left: names and what is to be said of them.
 */
void
bw_text_table_append_left (const BwTextTable *self,
                           GString           *out)
{
  append_rows (self, out, FALSE);
}
