/* All that a workspace file holds, as a few hashes that can be compared. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

char *contents_dup_line (BwStore *store,
                         GError **error);

G_END_DECLS
