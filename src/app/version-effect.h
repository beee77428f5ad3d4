/* Who moves to another band from one model to another, counted by a worker and said in a label. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bw_version_effect_show (GtkLabel    *label,
                             BwWorkspace *workspace,
                             BwModel     *from,
                             BwModel     *to);

G_END_DECLS
