/* Weights put into another order with the mouse: a row is dragged to the place of another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bw_weight_drag_add (GtkWidget   *row,
                         GtkWidget   *handle,
                         BwWorkspace *workspace,
                         guint        metric);

G_END_DECLS
