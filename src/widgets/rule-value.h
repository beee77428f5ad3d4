/* What a condition is held to, with the widgets that its test and its type ask for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/rule-subject.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_RULE_VALUE (bw_rule_value_get_type ())

G_DECLARE_FINAL_TYPE (BwRuleValue, bw_rule_value, BW, RULE_VALUE, AdwBin)

/* Signals: "changed" (boolean): other operands; whether more may follow, since they are typed. */

void       bw_rule_value_set (BwRuleValue         *self,
                              BwPanel             *panel,
                              const BwRuleSubject *subject,
                              BwTest               test,
                              const char *const   *texts);
GStrv      bw_rule_value_get (BwRuleValue *self);
GStrv      bw_rule_value_get_begun (BwRuleValue *self);

G_END_DECLS
