/* What the files of the workspace share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

/**
 * BwDraft:
 * @step: (nullable): what the edit between this state and the present one is called
 *
 * A state of the model that undo or redo can bring back. The baseline is part of it: opening a
 * model changes both, and both come back together.
 */
typedef struct
{
  char    *step;
  BwModel *model;
  BwModel *baseline_model;
} BwDraft;

struct _BwWorkspace
{
  GObject parent_instance;

  /* The data */
  BwIntake *intake; /* or NULL, for a panel that was given as such */
  BwPanel  *panel;
  BwTaken   taken;
  char     *taken_reason;

  /* The draft */
  BwModel    *model;
  BwModel    *baseline_model;
  GPtrArray  *undo;  /* of BwDraft, the newest last */
  GPtrArray  *redo;  /* likewise */
  GHashTable *locks; /* set of "segment id, line feed, metric id" */
  gboolean    edited;
  char       *field;       /* of the last edit by bw_workspace_edit_field(), or NULL */
  BwModel    *field_model; /* what it made */

  /* What follows from both */
  BwResults    *results;
  BwResults    *baseline;
  BwResults    *before;
  BwHistory    *history;
  GPtrArray    *earlier;     /* of BwResults: snapshots that were asked for, the newest last */
  GCancellable *catching_up; /* NULL where the worker has nothing to do */
  gboolean      behind;      /* whether history and before are those of another draft */
  BwMovement    movement;
  gboolean      movement_known;

  /* What is shown */
  guint segment;
  guint customer;

  /* The slider that is held */
  BwDrag   *drag;
  BwModel  *nudged;  /* the draft under the nudge; NULL until asked for */
  guint     dragged; /* its metric */
  double   *shares;  /* of the last nudge */
  gboolean  told;    /* whether the drag has changed anything yet */

  BwModel  *tried;   /* the draft that stood before an edit that is tried out, or NULL */
};

typedef enum
{
  BW_WORKSPACE_DATA_CHANGED,
  BW_WORKSPACE_MODEL_CHANGED,
  BW_WORKSPACE_RESULTS_CHANGED,
  BW_WORKSPACE_HISTORY_CHANGED,
  BW_WORKSPACE_LOCKS_CHANGED,
} BwWorkspaceSignal;

typedef enum
{
  BW_WORKSPACE_SEGMENT = 1,
  BW_WORKSPACE_CUSTOMER,
  BW_WORKSPACE_CAN_UNDO,
  BW_WORKSPACE_CAN_REDO,
  BW_WORKSPACE_EDITED,
  BW_WORKSPACE_TITLE,
  BW_WORKSPACE_DRAGGING,
} BwWorkspaceProperty;

/* What a person can tell apart of a state: compared before and after a change, so that only real
 * changes are notified. */
typedef struct
{
  guint    segment;
  guint    customer;
  gboolean can_undo;
  gboolean can_redo;
  gboolean edited;
  gboolean dragging;
  char    *title;
} BwWorkspaceFacts;

/**
 * BwRestoring:
 * @undo: (element-type BwDraft): the newest last
 * @redo: (element-type BwDraft): likewise
 *
 * What a file kept of a workspace; all borrowed.
 */
typedef struct
{
  BwPanel   *panel;
  BwModel   *model;
  BwModel   *baseline_model;
  BwResults *results;
  BwResults *baseline;
  GPtrArray *undo;
  GPtrArray *redo;
} BwRestoring;

void bw_workspace_restore (BwWorkspace       *self,
                           const BwRestoring *kept);
void bw_workspace_clear (BwWorkspace *self);
void bw_workspace_keep_baseline (BwWorkspace *self);
void bw_workspace_compare_with (BwWorkspace *self,
                                BwModel     *model,
                                const char  *step);

void bw_workspace_emit (BwWorkspace      *self,
                        BwWorkspaceSignal signal);
void bw_workspace_note_facts (BwWorkspace      *self,
                              BwWorkspaceFacts *facts);
void bw_workspace_notify_facts (BwWorkspace      *self,
                                BwWorkspaceFacts *facts);
gboolean bw_workspace_knows_segment (BwWorkspace *self);

BwDraft *bw_draft_new (const char *step,
                       BwModel    *model,
                       BwModel    *baseline_model);
void     bw_draft_free (BwDraft *self);
void     bw_workspace_set_draft (BwWorkspace *self,
                                 BwModel     *model,
                                 BwModel     *baseline_model);
void     bw_workspace_push_undo (BwWorkspace *self,
                                 BwModel     *model,
                                 const char  *step);
char    *bw_workspace_lock_key (BwWorkspace *self,
                                guint        metric);

BwResults *bw_workspace_score (BwModel      *model,
                               BwPanel      *panel,
                               BwResults    *previous,
                               GCancellable *cancellable);
gboolean   bw_workspace_has_same_frame (BwModel *a,
                                        BwModel *b);
void       bw_workspace_keep_try (BwWorkspace *self);
void       bw_workspace_stop_catching_up (BwWorkspace *self);
void       bw_workspace_catch_up (BwWorkspace *self);

G_END_DECLS
