/* A hash over the rows of each table, renewed with each change: a changed value shows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* SQLite finds pages that are no pages, but not a page in which a number is another. The bytes of
 * pieces have hashes of their own; the seals hold everything else. */

#include "store/seal.h"

#include "store/query.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *rows; /* all that is sealed, in a fixed order */
} SealRow;

static const SealRow seal_rows[] = {
  { "fact", "SELECT name, value FROM fact ORDER BY name" },
  { "piece", "SELECT id, hash, size FROM piece ORDER BY id" },
  { "stream", "SELECT id, position, piece FROM stream ORDER BY id, position" },
  { "import", "SELECT id, at, author, mapping, report FROM import ORDER BY id" },
  { "file", "SELECT id, import, name, read_as, size, modified, hash, rows, bytes, place, removed, replaced_by "
    "FROM file ORDER BY id" },
  { "field", "SELECT position, name, source, type, currency, role, words, n_words FROM field "
    "ORDER BY position" },
  { "snapshot", "SELECT position, date, rows FROM snapshot ORDER BY position" },
  { "part", "SELECT snapshot, field, part, piece FROM part ORDER BY snapshot, field, part" },
  { "model", "SELECT id, hash, bytes FROM model ORDER BY id" },
  { "step", "SELECT side, position, name, model, baseline FROM step ORDER BY side, position" },
  { "version", "SELECT id, name, why, author, at, model FROM version ORDER BY id" },
  { "note", "SELECT id, customer, text, author, at FROM note ORDER BY id" },
  { "view", "SELECT name, value FROM view ORDER BY name" },
};

/* Adds a value with its type and its length, so that no two rows can be written the same. */
static void
add_value (GChecksum    *checksum,
           sqlite3_stmt *query,
           int           column)
{
  const int type = sqlite3_column_type (query, column);
  const void *data = sqlite3_column_blob (query, column); /* numbers as their text */
  const int size = data != NULL ? sqlite3_column_bytes (query, column) : 0;
  g_autofree char *head = g_strdup_printf ("%d %d ", type, size);

  g_checksum_update (checksum, (const guchar *) head, strlen (head));
  g_checksum_update (checksum, data, size);
}

/* The hash over the rows of a table, or NULL with @error set. */
static GBytes *
hash_rows (sqlite3       *db,
           const SealRow *row,
           GError       **error)
{
  g_autoptr(sqlite3_stmt) query = bw_query_new (db, error, row->rows, "");
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(GError) failed = NULL;
  guint8 digest[32];
  gsize size = sizeof digest;

  if (query == NULL)
    return NULL;
  while (bw_query_next (query, &failed))
    {
      for (int i = 0; i < sqlite3_column_count (query); i++)
        add_value (checksum, query, i);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  g_checksum_get_digest (checksum, digest, &size);

  return g_bytes_new (digest, size);
}

/**
 * bw_seal_renew:
 * @touched: a bit for each table that changed, see bw_seal_find()
 *
 * Seals the tables as they are now.
 */
gboolean
bw_seal_renew (sqlite3 *db,
               guint    touched,
               GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (seal_rows); i++)
    {
      g_autoptr(GBytes) hash = NULL;

      if ((touched & 1u << i) == 0)
        continue;
      hash = hash_rows (db, &seal_rows[i], error);
      if (hash == NULL ||
          !bw_query_run (db, error, "INSERT OR REPLACE INTO seal (name, hash) VALUES (?, ?)", "sb",
                         seal_rows[i].name, hash))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_seal_find:
 *
 * Returns: the bit that stands for @table; 0 where it is not sealed
 */
guint
bw_seal_find (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (seal_rows); i++)
    {
      if (g_str_equal (seal_rows[i].name, table))
        return 1u << i;
    }

  return 0;
}

static gboolean
is_whole (sqlite3       *db,
          const SealRow *row)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, NULL, "SELECT hash FROM seal WHERE name = ?", "s", row->name);
  g_autoptr(GBytes) found = hash_rows (db, row, NULL);
  g_autoptr(GBytes) sealed = NULL;

  if (query == NULL || found == NULL || !bw_query_next (query, NULL))
    return FALSE;
  sealed = bw_query_get_bytes (query, 0);

  return g_bytes_equal (sealed, found);
}

/**
 * bw_seal_find_broken:
 *
 * Returns: a bit for each table whose rows are not those that were sealed, or cannot be read
 */
guint
bw_seal_find_broken (sqlite3 *db)
{
  guint broken = 0;

  for (guint i = 0; i < G_N_ELEMENTS (seal_rows); i++)
    broken |= is_whole (db, &seal_rows[i]) ? 0 : 1u << i;

  return broken;
}
