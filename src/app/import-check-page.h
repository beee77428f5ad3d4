/* Last step of the import assistant: what will be imported, what is set aside, and why. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-page.h"

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_CHECK_PAGE (bw_import_check_page_get_type ())

G_DECLARE_FINAL_TYPE (BwImportCheckPage, bw_import_check_page, BW, IMPORT_CHECK_PAGE, BwImportPage)

void bw_import_check_page_search (BwImportCheckPage *self);

G_END_DECLS
