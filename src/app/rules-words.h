/* What is said of a cap or floor: for how many it holds, and what it moves. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/rules-effect.h"
#include "score/results.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

char *bw_rules_say_reason (BwWorkspace  *workspace,
                           const BwRule *value,
                           guint         rule);
char *bw_rules_say_counts (const BwResults *results,
                           guint            rule);
char *bw_rules_say_effect (const BwModel       *model,
                           BwPanel             *panel,
                           const BwRulesEffect *effect);

G_END_DECLS
