/* One column made of events in the import assistant: how it is summed up, of what, and how far back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_EVENT_ROW (bw_import_event_row_get_type ())

G_DECLARE_FINAL_TYPE (BwImportEventRow, bw_import_event_row, BW, IMPORT_EVENT_ROW, AdwBin)

void bw_import_event_row_show (BwImportEventRow *self,
                               BwImporting      *importing,
                               guint             source,
                               guint             event);

G_END_DECLS
