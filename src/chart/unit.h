/* In what a metric's raw values are measured: how they are written, and read back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

typedef enum
{
  BW_UNIT_NUMBER,
  BW_UNIT_FRACTION, /* shown in percent: 0.45 is 45 % */
  BW_UNIT_PERCENT,  /* in percent as it stands: a change of 12 is 12 % */
  BW_UNIT_MONEY,
  BW_UNIT_DAYS,
  BW_UNIT_DATE,
  BW_UNIT_FLAG,
  BW_UNIT_TEXT,
} BwUnitKind;

/**
 * BwUnit:
 * @currency: (nullable): of money; the panel's
 */
typedef struct
{
  BwUnitKind  kind;
  const char *currency;
} BwUnit;

BwUnit   bw_unit_of (const BwMetric *metric,
                     BwPanel        *panel);
double   bw_unit_get_factor (const BwUnit *self);
char    *bw_unit_format (const BwUnit *self,
                         double        raw,
                         double        step);
char    *bw_unit_name (const BwUnit *self);
char    *bw_unit_to_text (const BwUnit *self,
                          double        raw);
char    *bw_unit_to_short_text (const BwUnit *self,
                                double        raw,
                                gsize         most);
gboolean bw_unit_from_text (const BwUnit *self,
                            const char   *text,
                            double       *raw);
const char *bw_unit_say_wrong (const BwUnit *self);

G_END_DECLS
