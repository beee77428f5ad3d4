/* Figures of a validation as texts; a dot for each that would mean nothing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stats/auc.h"
#include "stats/rate.h"

G_BEGIN_DECLS

#define BW_TOO_FEW "·"

char *bw_validate_words_count (double n);
char *bw_validate_words_share (double   share,
                               gboolean enough);
char *bw_validate_words_rate (const BwRate *rate,
                              gboolean      enough);
char *bw_validate_words_auc (const BwAuc *auc,
                             gboolean     enough);
char *bw_validate_words_range (const BwAuc *auc,
                               gboolean     enough);

G_END_DECLS
