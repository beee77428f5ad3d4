/* A number with a title above and a caption below, as a card. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_FACT (bw_import_fact_get_type ())

G_DECLARE_FINAL_TYPE (BwImportFact, bw_import_fact, BW, IMPORT_FACT, AdwBin)

/* Properties: "title" (string). */

void bw_import_fact_show (BwImportFact *self,
                          const char   *value,
                          const char   *caption);

G_END_DECLS
