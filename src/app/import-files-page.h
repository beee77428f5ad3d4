/* First step of the import assistant: the files, how each was read, and its lines as they stand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-page.h"

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_FILES_PAGE (bw_import_files_page_get_type ())

G_DECLARE_FINAL_TYPE (BwImportFilesPage, bw_import_files_page, BW, IMPORT_FILES_PAGE, BwImportPage)

/* Signals: "add-files": the user wants to choose more files. */

G_END_DECLS
