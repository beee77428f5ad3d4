/* Whether a column is known only after the outcome, by what is in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/verdicts.h"

G_BEGIN_DECLS

char *bw_leak_of (const BwVerdicts *verdicts,
                  BwColumn         *column,
                  gboolean         *leaks);
char *bw_leak_later (BwColumn *column,
                     BwColumn *end);

G_END_DECLS
