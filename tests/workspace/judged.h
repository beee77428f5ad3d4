/* A workspace whose customers are judged by who churned. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 200 customers: usage falls with the row, tickets are even, and the last 50 churned. So usage alone
 * tells without fault, and tickets tell nothing. */

#pragma once

#include "fixture.h"

#include "workspace/suggesting.h"

G_BEGIN_DECLS

#define N_GONE 50

BwPanel     *judged_panel (BwRole role);
BwWorkspace *judged_workspace (BwRole role);
gboolean     judged_give_up (gpointer data);
void         judged_wait (BwWorkspace *workspace);

G_END_DECLS
