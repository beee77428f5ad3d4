/* The workspace file without what is not needed any more. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new file can give back its empty pages a few at a time, each few in a transaction of its own, so
 * that it may be made smaller while somebody waits to write. An older one has to be written anew as
 * a whole. */

#include "store/store-private.h"

#define LEAST_EMPTY 8 /* a file of which one in so many pages is empty is made smaller */
#define PAGES_AT_ONCE "2048"
#define INCREMENTAL 2 /* what SQLite calls a file that gives back pages when told to */

static gint64
get_count (sqlite3    *db,
           const char *sql)
{
  g_autoptr(sqlite3_stmt) query = bw_query_new (db, NULL, sql, "");

  return query != NULL && bw_query_next (query, NULL) ? sqlite3_column_int64 (query, 0) : 0;
}

/* What nothing needs. The newest piece stays, so that no number is ever used again: who still reads by
 * an old one finds nothing, and nothing wrong. */
#define UNNEEDED_STREAMS "FROM stream WHERE id NOT IN (SELECT bytes FROM file " \
  "UNION ALL SELECT report FROM import UNION ALL SELECT bytes FROM model " \
  "UNION ALL SELECT CAST(value AS INTEGER) FROM fact WHERE name = 'report' " \
  "UNION ALL SELECT words FROM field WHERE words IS NOT NULL)"
#define UNNEEDED_PIECES "FROM piece WHERE id NOT IN (SELECT piece FROM stream " \
  "UNION ALL SELECT piece FROM part) AND id < (SELECT max(id) FROM piece) AND id > ?"

static gboolean
has_row (sqlite3_stmt *query)
{
  g_autoptr(sqlite3_stmt) self = query;

  return self != NULL && bw_query_next (self, NULL);
}

/* @after: a piece; those that are older stay */
static gboolean
needs_sweep (sqlite3 *db,
             gint64   after)
{
  return has_row (bw_query_new (db, NULL, "SELECT 1 " UNNEEDED_STREAMS " LIMIT 1", "")) ||
         has_row (bw_query_new (db, NULL, "SELECT 1 " UNNEEDED_PIECES " LIMIT 1", "i", after));
}

static gboolean
sweep (sqlite3 *db,
       gint64   after,
       GError **error)
{
  return bw_query_run (db, error, "DELETE " UNNEEDED_STREAMS, "") &&
         bw_query_run (db, error, "DELETE " UNNEEDED_PIECES, "i", after);
}

/**
 * bw_store_sweep:
 *
 * Throws away the pieces and streams that nothing needs any more. While columns may still be looked at
 * of a panel that was given, what was there then stays.
 */
gboolean
bw_store_sweep (BwStore *self,
                GError **error)
{
  const gboolean used = self->panel != NULL && bw_panel_file_is_used (self->panel);
  const gint64 after = used ? self->newest : 0;

  return !needs_sweep (self->db, after) ||
         (bw_store_begin (self, error) && bw_store_end (self, sweep (self->db, after, error), error));
}

/* Writes an older file anew. */
static gboolean
write_anew (BwStore *self,
            GError **error)
{
  gboolean done;

  /* it may not fit into memory */
  sqlite3_exec (self->db, "PRAGMA temp_store = FILE; PRAGMA auto_vacuum = INCREMENTAL", NULL, NULL, NULL);
  done = bw_query_run (self->db, error, "VACUUM", "");
  sqlite3_exec (self->db, "PRAGMA temp_store = MEMORY", NULL, NULL, NULL);

  return done;
}

/* Gives back the empty pages of a new file. */
static gboolean
give_back (BwStore *self,
           gint64   end,
           GError **error)
{
  gint64 left = get_count (self->db, "PRAGMA freelist_count");
  gint64 before = left + 1;

  while (left > 0 && left < before && g_get_monotonic_time () < end)
    {
      if (!bw_query_run (self->db, error, "PRAGMA incremental_vacuum (" PAGES_AT_ONCE ")", ""))
        return FALSE;
      before = left;
      left = get_count (self->db, "PRAGMA freelist_count");
    }

  return TRUE;
}

static gboolean
is_mostly_full (BwStore *self)
{
  return get_count (self->db, "PRAGMA freelist_count") * LEAST_EMPTY < get_count (self->db, "PRAGMA page_count");
}

/**
 * bw_store_tidy:
 *
 * Throws away what earlier panels left, and makes the file smaller where much of it is empty then.
 * While columns may still be looked at of a panel that was given, what was there then stays.
 */
gboolean
bw_store_tidy (BwStore *self,
               GError **error)
{
  if (!bw_store_sweep (self, error))
    return FALSE;
  if (is_mostly_full (self))
    return TRUE;

  return get_count (self->db, "PRAGMA auto_vacuum") == INCREMENTAL ? give_back (self, G_MAXINT64, error)
                                                                   : write_anew (self, error);
}

/**
 * bw_store_tidy_for:
 * @patience: microseconds after which nothing more is begun
 *
 * As bw_store_tidy(), as far as that goes in a short time: the rest is done the next time.
 */
gboolean
bw_store_tidy_for (BwStore *self,
                   gint64   patience,
                   GError **error)
{
  const gint64 end = g_get_monotonic_time () + patience;

  return bw_store_sweep (self, error) &&
         (is_mostly_full (self) || get_count (self->db, "PRAGMA auto_vacuum") != INCREMENTAL ||
          give_back (self, end, error));
}
