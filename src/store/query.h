/* Statements of SQLite with their values, and errors as sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

sqlite3_stmt *bw_query_new (sqlite3    *db,
                            GError    **error,
                            const char *sql,
                            const char *format,
                            ...);
gboolean      bw_query_next (sqlite3_stmt *self,
                             GError      **error);
gboolean      bw_query_need (sqlite3_stmt *self,
                             GError      **error);
gboolean      bw_query_run (sqlite3    *db,
                            GError    **error,
                            const char *sql,
                            const char *format,
                            ...);
char         *bw_query_dup_text (sqlite3_stmt *self,
                                 int           column);
GBytes       *bw_query_get_bytes (sqlite3_stmt *self,
                                  int           column);
gboolean      bw_query_fail (sqlite3 *db,
                             GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
