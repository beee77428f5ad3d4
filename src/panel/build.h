/* Building a panel: files, and what is to be made of them, become customers by snapshots. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

G_BEGIN_DECLS

BwPanel *bw_panel_build (BwSource *const *sources,
                         guint            n_sources,
                         const BwMapping *mapping,
                         BwReport        *report,
                         BwJoined        *joined,
                         GCancellable    *cancellable,
                         GError         **error);

G_END_DECLS
