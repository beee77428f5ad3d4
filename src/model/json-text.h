/* A look over a JSON text before it is parsed: size, encoding, depth, and every comma. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bw_json_text_check (const char *text,
                          gsize       length,
                          gsize      *line);

G_END_DECLS
