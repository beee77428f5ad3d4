/* The cells of a table of problems. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bw_problem_cells_add (GtkColumnView *view);

G_END_DECLS
