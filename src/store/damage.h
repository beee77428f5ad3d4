/* What of a workspace file is not as it was written, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean bw_store_is_damaged (const BwStore *self);
gboolean bw_store_check_tables (const BwStore     *self,
                                const char *const *tables,
                                GError           **error);
GStrv    bw_store_find_damage (BwStore      *self,
                               GCancellable *cancellable);
gboolean bw_store_check_pieces (BwStore   *self,
                                gint64    *after,
                                guint      n,
                                GPtrArray *found);

G_END_DECLS
