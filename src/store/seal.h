/* A hash over the rows of each table, renewed with each change: a changed value shows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define BW_SEAL_ALL G_MAXUINT

gboolean bw_seal_renew (sqlite3 *db,
                        guint    touched,
                        GError **error);
guint    bw_seal_find (const char *table);
guint    bw_seal_find_broken (sqlite3 *db);

G_END_DECLS
