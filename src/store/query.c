/* Statements of SQLite with their values, and errors as sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/query.h"

#include "store/store.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  int          code;
  BwStoreError error;
  const char  *text;
} ErrorRow;

static const ErrorRow error_rows[] = {
  { SQLITE_FULL, BW_STORE_ERROR_FULL,
    N_("The disk is full. Make space; what was saved before is safe.") },
  { SQLITE_READONLY, BW_STORE_ERROR_READ_ONLY, N_("The file may not be written.") },
  { SQLITE_PERM, BW_STORE_ERROR_READ_ONLY, N_("The file may not be written.") },
  { SQLITE_BUSY, BW_STORE_ERROR_HELD, N_("Another program is writing the file. Try again.") },
  { SQLITE_LOCKED, BW_STORE_ERROR_HELD, N_("Another program is writing the file. Try again.") },
  { SQLITE_NOTADB, BW_STORE_ERROR_FOREIGN, N_("This is not a workspace of Bellwether.") },
  { SQLITE_CORRUPT, BW_STORE_ERROR_DAMAGED,
    N_("The file is damaged. Open a copy of it from before, if there is one.") },
  { SQLITE_CONSTRAINT, BW_STORE_ERROR_DAMAGED, N_("The file is damaged: its parts do not fit together.") },
  { SQLITE_TOOBIG, BW_STORE_ERROR_DAMAGED, N_("The file is damaged: a part of it is too large.") },
};

/**
 * bw_query_fail:
 *
 * Sets @error to what the last call on @db met.
 *
 * Returns: %FALSE
 */
gboolean
bw_query_fail (sqlite3 *db,
               GError **error)
{
  const int code = sqlite3_errcode (db);

  for (guint i = 0; i < G_N_ELEMENTS (error_rows); i++)
    {
      if (error_rows[i].code == code)
        {
          g_set_error_literal (error, BW_STORE_ERROR, error_rows[i].error, _(error_rows[i].text));
          return FALSE;
        }
    }

  /* TRANSLATORS: %s is the system's reason, in English */
  g_set_error (error, BW_STORE_ERROR, BW_STORE_ERROR_FAILED, _("The file could not be used: %s."),
               sqlite3_errmsg (db));

  return FALSE;
}

static int
bind_bytes (sqlite3_stmt *self,
            int           place,
            GBytes       *bytes)
{
  gsize size;
  const void *data;

  if (bytes == NULL)
    return sqlite3_bind_null (self, place);

  data = g_bytes_get_data (bytes, &size);

  return data != NULL ? sqlite3_bind_blob64 (self, place, data, size, SQLITE_TRANSIENT)
                      : sqlite3_bind_zeroblob (self, place, 0);
}

static int
bind_one (sqlite3_stmt *self,
          int           place,
          char          kind,
          va_list      *values)
{
  switch (kind)
    {
    case 'i':
      return sqlite3_bind_int64 (self, place, va_arg (*values, gint64));
    case 'd':
      return sqlite3_bind_double (self, place, va_arg (*values, double));
    case 's':
      return sqlite3_bind_text (self, place, va_arg (*values, const char *), -1, SQLITE_TRANSIENT);
    case 'b':
      return bind_bytes (self, place, va_arg (*values, GBytes *));
    default:
      g_assert_not_reached ();
    }
}

static sqlite3_stmt *
prepare (sqlite3    *db,
         GError    **error,
         const char *sql,
         const char *format,
         va_list    *values)
{
  g_autoptr(sqlite3_stmt) self = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &self, NULL) != SQLITE_OK)
    {
      bw_query_fail (db, error);
      return NULL;
    }
  for (int i = 0; format[i] != '\0'; i++)
    {
      if (bind_one (self, i + 1, format[i], values) != SQLITE_OK)
        {
          bw_query_fail (db, error);
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}

/**
 * bw_query_new:
 * @format: a letter for each value that follows: i #gint64, d double, s text (nullable), b #GBytes
 *   (nullable)
 *
 * Returns: (transfer full) (nullable): the statement before its first row, or %NULL with @error set
 */
sqlite3_stmt *
bw_query_new (sqlite3    *db,
              GError    **error,
              const char *sql,
              const char *format,
              ...)
{
  sqlite3_stmt *self;
  va_list values;

  va_start (values, format);
  self = prepare (db, error, sql, format, &values);
  va_end (values);

  return self;
}

/**
 * bw_query_next:
 *
 * Goes to the next row.
 *
 * Returns: whether there is one; where not, @error is set if that is since something failed
 */
gboolean
bw_query_next (sqlite3_stmt *self,
               GError      **error)
{
  const int code = sqlite3_step (self);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    bw_query_fail (sqlite3_db_handle (self), error);

  return code == SQLITE_ROW;
}

/**
 * bw_query_need:
 *
 * Goes to the next row, which has to be there.
 *
 * Returns: whether it is; where not, @error is set
 */
gboolean
bw_query_need (sqlite3_stmt *self,
               GError      **error)
{
  g_autoptr(GError) failed = NULL;

  if (bw_query_next (self, &failed))
    return TRUE;
  if (failed != NULL)
    g_propagate_error (error, g_steal_pointer (&failed));
  else
    g_set_error_literal (error, BW_STORE_ERROR, BW_STORE_ERROR_DAMAGED,
                         _("The file is damaged: something that it names is not there."));

  return FALSE;
}

/**
 * bw_query_run:
 * @format: see bw_query_new()
 *
 * Runs a statement of which no row is wanted.
 *
 * Returns: whether it ran
 */
gboolean
bw_query_run (sqlite3    *db,
              GError    **error,
              const char *sql,
              const char *format,
              ...)
{
  g_autoptr(sqlite3_stmt) self = NULL;
  va_list values;

  va_start (values, format);
  self = prepare (db, error, sql, format, &values);
  va_end (values);
  if (self == NULL)
    return FALSE;

  while (sqlite3_step (self) == SQLITE_ROW)
    continue;

  return sqlite3_reset (self) == SQLITE_OK || bw_query_fail (db, error);
}

/**
 * bw_query_dup_text:
 *
 * Returns: (transfer full) (nullable): the text of a column of the row, %NULL where it has none or
 *   where it is no UTF-8
 */
char *
bw_query_dup_text (sqlite3_stmt *self,
                   int           column)
{
  const char *text = (const char *) sqlite3_column_text (self, column);
  const int size = sqlite3_column_bytes (self, column);

  return text != NULL && g_utf8_validate (text, size, NULL) ? g_strndup (text, size) : NULL;
}

/**
 * bw_query_get_bytes:
 *
 * Returns: (transfer full): a copy of the bytes of a column of the row, empty where it has none
 */
GBytes *
bw_query_get_bytes (sqlite3_stmt *self,
                    int           column)
{
  const void *data = sqlite3_column_blob (self, column);

  return g_bytes_new (data, data != NULL ? sqlite3_column_bytes (self, column) : 0);
}
