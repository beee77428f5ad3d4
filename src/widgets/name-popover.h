/* A small question for a name, beside what it is for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*BwNameFunc) (gpointer    user_data,
                            const char *name);

void bw_name_popover_ask (GtkWidget  *parent,
                          const char *question,
                          const char *name,
                          BwNameFunc  named,
                          gpointer    user_data);

G_END_DECLS
