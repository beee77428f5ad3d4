/* What is said of one customer, as texts: the same words in the list and in the pane. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

/**
 * BwCustomerFacts:
 * @row: of the newest snapshot, or %BW_NONE where the customer is not in it
 *
 * A customer and all that it is looked up in; borrowed, for as long as nothing changes.
 */
typedef struct
{
  BwWorkspace *workspace;
  BwPanel     *panel;
  BwModel     *model;
  BwResults   *results;
  BwHistory   *history;
  guint        customer;
  guint        row;
} BwCustomerFacts;

void bw_customer_facts_init (BwCustomerFacts *self,
                             BwWorkspace     *workspace,
                             guint            customer);
char *bw_customer_facts_get_score (const BwCustomerFacts *self);
guint bw_customer_facts_get_band (const BwCustomerFacts *self);
char *bw_customer_facts_get_change (const BwCustomerFacts *self);
gboolean bw_customer_facts_get_ranked (const BwCustomerFacts *self);
char *bw_customer_facts_get_rank (const BwCustomerFacts *self);
char *bw_customer_facts_get_money (const BwCustomerFacts *self);
gboolean bw_customer_facts_has_value (const BwCustomerFacts *self,
                                      BwRole                 role);
char *bw_customer_facts_get_renewal (const BwCustomerFacts *self);
const char *bw_customer_facts_get_segment (const BwCustomerFacts *self);
char *bw_customer_facts_get_label (const BwCustomerFacts *self);
char *bw_customer_facts_get_rule (const BwCustomerFacts *self);
guint bw_customer_facts_get_recent (const BwCustomerFacts *self,
                                    guint                  most,
                                    float                 *scores);
char *bw_customer_facts_get_scores (const BwCustomerFacts *self,
                                    glong                  chars);

const char *bw_panel_get_money_name (BwPanel *panel);
char       *bw_workspace_get_since_title (BwWorkspace *workspace);

G_END_DECLS
