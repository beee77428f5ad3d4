/* One line of a preview as a list shows it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/preview-row.h"

struct _BwPreviewRow
{
  GObject parent_instance;

  BwPreview *preview;
  guint      line;
  BwLineKind kind;
};

G_DEFINE_FINAL_TYPE (BwPreviewRow, bw_preview_row, G_TYPE_OBJECT)

static void
bw_preview_row_finalize (GObject *object)
{
  bw_preview_unref (BW_PREVIEW_ROW (object)->preview);

  G_OBJECT_CLASS (bw_preview_row_parent_class)->finalize (object);
}

static void
bw_preview_row_class_init (BwPreviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_preview_row_finalize;
}

static void
bw_preview_row_init (BwPreviewRow *self)
{
}

/**
 * bw_preview_row_new:
 * @line: of @preview, counted from 0
 */
BwPreviewRow *
bw_preview_row_new (BwPreview *preview,
                    guint      line,
                    BwLineKind kind)
{
  BwPreviewRow *self = g_object_new (BW_TYPE_PREVIEW_ROW, NULL);

  self->preview = bw_preview_ref (preview);
  self->line = line;
  self->kind = kind;

  return self;
}

const BwPreviewLine *
bw_preview_row_get_line (BwPreviewRow *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW_ROW (self), NULL);

  return bw_preview_get_line (self->preview, self->line);
}

BwLineKind
bw_preview_row_get_kind (BwPreviewRow *self)
{
  g_return_val_if_fail (BW_IS_PREVIEW_ROW (self), BW_LINE_ROW);

  return self->kind;
}
