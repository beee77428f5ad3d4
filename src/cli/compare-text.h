/* What two models do to the same customers, for a person to read and for a program. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"

G_BEGIN_DECLS

/* @view has a baseline, both names and the comparison; @movers: (element-type BwMover). */
char *bw_compare_to_text (const BwView *view,
                          GArray       *movers);
char *bw_compare_to_json (const BwView *view,
                          GArray       *movers);

G_END_DECLS
