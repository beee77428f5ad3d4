/* What was imported into the open file: listed, taken back, dated anew, added to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"
#include "workspace/keeper.h"

G_BEGIN_DECLS

/**
 * BwImportFile:
 * @id: never used again
 * @name: of the file that was imported
 * @date: days since 1970-01-01 that its name or a person gives its rows, or NaN where its rows have
 *   dates of their own or need none
 * @size: bytes
 * @n_rows: that were read
 * @removed: whether it was taken back, alone or with its import, or another import came in its stead
 */
typedef struct
{
  gint64      id;
  const char *name;
  double      date;
  gint64      size;
  gint64      n_rows;
  gboolean    removed;
} BwImportFile;

/**
 * BwImport:
 * @id: never used again
 * @at: when, in microseconds since 1970
 * @author: who
 * @removed: whether it was taken back
 * @files: (array length=n_files)
 * @n_problems: lines of its report that need a look
 *
 * Borrowed from the keeper, until "imports-changed".
 */
typedef struct
{
  gint64              id;
  gint64              at;
  const char         *author;
  gboolean            removed;
  const BwImportFile *files;
  guint               n_files;
  guint               n_problems;
} BwImport;

guint           bw_keeper_get_n_imports (BwKeeper *self);
const BwImport *bw_keeper_get_import (BwKeeper *self,
                                      guint     import);

/* What was imported is read again from the file, without those that were taken back; all of it in a
 * worker, then everything changes at once, in the workspace and in the file, or nothing does. */
void     bw_keeper_set_removed_async (BwKeeper           *self,
                                      gint64              import,
                                      gboolean            removed,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean bw_keeper_set_removed_finish (BwKeeper     *self,
                                       GAsyncResult *result,
                                       GError      **error);
void     bw_keeper_set_date_async (BwKeeper           *self,
                                   gint64              file,
                                   double              date,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
gboolean bw_keeper_set_date_finish (BwKeeper     *self,
                                    GAsyncResult *result,
                                    GError      **error);

/* The intake that all standing imports make, read again where it is not in memory: what more files
 * are added to. */
void      bw_keeper_get_intake_async (BwKeeper           *self,
                                      BwProgressFunc      progress,
                                      gpointer            progress_data,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
BwIntake *bw_keeper_get_intake_finish (BwKeeper     *self,
                                       GAsyncResult *result,
                                       GError      **error);
void      bw_keeper_get_report_async (BwKeeper           *self,
                                      gint64              import,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
BwReport *bw_keeper_get_report_finish (BwKeeper     *self,
                                       GAsyncResult *result,
                                       GError      **error);

G_END_DECLS
