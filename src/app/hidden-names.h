/* Whether what leaves the program numbers customers instead of naming them, until it ends. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The action of the application whose state it is, for switches. */
#define BW_HIDDEN_NAMES_ACTION "hide-names"

void     bw_hidden_names_add_action (GApplication *application);
gboolean bw_hidden_names_get (void);
void     bw_hidden_names_set (gboolean hidden);

G_END_DECLS
