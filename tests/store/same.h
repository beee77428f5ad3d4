/* Two panels are one and the same, column by column. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"

G_BEGIN_DECLS

void same_panel (BwPanel *a,
                 BwPanel *b);

G_END_DECLS
