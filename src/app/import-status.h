/* The foot of the import assistant: what the files come to, or how far a worker has come. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/progress-counter.h"
#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_STATUS (bw_import_status_get_type ())

G_DECLARE_FINAL_TYPE (BwImportStatus, bw_import_status, BW, IMPORT_STATUS, AdwBin)

void bw_import_status_follow (BwImportStatus    *self,
                              BwImporting       *importing,
                              BwProgressCounter *counter);

G_END_DECLS
