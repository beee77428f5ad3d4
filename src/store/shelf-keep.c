/* An intake becomes what the file holds: new files with their bytes, others taken back, the panel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bytes of it can be put into the file before, a little at a time, so that others may write in
 * between: nothing in the file says what they are until all of it is there. */

#include "store/incoming.h"

#include "store/import-write.h"
#include "store/kept-panel.h"
#include "store/pieces.h"
#include "store/store-private.h"

#include <glib/gi18n-lib.h>

#define PATIENCE (2 * G_TIME_SPAN_SECOND) /* for making the file smaller, where an import fails */
#define AT_ONCE (50 * G_TIME_SPAN_MILLISECOND) /* that putting a part of it goes on before it is committed */

/**
 * bw_store_dup_mapping:
 *
 * Returns: (transfer full) (nullable): the mapping that stands, as JSON; %NULL where there is none
 */
char *
bw_store_dup_mapping (BwStore *store)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (store->db, NULL, "SELECT value FROM fact WHERE name = 'mapping'", "");

  return query != NULL && bw_query_next (query, NULL) ? bw_query_dup_text (query, 0) : NULL;
}

static gboolean
stands (const BwIncoming *self,
        gint64            kept)
{
  for (guint i = 0; i < self->n_files; i++)
    {
      if (self->kept[i] == kept)
        return TRUE;
    }

  return FALSE;
}

/* The new files as one import; @self then knows their numbers. 0 with @error set. */
static gint64
add_new (BwIncoming *self,
         BwShelf    *shelf,
         gint64      at,
         const char *author,
         gint64      report,
         GError    **error)
{
  const guint n = self->n_new;
  g_autofree GFile **files = g_new0 (GFile *, n);
  g_auto(GStrv) read_as = g_new0 (char *, n + 1);
  g_autofree const char **names = g_new0 (const char *, n);
  g_autofree gsize *n_rows = g_new0 (gsize, n);
  g_autofree goffset *sizes = g_new0 (goffset, n);
  g_autofree gint64 *modified = g_new0 (gint64, n);
  const BwNewImport import = {
    .at = at, .author = author, .files = files, .read_as = (const char *const *) read_as,
    .n_rows = n_rows, .n_files = n, .mapping = self->mapping,
    .report = bw_intake_get_report (self->intake), .sizes = sizes, .modified = modified,
    .names = names,
  };
  guint next = 0;

  for (guint i = 0; i < self->n_files; i++)
    {
      const BwSource *source = bw_intake_get_source (self->intake, i);

      if (self->kept[i] != 0)
        continue;
      files[next] = bw_intake_get_file (self->intake, i);
      read_as[next] = bw_incoming_dup_read_as (self, i);
      names[next] = g_hash_table_lookup (shelf->names, files[next]);
      if (names[next] == NULL)
        names[next] = read_as[next];
      n_rows[next] = bw_table_get_n_rows (bw_source_get_table (source));
      sizes[next] = bw_source_get_size (source);
      modified[next++] = bw_source_get_modified (source);
    }

  return bw_import_write (shelf->store->db, &import, (BwLot *const *) self->lots->pdata, report, error);
}

/* Gives the new files of @import their numbers, in the order in which they were added. */
static gboolean
number_new (BwIncoming *self,
            sqlite3    *db,
            gint64      import,
            GError    **error)
{
  g_autoptr(sqlite3_stmt) query =
    bw_query_new (db, error, "SELECT id FROM file WHERE import = ? ORDER BY id", "i", import);

  for (guint i = 0; i < self->n_files; i++)
    {
      if (self->kept[i] != 0)
        continue;
      if (query == NULL || !bw_query_need (query, error))
        return FALSE;
      self->kept[i] = sqlite3_column_int64 (query, 0);
    }

  return TRUE;
}

/* Files that no longer stand are taken back: in the stead of those of @import, where there is one. */
static gboolean
take_back (const BwIncoming *self,
           sqlite3          *db,
           gint64            import,
           GError          **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const BwKeptFile *file = self->files->pdata[i];

      if (!file->removed && !stands (self, file->id) &&
          !bw_query_run (db, error, "UPDATE file SET removed = 1, replaced_by = coalesce(nullif(?, 0), "
                         "replaced_by) WHERE id = ?", "ii", import, file->id))
        return FALSE;
    }

  return TRUE;
}

static gboolean
place_all (const BwIncoming *self,
           sqlite3          *db,
           GError          **error)
{
  for (guint i = 0; i < self->n_files; i++)
    {
      g_autofree char *read_as = bw_incoming_dup_read_as (self, i);

      if (!bw_query_run (db, error, "UPDATE file SET removed = 0, place = ?, read_as = ? WHERE id = ?",
                         "isi", (gint64) i, read_as, self->kept[i]))
        return FALSE;
    }

  /* what stands beside the import that had come in its stead was put back by hand */
  return bw_query_run (db, error, "UPDATE file SET replaced_by = NULL WHERE removed = 0 AND "
                       "replaced_by IN (SELECT import FROM file WHERE removed = 0)", "");
}

static gboolean
put_facts (const BwIncoming *self,
           sqlite3          *db,
           gint64            report,
           GError          **error)
{
  return self->intake == NULL
         ? bw_query_run (db, error, "DELETE FROM fact WHERE name IN ('mapping', 'report')", "")
         : bw_query_run (db, error, "INSERT OR REPLACE INTO fact (name, value) VALUES ('mapping', ?), "
                         "('report', CAST(? AS TEXT))", "si", self->mapping, report);
}

