/* A narrow field for a value that is typed: what is no value is marked. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *bw_value_field_new (int chars);
void       bw_value_field_grow (GtkEntry *self);
gboolean   bw_value_field_is_wrong (GtkEntry *self);
void       bw_value_field_mark_wrong (GtkEntry   *self,
                                      const char *what_to_do);

G_END_DECLS
