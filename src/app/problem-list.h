/* The problems of a report as a list that GTK can show, however many there are. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/report.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BW_TYPE_PROBLEM_ITEM (bw_problem_item_get_type ())
#define BW_TYPE_PROBLEM_LIST (bw_problem_list_get_type ())

G_DECLARE_FINAL_TYPE (BwProblemItem, bw_problem_item, BW, PROBLEM_ITEM, GObject)
G_DECLARE_FINAL_TYPE (BwProblemList, bw_problem_list, BW, PROBLEM_LIST, GObject)

const BwProblem *bw_problem_item_get_problem (BwProblemItem *self);
BwProblemList   *bw_problem_list_new (BwReport *report);

G_END_DECLS
