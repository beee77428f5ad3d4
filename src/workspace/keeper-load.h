/* All that a workspace file holds, read and scored, before anything on screen changes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper-desk.h"
#include "workspace/workspace-private.h"

G_BEGIN_DECLS

#define BW_SMALL_FILE (32 * 1024 * 1024) /* bytes: such a file is looked through when it is opened */

/**
 * BwLoaded:
 * @panel: (nullable): %NULL where nothing was imported yet, as are the models and results
 * @misfit: (nullable): the draft, where data came since that it does not fit
 * @undo: (element-type BwDraft)
 * @redo: (element-type BwDraft)
 * @versions: (element-type BwKeptVersion): the oldest first
 * @models: (element-type BwModel): of @versions
 * @imports: (element-type BwKeptImport)
 * @notes: (element-type BwKeptNote): the oldest first
 * @views: (element-type utf8 utf8): names and values
 * @why_read_only: (nullable): a sentence, where it cannot be written
 * @damage: (nullable): lines
 * @unchecked: whether its pieces are still to be looked at
 * @checked: the piece that was looked at last
 */
typedef struct
{
  BwDesk     *desk;
  BwPanel    *panel;
  BwModel    *model;
  BwModel    *baseline_model;
  BwModel    *misfit;
  BwResults  *results;
  BwResults  *baseline;
  GPtrArray  *undo;
  GPtrArray  *redo;
  GPtrArray  *versions;
  GPtrArray  *models;
  GPtrArray  *imports;
  GPtrArray  *notes;
  GHashTable *views;
  char       *why_read_only;
  char       *damage;
  gboolean    unchecked;
  gint64      checked;
} BwLoaded;

BwLoaded *bw_loaded_read (const char   *path,
                          GCancellable *cancellable,
                          GError      **error);
void      bw_loaded_free (BwLoaded *self);

const char *bw_loaded_explain_damage (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwLoaded, bw_loaded_free)

G_END_DECLS
