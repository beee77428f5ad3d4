/* An intake on its way into the workspace file: what it holds, what of it is new, what is there. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/panel-lots.h"
#include "store/shelf-private.h"

G_BEGIN_DECLS

/**
 * BwIncoming:
 * @intake: (nullable): what is to stand; %NULL: nothing
 * @store: (nullable): of which file the plan is; %NULL as long as there is none
 * @begun: whether something was put in a transaction of its own
 * @spoilt: whether something failed: it is of no use any more
 * @there: whether the file holds just that already
 * @imports: (element-type BwKeptImport): as the file has them
 * @files: (element-type BwKeptFile): of all of them, in the order in which they are read
 * @n_files: of @intake
 * @kept: (array length=n_files): which kept file each of the intake's is, 0 for a new one
 * @n_new: how many are new
 * @mapping: of the intake, as JSON
 * @lots: (element-type BwLot): the bytes of the new files, then the report
 * @next: the first of @lots that is not put
 * @panel: its parts; they are put last
 * @complete: whether all is put
 *
 * Where bytes are put in transactions of their own, nobody sees them before the plan is carried out
 * in the last one.
 */
struct _BwIncoming
{
  gatomicrefcount ref_count;
  BwIntake *intake;

  BwStore   *store;
  gboolean   begun;
  gboolean   spoilt;
  gboolean   there;
  GPtrArray *imports;
  GPtrArray *files;
  guint      n_files;
  gint64    *kept;
  guint      n_new;
  char      *mapping;

  GPtrArray   *lots;
  guint        next;
  BwPanelLots *panel;
  BwCrew      *crew;
  gboolean     complete;
};

gboolean bw_incoming_plan (BwIncoming *self,
                           BwShelf    *shelf,
                           GError    **error);
gboolean bw_incoming_put_some (BwIncoming   *self,
                               gboolean     *more,
                               GCancellable *cancellable,
                               GError      **error);
char    *bw_incoming_dup_read_as (const BwIncoming *self,
                                  guint             i);

G_END_DECLS
