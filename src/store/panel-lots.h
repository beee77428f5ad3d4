/* A panel on its way into the workspace file: its parts one after the other, then where each is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"
#include "store/lot.h"

G_BEGIN_DECLS

typedef struct _BwPanelLots BwPanelLots;

BwPanelLots *bw_panel_lots_new (BwPanel *panel);
void         bw_panel_lots_free (BwPanelLots *self);
gboolean     bw_panel_lots_put_some (BwPanelLots  *self,
                                     sqlite3      *db,
                                     BwCrew       *crew,
                                     gboolean     *more,
                                     GCancellable *cancellable,
                                     GError      **error);
gboolean     bw_panel_lots_write (BwPanelLots *self,
                                  sqlite3     *db,
                                  GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwPanelLots, bw_panel_lots_free)

G_END_DECLS
