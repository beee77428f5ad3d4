/* The versions of the model that were kept, with name and reason. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/kept-models.h"

#include "store/store-private.h"

void
bw_kept_version_free (BwKeptVersion *self)
{
  g_free (self->name);
  g_free (self->why);
  g_free (self->author);
  g_free (self);
}

static gboolean
add_version (BwStore             *self,
             const BwKeptVersion *version,
             BwModel             *model,
             GError             **error)
{
  const gint64 kept = bw_store_keep_model (self, model, error);

  return kept != 0 &&
         bw_query_run (self->db, error, "INSERT INTO version (name, why, author, at, model) "
                       "VALUES (?, ?, ?, ?, ?)", "sssii", version->name, version->why, version->author,
                       version->at, kept);
}

/**
 * bw_store_add_version:
 * @version: its id is not looked at
 *
 * Returns: the number of the version, or 0 with @error set
 */
gint64
bw_store_add_version (BwStore             *self,
                      const BwKeptVersion *version,
                      BwModel             *model,
                      GError             **error)
{
  gboolean added;
  gint64 id;

  if (!bw_store_begin (self, error))
    return 0;
  added = add_version (self, version, model, error);
  id = sqlite3_last_insert_rowid (self->db);

  return bw_store_end (self, added, error) ? id : 0;
}

/**
 * bw_store_count_versions:
 *
 * Returns: how many there are, listed or not
 */
gsize
bw_store_count_versions (BwStore *self)
{
  g_autoptr(sqlite3_stmt) query = bw_query_new (self->db, NULL, "SELECT count(*) FROM version", "");

  return query != NULL && bw_query_next (query, NULL) ? sqlite3_column_int64 (query, 0) : 0;
}

/**
 * bw_store_list_versions:
 *
 * Returns: (transfer full) (nullable) (element-type BwKeptVersion): the newest %BW_MOST_VERSIONS, the
 *   oldest first; %NULL with @error set
 */
GPtrArray *
bw_store_list_versions (BwStore *self,
                        GError **error)
{
  g_autoptr(GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_version_free);
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT id, name, why, author, at, model FROM (SELECT * FROM version "
                  "ORDER BY id DESC LIMIT ?) ORDER BY id", "i", (gint64) BW_MOST_VERSIONS);
  g_autoptr(GError) failed = NULL;

  if (query == NULL)
    return NULL;
  while (bw_query_next (query, &failed))
    {
      BwKeptVersion *version = g_new0 (BwKeptVersion, 1);

      version->id = sqlite3_column_int64 (query, 0);
      version->name = bw_query_dup_text (query, 1);
      version->why = bw_query_dup_text (query, 2);
      version->author = bw_query_dup_text (query, 3);
      version->at = sqlite3_column_int64 (query, 4);
      version->model = sqlite3_column_int64 (query, 5);
      g_ptr_array_add (versions, version);
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }

  return g_steal_pointer (&versions);
}

/**
 * bw_store_get_version:
 *
 * Returns: (transfer full) (nullable): the model of a version, or %NULL with @error set
 */
BwModel *
bw_store_get_version (BwStore *self,
                      gint64   version,
                      GError **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT model FROM version WHERE id = ?", "i", version);

  return query != NULL && bw_query_need (query, error)
         ? bw_store_read_model (self, sqlite3_column_int64 (query, 0), error) : NULL;
}
