/* A metric that the chosen segment does not use, with a button to take it into use. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_UNUSED_ROW (bw_unused_row_get_type ())

G_DECLARE_FINAL_TYPE (BwUnusedRow, bw_unused_row, BW, UNUSED_ROW, AdwActionRow)

GtkWidget *bw_unused_row_new (BwWorkspace *workspace,
                              guint        metric);

G_END_DECLS
