/* Columns of a panel that are still in the workspace file: read, checked, and kept by their snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A BwPanelFile has a connection of its own, so that a worker may look at a column while the window
 * writes. It is shared by the snapshots of the panel, and ends with the last of them. A snapshot
 * knows its pieces by number: another import may take its place in the file meanwhile, but pieces
 * never change, and are swept only when nobody has a snapshot any more: bw_store_sweep(). A column
 * that turns out damaged is missing in all rows: bw_store_check_panel() names it. */

#include "store/panel-file.h"

#include "store/codec.h"
#include "store/pieces.h"
#include "store/query.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PATIENCE 60000 /* ms: somebody may be writing a large import */

/**
 * SnapshotFile:
 * @pieces: of its columns, n_parts for each; 0 where the file has none
 */
typedef struct
{
  BwPanelFile *file;
  gsize        n_rows;
  gsize        n_parts;
  gint64      *pieces;
} SnapshotFile;

/**
 * bw_panel_file_fail:
 *
 * Returns: %FALSE, with @error set to that the panel is damaged
 */
gboolean
bw_panel_file_fail (GError **error)
{
  g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED,
                       _("The file is damaged: the customers in it do not fit together."));

  return FALSE;
}

/**
 * bw_panel_file_new:
 * @path: of a workspace that was opened and checked
 *
 * Returns: (transfer full) (nullable): a file whose columns are not known yet
 */
BwPanelFile *
bw_panel_file_new (const char *path,
                   GError    **error)
{
  g_autoptr(BwPanelFile) self = g_new0 (BwPanelFile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->using);
  self->texts = g_string_chunk_new (512);

  if (!bw_store_connect (path, SQLITE_OPEN_READONLY, &self->db, error))
    return NULL;
  sqlite3_busy_timeout (self->db, PATIENCE);

  return g_steal_pointer (&self);
}

void
bw_panel_file_unref (BwPanelFile *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (guint i = 0; i < self->n_columns; i++)
    g_clear_pointer (&self->dictionaries[i], bw_dictionary_unref);
  sqlite3_close (self->db);
  g_mutex_clear (&self->using);
  g_free (self->columns);
  g_free (self->dictionaries);
  g_string_chunk_free (self->texts);
  g_free (self);
}

/**
 * bw_panel_file_is_used:
 *
 * Returns: whether anybody but the caller has it, so that columns may still be read
 */
gboolean
bw_panel_file_is_used (BwPanelFile *self)
{
  return !g_atomic_ref_count_compare (&self->ref_count, 1);
}

static void
snapshot_file_free (gpointer data)
{
  SnapshotFile *self = data;

  bw_panel_file_unref (self->file);
  g_free (self->pieces);
  g_free (self);
}

static gsize
count_parts (gsize n_rows)
{
  return (n_rows + BW_PART_ROWS - 1) / BW_PART_ROWS;
}

/* The bytes of a part, or NULL with @error set. */
static GBytes *
get_part (sqlite3 *db,
          gint64   piece,
          GError **error)
{
  if (piece != 0)
    return bw_piece_get (db, piece, error);

  bw_panel_file_fail (error);

  return NULL;
}

static guint32 *
read_codes (sqlite3      *db,
            const gint64 *pieces,
            gsize         n,
            guint32       n_codes,
            GError      **error)
{
  g_autofree guint32 *codes = g_try_new (guint32, MAX (n, 1));

  for (gsize i = 0; codes != NULL && i < n; i += BW_PART_ROWS)
    {
      g_autoptr(GBytes) bytes = get_part (db, pieces[i / BW_PART_ROWS], error);

      if (bytes == NULL)
        return NULL;
      if (!bw_codec_unpack_codes (bytes, codes + i, MIN (BW_PART_ROWS, n - i), n_codes))
        {
          bw_panel_file_fail (error);
          return NULL;
        }
    }
  if (codes == NULL)
    bw_panel_file_fail (error);

  return g_steal_pointer (&codes);
}

static double *
read_numbers (sqlite3      *db,
              const gint64 *pieces,
              gsize         n,
              GError      **error)
{
  g_autofree double *values = g_try_new (double, MAX (n, 1));

  for (gsize i = 0; values != NULL && i < n; i += BW_PART_ROWS)
    {
      g_autoptr(GBytes) bytes = get_part (db, pieces[i / BW_PART_ROWS], error);

      if (bytes == NULL)
        return NULL;
      if (!bw_codec_unpack_numbers (bytes, values + i, MIN (BW_PART_ROWS, n - i)))
        {
          bw_panel_file_fail (error);
          return NULL;
        }
    }
  if (values == NULL)
    bw_panel_file_fail (error);

  return g_steal_pointer (&values);
}

/**
 * bw_panel_file_read_codes:
 * @snapshot: or %BW_NO_SNAPSHOT
 * @field: a field of codes that is no column
 * @n: rows
 * @n_codes: each is below it
 *
 * Returns: (transfer full) (nullable) (array length=n): the codes, or %NULL with @error set
 */
