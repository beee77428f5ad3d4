/* An open file, as its writer's thread uses it: made when first written, and whether it still stands. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/shelf.h"

G_BEGIN_DECLS

/**
 * BwDesk:
 * @path: of the file
 * @store: (nullable): %NULL where the file is not made yet
 * @shelf: (nullable): made when first used
 * @device: on which the file stood when it was opened
 * @inode: which it was
 *
 * All but @path is touched in the writer's thread alone.
 */
typedef struct
{
  gatomicrefcount ref_count;

  char    *path;
  BwStore *store;
  BwShelf *shelf;
  guint64  device;
  guint64  inode;
} BwDesk;

BwDesk  *bw_desk_new (const char *path,
                      BwStore    *store);
BwDesk  *bw_desk_ref (BwDesk *self);
void     bw_desk_unref (BwDesk *self);
gboolean bw_desk_make (BwDesk  *self,
                       GError **error);
gboolean bw_desk_stands (BwDesk  *self,
                         GError **error);
goffset  bw_desk_get_size (BwDesk *self);
gboolean bw_desk_remove (const char *path,
                         GError    **error);
BwShelf *bw_desk_get_shelf (BwDesk  *self,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDesk, bw_desk_unref)

G_END_DECLS
