/* Edits of segments that the list and the editor share: each is a step of undo. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean bw_segment_can_move (const BwModel *model,
                              guint          segment,
                              guint          to);
void     bw_segment_move (BwWorkspace *workspace,
                          guint        segment,
                          guint        to);
void     bw_segment_remove_and_say (GtkWidget   *widget,
                                    BwWorkspace *workspace,
                                    guint        segment);
gboolean bw_segment_add (BwWorkspace     *workspace,
                         const BwSegment *value,
                         GError         **error);
gboolean bw_segment_change (BwWorkspace     *workspace,
                            guint            segment,
                            const BwSegment *value,
                            const char      *step,
                            GError         **error);

G_END_DECLS
