/* Third step of the import assistant: how files hang together, and which snapshots they make. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-page.h"

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_JOIN_PAGE (bw_import_join_page_get_type ())

G_DECLARE_FINAL_TYPE (BwImportJoinPage, bw_import_join_page, BW, IMPORT_JOIN_PAGE, BwImportPage)

G_END_DECLS
