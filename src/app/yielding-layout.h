/* Lets a window be made narrower than its content is, for the content to follow. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define BW_TYPE_YIELDING_LAYOUT (bw_yielding_layout_get_type ())
G_DECLARE_FINAL_TYPE (BwYieldingLayout, bw_yielding_layout, BW, YIELDING_LAYOUT, GtkLayoutManager)

void bw_yielding_layout_set_least (BwYieldingLayout *self,
                                   int               least);

G_END_DECLS
