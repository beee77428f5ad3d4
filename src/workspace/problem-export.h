/* A list of problems as a CSV file for a person. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/problem-list.h"

G_BEGIN_DECLS

void     bw_problem_list_save_async (BwProblemList      *list,
                                     gboolean            texts,
                                     GFile              *file,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean bw_problem_list_save_finish (GAsyncResult *result,
                                      GError      **error);

G_END_DECLS
