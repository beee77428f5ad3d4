/* What a file is: a workspace, a model or an export, told by its first bytes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwFileSort:
 * @BW_FILE_EXPORT: what another system wrote, and all that is neither of the others
 * @BW_FILE_WORKSPACE: a database, or called as workspaces are
 * @BW_FILE_MODEL: JSON
 */
typedef enum
{
  BW_FILE_EXPORT,
  BW_FILE_WORKSPACE,
  BW_FILE_MODEL,
} BwFileSort;

BwFileSort bw_file_sort (GFile *file);
void       bw_file_sort_async (GFile *const       *files,
                               guint               n_files,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
GArray    *bw_file_sort_finish (GAsyncResult *result);

G_END_DECLS
