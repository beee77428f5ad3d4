/* Whether what the user wished for beforehand can be had of the files. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

G_BEGIN_DECLS

gboolean bw_wish_check (const BwWish *self,
                        GPtrArray    *sources,
                        GError      **error);

G_END_DECLS
