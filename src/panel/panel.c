/* Customers × snapshots: a list of snapshots over one index of customers, never changed once made. */
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

struct _BwPanel
{
  gatomicrefcount ref_count;

  BwColumn      *keys;
  BwColumn      *names; /* or NULL */
  guint32       *customer_of_code;
  BwPanelColumn *columns;
  guint          n_columns;
  GHashTable    *column_of_name; /* the place, by the name in columns */
  GPtrArray     *snapshots; /* of BwSnapshot, oldest first */
  GStringChunk  *texts;
  char         **sources;
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

static void
index_columns (BwPanel *self)
{
  self->column_of_name = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = self->n_columns; i > 0; i--)
    g_hash_table_insert (self->column_of_name, (gpointer) self->columns[i - 1].name,
                         GUINT_TO_POINTER (i - 1));
}

static void
index_keys (BwPanel *self)
{
  const guint32 *codes = bw_column_get_codes (self->keys);
  const guint32 size = bw_dictionary_size (bw_column_get_dictionary (self->keys));

  self->customer_of_code = g_new (guint32, MAX (size, 1));
  for (guint32 code = 0; code < size; code++)
    self->customer_of_code[code] = BW_NONE;
  for (gsize i = bw_column_get_n_rows (self->keys); i > 0; i--)
    self->customer_of_code[codes[i - 1]] = i - 1;
}

static void
copy_columns (BwPanel             *self,
              const BwPanelColumn *columns,
              guint                n_columns)
{
  self->columns = g_new0 (BwPanelColumn, MAX (n_columns, 1));
  self->n_columns = n_columns;

  for (guint i = 0; i < n_columns; i++)
    {
      const BwPanelColumn *from = &columns[i];

      self->columns[i] = *from;
      self->columns[i].name = g_string_chunk_insert_const (self->texts, from->name);
      if (from->source != NULL)
        self->columns[i].source = g_string_chunk_insert_const (self->texts, from->source);
      if (from->currency != NULL)
        self->columns[i].currency = g_string_chunk_insert_const (self->texts, from->currency);
    }
}

/**
 * bw_panel_new:
 * @keys: a coded column, one row a customer, none missing, each key once
 * @names: (nullable): a coded column, one row a customer
 * @columns: (array length=n_columns): copied; names are unique
 * @snapshots: (array length=n_snapshots): oldest first; the panel takes a reference on each;
 *   columns of codes share one dictionary through all snapshots
 * @sources: (nullable) (array zero-terminated=1): display names of the exports
 *
 * Returns: (transfer full): a panel
 */
BwPanel *
bw_panel_new (BwColumn            *keys,
              BwColumn            *names,
              const BwPanelColumn *columns,
              guint                n_columns,
              BwSnapshot *const   *snapshots,
              guint                n_snapshots,
              const char *const   *sources)
{
  BwPanel *self = g_new0 (BwPanel, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->keys = bw_column_ref (keys);
  self->names = names != NULL ? bw_column_ref (names) : NULL;
  self->texts = g_string_chunk_new (512);
  self->sources = sources != NULL ? g_strdupv ((char **) sources) : g_new0 (char *, 1);
  self->snapshots = g_ptr_array_new_full (n_snapshots, (GDestroyNotify) bw_snapshot_unref);
  for (guint i = 0; i < n_snapshots; i++)
    g_ptr_array_add (self->snapshots, bw_snapshot_ref (snapshots[i]));
  copy_columns (self, columns, n_columns);
  index_columns (self);
  index_keys (self);

  return self;
}

BwPanel *
bw_panel_ref (BwPanel *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_panel_unref (BwPanel *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_column_unref (self->keys);
  g_clear_pointer (&self->names, bw_column_unref);
  g_free (self->customer_of_code);
  g_hash_table_unref (self->column_of_name);
  g_free (self->columns);
  g_ptr_array_unref (self->snapshots);
  g_string_chunk_free (self->texts);
  g_strfreev (self->sources);
  g_free (self);
}

guint
bw_panel_get_n_customers (const BwPanel *self)
{
  return bw_column_get_n_rows (self->keys);
}

const char *
bw_panel_get_key (const BwPanel *self,
                  guint          customer)
{
  return bw_column_get_text (self->keys, customer);
}

/**
 * bw_panel_get_name:
 *
 * Returns: (transfer none): the name of @customer, or its key where it has none
 */
const char *
bw_panel_get_name (const BwPanel *self,
                   guint          customer)
{
  const char *name = self->names != NULL ? bw_column_get_text (self->names, customer) : NULL;

  return name != NULL && *name != '\0' ? name : bw_panel_get_key (self, customer);
}

/**
 * bw_panel_find_customer:
 *
 * Returns: the customer of that exact key, or %BW_NONE
 */
guint
bw_panel_find_customer (const BwPanel *self,
                        const char    *key)
{
  const guint32 code = bw_dictionary_lookup (bw_column_get_dictionary (self->keys), key);

  return code == BW_NO_CODE ? BW_NONE : self->customer_of_code[code];
}

guint
bw_panel_get_n_columns (const BwPanel *self)
{
  return self->n_columns;
}

const BwPanelColumn *
bw_panel_get_column (const BwPanel *self,
                     guint          column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);

  return &self->columns[column];
}

/**
 * bw_panel_find_column:
 *
 * Returns: the column of that exact name, or %BW_NONE
 */
guint
bw_panel_find_column (const BwPanel *self,
                      const char    *name)
{
  gpointer place;

  if (name == NULL || !g_hash_table_lookup_extended (self->column_of_name, name, NULL, &place))
    return BW_NONE;

  return GPOINTER_TO_UINT (place);
}

/**
 * bw_panel_find_role:
 *
 * Returns: the first column that has @role, or %BW_NONE
 */
guint
bw_panel_find_role (const BwPanel *self,
                    BwRole         role)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i].role == role)
        return i;
    }

  return BW_NONE;
}

guint
bw_panel_get_n_snapshots (const BwPanel *self)
{
  return self->snapshots->len;
}

/**
 * bw_panel_get_snapshot:
 * @snapshot: 0 is the oldest
 *
 * Returns: (transfer none): the snapshot
 */
BwSnapshot *
bw_panel_get_snapshot (const BwPanel *self,
                       guint          snapshot)
{
  g_return_val_if_fail (snapshot < self->snapshots->len, NULL);

  return g_ptr_array_index (self->snapshots, snapshot);
}

/**
 * bw_panel_get_sources:
 *
 * Returns: (transfer none) (array zero-terminated=1): display names of the exports, never %NULL
 */
const char *const *
bw_panel_get_sources (const BwPanel *self)
{
  return (const char *const *) self->sources;
}
