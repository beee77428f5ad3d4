/* A file that is written beside an older one and takes its place when it is whole, and on the disk. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GOutputStream *bw_replace_begin (GFile   *file,
                                 GError **error);
gboolean       bw_replace_end (GOutputStream *stream,
                               gboolean       keep,
                               GError       **error);
gboolean       bw_replace_bytes (GFile        *file,
                                 GBytes       *bytes,
                                 GCancellable *cancellable,
                                 GError      **error);
gboolean       bw_replace_text (GFile      *file,
                                const char *text,
                                GError    **error);
gboolean       bw_name_new (const char *made,
                            const char *path,
                            GError    **error);
gboolean       bw_sync_folder_of (const char *path,
                                  GError    **error);

G_END_DECLS
