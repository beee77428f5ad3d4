/* Where a metric's raw value comes from: a column as it stands, or derived from columns. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"

G_BEGIN_DECLS

typedef enum
{
  BW_DERIVE_COLUMN,
  BW_DERIVE_DAYS_SINCE,
  BW_DERIVE_DAYS_BETWEEN,
  BW_DERIVE_CHANGE,
  BW_DERIVE_MEAN,
  BW_DERIVE_RATIO,
} BwDerivationType;

#define BW_N_DERIVATIONS (BW_DERIVE_RATIO + 1)

/**
 * BwDerivation:
 * @column: the panel's column
 * @other: (nullable): the second column: `until` of days-between, `over` of ratio
 * @snapshots: n of change and mean, at least 1
 * @percent: whether a change is in percent of what was, else absolute
 */
typedef struct
{
  BwDerivationType type;
  const char      *column;
  const char      *other;
  guint            snapshots;
  gboolean         percent;
} BwDerivation;

const char *bw_derivation_type_get_id (BwDerivationType type);
void        bw_derivation_get_raw (const BwDerivation *self,
                                   BwPanel            *panel,
                                   guint               snapshot,
                                   double             *raw);
gboolean    bw_derivation_is_coded (const BwDerivation *self,
                                    BwPanel            *panel);

G_END_DECLS
