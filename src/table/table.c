/* Columns of one length, side by side, never changed once made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "table/table.h"

struct _BwTable
{
  gatomicrefcount ref_count;

  gsize      n_rows;
  GPtrArray *columns; /* of BwColumn */
};

/**
 * bw_table_new:
 * @columns: (array length=n_columns): each of @n_rows rows; the table takes a reference on each
 * @n_rows: also where there is no column
 *
 * Returns: (transfer full): a table
 */
BwTable *
bw_table_new (BwColumn *const *columns,
              guint            n_columns,
              gsize            n_rows)
{
  BwTable *self = g_new0 (BwTable, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->n_rows = n_rows;
  self->columns = g_ptr_array_new_full (n_columns, (GDestroyNotify) bw_column_unref);

  for (guint i = 0; i < n_columns; i++)
    {
      g_assert (bw_column_get_n_rows (columns[i]) == n_rows);
      g_ptr_array_add (self->columns, bw_column_ref (columns[i]));
    }

  return self;
}

BwTable *
bw_table_ref (BwTable *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_table_unref (BwTable *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->columns);
  g_free (self);
}

gsize
bw_table_get_n_rows (const BwTable *self)
{
  return self->n_rows;
}

guint
bw_table_get_n_columns (const BwTable *self)
{
  return self->columns->len;
}

/**
 * bw_table_get_column:
 *
 * Returns: (transfer none): the column at that place
 */
BwColumn *
bw_table_get_column (const BwTable *self,
                     guint          column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, column);
}

/**
 * bw_table_find_column:
 *
 * Returns: the first column of that exact name, or %BW_NONE
 */
guint
bw_table_find_column (const BwTable *self,
                      const char    *name)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      if (g_strcmp0 (bw_column_get_name (g_ptr_array_index (self->columns, i)), name) == 0)
        return i;
    }

  return BW_NONE;
}

/**
 * bw_table_equal:
 *
 * Cost: one pass over both where they are equal.
 *
 * Returns: whether both have the same columns in the same order, with the same values in each row
 */
gboolean
bw_table_equal (const BwTable *a,
                const BwTable *b)
{
  if (a == b)
    return TRUE;
  if (a->n_rows != b->n_rows || a->columns->len != b->columns->len)
    return FALSE;

  for (guint i = 0; i < a->columns->len; i++)
    {
      if (!bw_column_equal (g_ptr_array_index (a->columns, i), g_ptr_array_index (b->columns, i)))
        return FALSE;
    }

  return TRUE;
}
