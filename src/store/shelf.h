/* The kept exports as an intake: read again, with more files, without some, under other dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A shelf is a private folder into which kept files are put back so that they can be read, and the
 * knowledge which file of an intake is kept already. It belongs to one open store and goes, with
 * its folder, before that is closed. One thread uses it at a time. */

#pragma once

#include "panel/intake.h"
#include "store/kept-imports.h"

G_BEGIN_DECLS

typedef struct _BwShelf BwShelf;

/* An intake, some of which may be in the file already though nobody sees it there. */
typedef struct _BwIncoming BwIncoming;

/* The mapping that stands, as JSON, or NULL. */
char *bw_store_dup_mapping (BwStore *store);

BwShelf *bw_shelf_new (BwStore *store,
                       GError **error);
void     bw_shelf_free (BwShelf *self);

/* All that stands, read again under the mapping that stands; NULL and no error where nothing does. */
gboolean bw_shelf_read (BwShelf       *self,
                        BwProgressFunc progress,
                        gpointer       user_data,
                        GCancellable  *cancellable,
                        BwIntake     **intake,
                        GError       **error);

/* Makes @intake what the file holds: its new files as one import, files that it no longer has as
 * removed, its mapping, report and panel; one transaction. */
gboolean bw_shelf_keep (BwShelf      *self,
                        BwIntake     *intake,
                        gint64        at,
                        const char   *author,
                        GCancellable *cancellable,
                        GError      **error);

/* The intake that would be, were @import removed or put back, or @file dated @date; nothing is kept
 * before bw_shelf_keep(). */
gboolean bw_shelf_try_removed (BwShelf       *self,
                               gint64         import,
                               gboolean       removed,
                               BwProgressFunc progress,
                               gpointer       user_data,
                               GCancellable  *cancellable,
                               BwIntake     **intake,
                               GError       **error);
gboolean bw_shelf_try_date (BwShelf       *self,
                            gint64         file,
                            double         date,
                            BwProgressFunc progress,
                            gpointer       user_data,
                            GCancellable  *cancellable,
                            BwIntake     **intake,
                            GError       **error);

/* What stands with more files. Where they are dated @as_of (else NaN), files of a name that is here
 * already stand beside the older ones, each with its date, and do not take their places. */
gboolean bw_shelf_try_files (BwShelf         *self,
                             GFile *const    *files,
                             guint            n_files,
                             double           as_of,
                             const BwReading *reading,
                             GCancellable    *cancellable,
                             BwIntake       **intake,
                             GError         **error);

/* Keeping a large intake, of which others need not wait for the whole. It is used with one store; the
 * last reference may go in any thread. */
BwIncoming *bw_incoming_new (BwIntake *intake);
BwIncoming *bw_incoming_ref (BwIncoming *self);
void        bw_incoming_unref (BwIncoming *self);
gboolean    bw_shelf_take_in (BwShelf      *self,
                              BwIncoming   *incoming,
                              gboolean     *more,
                              GCancellable *cancellable,
                              GError      **error);
gboolean    bw_shelf_has_begun (BwShelf    *self,
                                BwIncoming *incoming);
gboolean    bw_shelf_keep_incoming (BwShelf      *self,
                                    BwIncoming   *incoming,
                                    gint64        at,
                                    const char   *author,
                                    GCancellable *cancellable,
                                    GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwShelf, bw_shelf_free)

G_END_DECLS
