/* A button that shows what a condition is on and opens the list of all that it can be on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "widgets/rule-subject.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_RULE_SUBJECT_BUTTON (bw_rule_subject_button_get_type ())

G_DECLARE_FINAL_TYPE (BwRuleSubjectButton, bw_rule_subject_button, BW, RULE_SUBJECT_BUTTON, AdwBin)

/* Signals: "chosen" (uint): another subject was chosen by the user. */

void                 bw_rule_subject_button_set_subjects (BwRuleSubjectButton *self,
                                                          GPtrArray           *subjects);
void                 bw_rule_subject_button_set_chosen (BwRuleSubjectButton *self,
                                                        guint                chosen);
const BwRuleSubject *bw_rule_subject_button_get_chosen (BwRuleSubjectButton *self);
void                 bw_rule_subject_button_set_name (BwRuleSubjectButton *self,
                                                      const char          *name);

G_END_DECLS
