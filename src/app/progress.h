/* How far a long read has come: counted in the worker's thread, shown when it takes a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/progress-counter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _BwProgress BwProgress;

BwProgress *bw_progress_new (GtkWindow         *parent,
                             const char        *heading,
                             GCancellable      *cancellable,
                             BwProgressCounter *counter);
void        bw_progress_free (BwProgress *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwProgress, bw_progress_free)

G_END_DECLS
