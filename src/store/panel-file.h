/* Columns of a panel that are still in the workspace file: read, checked, and kept by their snapshot. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/panel-parts.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/**
 * BwPanelFile:
 * @using: held by who uses @db once the panel is made
 * @dictionaries: %NULL for columns of numbers
 * @texts: of @columns
 * @lost: a column that was looked at and could not be read, or %NULL; guarded by @using
 */
typedef struct
{
  gatomicrefcount ref_count;

  sqlite3       *db;
  GMutex         using;
  BwPanelColumn *columns;
  BwDictionary **dictionaries;
  guint          n_columns;
  GStringChunk  *texts;
  const char    *lost;
} BwPanelFile;

BwPanelFile *bw_panel_file_new (const char *path,
                                GError    **error);
void         bw_panel_file_unref (BwPanelFile *self);
gboolean     bw_panel_file_is_used (BwPanelFile *self);
gboolean     bw_panel_file_fail (GError **error);
gint64      *bw_panel_file_list_pieces (BwPanelFile *self,
                                        gint64       snapshot,
                                        gint64       field,
                                        guint        n_fields,
                                        gsize        n_rows,
                                        GError     **error);
guint32     *bw_panel_file_read_codes (BwPanelFile *self,
                                       gint64       snapshot,
                                       gint64       field,
                                       gsize        n,
                                       guint32      n_codes,
                                       GError     **error);
BwSnapshot  *bw_panel_file_new_snapshot (BwPanelFile *self,
                                         gint64       position,
                                         double       date,
                                         gsize        n_rows,
                                         guint32     *customers,
                                         GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPanelFile, bw_panel_file_unref)

G_END_DECLS
