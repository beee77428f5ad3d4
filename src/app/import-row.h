/* One import in the list of imports: what came when, with each of its files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/imports.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_ROW (bw_import_row_get_type ())

G_DECLARE_FINAL_TYPE (BwImportRow, bw_import_row, BW, IMPORT_ROW, AdwExpanderRow)

/* Signals: "report" (int64): its problems are to be shown; "remove" (int64, boolean): it is to be
 * taken back, or put back; "dated" (int64, double): the file of that number is of another day. */

GtkWidget *bw_import_row_new (const BwImport *import,
                              gboolean        writable,
                              gboolean        alone);

G_END_DECLS
