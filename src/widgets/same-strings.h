/* Whether two lists of texts say the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean bw_same_strings (GListModel *a,
                          GListModel *b);

G_END_DECLS
