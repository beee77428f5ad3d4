/* What is in a workspace file: read at once, as text and as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"
#include "store/kept-imports.h"
#include "store/kept-models.h"
#include "store/kept-notes.h"

G_BEGIN_DECLS

/**
 * BwContents:
 * @path: as it was given
 * @size: bytes of the file
 * @damaged: whether a part of it is not as it was written
 * @panel: (nullable): %NULL where there is none yet
 * @draft: (nullable): likewise
 * @imports: (element-type BwKeptImport); @versions: of BwKeptVersion; @notes: of BwKeptNote
 */
typedef struct
{
  const char  *path;
  guint64      size;
  gboolean     damaged;
  BwPanel     *panel;
  BwKeptDraft *draft;
  GPtrArray   *imports;
  GPtrArray   *versions;
  GPtrArray   *notes;
} BwContents;

gboolean bw_contents_read (BwContents *self,
                           const char *path,
                           GError    **error);
char    *bw_contents_to_json (const BwContents *self);
void     bw_contents_clear (BwContents *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BwContents, bw_contents_clear)

G_END_DECLS
