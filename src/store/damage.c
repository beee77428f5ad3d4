/* What of a workspace file is not as it was written, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening finds tables that are broken, from their seals. Pieces are looked at one by one, all of
 * them, by bw_store_find_damage(). */

#include "store/damage.h"

#include "store/pieces.h"
#include "store/seal.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PIECES_AT_ONCE 64

typedef struct
{
  const char *table;
  const char *text;
} DamageRow;

static const DamageRow damage_rows[] = {
  { "fact", N_("What the workspace is called, and which model is the draft") },
  { "piece", N_("Where the data stands") },
  { "stream", N_("Which data belongs together") },
  { "import", N_("The list of imports") },
  { "file", N_("The list of imported files") },
  { "field", N_("The list of columns") },
  { "snapshot", N_("The list of snapshots") },
  { "part", N_("The customers’ values") },
  { "model", N_("The models") },
  { "step", N_("Undo and redo") },
  { "version", N_("The versions") },
  { "note", N_("The notes") },
  { "view", N_("How the window was set") },
};

/* What would be lost without a piece; the first that fits names it. */
static const char *const uses[][2] = {
  { "SELECT name FROM file JOIN stream ON stream.id = bytes WHERE piece = ?", N_("The imported file “%s”") },
  { "SELECT name FROM field JOIN part ON field = position WHERE piece = ?", N_("The column “%s”") },
  { "SELECT name FROM field JOIN stream ON stream.id = words WHERE piece = ?", N_("The texts of the column “%s”") },
  { "SELECT name FROM version JOIN model ON model.id = model JOIN stream ON stream.id = bytes "
    "WHERE piece = ?", N_("The version “%s”") },
};

static char *
name_use (sqlite3 *db,
          gint64   piece)
{
  for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
    {
      g_autoptr(sqlite3_stmt) query = bw_query_new (db, NULL, uses[i][0], "i", piece);
      g_autofree char *name = query != NULL && bw_query_next (query, NULL)
        ? bw_query_dup_text (query, 0) : NULL;

      if (name != NULL)
        return g_strdup_printf (_(uses[i][1]), name);
    }

  return g_strdup (_("A part that belongs to nothing in particular"));
}

/* What is damaged has several pieces, perhaps: it is named once. @text is taken. */
static void
add (GPtrArray *found,
     char      *text)
{
  if (g_ptr_array_find_with_equal_func (found, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (found, text);
}

/* The numbers of at most @n pieces that come after @after; nothing is being read when it returns. */
static GArray *
list_pieces (sqlite3 *db,
             gint64   after,
             guint    n)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, NULL, "SELECT id FROM piece WHERE id > ? ORDER BY id LIMIT ?", "ii", after, (gint64) n);
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (query != NULL && bw_query_next (query, NULL))
    {
      const gint64 piece = sqlite3_column_int64 (query, 0);

      g_array_append_val (pieces, piece);
    }

  return pieces;
}

/**
 * bw_store_check_pieces:
 * @after: (inout): the piece that was looked at last, 0 at first
 * @n: how many to look at
 * @found: (element-type utf8): gets what is not as it was written, each named once
 *
 * Looks at the next pieces, so that all of a large file can be looked at little by little while it is
 * in use.
 *
 * Returns: whether there may be more
 */
gboolean
bw_store_check_pieces (BwStore   *self,
                       gint64    *after,
                       guint      n,
                       GPtrArray *found)
{
  g_autoptr(GArray) pieces = list_pieces (self->db, *after, n);

  for (guint i = 0; i < pieces->len; i++)
    {
      const gint64 piece = g_array_index (pieces, gint64, i);
      g_autoptr(GBytes) bytes = bw_piece_get (self->db, piece, NULL);

      if (bytes == NULL)
        add (found, name_use (self->db, piece));
      *after = piece;
    }

  return pieces->len == n;
}

static void
add_pieces (BwStore      *self,
            GPtrArray    *found,
            GCancellable *cancellable)
{
  gint64 after = 0;

  while (!g_cancellable_is_cancelled (cancellable) && bw_store_check_pieces (self, &after, PIECES_AT_ONCE, found))
    ;
}

static void
add_tables (guint      broken,
            GPtrArray *found)
{
  for (guint i = 0; i < G_N_ELEMENTS (damage_rows); i++)
    {
      if ((broken & bw_seal_find (damage_rows[i].table)) != 0)
        add (found, g_strdup (_(damage_rows[i].text)));
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* What SQLite finds of its own: an index that is not that of its table, a page that is none. */
static void
add_structure (sqlite3   *db,
               GPtrArray *found)
{
  g_autoptr(sqlite3_stmt) query = bw_query_new (db, NULL, "PRAGMA integrity_check (1)", "");
  g_autofree char *text = query != NULL && bw_query_next (query, NULL) ? bw_query_dup_text (query, 0) : NULL;

  if (g_strcmp0 (text, "ok") != 0)
    add (found, g_strdup (_("How the file is put together")));
}

/**
 * bw_store_find_damage:
 *
 * Reads the whole file, which may take a while.
 *
 * Returns: (transfer full) (array zero-terminated=1): what is not as it was written, each a few words
 *   that begin a sentence; empty where all is whole
 */
GStrv
bw_store_find_damage (BwStore      *self,
                      GCancellable *cancellable)
{
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  if (self->cut)
    add (found, g_strdup (_("The end of the file")));
  add_structure (self->db, found);
  add_tables (bw_seal_find_broken (self->db), found);
  add_pieces (self, found, cancellable);
  g_ptr_array_sort (found, compare_texts);
  g_ptr_array_add (found, NULL);

  return (GStrv) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

/**
 * bw_store_is_damaged:
 *
 * Returns: whether opening the file found something that is not as it was written
 */
gboolean
bw_store_is_damaged (const BwStore *self)
{
  return self->broken != 0 || self->cut;
}

/**
 * bw_store_check_tables:
 * @tables: (array zero-terminated=1): those that something is read from
 *
 * A table that is not as it was sealed could give a wrong number: nothing is read from it.
 *
 * Returns: whether opening the file found all of them as they were written; else @error is set
 */
gboolean
bw_store_check_tables (const BwStore     *self,
                       const char *const *tables,
                       GError           **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (damage_rows); i++)
    {
      if (!g_strv_contains (tables, damage_rows[i].table) ||
          (self->broken & bw_seal_find (damage_rows[i].table)) == 0)
        continue;
      /* TRANSLATORS: what is damaged, such as “The list of columns” */
      g_set_error (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED, _("The file is damaged: “%s” is not as it was written."),
                   _(damage_rows[i].text));
      return FALSE;
    }

  return TRUE;
}
