/* What a shelf is made of, for the files that read and keep. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/shelf-folder.h"
#include "store/shelf.h"

G_BEGIN_DECLS

/**
 * BwShelf:
 * @folder: of the user alone
 * @n_folders: folders that were made in it, one for each file
 * @extracted: (element-type GFile gint64): which kept file each file in @folder is
 * @latest: (element-type gint64 GFile): where a kept file was put last
 * @originals: (element-type GFile gint64): which kept file came from where, as far as this shelf
 *   has kept it
 * @names: (element-type GFile utf8): what copies in @folder that are not kept yet were called
 */
struct _BwShelf
{
  BwStore    *store;
  BwShelfFolder folder;
  guint       n_folders;
  GHashTable *extracted;
  GHashTable *latest;
  GHashTable *originals;
  GHashTable *names;
};

void       bw_shelf_know_original (BwShelf *self,
                                   GFile   *file,
                                   gint64   kept);
GFile     *bw_shelf_make_folder (BwShelf *self,
                                 GError **error);
GPtrArray *bw_shelf_list_files (GPtrArray *imports);
BwMapping *bw_shelf_find_mapping (BwShelf   *self,
                                  GPtrArray *imports,
                                  GPtrArray *files,
                                  GError   **error);
gboolean   bw_shelf_read_files (BwShelf       *self,
                                GPtrArray     *files,
                                BwMapping     *mapping,
                                BwProgressFunc progress,
                                gpointer       user_data,
                                GCancellable  *cancellable,
                                BwIntake     **intake,
                                GError       **error);
gboolean   bw_shelf_read_standing (BwShelf       *self,
                                   GPtrArray     *imports,
                                   GPtrArray     *files,
                                   BwProgressFunc progress,
                                   gpointer       user_data,
                                   GCancellable  *cancellable,
                                   BwIntake     **intake,
                                   GError       **error);

G_END_DECLS
