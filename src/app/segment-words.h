/* What is said of a segment while it is edited: its place in the order, and whom it takes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/matching.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

char *bw_segment_name_after (BwWorkspace        *workspace,
                             const BwSegment    *segment,
                             const BwConditions *where);
gboolean bw_segment_begin (BwWorkspace        *workspace,
                           const char         *name,
                           const BwConditions *where,
                           GError            **error);
char *bw_segment_say_place (const BwModel *model,
                            guint          segment);
char *bw_segment_say_taken (const BwModel    *model,
                            const BwMatching *matching,
                            guint             segment);
char *bw_segment_say_customers (const BwMatching *matching,
                                guint             segment);

G_END_DECLS
