/* Some lines of a file as they stand in it, to be shown. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/source.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwPreviewLine:
 * @record: number of the record, counted from 0 with blank ones
 * @line: the physical line on which it begins, from 1
 * @fields: (array length=n_fields): what stands in it, long fields cut short
 * @n_more: fields that are not among @fields
 */
typedef struct
{
  gsize  record;
  gsize  line;
  char **fields;
  guint  n_fields;
  guint  n_more;
} BwPreviewLine;

typedef struct _BwPreview BwPreview;

BwPreview *bw_preview_ref (BwPreview *self);
void       bw_preview_unref (BwPreview *self);
guint      bw_preview_get_n_lines (const BwPreview *self);
guint      bw_preview_get_n_fields (const BwPreview *self);
const BwPreviewLine *bw_preview_get_line (const BwPreview *self,
                                          guint            line);

void       bw_preview_read_async (GFile              *file,
                                  const BwReading    *reading,
                                  gsize               first_line,
                                  guint               n_lines,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
BwPreview *bw_preview_read_finish (GAsyncResult *result,
                                   GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPreview, bw_preview_unref)

G_END_DECLS
