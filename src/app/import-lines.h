/* The first lines of a file in the import assistant, or why there are none. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_LINES (bw_import_lines_get_type ())

G_DECLARE_FINAL_TYPE (BwImportLines, bw_import_lines, BW, IMPORT_LINES, AdwBin)

/* Signals: "read": the lines that were asked for last are on show, or why there are none. */

gboolean   bw_import_lines_show (BwImportLines   *self,
                                 GFile           *file,
                                 BwSource        *source,
                                 const BwReading *reading);
gboolean   bw_import_lines_is_of (BwImportLines *self,
                                  GFile         *file);
BwPreview *bw_import_lines_get_preview (BwImportLines *self);

G_END_DECLS
