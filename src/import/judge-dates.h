/* Whether a column is one of dates, and how they are to be read, decided from all its cells. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/judge.h"

G_BEGIN_DECLS

gboolean   bw_are_nearly_all (gsize n_fit,
                              gsize n);
gboolean   bw_judge_is_dates (const BwTally *tally,
                              const char    *header);
gboolean   bw_judge_has_times (const BwTally *tally,
                               BwDateUnit     unit);
BwDateUnit bw_judge_unit (const BwTally *tally,
                          const char    *header);
BwDateUnit bw_judge_forced_unit (const BwTally *tally);
guint      bw_judge_pivot (const BwTally *tally,
                           const char    *header,
                           gboolean      *open);

G_END_DECLS
