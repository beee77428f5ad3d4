/* Those who change band between two models, as CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "score/results.h"

G_BEGIN_DECLS

gboolean bw_movers_write (const BwResults *from,
                          const BwResults *to,
                          const BwMover   *movers,
                          gsize            n_movers,
                          const double    *kept,
                          GOutputStream   *stream,
                          GCancellable    *cancellable,
                          GError         **error);
gboolean bw_movers_save (const BwResults *from,
                         const BwResults *to,
                         const BwMover   *movers,
                         gsize            n_movers,
                         const double    *kept,
                         GFile           *file,
                         GCancellable    *cancellable,
                         GError         **error);

G_END_DECLS
