/* An entry for one operand of a condition: a number, a date or a text, checked while it is typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/rule-subject.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_RULE_ENTRY (bw_rule_entry_get_type ())

G_DECLARE_FINAL_TYPE (BwRuleEntry, bw_rule_entry, BW, RULE_ENTRY, AdwBin)

/* Signals: "changed" (boolean): another operand; whether more may follow, since it is typed. */

GtkWidget *bw_rule_entry_new (const BwRuleSubject *subject,
                              const char          *name,
                              const char          *hint);
char      *bw_rule_entry_get_text (BwRuleEntry *self);
void       bw_rule_entry_set_text (BwRuleEntry *self,
                                   const char  *text);

G_END_DECLS
