/* What a customer's score is shown as, everywhere: a number, a percentage, a letter, a band, a rank. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All are skins over one score; nothing that is worked out or written to a file depends on it. */

#pragma once

#include "score/shown-as.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

#define BW_TYPE_SHOWN (bw_shown_get_type ())

G_DECLARE_FINAL_TYPE (BwShown, bw_shown, BW, SHOWN, GObject)

/* Properties: "choice" (string): "number", "percent", "letter", "band", "rank" or "percentile"; an
 * unknown one is a number. */

BwShown  *bw_shown_of (BwWorkspace *workspace);
BwShownAs bw_shown_get_as (BwShown *self);

G_END_DECLS
