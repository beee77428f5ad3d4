/* A drop-down with its name before it, whose entries are cut where there is no room. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkDropDown *bw_choice_list_new (GtkBox     *box,
                                 const char *name);
void         bw_choice_list_set (GtkDropDown   *list,
                                 GtkStringList *names,
                                 guint          selected);

G_END_DECLS
