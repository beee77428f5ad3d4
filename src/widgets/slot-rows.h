/* The rows of a table as far as it is shown yet: the first at once, the others soon after. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _BwSlotRows BwSlotRows;

BwSlotRows *bw_slot_rows_new (guint at_once);
void        bw_slot_rows_free (BwSlotRows *self);
GListModel *bw_slot_rows_bring (BwSlotRows *self,
                                GListModel *list);
void        bw_slot_rows_grow (BwSlotRows *self);
void        bw_slot_rows_reach (BwSlotRows *self,
                                guint       position);

G_END_DECLS
