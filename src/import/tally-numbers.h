/* What the numbers and the dates of a column add to its tally. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/tally.h"

G_BEGIN_DECLS

/**
 * BwTallied:
 *
 * One text of a column, and how many rows hold it.
 */
typedef struct
{
  const char *text;
  gsize       length;
  gsize       code;
  gsize       count;
} BwTallied;

void bw_tally_add_number (BwTally         *self,
                          const BwTallied *cell,
                          const BwNumber  *number);
void bw_tally_add_date (BwTally         *self,
                        const BwTallied *cell,
                        const BwDate    *date);
void bw_sample_take (BwSample        *sample,
                     const BwTallied *cell);

G_END_DECLS
