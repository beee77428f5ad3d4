/* The problems of a report as a list that a window can show, however many there are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BW_TYPE_PROBLEM_ITEM (bw_problem_item_get_type ())
#define BW_TYPE_PROBLEM_LIST (bw_problem_list_get_type ())

G_DECLARE_FINAL_TYPE (BwProblemItem, bw_problem_item, BW, PROBLEM_ITEM, GObject)
G_DECLARE_FINAL_TYPE (BwProblemList, bw_problem_list, BW, PROBLEM_LIST, GObject)

#define BW_ALL_PROBLEM_KINDS BW_N_PROBLEM_KINDS

const BwProblem *bw_problem_item_get_problem (BwProblemItem *self);
BwProblemList   *bw_problem_list_new (BwReport *report);
void             bw_problem_list_find_async (BwReport           *report,
                                             guint               kind,
                                             const char         *text,
                                             GCancellable       *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
BwProblemList   *bw_problem_list_find_finish (GAsyncResult *result,
                                              GError      **error);
BwReport        *bw_problem_list_get_report (BwProblemList *self);
guint bw_problem_list_get_n_notes (BwProblemList *self);
gsize            bw_problem_list_get_index (BwProblemList *self,
                                            guint          position);

G_END_DECLS
