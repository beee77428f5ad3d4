/* Second step of the import assistant: the columns, what each is read as and what it is for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-page.h"

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_COLUMNS_PAGE (bw_import_columns_page_get_type ())

G_DECLARE_FINAL_TYPE (BwImportColumnsPage, bw_import_columns_page, BW, IMPORT_COLUMNS_PAGE,
                      BwImportPage)

void bw_import_columns_page_search (BwImportColumnsPage *self);

G_END_DECLS
