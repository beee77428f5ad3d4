/* Lines of a file as they stand in it, in a grid: header, rows, and what is skipped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/preview.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_PREVIEW_GRID (bw_preview_grid_get_type ())

G_DECLARE_FINAL_TYPE (BwPreviewGrid, bw_preview_grid, BW, PREVIEW_GRID, AdwBin)

void bw_preview_grid_show (BwPreviewGrid   *self,
                           BwPreview       *preview,
                           const BwReading *reading);
void bw_preview_grid_mark (BwPreviewGrid *self,
                           gsize          line,
                           guint          column);

G_END_DECLS
