/* What can be done with a metric wherever it is shown: open, duplicate, remove; told to the window. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bw_metric_open (GtkWidget  *widget,
                     const char *id);
void bw_metric_open_duplicate (GtkWidget   *widget,
                               BwWorkspace *workspace,
                               guint        metric);
void bw_metric_remove_and_say (GtkWidget   *widget,
                               BwWorkspace *workspace,
                               guint        metric);

G_END_DECLS
