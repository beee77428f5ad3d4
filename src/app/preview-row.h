/* One line of a preview as a list shows it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/preview.h"

G_BEGIN_DECLS

#define BW_TYPE_PREVIEW_ROW (bw_preview_row_get_type ())

G_DECLARE_FINAL_TYPE (BwPreviewRow, bw_preview_row, BW, PREVIEW_ROW, GObject)

/**
 * BwLineKind:
 * @BW_LINE_SKIPPED: above the table, or blank
 * @BW_LINE_HEADER: names the columns
 * @BW_LINE_ROW: a row of the table
 */
typedef enum
{
  BW_LINE_SKIPPED,
  BW_LINE_HEADER,
  BW_LINE_ROW,
} BwLineKind;

BwPreviewRow        *bw_preview_row_new (BwPreview *preview,
                                         guint      line,
                                         BwLineKind kind);
const BwPreviewLine *bw_preview_row_get_line (BwPreviewRow *self);
BwLineKind           bw_preview_row_get_kind (BwPreviewRow *self);

G_END_DECLS
