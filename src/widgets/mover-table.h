/* The table of those who stand in another band: any number of them, sorted by a click. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/mover-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_MOVER_TABLE (bw_mover_table_get_type ())

G_DECLARE_FINAL_TYPE (BwMoverTable, bw_mover_table, BW, MOVER_TABLE, AdwBin)

/* Signals: "customer-activated" (uint): a mover was chosen. */

void bw_mover_table_set_list (BwMoverTable *self,
                              BwMoverList  *list);

G_END_DECLS
