/* What a column is for: the roles, and their names in files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwRole:
 * @BW_ROLE_KEY: tells customers apart
 * @BW_ROLE_NAME: what a person calls the customer
 * @BW_ROLE_SEGMENT: proposes segments
 * @BW_ROLE_DATE: dates the snapshot or the event
 * @BW_ROLE_MONEY: the money at stake (ARR, MRR); one a panel
 * @BW_ROLE_RENEWAL: when the contract renews
 * @BW_ROLE_OUTCOME: what happened later; never a metric
 * @BW_ROLE_CSM: who looks after the customer
 * @BW_ROLE_METRIC: a quantity that may be scored
 * @BW_ROLE_ATTRIBUTE: describes the customer; for filters and conditions
 * @BW_ROLE_IGNORE: left out of the panel
 */
typedef enum
{
  BW_ROLE_KEY,
  BW_ROLE_NAME,
  BW_ROLE_SEGMENT,
  BW_ROLE_DATE,
  BW_ROLE_MONEY,
  BW_ROLE_RENEWAL,
  BW_ROLE_OUTCOME,
  BW_ROLE_CSM,
  BW_ROLE_METRIC,
  BW_ROLE_ATTRIBUTE,
  BW_ROLE_IGNORE,
} BwRole;

#define BW_N_ROLES (BW_ROLE_IGNORE + 1)

const char *bw_role_get_id (BwRole role);
const char *bw_role_get_title (BwRole role);
gboolean    bw_role_from_id (const char *id,
                             BwRole     *role);

G_END_DECLS
