/* What a file of the corpus is expected to be, held against what was read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/source.h"

#include <json-glib/json-glib.h>

void  bw_test_differ (const char *format,
                      ...) G_GNUC_PRINTF (1, 2);
char *bw_test_cell_to_text (const BwColumn *column,
                            gsize           row);
void  bw_test_expect (JsonObject     *expected,
                      const BwSource *source);
