/* The panel written into the workspace file, in parts of columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys are customer-wide: they stand as words. Names are the field BW_FIELD_NAMES of no snapshot,
* with words of their own; the customers of a snapshot's rows are its field BW_FIELD_CUSTOMERS. Parts
* that are there already, as those of older snapshots are when a new one comes, cost a look-up. */

#include "store/codec.h"
#include "store/panel-parts.h"
#include "store/pieces.h"
#include "store/store-private.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

static gboolean
put_part (sqlite3 *db,
          gint64   snapshot,
          gint64   field,
          gsize    part,
          GBytes  *bytes,
          GError **error)
{
  const gint64 piece = bw_piece_put (db, bytes, error);

  return piece != 0 &&
         bw_query_run (db, error, "INSERT INTO part (snapshot, field, part, piece) VALUES (?, ?, ?, ?)",
                       "iiii", snapshot, field, (gint64) part, piece);
}

static gboolean
put_codes (sqlite3       *db,
           gint64         snapshot,
           gint64         field,
           const guint32 *codes,
           gsize          n,
           GError       **error)
{
  for (gsize i = 0; i < n; i += BW_PART_ROWS)
    {
      g_autoptr(GBytes) bytes = bw_codec_pack_codes (codes + i, MIN (BW_PART_ROWS, n - i));

      if (!put_part (db, snapshot, field, i / BW_PART_ROWS, bytes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_numbers (sqlite3      *db,
             gint64        snapshot,
             gint64        field,
             const double *values,
             gsize         n,
             GError      **error)
{
  for (gsize i = 0; i < n; i += BW_PART_ROWS)
    {
      g_autoptr(GBytes) bytes = bw_codec_pack_numbers (values + i, MIN (BW_PART_ROWS, n - i));

      if (!put_part (db, snapshot, field, i / BW_PART_ROWS, bytes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_column (sqlite3  *db,
            gint64    snapshot,
            gint64    field,
            BwColumn *column,
            GError  **error)
{
  const gsize n = bw_column_get_n_rows (column);

  if (bw_column_type_is_coded (bw_column_get_type (column)))
    return put_codes (db, snapshot, field, bw_column_get_codes (column), n, error);

  return put_numbers (db, snapshot, field, bw_column_get_numbers (column), n, error);
}

static gint64
put_words (sqlite3      *db,
           BwDictionary *dictionary,
           GError      **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GBytes) taken = NULL;

  for (guint32 code = 0; code < bw_dictionary_size (dictionary); code++)
    {
      const char *word = bw_dictionary_get (dictionary, code);

      g_byte_array_append (bytes, (const guint8 *) word, strlen (word) + 1);
    }
  taken = g_byte_array_free_to_bytes (g_steal_pointer (&bytes));

  return bw_stream_put_bytes (db, taken, error);
}

/* The dictionary of a field through all snapshots; NULL for numbers, or where there is no snapshot. */
static BwDictionary *
find_dictionary (BwPanel *panel,
                 guint    field)
{
  BwColumn *column;

  if (bw_panel_get_n_snapshots (panel) == 0 ||
      !bw_column_type_is_coded (bw_panel_get_column (panel, field)->type))
    return NULL;
  column = bw_snapshot_get_column (bw_panel_get_snapshot (panel, 0), field);

  return bw_column_get_dictionary (column);
}

static gboolean
put_field (sqlite3             *db,
           gint64               position,
           const BwPanelColumn *column,
           BwDictionary        *dictionary,
           GError             **error)
{
  const gint64 words = dictionary != NULL ? put_words (db, dictionary, error) : 0;

  if (dictionary != NULL && words == 0)
    return FALSE;
  if (!bw_query_run (db, error, "INSERT INTO field (position, name, source, type, currency, role) "
                     "VALUES (?, ?, ?, ?, ?, ?)", "isssss", position, column->name, column->source,
                     bw_column_type_get_id (column->type), column->currency,
                     bw_role_get_id (column->role)))
    return FALSE;

  return dictionary == NULL ||
         bw_query_run (db, error, "UPDATE field SET words = ?, n_words = ? WHERE position = ?", "iii",
                       words, (gint64) bw_dictionary_size (dictionary), position);
}

/* Keys as words: customer i has word i. */
static gboolean
put_keys (sqlite3 *db,
          BwPanel *panel,
          GError **error)
{
  const BwPanelColumn keys = { "keys", NULL, BW_COLUMN_KEY, NULL, BW_ROLE_KEY };
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;

  for (guint i = 0; i < bw_panel_get_n_customers (panel); i++)
    bw_dictionary_builder_add (builder, bw_panel_get_key (panel, i), -1);
  dictionary = bw_dictionary_builder_end (builder);

  return put_field (db, BW_FIELD_KEYS, &keys, dictionary, error);
}

static gboolean
put_names (sqlite3 *db,
           BwPanel *panel,
           GError **error)
{
  const BwPanelColumn names = { "names", NULL, BW_COLUMN_TEXT, NULL, BW_ROLE_NAME };
  const guint n = bw_panel_get_n_customers (panel);
  g_autofree guint32 *codes = g_new (guint32, MAX (n, 1));
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;

  for (guint i = 0; i < n; i++)
    {
      const char *name = bw_panel_get_name (panel, i);

      codes[i] = g_str_equal (name, bw_panel_get_key (panel, i))
                 ? BW_NO_CODE : bw_dictionary_builder_add (builder, name, -1);
    }
  dictionary = bw_dictionary_builder_end (builder);

  return put_field (db, BW_FIELD_NAMES, &names, dictionary, error) &&
         put_codes (db, BW_NO_SNAPSHOT, BW_FIELD_NAMES, codes, n, error);
}

static gboolean
put_fields (sqlite3 *db,
            BwPanel *panel,
            GError **error)
{
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      if (!put_field (db, i, bw_panel_get_column (panel, i), find_dictionary (panel, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_snapshot (sqlite3      *db,
              BwPanel      *panel,
              guint         position,
              GCancellable *cancellable,
              GError      **error)
{
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, position);
  const gsize n_rows = bw_snapshot_get_n_rows (snapshot);
  const double date = bw_snapshot_get_date (snapshot);

  if (!bw_query_run (db, error, "INSERT INTO snapshot (position, date, rows) VALUES (?, ?, ?)", "idi",
                     (gint64) position, date, (gint64) n_rows) || /* NaN is kept as NULL */
      !put_codes (db, position, BW_FIELD_CUSTOMERS, bw_snapshot_get_customers (snapshot), n_rows, error))
    return FALSE;
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
          !put_column (db, position, i, bw_snapshot_get_column (snapshot, i), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_sources (sqlite3           *db,
             const char *const *sources,
             GError           **error)
{
  g_autoptr(GVariant) list = g_variant_ref_sink (g_variant_new_strv (sources, -1));
  g_autofree char *text = g_variant_print (list, FALSE);

  return bw_query_run (db, error, "INSERT OR REPLACE INTO fact (name, value) VALUES ('sources', ?)", "s",
                       text);
}

static gboolean
delete_all (sqlite3 *db,
            GError **error)
{
  return bw_query_run (db, error, "DELETE FROM field", "") &&
         bw_query_run (db, error, "DELETE FROM snapshot", "") &&
         bw_query_run (db, error, "DELETE FROM part", "");
}

static gboolean
put_all (sqlite3      *db,
         BwPanel      *panel,
         GCancellable *cancellable,
         GError      **error)
{
  /* what the panel before this one had is kept till the next: it may still be read */
  if (!bw_pieces_sweep (db, error) || !delete_all (db, error) || !put_sources (db, bw_panel_get_sources (panel), error) || !put_keys (db, panel, error) ||
      !put_names (db, panel, error) || !put_fields (db, panel, error))
    return FALSE;
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      if (!put_snapshot (db, panel, i, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_store_put_panel:
 *
 * Puts @panel in the place of the one that is there.
 */
gboolean
bw_store_put_panel (BwStore      *self,
                    BwPanel      *panel,
                    GCancellable *cancellable,
                    GError      **error)
{
  return bw_store_begin (self, error) &&
         bw_store_end (self, put_all (self->db, panel, cancellable, error), error);
}

/**
 * bw_store_clear_panel:
 *
 * Leaves the file without a panel.
 */
gboolean
bw_store_clear_panel (BwStore *self,
                      GError **error)
{
  return bw_store_begin (self, error) && bw_store_end (self, delete_all (self->db, error), error);
}
