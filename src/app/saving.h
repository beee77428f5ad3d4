/* Files that are written in a worker, so that the window goes on. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/picture.h"

G_BEGIN_DECLS

void     bw_picture_save_async (const BwPicture    *picture,
                                const BwView       *view,
                                GFile              *file,
                                const char         *format,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
void     bw_scores_save_async (BwResults          *results,
                               GFile              *file,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
void     bw_movers_save_async (BwResults          *from,
                               BwResults          *to,
                               GArray             *movers,
                               double             *kept,
                               GFile              *file,
                               GAsyncReadyCallback callback,
                               gpointer            user_data);
gboolean bw_save_finish (GAsyncResult *result,
                         GError      **error);

G_END_DECLS
