/* How many notes there are on each customer of the panel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

guint bw_noted_count (BwWorkspace *workspace,
                      guint        customer);
guint bw_noted_count_all (BwWorkspace *workspace);
char *bw_noted_say (BwWorkspace *workspace,
                    guint        customer);

G_END_DECLS
