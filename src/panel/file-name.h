/* What a file's name says: its date, the pattern of its kind, and a short id. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double bw_file_name_get_date (const char *file_name);
char   *bw_file_name_dup_first (const char *file_name);
char   *bw_file_name_dup_dated (const char *file_name,
                                double      date);
char   *bw_file_name_dup_unmarked (const char *file_name);
char   *bw_file_name_dup_pattern (const char *file_name);
char   *bw_file_name_dup_id (const char *file_name);

G_END_DECLS
