/* What numbers with a letter behind them are in a column: 12M a term of months, or millions. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/tally.h"

G_BEGIN_DECLS

void bw_tally_settle (BwTally    *self,
                      const char *header);

G_END_DECLS
