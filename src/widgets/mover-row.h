/* A customer who changes band: name, score before and after, money and renewal. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_MOVER_ROW (bw_mover_row_get_type ())

G_DECLARE_FINAL_TYPE (BwMoverRow, bw_mover_row, BW, MOVER_ROW, GtkListBoxRow)

GtkWidget *bw_mover_row_new (void);
void       bw_mover_row_set_mover (BwMoverRow    *self,
                                   BwWorkspace   *workspace,
                                   const BwMover *mover);
guint      bw_mover_row_get_customer (BwMoverRow *self);

G_END_DECLS
