/* The file that a workspace is kept in: opened, and written to as things change. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A keeper stands beside one workspace. It listens to it and writes each change of the model, the
 * data and the view into the open file within a second, by a thread of its own and in the order in
 * which things changed; the main thread never waits for the disk. Work that no name was given is
 * kept as well: in a file in a folder of the user's own, which is offered again after a crash. */

#pragma once

#include "workspace/workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BW_TYPE_KEEPER (bw_keeper_get_type ())

G_DECLARE_FINAL_TYPE (BwKeeper, bw_keeper, BW, KEEPER, GObject)

/* Signals:
 *   "versions-changed"  another list of versions
 *   "imports-changed"   another list of imports
 *   "notes-changed"     other notes
 *   "view-opened"       a file was opened: bw_keeper_get_view() has what it says of the view
 * Properties, all read only:
 *   "name" (string): of the open file without its ending; “Untitled” for work without a name; %NULL
 *     where nothing is open
 *   "file" (GFile or %NULL): %NULL for work without a name too
 *   "untitled" (boolean): something is open, and it has no name yet
 *   "read-only" (boolean): the open file cannot be written
 *   "why-read-only" (string or %NULL): who has it, or what else forbids it, as a sentence
 *   "damage" (string or %NULL): what of the open file is not as it was written, as lines
 *   "trouble" (string or %NULL): why the last changes are not in the file, and what to do, as a
 *     sentence; %NULL again as soon as they are
 *   "saving" (boolean): something is on its way to the file
 *   "changed" (boolean): the draft differs from the newest version */

BwKeeper *bw_keeper_new (BwWorkspace *workspace,
                         GFile       *untitled);

BwWorkspace *bw_keeper_get_workspace (BwKeeper *self);
const char  *bw_keeper_get_name (BwKeeper *self);
GFile       *bw_keeper_get_file (BwKeeper *self);
gboolean     bw_keeper_get_untitled (BwKeeper *self);
gboolean     bw_keeper_get_read_only (BwKeeper *self);
const char  *bw_keeper_get_why_read_only (BwKeeper *self);
const char  *bw_keeper_get_damage (BwKeeper *self);
const char  *bw_keeper_get_trouble (BwKeeper *self);
gboolean     bw_keeper_get_saving (BwKeeper *self);
gboolean     bw_keeper_get_changed (BwKeeper *self);

/* Opening, naming, closing. What was open before is written to the end, then closed; a failed open
 * leaves everything as it was. */
void     bw_keeper_open_async (BwKeeper           *self,
                               GFile              *file,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
gboolean bw_keeper_open_finish (BwKeeper     *self,
                                GAsyncResult *result,
                                GError      **error);
void     bw_keeper_close_async (BwKeeper           *self,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
gboolean bw_keeper_close_finish (BwKeeper     *self,
                                 GAsyncResult *result,
                                 GError      **error);
void     bw_keeper_save_as_async (BwKeeper           *self,
                                  GFile              *file,
                                  GCancellable       *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);
gboolean bw_keeper_save_as_finish (BwKeeper     *self,
                                   GAsyncResult *result,
                                   GError      **error);
void     bw_keeper_save_copy_async (BwKeeper           *self,
                                    GFile              *file,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean bw_keeper_save_copy_finish (BwKeeper     *self,
                                     GAsyncResult *result,
                                     GError      **error);

/**
 * BwLeftWork:
 * @file: where it is kept
 * @title: of its model, or the name of its first export
 * @modified: microseconds since 1970
 * @n_customers: how many there are
 *
 * Work without a name that nobody has open: left by closing the program, or by a crash.
 */
typedef struct
{
  GFile *file;
  char  *title;
  gint64 modified;
  gsize  n_customers;
} BwLeftWork;

void       bw_keeper_list_left_async (BwKeeper           *self,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
GPtrArray *bw_keeper_list_left_finish (BwKeeper     *self,
                                       GAsyncResult *result,
                                       GError      **error);
gboolean   bw_keeper_throw_away (BwKeeper *self,
                                 GFile    *left,
                                 GError  **error);
void       bw_left_work_free (BwLeftWork *self);

/* How the window is set, by name: kept with the file. Held in memory, so that it is there at once. */
const char *bw_keeper_get_view (BwKeeper   *self,
                                const char *name);
void        bw_keeper_set_view (BwKeeper   *self,
                                const char *name,
                                const char *value);

/* Work that is of no importance unless something is done with it, and changes that have no file. */
void     bw_keeper_set_passing (BwKeeper *self,
                                gboolean  passing);
gboolean bw_keeper_get_unsaved (BwKeeper *self);

G_END_DECLS
