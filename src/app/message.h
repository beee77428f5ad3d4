/* What went wrong, in a dialog: what happened, why, and what to do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void bw_message_show (GtkWindow  *parent,
                      const char *heading,
                      const char *body);
void bw_message_show_error (GtkWindow    *parent,
                            const char   *heading,
                            const GError *error);

G_END_DECLS
