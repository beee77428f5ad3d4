/* What an open workspace file is, for the files that read and write its parts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"
#include "store/holder.h"
#include "store/panel-file.h"
#include "store/panel-lots.h"
#include "store/query.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * BwStore:
 * @holder: (nullable): where it may be written
 * @other: (nullable): who has it, where somebody else does
 * @touched: tables that the open transaction may have changed
 * @depth: how many transactions are open, one in the other; the outermost is SQLite's
 * @failed: whether one of them failed, so that none of them can be kept
 * @broken: tables that are not as they were sealed
 * @cut: whether the end of the file is missing
 * @models: (element-type BwModel gint64): numbers of models that are known to be kept
 * @panel: (nullable): what the panel that was given last reads its columns from
 * @newest: the newest piece that there was then
 */
struct _BwStore
{
  sqlite3  *db;
  char     *path;
  BwHolder *holder;
  char     *other;
  guint     touched;
  guint     depth;
  gboolean  failed;
  guint     broken;
  gboolean  cut;

  GHashTable *models;

  BwPanelFile *panel;
  gint64       newest;
};

BwStore *bw_store_new (const char *path,
                       BwHolder   *holder,
                       char       *other);
gboolean bw_store_open_database (BwStore *self,
                                 GError **error);
gboolean bw_store_connect (const char *path,
                           int         flags,
                           sqlite3   **db,
                           GError    **error);
gint64   bw_store_keep_model (BwStore *self,
                              BwModel *model,
                              GError **error);
BwModel *bw_store_read_model (BwStore *self,
                              gint64   model,
                              GError **error);
gboolean bw_store_sweep (BwStore *self,
                         GError **error);
gboolean bw_store_write_panel (BwStore     *self,
                               BwPanelLots *lots,
                               GError     **error);
gboolean bw_store_end (BwStore *self,
                       gboolean done,
                       GError **error);

G_END_DECLS
