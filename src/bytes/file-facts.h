/* What a file looks like from outside: whether it is one, and whether it is still the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFileInfo *bw_file_facts_query (GFile        *file,
                                const char   *name,
                                GCancellable *cancellable,
                                GError      **error);
gboolean   bw_file_facts_check (GFileInfo  *facts,
                                const char *name,
                                GError    **error);
gboolean   bw_file_facts_still_hold (GFileInfo *facts,
                                     GFile     *file);
gint64     bw_file_facts_get_modified (GFileInfo *facts);

G_END_DECLS
