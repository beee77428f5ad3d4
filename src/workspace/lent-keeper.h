/* The keeper that stands beside a workspace, for those who know the workspace. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/keeper.h"

G_BEGIN_DECLS

void      bw_keeper_lend (BwKeeper *keeper);
BwKeeper *bw_keeper_of (BwWorkspace *workspace);

G_END_DECLS
