/* Why a column would hardly make a metric: what a person is told before adding one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"

G_BEGIN_DECLS

char       *bw_column_doubt (BwPanel *panel,
                             guint    column);
const char *bw_column_doubt_unseen (const BwPanelColumn *column);

G_END_DECLS
