/* The draft with all that undo knows, and the versions that were kept. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"
#include "store/store.h"

G_BEGIN_DECLS

/* Steps of undo that a file keeps, the newest. */
#define BW_MOST_STEPS 200

/* Versions of a file that are listed, the newest ones: one every day for a lifetime. */
#define BW_MOST_VERSIONS 10000

/**
 * BwKeptStep:
 * @name: what the edit is called
 * @model: the draft that undo or redo brings back
 * @baseline: and the baseline with it
 */
typedef struct
{
  const char *name;
  BwModel    *model;
  BwModel    *baseline;
} BwKeptStep;

/**
 * BwKeptDraft:
 * @undo: (element-type BwKeptStep): the newest last; each step holds its models
 * @redo: (element-type BwKeptStep): likewise
 */
typedef struct
{
  BwModel   *model;
  BwModel   *baseline;
  GPtrArray *undo;
  GPtrArray *redo;
} BwKeptDraft;

/**
 * BwKeptVersion:
 * @at: when, in microseconds since 1970
 * @model: number of the model, which other versions may have too; it is not looked at where one is added
 */
typedef struct
{
  gint64 id;
  char  *name;
  char  *why;
  char  *author;
  gint64 at;
  gint64 model;
} BwKeptVersion;

gboolean     bw_store_put_draft (BwStore           *self,
                                 const BwKeptDraft *draft,
                                 GError           **error);
BwKeptDraft *bw_store_get_draft (BwStore *self,
                                 GError **error);

gint64     bw_store_add_version (BwStore             *self,
                                 const BwKeptVersion *version,
                                 BwModel             *model,
                                 GError             **error);
gsize      bw_store_count_versions (BwStore *self);
GPtrArray *bw_store_list_versions (BwStore *self,
                                   GError **error);
BwModel   *bw_store_get_version (BwStore *self,
                                 gint64   version,
                                 GError **error);

BwKeptStep *bw_kept_step_new (const char *name,
                              BwModel    *model,
                              BwModel    *baseline);
void        bw_kept_step_free (BwKeptStep *self);
void        bw_kept_draft_free (BwKeptDraft *self);
void        bw_kept_version_free (BwKeptVersion *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwKeptDraft, bw_kept_draft_free)

G_END_DECLS
