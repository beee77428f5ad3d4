/* How far a worker has come: counted in its thread, looked at in another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BwProgressCounter BwProgressCounter;

BwProgressCounter *bw_progress_counter_new (void);
BwProgressCounter *bw_progress_counter_ref (BwProgressCounter *self);
void               bw_progress_counter_unref (BwProgressCounter *self);
void               bw_progress_counter_look (BwProgressCounter *self,
                                             goffset           *n_bytes,
                                             goffset           *n_total,
                                             gsize             *n_rows);
void               bw_progress_count (goffset  n_bytes,
                                      goffset  n_total,
                                      gsize    n_rows,
                                      gpointer counter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwProgressCounter, bw_progress_counter_unref)

G_END_DECLS
