/* The metrics that the chosen segment does not use, folded away, each to be taken into use. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_UNUSED_LIST (bw_unused_list_get_type ())

G_DECLARE_FINAL_TYPE (BwUnusedList, bw_unused_list, BW, UNUSED_LIST, AdwBin)

void bw_unused_list_show (BwUnusedList *self,
                          BwWorkspace  *workspace,
                          guint         segment);

G_END_DECLS
