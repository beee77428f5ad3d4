/* The thread in which one open file is used: jobs one after the other, in the order they came. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _BwQueue BwQueue;

BwQueue *bw_queue_new (void);
void      bw_queue_push (BwQueue        *self,
                         GTask          *task,
                         GTaskThreadFunc func);
gboolean  bw_queue_wait (BwQueue *self,
                         gint64   patience);
gboolean  bw_queue_end (BwQueue *self,
                        gint64   patience);

G_END_DECLS
