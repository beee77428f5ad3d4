/* What goes to the file at one time, and what came of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/kept-models.h"
#include "store/kept-notes.h"
#include "workspace/keeper-desk.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwPendingData:
 * @intake: (nullable): what was read; %NULL for a panel that was given as such
 * @at: when, in microseconds since 1970
 * @incoming: (nullable): as far as it is in the file already, where it is large
 * @ready: whether it is not large, or all of it was taken in, or that failed: it goes with a batch
 *
 * Data on its way to the file.
 */
typedef struct
{
  BwIntake *intake;
  BwPanel  *panel;
  gint64    at;
  BwIncoming *incoming;
  gboolean    ready;
} BwPendingData;

/**
 * BwVersionOrder:
 * @row: which version of the keeper it is
 * @kept: its number in the file, once it is there
 */
typedef struct
{
  gint64        row;
  BwKeptVersion version;
  BwModel      *model;
  gint64        kept;
} BwVersionOrder;

/**
 * BwNoteOrder:
 * @row: which note of the keeper it is
 * @note: its id is 0 where the file does not have it yet
 * @gone: whether it is taken away
 */
typedef struct
{
  gint64     row;
  BwKeptNote note;
  gboolean   gone;
} BwNoteOrder;

/**
 * BwBatch:
 * @serial: how far the keeper's changes go that are in it
 * @data: (element-type BwPendingData): in the order in which they were taken
 * @versions: (element-type BwVersionOrder)
 * @draft: (nullable)
 * @notes: (element-type BwNoteOrder)
 * @views: names and values, one after the other
 * @kept_panel: (nullable): the panel that the file holds before
 * @imports: (nullable) (element-type BwKeptImport): the list afterwards, where @data changed it
 * @error: (nullable): why something is not in the file
 * @data_failed: whether that is the data alone, and all else is there
 */
typedef struct
{
  BwDesk      *desk;
  guint64      serial;
  char        *author;
  GPtrArray   *data;
  GPtrArray   *versions;
  BwKeptDraft *draft;
  GPtrArray   *notes;
  GPtrArray   *views;
  BwPanel     *kept_panel;

  GPtrArray  *imports;
  GError     *error;
  gboolean    data_failed;
} BwBatch;

BwPendingData *bw_pending_data_new (BwIntake *intake,
                                    BwPanel  *panel);
BwPendingData *bw_pending_data_copy (const BwPendingData *self);
void           bw_pending_data_free (BwPendingData *self);

BwBatch *bw_batch_new (BwDesk *desk);
void     bw_batch_free (BwBatch *self);
void     bw_batch_write (BwBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwBatch, bw_batch_free)

G_END_DECLS
