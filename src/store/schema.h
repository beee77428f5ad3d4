/* The tables of the workspace file, how older files are brought up to them, and whether a file has them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

#define BW_APPLICATION_ID 0x42576865 /* "BWhe" */

guint    bw_schema_get_version (void);
gboolean bw_schema_check_header (const char *path,
                                 GError    **error);
gboolean bw_schema_is_cut (const char *path);
gboolean bw_schema_make (sqlite3 *db,
                         GError **error);
gboolean bw_schema_check (sqlite3 *db,
                          GError **error);

G_END_DECLS
