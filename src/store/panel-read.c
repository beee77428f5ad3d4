/* The panel read from the workspace file: what is always needed at once, columns when looked at. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file says is held to what a panel must be before memory is asked for. */

#include "store/damage.h"
#include "store/panel-file.h"
#include "store/pieces.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_COLUMNS 50000
#define MOST_WORDS (G_GUINT64_CONSTANT (4) * 1024 * 1024 * 1024) /* bytes of one field's words */

static gboolean
get_number (sqlite3    *db,
            const char *sql,
            gint64     *number,
            GError    **error)
{
  g_autoptr(sqlite3_stmt) query = bw_query_new (db, error, sql, "");

  if (query == NULL || !bw_query_need (query, error))
    return FALSE;
  *number = sqlite3_column_int64 (query, 0);

  return TRUE;
}

/* The words of a field, each with its final NUL; NULL with @error set where they are not that. */
static BwDictionary *
read_words (sqlite3 *db,
            gint64   stream,
            gint64   n_words,
            GError **error)
{
  g_autoptr(GBytes) bytes = bw_stream_get_bytes (db, stream, MOST_WORDS, error);
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  gsize size = 0;
  const char *at = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  const char *end = at + size;
  gint64 n = 0;

  if (bytes == NULL)
    return NULL;
  while (at < end)
    {
      const char *stop = memchr (at, '\0', end - at);

      if (stop == NULL || !g_utf8_validate (at, stop - at, NULL) ||
          bw_dictionary_builder_add (builder, at, stop - at) != n++)
        break;
      at = stop + 1;
    }
  if (at == end && n == n_words)
    return bw_dictionary_builder_end (builder);

  bw_panel_file_fail (error);

  return NULL;
}

/* The words of the field of @query, from its columns 5 and 6. */
static BwDictionary *
read_field_words (sqlite3_stmt *query,
                  GError      **error)
{
  return read_words (sqlite3_db_handle (query), sqlite3_column_int64 (query, 5),
                     sqlite3_column_int64 (query, 6), error);
}

static const char *
keep_text (BwPanelFile  *self,
           sqlite3_stmt *query,
           int           column)
{
  g_autofree char *text = bw_query_dup_text (query, column);

  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

/* The field that @query stands at becomes column @i. */
static gboolean
read_field (BwPanelFile  *self,
            sqlite3_stmt *query,
            guint         i,
            GHashTable   *names,
            GError      **error)
{
  BwPanelColumn *column = &self->columns[i];
  g_autofree char *type = bw_query_dup_text (query, 2);
  g_autofree char *role = bw_query_dup_text (query, 4);

  column->name = keep_text (self, query, 0);
  column->source = keep_text (self, query, 1);
  column->currency = keep_text (self, query, 3);
  if (column->name == NULL || type == NULL || role == NULL ||
      !bw_column_type_from_id (type, &column->type) || !bw_role_from_id (role, &column->role))
    return bw_panel_file_fail (error);
  if (!g_hash_table_add (names, (gpointer) column->name))
    return bw_panel_file_fail (error); /* there are two of that name */
  if (bw_column_type_is_coded (column->type))
    self->dictionaries[i] = read_field_words (query, error);

  return !bw_column_type_is_coded (column->type) || self->dictionaries[i] != NULL;
}

#define FIELD "name, source, type, currency, role, words, n_words FROM field"

static gboolean
read_fields (BwPanelFile *self,
             GError     **error)
{
  gint64 n;
  g_autoptr(sqlite3_stmt) query = NULL;
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  if (!get_number (self->db, "SELECT count(*) FROM field WHERE position >= 0", &n, error))
    return FALSE;
  query = bw_query_new (self->db, error, "SELECT " FIELD " WHERE position >= 0 ORDER BY position", "");
  if (query == NULL || n > MOST_COLUMNS)
    return query != NULL && bw_panel_file_fail (error);

  self->columns = g_new0 (BwPanelColumn, MAX (n, 1));
  self->dictionaries = g_new0 (BwDictionary *, MAX (n, 1));
  self->n_columns = n;
  for (guint i = 0; i < n; i++)
    {
      if (!bw_query_need (query, error) || !read_field (self, query, i, names, error))
        return FALSE;
    }

  return TRUE;
}

/* The words of one of the fields that are no columns. */
static BwDictionary *
read_own_words (BwPanelFile *self,
                gint64       field,
                GError     **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT " FIELD " WHERE position = ?", "i", field);

  if (query == NULL || !bw_query_need (query, error))
    return NULL;

  return read_field_words (query, error);
}

static BwColumn *
read_keys (BwPanelFile *self,
           GError     **error)
{
  g_autoptr(BwDictionary) words = read_own_words (self, BW_FIELD_KEYS, error);
  const guint32 n = words != NULL ? bw_dictionary_size (words) : 0;
  guint32 *codes;

  if (words == NULL)
    return NULL;
  codes = g_new (guint32, MAX (n, 1));
  for (guint32 i = 0; i < n; i++)
    codes[i] = i;

  return bw_column_new_codes ("key", BW_COLUMN_KEY, codes, n, words);
}

static BwColumn *
read_names (BwPanelFile *self,
            gsize        n,
            GError     **error)
{
  g_autoptr(BwDictionary) words = read_own_words (self, BW_FIELD_NAMES, error);
  guint32 *codes = words != NULL
    ? bw_panel_file_read_codes (self, BW_NO_SNAPSHOT, BW_FIELD_NAMES, n, bw_dictionary_size (words), error) : NULL;

  return codes != NULL ? bw_column_new_codes ("name", BW_COLUMN_TEXT, codes, n, words) : NULL;
}

/* Whether each customer comes at most once. */
static gboolean
are_distinct (const guint32 *customers,
              gsize          n,
              gsize          n_customers)
{
  g_autofree guint8 *seen = g_malloc0 (MAX (n_customers, 1));

  for (gsize i = 0; i < n; i++)
    {
      if (customers[i] == BW_NO_CODE || seen[customers[i]]++ != 0)
        return FALSE;
    }

  return TRUE;
}

static BwSnapshot *
read_snapshot (BwPanelFile  *self,
               sqlite3_stmt *query,
               gsize         n_customers,
               GError      **error)
{
  const gint64 position = sqlite3_column_int64 (query, 0);
  const double date = sqlite3_column_type (query, 1) == SQLITE_NULL ? NAN : sqlite3_column_double (query, 1);
  const gint64 n_rows = sqlite3_column_int64 (query, 2);
  g_autofree guint32 *customers = NULL;

  if (n_rows < 0 || (gsize) n_rows > n_customers)
    {
      bw_panel_file_fail (error);
      return NULL;
    }
  customers = bw_panel_file_read_codes (self, position, BW_FIELD_CUSTOMERS, n_rows, n_customers, error);
  if (customers == NULL)
    return NULL;
  if (!are_distinct (customers, n_rows, n_customers))
    {
      bw_panel_file_fail (error);
      return NULL;
    }

  return bw_panel_file_new_snapshot (self, position, date, n_rows, g_steal_pointer (&customers), error);
}

static GPtrArray *
read_snapshots (BwPanelFile *self,
                gsize        n_customers,
                GError     **error)
{
  g_autoptr(GPtrArray) snapshots = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_snapshot_unref);
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT position, date, rows FROM snapshot ORDER BY position", "");
  g_autoptr(GError) failed = NULL;

  if (query == NULL)
    return NULL;
  while (bw_query_next (query, &failed))
    {
      BwSnapshot *snapshot = read_snapshot (self, query, n_customers, error);

      if (snapshot == NULL)
        return NULL;
      g_ptr_array_add (snapshots, snapshot);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }

  return g_steal_pointer (&snapshots);
}

