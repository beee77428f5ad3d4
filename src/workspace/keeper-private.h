/* What the files of the keeper share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/customer-notes.h"
#include "workspace/imports.h"
#include "workspace/keeper-batch.h"
#include "workspace/keeper-load.h"
#include "workspace/keeper-queue.h"
#include "workspace/keeper.h"
#include "workspace/versions.h"

G_BEGIN_DECLS

#define BW_WORKSPACE_ENDING   ".bellwether"
#define BW_UNTITLED_BEGINNING "untitled-"

/**
 * BwVersionRow:
 * @kept: its number in the file, 0 where it is not there yet
 *
 * A version with the texts that it points at.
 */
typedef struct
{
  BwVersion version;
  gint64    kept;
} BwVersionRow;

/**
 * BwNoteRow:
 * @kept: its number in the file, 0 where it is not there yet
 * @changed: serial of its last change, 0 where none is to be written
 * @gone: whether it was taken away; the row stays, so that it can be put back
 */
typedef struct
{
  BwNote   note;
  gint64   kept;
  guint64  changed;
  gboolean gone;
} BwNoteRow;

/**
 * BwViewRow:
 * @changed: serial of its last change, 0 where none is to be written
 */
typedef struct
{
  char   *value;
  guint64 changed;
} BwViewRow;

struct _BwKeeper
{
  GObject parent_instance;

  BwWorkspace *workspace;
  GFile       *folder; /* of work without a name */
  BwQueue    *queue;

  /* What is open */
  BwDesk  *desk; /* NULL where nothing is */
  GFile   *file; /* NULL for work without a name too */
  char    *name;
  gboolean untitled;
  gboolean opened;  /* its columns may still be in the file */
  gboolean passing; /* untitled, and thrown away where nothing was done with it */
  gboolean read_only;
  char    *why_read_only;
  char    *damage;
  char    *trouble;
  gboolean saving;
  gboolean changed;

  /* What it holds */
  GPtrArray  *versions; /* of BwVersionRow, the oldest first */
  GPtrArray  *notes;    /* of BwNoteRow, the oldest first */
  GPtrArray  *imports;  /* of BwKeptImport, the oldest first */
  GArray     *listed;   /* of BwImport: the same, as they are lent */
  GHashTable *problems; /* lines that need a look, by the number of the import */
  GHashTable *views;    /* of BwViewRow, by name */
  gint64      last_id;  /* of a version or a note */
  BwPanel    *kept_panel; /* that the file holds, or NULL */

  /* What is not in the file yet */
  guint64    serial;        /* of the last change */
  guint64    draft_changed; /* serial of the last change of the draft, 0 where it is kept */
  GPtrArray *data;          /* of BwPendingData, in the order in which they were taken */
  BwModel   *draft;         /* as it was when it was last looked at, or NULL */
  BwModel   *baseline;      /* likewise */

  /* A model that went with an import that was taken back */
  gint64   gone_import;
  BwModel *gone_model; /* or NULL */
  BwModel *instead;    /* what was proposed in its place */

  /* On the way */
  gboolean   moving;    /* a copy of the file is made, to go on with: nothing goes to this one */
  gboolean   restoring; /* what the workspace tells comes from the file */
  BwBatch   *flying;    /* what is with the writer, or NULL; its task's */
  GAsyncResult *taking;   /* the step in which a large import is taken in, or NULL; not held */
  GAsyncResult *checking; /* the slice of the file that is looked at, or NULL; not held */
  GAsyncResult *looking;  /* the look at what was read of the customers, or NULL; not held */
  GAsyncResult *counting; /* the count of problems that was begun last, or NULL; not held */
  GCancellable *warming; /* of the worker that brings columns into memory, or NULL */
  guint      start;     /* source that sends the next batch, or 0 */
  guint      again;     /* source that tries again after trouble, or 0 */
  guint      pause;     /* seconds until then */
  GPtrArray *waiting;   /* of GTask: for everything to be in the file */
};

/**
 * BwPortion:
 * @BW_PORTION_EDITS: all that is not in the open file but data
 * @BW_PORTION_REST: all that is not in the open file
 * @BW_PORTION_WHOLE: all there is, for another file
 */
typedef enum
{
  BW_PORTION_EDITS,
  BW_PORTION_REST,
  BW_PORTION_WHOLE,
} BwPortion;

typedef enum
{
  BW_KEEPER_VERSIONS_CHANGED,
  BW_KEEPER_IMPORTS_CHANGED,
  BW_KEEPER_NOTES_CHANGED,
  BW_KEEPER_VIEW_OPENED,
} BwKeeperSignal;

