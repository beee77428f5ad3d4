/* Notes on customers, and how the window is set. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/kept-notes.h"

#include "store/store-private.h"

void
bw_kept_note_free (BwKeptNote *self)
{
  g_free (self->customer);
  g_free (self->text);
  g_free (self->author);
  g_free (self);
}

/**
 * bw_store_add_note:
 * @note: its id is not looked at, unless it is that of a note that was taken away: then it is that
 *   note again
 *
 * Returns: the number of the note, or 0 with @error set
 */
gint64
bw_store_add_note (BwStore          *self,
                   const BwKeptNote *note,
                   GError          **error)
{
  gboolean added;
  gint64 id;

  if (!bw_store_begin (self, error))
    return 0;
  added = bw_query_run (self->db, error, "INSERT INTO note (id, customer, text, author, at) "
                        "VALUES (nullif(?, 0), ?, ?, ?, ?)", "isssi", note->id, note->customer, note->text,
                        note->author, note->at);
  id = sqlite3_last_insert_rowid (self->db);

  return bw_store_end (self, added, error) ? id : 0;
}

/**
 * bw_store_change_note:
 * @text: (nullable): the new text, or %NULL to take the note away
 */
gboolean
bw_store_change_note (BwStore    *self,
                      gint64      note,
                      const char *text,
                      GError    **error)
{
  const char *sql = text != NULL ? "UPDATE note SET text = ? WHERE id = ?"
                                 : "DELETE FROM note WHERE ? IS NULL AND id = ?";

  return bw_store_begin (self, error) &&
         bw_store_end (self, bw_query_run (self->db, error, sql, "si", text, note), error);
}

static BwKeptNote *
read_note (sqlite3_stmt *query)
{
  BwKeptNote *note = g_new0 (BwKeptNote, 1);

  note->id = sqlite3_column_int64 (query, 0);
  note->customer = bw_query_dup_text (query, 1);
  note->text = bw_query_dup_text (query, 2);
  note->author = bw_query_dup_text (query, 3);
  note->at = sqlite3_column_int64 (query, 4);

  return note;
}

/**
 * bw_store_list_notes:
 *
 * Returns: (transfer full) (nullable) (element-type BwKeptNote): all, the oldest first; %NULL with
 *   @error set
 */
GPtrArray *
bw_store_list_notes (BwStore *self,
                     GError **error)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_kept_note_free);
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, error, "SELECT id, customer, text, author, at FROM note ORDER BY at, id", "");
  g_autoptr(GError) failed = NULL;

  if (query == NULL)
    return NULL;
  while (bw_query_next (query, &failed))
    g_ptr_array_add (notes, read_note (query));
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }

  return g_steal_pointer (&notes);
}

/**
 * bw_store_set_view:
 * @name: what is set: "page", "segment"…
 * @value: to what
 */
gboolean
bw_store_set_view (BwStore    *self,
                   const char *name,
                   const char *value,
                   GError    **error)
{
  return bw_store_begin (self, error) &&
         bw_store_end (self, bw_query_run (self->db, error, "INSERT OR REPLACE INTO view (name, value) "
                                           "VALUES (?, ?)", "ss", name, value), error);
}

/**
 * bw_store_get_view:
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where none was set
 */
char *
bw_store_get_view (BwStore    *self,
                   const char *name)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (self->db, NULL, "SELECT value FROM view WHERE name = ?", "s", name);

  return query != NULL && bw_query_next (query, NULL) ? bw_query_dup_text (query, 0) : NULL;
}

/**
 * bw_store_list_views:
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): all that is set, by name; %NULL with
 *   @error set
 */
GHashTable *
bw_store_list_views (BwStore *self,
                     GError **error)
{
  g_autoptr(GHashTable) views = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(sqlite3_stmt) query = bw_query_new (self->db, error, "SELECT name, value FROM view", "");
  g_autoptr(GError) failed = NULL;

  if (query == NULL)
    return NULL;
  while (bw_query_next (query, &failed))
    {
      g_autofree char *name = bw_query_dup_text (query, 0);

      if (name != NULL)
        g_hash_table_insert (views, g_steal_pointer (&name), bw_query_dup_text (query, 1));
    }
  if (failed != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }

  return g_steal_pointer (&views);
}
