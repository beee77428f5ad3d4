/* What is drawn round the trough of a weight's slider: the tick of the baseline, and free play. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void bw_weight_mark_draw (GtkRange    *range,
                          GtkSnapshot *snapshot,
                          double       from,
                          double       to,
                          double       height,
                          float        alpha);
void bw_weight_mark_say_range (GtkRange *range,
                               double    least,
                               double    most);

G_END_DECLS
