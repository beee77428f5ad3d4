/* One cap or floor: what it says and does, and the form that edits it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_RULES_CARD (bw_rules_card_get_type ())

G_DECLARE_FINAL_TYPE (BwRulesCard, bw_rules_card, BW, RULES_CARD, AdwBin)

/* Signals: "edited" (pointer to a BwRule, lent): the user wants the rule to be so; "command"
 * (string): "up", "down", "duplicate" or "remove". */

GtkWidget *bw_rules_card_new (void);
void       bw_rules_card_show (BwRulesCard  *self,
                               BwWorkspace  *workspace,
                               const BwRule *value,
                               guint         rule);
void       bw_rules_card_set_effect (BwRulesCard *self,
                                     const char  *effect);
void       bw_rules_card_set_trouble (BwRulesCard *self,
                                      const char  *trouble);
void       bw_rules_card_set_open (BwRulesCard *self,
                                   gboolean     open);
void       bw_rules_card_retire (BwRulesCard *self);

G_END_DECLS
