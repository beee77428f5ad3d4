/* Builds the rule of a segment, a cap or a floor, and says for how many customers it holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_RULE_BUILDER (bw_rule_builder_get_type ())

G_DECLARE_FINAL_TYPE (BwRuleBuilder, bw_rule_builder, BW, RULE_BUILDER, AdwBin)

/* Signals: "changed": another value, made by the user; typing is told when it pauses. */

void          bw_rule_builder_set_value (BwRuleBuilder      *self,
                                         BwModel            *model,
                                         BwPanel            *panel,
                                         const BwConditions *where);
BwConditions *bw_rule_builder_get_value (BwRuleBuilder *self);
void          bw_rule_builder_settle (BwRuleBuilder *self);

G_END_DECLS
