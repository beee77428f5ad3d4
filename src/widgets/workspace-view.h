/* What the charts of a workspace are laid out from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"
#include "workspace/comparing.h"

G_BEGIN_DECLS

void bw_workspace_fill_view (BwWorkspace *workspace,
                             BwView      *view);
void bw_fill_view (BwWorkspace *workspace,
                   BwComparing *comparing,
                   BwView      *view);
gboolean bw_comparing_fill_view (BwComparing *comparing,
                                 BwView      *view);

G_END_DECLS
