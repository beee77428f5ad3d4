/* Six customers at two dates, a model for them, and waiting for what a worker does. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under the model, half usage and half tickets, the newest scores are
 *   0 Zoë Ltd, Pro: 90     1 alder, Pro: 50           2 Brück, Basic: 15
 *   3 Alder & Finch, Basic: 50     4 Łódź, Basic: none     5 Cobalt, Pro: 70. */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

#define PRO   0
#define REST  1
#define USAGE 0
#define TICKETS 1
#define CALLS 2

BwPanel     *fixture_panel (guint n_snapshots);
BwPanel     *fixture_panel_without (const char *column);
BwPanel     *fixture_crowd (guint n_customers);
BwModel     *fixture_model (const char *name,
                            const char *pro_weights);
BwWorkspace *fixture_workspace (guint n_snapshots);
void         fixture_wait_for_history (BwWorkspace *workspace);
double       fixture_share (BwWorkspace *workspace,
                            guint        segment,
                            guint        metric);

G_END_DECLS