typedef enum
{
  BW_KEEPER_NAME = 1,
  BW_KEEPER_FILE,
  BW_KEEPER_UNTITLED,
  BW_KEEPER_READ_ONLY,
  BW_KEEPER_WHY_READ_ONLY,
  BW_KEEPER_DAMAGE,
  BW_KEEPER_TROUBLE,
  BW_KEEPER_SAVING,
  BW_KEEPER_CHANGED,
} BwKeeperProperty;

void     bw_keeper_emit (BwKeeper      *self,
                         BwKeeperSignal signal);
void     bw_keeper_notify (BwKeeper        *self,
                           BwKeeperProperty property);
void     bw_keeper_set_text (BwKeeper        *self,
                             BwKeeperProperty property,
                             char           **place,
                             const char      *text);
void     bw_keeper_set_flag (BwKeeper        *self,
                             BwKeeperProperty property,
                             gboolean        *place,
                             gboolean         value);
char    *bw_keeper_dup_author (void);

/* keeper-follow.c: what the workspace tells */
void bw_keeper_follow (BwKeeper *self);
void bw_keeper_unfollow (BwKeeper *self);
void bw_keeper_replace_draft (BwKeeper *self,
                              BwModel  *model);

/* keeper-gather.c: what is not in the file */
guint64  bw_keeper_count_change (BwKeeper *self);
gboolean bw_keeper_has_work (BwKeeper *self);
gboolean bw_keeper_is_behind (BwKeeper *self);
gboolean bw_keeper_has_edits (BwKeeper *self);
BwBatch *bw_keeper_make_batch (BwKeeper *self,
                               BwDesk   *desk,
                               BwPortion portion);
void     bw_keeper_settle (BwKeeper *self,
                           BwBatch  *batch);

/* keeper-flow.c: from changes to batches */
void     bw_keeper_schedule (BwKeeper *self);
void     bw_keeper_flush_async (BwKeeper           *self,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
gboolean bw_keeper_is_late (BwKeeper *self);
gboolean bw_keeper_flush_finish (BwKeeper     *self,
                                 GAsyncResult *result,
                                 GError      **error);
void     bw_keeper_stop (BwKeeper *self,
                         gint64    patience);

/* keeper-take-in.c: a large import a little at a time */
gboolean bw_keeper_take_in (BwKeeper *self);

/* keeper-place.c: which file is open */
void bw_keeper_set_place (BwKeeper *self,
                          BwDesk   *desk,
                          gboolean  untitled);
void bw_keeper_begin_untitled (BwKeeper *self);
void bw_keeper_forget (BwKeeper *self);
gboolean bw_keeper_is_idle_work (BwKeeper *self);
void bw_keeper_leave (BwKeeper           *self,
                      BwDesk             *desk,
                      gboolean            remove,
                      GAsyncReadyCallback callback,
                      gpointer            user_data);

/* keeper-check.c: damage that shows only when all is read */
void bw_keeper_check (BwKeeper *self,
                      gint64    after);
void bw_keeper_check_columns (BwKeeper *self);

/* keeper-warm.c: columns before somebody looks at them */
void bw_keeper_warm (BwKeeper *self);
void bw_keeper_stop_warming (BwKeeper *self);

/* versions.c, customer-notes.c, keeper-view.c: what the file gives, what goes to it, and what came
 * of that */
void bw_version_row_free (BwVersionRow *self);
void bw_keeper_load_versions (BwKeeper       *self,
                              const BwLoaded *loaded);
void bw_keeper_order_versions (BwKeeper *self,
                               BwBatch  *batch,
                               gboolean  whole);
void bw_keeper_settle_versions (BwKeeper      *self,
                                const BwBatch *batch);
void bw_keeper_add_version (BwKeeper   *self,
                            BwModel    *model,
                            const char *name,
                            const char *why);
void bw_keeper_look_at_versions (BwKeeper *self);

void bw_note_row_free (BwNoteRow *self);
void bw_keeper_load_notes (BwKeeper       *self,
                           const BwLoaded *loaded);
void bw_keeper_order_notes (BwKeeper *self,
                            BwBatch  *batch,
                            gboolean  whole);
void bw_keeper_settle_notes (BwKeeper      *self,
                             const BwBatch *batch);

void bw_view_row_free (BwViewRow *self);
void bw_keeper_load_views (BwKeeper       *self,
                           const BwLoaded *loaded);
void bw_keeper_order_views (BwKeeper *self,
                            BwBatch  *batch,
                            gboolean  whole);
void bw_keeper_settle_views (BwKeeper      *self,
                             const BwBatch *batch);

/* imports.c */
void bw_keeper_set_imports (BwKeeper  *self,
                            GPtrArray *imports);
void bw_keeper_count_problems (BwKeeper *self);

G_END_DECLS
