/* From files to an open workspace: read them, show what was understood, take it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * BwImportedFunc:
 *
 * Called when the workspace has taken the files; not where the user cancelled or it failed, which
 * is said in a dialog.
 */
typedef void (*BwImportedFunc) (gpointer user_data);

void     bw_import_files (GtkWindow     *parent,
                          BwKeeper      *keeper,
                          gboolean       passing,
                          GFile *const  *files,
                          guint          n_files,
                          BwImportedFunc imported,
                          gpointer       user_data);
void     bw_import_sample (GtkWindow     *parent,
                           BwKeeper      *keeper,
                           GFile         *folder,
                           BwImportedFunc imported,
                           gpointer       user_data);
gboolean bw_import_is_busy (GtkWindow *parent);

G_END_DECLS
