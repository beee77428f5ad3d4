/* The versions of the model as marks on the time lines of charts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

void  bw_version_marks_fill (BwWorkspace *workspace,
                             BwView      *view);
char *bw_version_marks_say (BwWorkspace *workspace);

G_END_DECLS
