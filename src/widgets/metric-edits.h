/* Edits of a metric of the draft: each is one step of undo, named for the menu. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/scale-edit.h"
#include "workspace/workspace.h"

G_BEGIN_DECLS

gboolean bw_metric_edit (BwWorkspace    *workspace,
                         guint           metric,
                         const BwMetric *value,
                         const char     *step,
                         GError        **error);
gboolean bw_metric_edit_field (BwWorkspace    *workspace,
                               guint           metric,
                               const BwMetric *value,
                               const char     *step,
                               const char     *field);
void     bw_metric_edit_scale (BwWorkspace   *workspace,
                               guint          metric,
                               const BwScale *scale);
void     bw_metric_try_scale (BwWorkspace   *workspace,
                              guint          metric,
                              const BwScale *scale);
char    *bw_metric_name_scale_step (BwWorkspace *workspace,
                                    guint        metric);
double  *bw_metric_list_raw (BwWorkspace    *workspace,
                             const BwMetric *metric,
                             gsize          *n_rows);

G_END_DECLS
