/* Customers × snapshots: a list of snapshots over one index of customers, never changed once made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/panel.h"

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
