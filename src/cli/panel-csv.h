/* A panel as CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean bw_write_panel (const BwPanel *panel,
                         gboolean       exact,
                         GOutputStream *stream,
                         GError       **error);

G_END_DECLS
