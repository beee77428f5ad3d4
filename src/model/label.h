/* Names for people made of column headers, and ids made of names. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bw_label_of_header (const char *header,
                          char      **detail);
char *bw_label_shorten (char *label);
char *bw_label_to_id (const char *label,
                      const char *otherwise);

G_END_DECLS
