/* Where results go: standard output, or a file that is replaced as a whole or not at all. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GOutputStream *bw_output_open (const char *path,
                               GError    **error);
gboolean       bw_output_blame (const char *path,
                                gboolean    done,
                                GError    **error);
gboolean       bw_output_close (GOutputStream *stream,
                                gboolean       keep,
                                GError       **error);
gboolean       bw_output_write_text (const char *path,
                                     const char *text,
                                     gssize      length,
                                     GError    **error);

G_END_DECLS