/* The bytes of all are in the file: now it says what they are. */
static gboolean
carry_out (BwIncoming *self,
           BwShelf    *shelf,
           gint64      at,
           const char *author,
           GError    **error)
{
  BwStore *store = shelf->store;
  gint64 report = 0;
  gint64 import = 0;

  if (self->intake != NULL)
    {
      BwLot *words = g_ptr_array_index (self->lots, self->lots->len - 1);

      report = bw_stream_put_pieces (store->db, bw_lot_get_pieces (words), error);
      if (report == 0)
        return FALSE;
    }
  if (self->n_new > 0)
    {
      import = add_new (self, shelf, at, author, report, error);
      if (import == 0 || !number_new (self, store->db, import, error))
        return FALSE;
    }

  return take_back (self, store->db, import, error) && place_all (self, store->db, error) &&
         put_facts (self, store->db, report, error) &&
         (self->intake != NULL ? bw_store_write_panel (store, self->panel, error)
                               : bw_store_clear_panel (store, error));
}

static gboolean
keep_all (BwIncoming   *self,
          BwShelf      *shelf,
          gint64        at,
          const char   *author,
          GCancellable *cancellable,
          GError      **error)
{
  gboolean more = TRUE;

  if (self->store == NULL && !bw_incoming_plan (self, shelf, error))
    return FALSE;
  while (more)
    {
      if (!bw_incoming_put_some (self, &more, cancellable, error))
        return FALSE;
    }

  return self->there || carry_out (self, shelf, at, author, error);
}

/* What was taken in and is not to stand there takes no space any more, as far as that is
 * possible: a full disk is not left full. */
static void
give_up (BwShelf    *shelf,
         BwIncoming *self)
{
  self->spoilt = TRUE;
  if (self->begun && shelf->store->depth == 0)
    bw_store_tidy_for (shelf->store, PATIENCE, NULL);
}

static gboolean
fail_spoilt (GError **error)
{
  g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_FAILED,
                       _("A part of the change failed, so none of it was kept."));

  return FALSE;
}

static gboolean
take_in (BwShelf      *self,
         BwIncoming   *incoming,
         gboolean     *more,
         GCancellable *cancellable,
         GError      **error)
{
  const gint64 end = g_get_monotonic_time () + AT_ONCE;

  *more = TRUE;
  if (incoming->store == NULL)
    return bw_incoming_plan (incoming, self, error);
  while (*more && g_get_monotonic_time () < end)
    {
      if (!bw_incoming_put_some (incoming, more, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * bw_shelf_take_in:
 * @incoming: what bw_shelf_keep_incoming() is to keep later
 * @more: (out): whether something is left
 *
 * Puts the next bytes of @incoming into the file, in a transaction of its own that is soon done, so
 * that others may write in between. Nobody sees them there, and what is not kept in the end goes.
 *
 * Returns: whether that was possible; where not, @error is set and @incoming is of no use any more
 */
gboolean
bw_shelf_take_in (BwShelf      *self,
                  BwIncoming   *incoming,
                  gboolean     *more,
                  GCancellable *cancellable,
                  GError      **error)
{
  *more = FALSE;
  if (incoming->spoilt)
    return fail_spoilt (error);
  if (bw_store_begin (self->store, error) &&
      bw_store_end (self->store, take_in (self, incoming, more, cancellable, error), error))
    {
      incoming->begun = TRUE;
      return TRUE;
    }
  *more = FALSE;
  give_up (self, incoming);

  return FALSE;
}

/**
 * bw_shelf_has_begun:
 *
 * Returns: whether @incoming was taken into the file of this shelf, as far as that went, and may be kept
 */
gboolean
bw_shelf_has_begun (BwShelf    *self,
                    BwIncoming *incoming)
{
  return incoming->store == self->store && incoming->begun && !incoming->spoilt;
}

/**
 * bw_shelf_keep_incoming:
 * @incoming: which bw_shelf_take_in() may have begun with
 * @at: now, in microseconds since 1970
 * @author: who did it
 *
 * Makes @incoming what the file holds, as bw_shelf_keep() does; it is of no use any more then.
 */
gboolean
bw_shelf_keep_incoming (BwShelf      *self,
                        BwIncoming   *incoming,
                        gint64        at,
                        const char   *author,
                        GCancellable *cancellable,
                        GError      **error)
{
  if (incoming->spoilt || (incoming->store != NULL && incoming->store != self->store))
    return fail_spoilt (error);
  if (!bw_store_begin (self->store, error) ||
      !bw_store_end (self->store, keep_all (incoming, self, at, author, cancellable, error), error))
    {
      give_up (self, incoming);
      return FALSE;
    }

  incoming->spoilt = TRUE;
  for (guint i = 0; i < incoming->n_files; i++)
    {
      GFile *file = bw_intake_get_file (incoming->intake, i);

      if (!g_hash_table_contains (self->extracted, file))
        bw_shelf_know_original (self, file, incoming->kept[i]);
    }

  return TRUE;
}

/**
 * bw_shelf_keep:
 * @intake: (nullable): what is to stand; %NULL: nothing
 * @at: now, in microseconds since 1970
 * @author: who did it
 *
 * Makes @intake what the file holds, in one transaction. Where it holds that already nothing changes.
 *
 * Returns: whether it does; where not, @error is set and all is as it was
 */
gboolean
bw_shelf_keep (BwShelf      *self,
               BwIntake     *intake,
               gint64        at,
               const char   *author,
               GCancellable *cancellable,
               GError      **error)
{
  BwIncoming *incoming = bw_incoming_new (intake);
  const gboolean done = bw_shelf_keep_incoming (self, incoming, at, author, cancellable, error);

  bw_incoming_unref (incoming);

  return done;
}
