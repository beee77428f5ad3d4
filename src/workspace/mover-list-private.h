/* What the files of the list of movers share and nobody else sees. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/mover-list.h"

G_BEGIN_DECLS

struct _BwMoverList
{
  GObject parent_instance;

  BwComparing *comparing;
  GPtrArray   *slots; /* of BwCustomerSlot, by position; made when asked for */
  guint32     *order; /* (array length=n): of the movers */
  guint        n;
  BwMoverOrder by;
  gboolean     descending;
  gboolean     filtered;
  guint        from_band;
  guint        to_band;
  char        *from_id; /* of those bands, by which they are found again; NULL for no band */
  char        *to_id;

  BwPanel      *panel; /* that names and renewals are of */
  guint32      *names; /* the place of each row by name, or NULL */
  BwColumn     *renewals;
  GCancellable *naming;
};

const BwMover *bw_mover_list_look_up (BwMoverList *self,
                                      guint        mover);
guint32       *bw_mover_list_sort (BwMoverList *self,
                                   guint       *n);
void           bw_mover_list_follow_panel (BwMoverList *self);
void           bw_mover_list_forget_panel (BwMoverList *self);
void           bw_mover_list_update (BwMoverList *self);

G_END_DECLS
