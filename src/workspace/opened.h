/* What stood when the model was opened, found by id: segments and bands come, go and move. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

const BwSummary *bw_opened_get_summary (BwWorkspace *workspace,
                                        guint        segment);
guint            bw_opened_find_band (BwWorkspace *workspace,
                                      guint        band);
gboolean         bw_opened_count_bands (BwWorkspace *workspace,
                                        guint        segment,
                                        BwSummary   *summary);

G_END_DECLS
