/* One kind of file in the import assistant: what a row stands for and how it finds its customer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_SOURCE_CARD (bw_import_source_card_get_type ())

G_DECLARE_FINAL_TYPE (BwImportSourceCard, bw_import_source_card, BW, IMPORT_SOURCE_CARD, AdwBin)

void bw_import_source_card_show (BwImportSourceCard *self,
                                 BwImporting        *importing,
                                 guint               source);

G_END_DECLS
