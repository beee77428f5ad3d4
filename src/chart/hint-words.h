/* Hints about a model in a plain sentence, and where a person can do something about each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/insight.h"

G_BEGIN_DECLS

char       *bw_hint_to_words (const BwModel *model,
                              const BwHint  *hint);
const char *bw_hint_get_editor (const BwModel *model,
                                const BwHint  *hint,
                                const char   **subject);
char       *bw_separation_to_words (const BwModel         *model,
                                    guint                  metric,
                                    const BwMetricInsight *insight);

G_END_DECLS
