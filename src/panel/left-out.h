/* What a report says was left out of a panel: rows of nobody, and values of a column that were not read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

G_BEGIN_DECLS

/**
 * BwLeftOut:
 * @first: (nullable): the first of them, borrowed from the report
 */
typedef struct
{
  gsize            n;
  const BwProblem *first;
} BwLeftOut;

BwLeftOut bw_left_out_orphans (const BwReport *report,
                               const char     *source);
BwLeftOut bw_left_out_values (const BwReport *report,
                              const char     *column);
gboolean  bw_left_out_is_named (const char *name,
                                const char *header);

G_END_DECLS