/* The names of the exports that the panel came from. */
static GStrv
read_sources (sqlite3 *db)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, NULL, "SELECT value FROM fact WHERE name = 'sources'", "");
  g_autofree char *text = query != NULL && bw_query_next (query, NULL) ? bw_query_dup_text (query, 0) : NULL;
  g_autoptr(GVariant) list = text != NULL ? g_variant_parse (G_VARIANT_TYPE_STRING_ARRAY, text, NULL, NULL, NULL)
                                          : NULL;

  return list != NULL ? g_variant_dup_strv (list, NULL) : g_new0 (char *, 1);
}

static BwPanel *
read_panel (BwPanelFile *self,
            GError     **error)
{
  g_autoptr(BwColumn) keys = read_fields (self, error) ? read_keys (self, error) : NULL;
  const gsize n = keys != NULL ? bw_column_get_n_rows (keys) : 0;
  g_autoptr(BwColumn) names = keys != NULL ? read_names (self, n, error) : NULL;
  g_autoptr(GPtrArray) snapshots = names != NULL ? read_snapshots (self, n, error) : NULL;
  g_auto(GStrv) sources = NULL;

  if (snapshots == NULL)
    return NULL;
  sources = read_sources (self->db);

  return bw_panel_new (keys, names, self->columns, self->n_columns,
                       (BwSnapshot *const *) snapshots->pdata, snapshots->len,
                       (const char *const *) sources);
}

/**
 * bw_store_get_panel:
 *
 * Returns: (transfer full) (nullable): the panel, or %NULL: without @error where there is none yet
 */
BwPanel *
bw_store_get_panel (BwStore *self,
                    GError **error)
{
  static const char *const tables[] = { "piece", "stream", "field", "snapshot", "part", NULL };
  gint64 n_snapshots;
  g_autoptr(BwPanelFile) file = NULL;

  if (!bw_store_check_tables (self, tables, error) ||
      !get_number (self->db, "SELECT count(*) FROM snapshot", &n_snapshots, error) || n_snapshots == 0 ||
      !get_number (self->db, "SELECT coalesce(max(id), 0) FROM piece", &self->newest, error))
    return NULL;

  file = bw_panel_file_new (self->path, error);
  if (file == NULL)
    return NULL;
  g_clear_pointer (&self->panel, bw_panel_file_unref);
  g_atomic_ref_count_inc (&file->ref_count);
  self->panel = file;

  return read_panel (file, error);
}

/* The name of a column that could not be read when it was looked at, or NULL. */
static char *
dup_lost (BwStore *self)
{
  char *lost;

  if (self->panel == NULL)
    return NULL;

  g_mutex_lock (&self->panel->using);
  lost = g_strdup (self->panel->lost);
  g_mutex_unlock (&self->panel->using);

  return lost;
}

/**
 * bw_store_check_panel:
 *
 * A column of the panel is read when it is first looked at; one that cannot be read has no value then.
 *
 * Returns: whether all could be read that was looked at in the panel that bw_store_get_panel() gave
 *   last; else @error says which could not
 */
gboolean
bw_store_check_panel (BwStore *self,
                      GError **error)
{
  g_autofree char *lost = dup_lost (self);

  if (lost == NULL)
    return TRUE;

  g_set_error (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED,
               _("The file is damaged: the column “%s” cannot be read."), lost);

  return FALSE;
}

/**
 * bw_store_name_lost:
 *
 * Returns: (transfer full) (nullable): what bw_store_check_panel() complains of, in the words of
 *   bw_store_check_pieces(); %NULL where all could be read
 */
char *
bw_store_name_lost (BwStore *self)
{
  g_autofree char *lost = dup_lost (self);

  return lost != NULL ? g_strdup_printf (_("The column “%s”"), lost) : NULL;
}
