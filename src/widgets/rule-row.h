/* One condition of a rule being built: what it is on, the test, and what it is held to. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/rule-subject.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_RULE_ROW (bw_rule_row_get_type ())

G_DECLARE_FINAL_TYPE (BwRuleRow, bw_rule_row, BW, RULE_ROW, AdwBin)

/* Signals: "changed" (boolean): another condition; whether more may follow, since it is typed;
 * "remove", "add": the user wants it gone, or another below it. */

GtkWidget *bw_rule_row_new (BwPanel   *panel,
                            GPtrArray *subjects);
void       bw_rule_row_set_number (BwRuleRow *self,
                                   guint      number);
void       bw_rule_row_set_condition (BwRuleRow         *self,
                                      const BwCondition *condition);
gboolean   bw_rule_row_get_condition (BwRuleRow   *self,
                                      BwCondition *condition);

G_END_DECLS
