/* Names of a few letters, in labels that could be cut. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bw_is_short_name (const char *name);

G_END_DECLS
