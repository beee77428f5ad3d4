/* What each cap and floor does by itself: who would be in another band without it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwRulesEffect:
 * @counts: customers by band without the rule and band with it
 * @money: theirs
 */
typedef struct
{
  gsize  counts[BW_NO_BAND + 1][BW_NO_BAND + 1];
  double money[BW_NO_BAND + 1][BW_NO_BAND + 1];
} BwRulesEffect;

void    bw_rules_effect_async (BwResults          *results,
                               GCancellable       *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
GArray *bw_rules_effect_finish (GAsyncResult *result,
                                GError      **error);

G_END_DECLS
