/* What is open: the panel, the draft of the model, the baseline, and what follows from them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"
#include "score/drag.h"
#include "score/history.h"
#include "score/results.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BW_TYPE_WORKSPACE (bw_workspace_get_type ())

G_DECLARE_FINAL_TYPE (BwWorkspace, bw_workspace, BW, WORKSPACE, GObject)

/* Signals:
 *   "data-changed"     another panel: every number and every row is new
 *   "model-changed"    another draft: structure may differ (segments, metrics, bands)
 *   "results-changed"  other scores of the same rows; at each bw_workspace_drag_to() that moves
 *                      something, so that a window coalesces slider events to one a frame
 *   "history-changed"  scores through time, and "before", have caught up
 *   "locks-changed"    a metric of the chosen segment was locked or set free
 * A change of the data emits the first three in this order, a change of the draft the second and
 * third, a drag the third alone; the fourth follows when the worker is done. All is in place
 * before the first of them is emitted; properties that changed with it are notified after.
 * Properties: "segment" (uint, BW_ALL_SEGMENTS), "customer" (uint, BW_NONE), "can-undo",
 *   "can-redo", "edited" (draft differs from baseline), "title" (string), "dragging". */

/**
 * BwTaken:
 * @BW_TAKEN_NOTHING: nothing has been taken yet
 * @BW_TAKEN_GIVEN: with the model that was given
 * @BW_TAKEN_KEPT: the open draft fits the new panel and is kept
 * @BW_TAKEN_PROPOSED: a model was proposed, there was none before
 * @BW_TAKEN_REPLACED: a model was proposed, since the open one does not fit; see
 *   bw_workspace_get_taken_reason()
 *
 * Which model the last import came to stand under.
 */
typedef enum
{
  BW_TAKEN_NOTHING,
  BW_TAKEN_GIVEN,
  BW_TAKEN_KEPT,
  BW_TAKEN_PROPOSED,
  BW_TAKEN_REPLACED,
} BwTaken;

BwWorkspace *bw_workspace_new (void);

/* What is open; all borrowed, NULL before the first import. */
BwPanel    *bw_workspace_get_panel (BwWorkspace *self);
BwIntake   *bw_workspace_get_intake (BwWorkspace *self);
BwModel    *bw_workspace_get_model (BwWorkspace *self);
BwModel    *bw_workspace_get_baseline_model (BwWorkspace *self);
BwResults  *bw_workspace_get_results (BwWorkspace *self);
BwResults  *bw_workspace_get_baseline (BwWorkspace *self);
BwResults  *bw_workspace_get_before (BwWorkspace *self);
BwHistory  *bw_workspace_get_history (BwWorkspace *self);
BwMovement  bw_workspace_get_movement (BwWorkspace *self);
const char *bw_workspace_get_title (BwWorkspace *self);

/* Reading files: nothing changes before bw_workspace_take(). */
void      bw_workspace_read_async (BwWorkspace        *self,
                                   GFile *const       *files,
                                   guint               n_files,
                                   BwProgressFunc      progress,
                                   gpointer            progress_data,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
BwIntake *bw_workspace_read_finish (BwWorkspace  *self,
                                    GAsyncResult *result,
                                    GError      **error);
void      bw_workspace_take_async (BwWorkspace        *self,
                                   BwIntake           *intake,
                                   BwModel            *model,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
gboolean  bw_workspace_take_finish (BwWorkspace  *self,
                                    GAsyncResult *result,
                                    GError      **error);
gboolean  bw_workspace_open_model (BwWorkspace *self,
                                   GFile       *file,
                                   GError     **error);

/* Choosing what is shown. */
guint bw_workspace_get_segment (BwWorkspace *self);
void  bw_workspace_set_segment (BwWorkspace *self,
                                guint        segment);
guint bw_workspace_get_customer (BwWorkspace *self);
void  bw_workspace_set_customer (BwWorkspace *self,
                                 guint        customer);

/* Moving weights of the chosen segment: begin, any number of drags, end: one step of undo. */
void bw_workspace_drag_begin (BwWorkspace *self,
                              guint        metric);
void bw_workspace_drag_to (BwWorkspace *self,
                           double       share);
void bw_workspace_drag_end (BwWorkspace *self);
void bw_workspace_drag_cancel (BwWorkspace *self);

gboolean bw_workspace_get_locked (BwWorkspace *self,
                                  guint        metric);
void     bw_workspace_set_locked (BwWorkspace *self,
                                  guint        metric,
                                  gboolean     locked);
void     bw_workspace_set_used (BwWorkspace *self,
                                guint        metric,
                                gboolean     used);

/* The draft. */
void bw_workspace_edit (BwWorkspace *self,
                        BwModel     *model,
                        const char  *step);
void bw_workspace_undo (BwWorkspace *self);
void bw_workspace_redo (BwWorkspace *self);
const char *bw_workspace_get_undo_step (BwWorkspace *self);
const char *bw_workspace_get_redo_step (BwWorkspace *self);
void bw_workspace_reset_segment (BwWorkspace *self);
void bw_workspace_reset (BwWorkspace *self);

/* Trying an edit that is no weight: a band's edge or a scale's handle while it is dragged. Begin,
 * any number of tries, then end, which makes one step of undo, or cancel. Each try shows as an edit
 * does; "dragging" holds meanwhile. */
void bw_workspace_try_begin (BwWorkspace *self);
void bw_workspace_try (BwWorkspace *self,
                       BwModel     *model);
void bw_workspace_try_end (BwWorkspace *self,
                           const char  *step);
void bw_workspace_try_cancel (BwWorkspace *self);

/* A run of edits of one field, such as the presses of a spin button, is one step of undo. */
void bw_workspace_edit_field (BwWorkspace *self,
                              BwModel     *model,
                              const char  *step,
                              const char  *field);
void bw_workspace_leave_field (BwWorkspace *self);

/* More of what is open. */
BwTaken     bw_workspace_get_taken (BwWorkspace *self);
const char *bw_workspace_get_taken_reason (BwWorkspace *self);
gboolean    bw_workspace_get_dragging (BwWorkspace *self);
gboolean    bw_workspace_get_edited (BwWorkspace *self);
gboolean    bw_workspace_take_panel (BwWorkspace *self,
                                     BwPanel     *panel,
                                     BwModel     *model,
                                     GError     **error);

/* Any snapshot under the draft: what change since an earlier one is explained by. */
void       bw_workspace_get_results_at_async (BwWorkspace        *self,
                                              guint               snapshot,
                                              GCancellable       *cancellable,
                                              GAsyncReadyCallback callback,
                                              gpointer            user_data);
BwResults *bw_workspace_get_results_at_finish (BwWorkspace  *self,
                                               GAsyncResult *result,
                                               GError      **error);

G_END_DECLS
