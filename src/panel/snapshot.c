/* The customers of a panel at one date, whose columns may come when they are first looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/panel.h"

struct _BwSnapshot
{
  gatomicrefcount ref_count;

  double   date;
  gsize    n_rows;
  guint32 *customers;   /* by row */
  guint32 *rows;        /* by customer; BW_NONE where not here */
  gsize    n_customers; /* entries of rows */

  BwColumn     **columns; /* NULL until they are loaded */
  guint          n_columns;
  BwColumnLoader loader;
  GMutex         loading;
};

static void
index_customers (BwSnapshot *self)
{
  guint32 most = 0;

  for (gsize row = 0; row < self->n_rows; row++)
    most = MAX (most, self->customers[row] + 1);

  self->n_customers = most;
  self->rows = g_new (guint32, MAX (most, 1));
  for (gsize i = 0; i < most; i++)
    self->rows[i] = BW_NONE;
  for (gsize row = 0; row < self->n_rows; row++)
    self->rows[self->customers[row]] = row;
}

/**
 * bw_snapshot_new_later:
 * @date: days since 1970-01-01, or NaN where the panel knows no date
 * @n_columns: those of the panel
 * @customers: (transfer full) (array length=n_rows): the customer of each row, each at most once
 * @loader: copied; its data is the snapshot's then
 *
 * Returns: (transfer full): a snapshot whose columns come when they are looked at
 */
BwSnapshot *
bw_snapshot_new_later (double                date,
                       gsize                 n_rows,
                       guint                 n_columns,
                       guint32              *customers,
                       const BwColumnLoader *loader)
{
  BwSnapshot *self = g_new0 (BwSnapshot, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->date = date;
  self->n_rows = n_rows;
  self->customers = customers;
  self->columns = g_new0 (BwColumn *, MAX (n_columns, 1));
  self->n_columns = n_columns;
  self->loader = *loader;
  g_mutex_init (&self->loading);
  index_customers (self);

  return self;
}

static BwColumn *
ref_from_table (gpointer data,
                guint    column)
{
  return bw_column_ref (bw_table_get_column (data, column));
}

/**
 * bw_snapshot_new:
 * @date: days since 1970-01-01, or NaN where the panel knows no date
 * @table: one row a customer, with exactly the panel's columns in the panel's order
 * @customers: (transfer full): the customer of each row, each customer at most once
 *
 * Returns: (transfer full): a snapshot
 */
BwSnapshot *
bw_snapshot_new (double   date,
                 BwTable *table,
                 guint32 *customers)
{
  const BwColumnLoader loader = {
    .load = ref_from_table, .data = bw_table_ref (table), .free = (GDestroyNotify) bw_table_unref,
  };

  return bw_snapshot_new_later (date, bw_table_get_n_rows (table), bw_table_get_n_columns (table),
                                customers, &loader);
}

BwSnapshot *
bw_snapshot_ref (BwSnapshot *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_snapshot_unref (BwSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->columns[i], bw_column_unref);
  if (self->loader.free != NULL)
    self->loader.free (self->loader.data);
  g_mutex_clear (&self->loading);
  g_free (self->columns);
  g_free (self->customers);
  g_free (self->rows);
  g_free (self);
}

/**
 * bw_snapshot_get_date:
 *
 * Returns: days since 1970-01-01, NaN where there is no date
 */
double
bw_snapshot_get_date (const BwSnapshot *self)
{
  return self->date;
}

gsize
bw_snapshot_get_n_rows (const BwSnapshot *self)
{
  return self->n_rows;
}

/**
 * bw_snapshot_get_customers:
 *
 * Returns: (array) (transfer none): the panel's customer of each row, in the order of the file
 */
const guint32 *
bw_snapshot_get_customers (const BwSnapshot *self)
{
  return self->customers;
}

/**
 * bw_snapshot_find_row:
 *
 * Returns: the row of @customer, or %BW_NONE where it is not in this snapshot
 */
guint
bw_snapshot_find_row (const BwSnapshot *self,
                      guint             customer)
{
  return customer < self->n_customers ? self->rows[customer] : BW_NONE;
}

static BwColumn *
load_column (BwSnapshot *self,
             guint       column)
{
  BwColumn *loaded;

  g_mutex_lock (&self->loading);
  loaded = self->columns[column];
  if (loaded == NULL)
    {
      loaded = self->loader.load (self->loader.data, column);
      g_atomic_pointer_set (&self->columns[column], loaded);
    }
  g_mutex_unlock (&self->loading);

  return loaded;
}

/**
 * bw_snapshot_get_column:
 * @column: a column of the panel
 *
 * Returns: (transfer none): its values in this snapshot; the first look may have to read them
 */
BwColumn *
bw_snapshot_get_column (BwSnapshot *self,
                        guint       column)
{
  BwColumn *loaded;

  g_return_val_if_fail (column < self->n_columns, NULL);

  loaded = g_atomic_pointer_get (&self->columns[column]);

  return loaded != NULL ? loaded : load_column (self, column);
}
