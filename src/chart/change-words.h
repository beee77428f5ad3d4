/* What changed about a customer between two snapshots, metric by metric, as a person says it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/explain.h"

G_BEGIN_DECLS

char *bw_change_words (const BwResults *before,
                       const BwResults *now,
                       const BwReason  *reason);

G_END_DECLS
