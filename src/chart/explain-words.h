/* What is said of a score beyond its reasons: what would lift it, and how firm it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/explain.h"
#include "score/firmness.h"
#include "score/required.h"
#include "score/shown-as.h"

G_BEGIN_DECLS

char *bw_required_words (const BwResults        *results,
                         const BwRequiredMetric *required);
char *bw_required_say_best (const BwResults        *results,
                            const BwRequired       *required,
                            const BwRequiredMetric *metric,
                            BwShownAs               as);
char *bw_required_say_cap (const BwResults  *results,
                           const BwRequired *required);
char *bw_tipping_words (const BwModel   *model,
                        const BwTipping *tipping);
char *bw_missing_words (const BwResults *before,
                        const BwResults *now,
                        guint            customer);
guint bw_required_choose (const BwRequired *required,
                          guint            *metrics,
                          guint             most);
char *bw_required_say_more (const BwResults  *results,
                            const BwRequired *required,
                            const guint      *metrics,
                            guint             n_metrics);

G_END_DECLS
