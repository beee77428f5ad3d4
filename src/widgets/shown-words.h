/* A customer's score in the words that were chosen for scores. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/shown.h"

G_BEGIN_DECLS

char *bw_shown_words (BwShownAs      as,
                      const BwModel *model,
                      double         score);
char *bw_shown_words_of_row (BwShownAs        as,
                             const BwResults *results,
                             gsize            row);

G_END_DECLS
