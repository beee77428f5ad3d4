/* What is said of a suggestion, and of what it would move. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "outcome/suggest.h"

G_BEGIN_DECLS

char *bw_suggest_words_moves (gsize    n_wholly,
                              gsize    n_half,
                              gboolean all);
char *bw_suggest_words_still (const gboolean *ticked,
                              guint           n_metrics);
char *bw_suggest_words_remarks (const BwSuggestion *suggestion);

G_END_DECLS
