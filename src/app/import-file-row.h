/* One file in the import assistant's list: its name, what is in it, and a button that takes it out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_FILE_ROW (bw_import_file_row_get_type ())

G_DECLARE_FINAL_TYPE (BwImportFileRow, bw_import_file_row, BW, IMPORT_FILE_ROW, GtkListBoxRow)

/* Signals: "taken-out": the user wants the file out. */

void bw_import_file_row_show_file (BwImportFileRow *self,
                                   BwImporting     *importing,
                                   guint            file);
void bw_import_file_row_show_unread (BwImportFileRow *self,
                                     const BwUnread  *unread,
                                     gboolean         may_go);

G_END_DECLS
