/* Lines from rank to rank: everybody quietly, those who gain or lose most places by name. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/sketch.h"

G_BEGIN_DECLS

void bw_slopes_draw (BwSketch     *sketch,
                     const BwView *view,
                     GArray       *moves);

G_END_DECLS
