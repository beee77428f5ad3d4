/* Which of the files in an archive is the table. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/archive.h"

G_BEGIN_DECLS

gboolean bw_archive_check_kind (BwArchive *archive,
                                GError   **error);
int      bw_archive_choose (BwArchive  *archive,
                            const char *wanted,
                            GStrv      *names,
                            GError    **error);

G_END_DECLS
