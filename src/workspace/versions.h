/* Versions of the model that were kept in the open file: with name, reason, author and date. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper.h"

G_BEGIN_DECLS

/**
 * BwVersion:
 * @id: never used again
 * @name: as it was given
 * @why: what it was kept for, or ""
 * @author: who kept it
 * @at: when, in microseconds since 1970
 * @model: what was kept
 * @baseline: whether the draft is compared with it
 *
 * Borrowed from the keeper, until "versions-changed".
 */
typedef struct
{
  gint64      id;
  const char *name;
  const char *why;
  const char *author;
  gint64      at;
  BwModel    *model;
  gboolean    baseline;
} BwVersion;

guint            bw_keeper_get_n_versions (BwKeeper *self);
const BwVersion *bw_keeper_get_version (BwKeeper *self,
                                        guint     version);

/* Keeps the draft; it becomes the baseline. It is in the list at once, in the file soon after. */
void     bw_keeper_save_version (BwKeeper   *self,
                                 const char *name,
                                 const char *why);
/* One step of undo each. */
gboolean bw_keeper_go_back_to (BwKeeper *self,
                               guint     version,
                               GError  **error);
gboolean bw_keeper_compare_with (BwKeeper *self,
                                 guint     version,
                                 GError  **error);

G_END_DECLS