guint32 *
bw_panel_file_read_codes (BwPanelFile *self,
                          gint64       snapshot,
                          gint64       field,
                          gsize        n,
                          guint32      n_codes,
                          GError     **error)
{
  g_autofree gint64 *pieces = bw_panel_file_list_pieces (self, snapshot, field, 1, n, error);

  return pieces != NULL ? read_codes (self->db, pieces, n, n_codes, error) : NULL;
}

/**
 * bw_panel_file_list_pieces:
 * @field: the first of @n_fields
 * @n_rows: of the snapshot
 *
 * Returns: (transfer full) (nullable): the numbers of the pieces, field by field and part by part,
 *   0 where there is none; %NULL with @error set where they cannot be read
 */
gint64 *
bw_panel_file_list_pieces (BwPanelFile *self,
                           gint64       snapshot,
                           gint64       field,
                           guint        n_fields,
                           gsize        n_rows,
                           GError     **error)
{
  const gsize n_parts = count_parts (n_rows);
  g_autofree gint64 *pieces = g_new0 (gint64, n_parts * n_fields + 1);
  g_autoptr(GError) failed = NULL;
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT field, part, piece FROM part WHERE snapshot = ? "
                  "AND field BETWEEN ? AND ?", "iii", snapshot, field, field + n_fields - 1);

  if (query == NULL)
    return NULL;
  while (bw_query_next (query, &failed))
    {
      const gint64 part = sqlite3_column_int64 (query, 1);

      if (part >= 0 && (gsize) part < n_parts)
        pieces[(sqlite3_column_int64 (query, 0) - field) * n_parts + part] = sqlite3_column_int64 (query, 2);
    }
  if (failed == NULL)
    return g_steal_pointer (&pieces);

  g_propagate_error (error, g_steal_pointer (&failed));

  return NULL;
}

/* A column of @field without a value in any row. */
static BwColumn *
make_missing (const BwPanelColumn *field,
              BwDictionary        *dictionary,
              gsize                n)
{
  double *values;
  guint32 *codes;

  if (dictionary != NULL)
    {
      codes = g_new (guint32, MAX (n, 1));
      for (gsize i = 0; i < n; i++)
        codes[i] = BW_NO_CODE;
      return bw_column_new_codes (field->name, field->type, codes, n, dictionary);
    }
  values = g_new (double, MAX (n, 1));
  for (gsize i = 0; i < n; i++)
    values[i] = NAN;

  return bw_column_new_numbers (field->name, field->type, values, n);
}

/* The column as the file has it, or NULL with @error set. */
static BwColumn *
read_column (const SnapshotFile *self,
             guint               column,
             GError            **error)
{
  const BwPanelFile *file = self->file;
  const BwPanelColumn *field = &file->columns[column];
  const gint64 *pieces = self->pieces + column * self->n_parts;
  BwDictionary *dictionary = file->dictionaries[column];
  double *values;
  guint32 *codes;

  if (dictionary != NULL)
    {
      codes = read_codes (file->db, pieces, self->n_rows, bw_dictionary_size (dictionary), error);
      return codes != NULL
             ? bw_column_new_codes (field->name, field->type, codes, self->n_rows, dictionary) : NULL;
    }
  values = read_numbers (file->db, pieces, self->n_rows, error);

  return values != NULL ? bw_column_new_numbers (field->name, field->type, values, self->n_rows) : NULL;
}

static BwColumn *
load_column (gpointer data,
             guint    column)
{
  SnapshotFile *self = data;
  const BwPanelColumn *field = &self->file->columns[column];
  g_autoptr(BwColumn) found = NULL;

  g_mutex_lock (&self->file->using);
  found = read_column (self, column, NULL);
  if (found == NULL)
    self->file->lost = field->name;
  g_mutex_unlock (&self->file->using);

  if (found == NULL)
    found = make_missing (field, self->file->dictionaries[column], self->n_rows);

  return field->currency != NULL ? bw_column_with_currency (found, field->currency)
                                 : g_steal_pointer (&found);
}

/**
 * bw_panel_file_new_snapshot:
 * @customers: (transfer full): of its rows
 *
 * Returns: (transfer full) (nullable): the snapshot, or %NULL with @error set
 */
BwSnapshot *
bw_panel_file_new_snapshot (BwPanelFile *self,
                            gint64       position,
                            double       date,
                            gsize        n_rows,
                            guint32     *customers,
                            GError     **error)
{
  gint64 *pieces = bw_panel_file_list_pieces (self, position, 0, self->n_columns, n_rows, error);
  BwColumnLoader loader = { .load = load_column, .free = snapshot_file_free };
  SnapshotFile *file;

  if (pieces == NULL)
    {
      g_free (customers);
      return NULL;
    }
  file = g_new (SnapshotFile, 1);
  *file = (SnapshotFile) {
    .file = self, .n_rows = n_rows, .n_parts = count_parts (n_rows), .pieces = pieces,
  };
  g_atomic_ref_count_inc (&self->ref_count);
  loader.data = file;

  return bw_snapshot_new_later (date, n_rows, self->n_columns, customers, &loader);
}
