/* What the program remembers between two starts; nothing, where the schema is not installed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

GSettings *bw_settings_new (void);
gboolean   bw_settings_has (GSettings  *settings,
                            const char *key);
void       bw_settings_bind (GSettings  *settings,
                             const char *key,
                             gpointer    object,
                             const char *property);
void       bw_settings_bind_width (GSettings  *settings,
                                   const char *key,
                                   gpointer    object,
                                   const char *property);
char      *bw_settings_dup_style (GSettings *settings);
void       bw_settings_set_style (GSettings  *settings,
                                  const char *style);

G_END_DECLS
