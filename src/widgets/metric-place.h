/* Where a metric stands in the draft: added, duplicated, removed, moved; each one step of undo. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/workspace.h"

G_BEGIN_DECLS

char    *bw_metric_add (BwWorkspace    *workspace,
                        const BwMetric *value,
                        const char     *group,
                        GError        **error);
char    *bw_metric_duplicate (BwWorkspace *workspace,
                              guint        metric,
                              GError     **error);
gboolean bw_metric_remove (BwWorkspace *workspace,
                           guint        metric,
                           GError     **error);
guint    bw_metric_find_neighbour (const BwModel *model,
                                   guint          metric,
                                   gboolean       up);
void     bw_metric_move (BwWorkspace *workspace,
                         guint        metric,
                         gboolean     up);
void     bw_metric_move_to (BwWorkspace *workspace,
                            guint        metric,
                            guint        other);
guint    bw_group_find_neighbour (const BwModel *model,
                                  guint          group,
                                  gboolean       up);
void     bw_group_move (BwWorkspace *workspace,
                        guint        group,
                        gboolean     up);
gboolean bw_group_rename (BwWorkspace *workspace,
                          guint        group,
                          const char  *name,
                          GError     **error);

G_END_DECLS
