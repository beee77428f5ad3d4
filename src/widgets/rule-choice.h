/* A button that shows the chosen values of a column and opens the list of them, with counts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/rule-subject.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_RULE_CHOICE (bw_rule_choice_get_type ())

G_DECLARE_FINAL_TYPE (BwRuleChoice, bw_rule_choice, BW, RULE_CHOICE, AdwBin)

/* Signals: "changed": another choice, by the user. */

GtkWidget *bw_rule_choice_new (BwPanel             *panel,
                               const BwRuleSubject *subject,
                               gboolean             several);
void       bw_rule_choice_set_texts (BwRuleChoice      *self,
                                     const char *const *texts);
GStrv      bw_rule_choice_get_texts (BwRuleChoice *self);

G_END_DECLS
