/* One handle of a scale as a line of a table: its value, its score, a button that removes it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_SCALE_LINE (bw_scale_line_get_type ())

G_DECLARE_FINAL_TYPE (BwScaleLine, bw_scale_line, BW, SCALE_LINE, GtkBox)

/* The columns that all lines share. */
typedef enum
{
  BW_SCALE_VALUES,
  BW_SCALE_SCORES,
  BW_SCALE_REMOVES,
} BwScaleColumn;

#define BW_N_SCALE_COLUMNS (BW_SCALE_REMOVES + 1)

GtkWidget *bw_scale_line_new (BwWorkspace         *workspace,
                              guint                metric,
                              guint                handle,
                              GtkSizeGroup *const *columns);
gboolean   bw_scale_line_refresh (BwScaleLine *self);
void       bw_scale_line_rest (BwScaleLine *self);

G_END_DECLS
