/* What was understood of the files, to look at and to correct before it is used. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_DIALOG (bw_import_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwImportDialog, bw_import_dialog, BW, IMPORT_DIALOG, AdwWindow)

/**
 * BwImportAnswer:
 * @intake: (nullable): what is to be used, %NULL where the user cancelled
 */
typedef void (*BwImportAnswer) (BwIntake *intake,
                                gpointer  user_data);

void bw_import_dialog_ask (GtkWindow     *parent,
                           BwWorkspace   *workspace,
                           BwIntake      *intake,
                           BwImportAnswer answer,
                           gpointer       user_data);

G_END_DECLS
