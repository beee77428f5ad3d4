/* What a chart is drawn from, with numbered customers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

typedef struct _BwHiddenView BwHiddenView;

BwHiddenView *bw_hidden_view_new (void);
void          bw_hidden_view_free (BwHiddenView *self);
void          bw_hidden_view_fill (BwHiddenView *self,
                                   BwView       *view);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwHiddenView, bw_hidden_view_free)

G_END_DECLS
