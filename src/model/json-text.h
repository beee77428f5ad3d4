/* A look over a JSON text before it is parsed: size, encoding, depth, and every comma. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No model is larger; 200 metrics with all they may have take a tenth of it. */
#define BW_MAX_JSON_BYTES (8 * 1024 * 1024)

char *bw_json_text_check (const char *text,
                          gsize       length,
                          gsize      *line);

G_END_DECLS
