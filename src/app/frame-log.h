/* Debug lines on when the window first showed something, and how long frames take. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/editor-host.h"
#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bw_frame_log_start (GtkWindow    *window,
                         BwWorkspace  *workspace,
                         GtkStack     *pages,
                         BwEditorHost *host);

G_END_DECLS
