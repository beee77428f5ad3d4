/* Bars above the steps of the import assistant: what went wrong, what is asked, what was assumed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_BARS (bw_import_bars_get_type ())

G_DECLARE_FINAL_TYPE (BwImportBars, bw_import_bars, BW, IMPORT_BARS, AdwBin)

void bw_import_bars_follow (BwImportBars *self,
                            BwImporting  *importing);

G_END_DECLS
