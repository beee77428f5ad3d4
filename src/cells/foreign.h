/* Digits and signs of other scripts, as the ASCII ones that mean the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BW_FOREIGN_SIZE 80 /* of a folded text; longer ones are neither numbers nor dates */

gboolean bw_foreign_may_be (const char *text,
                            gsize       length);
gsize    bw_foreign_fold (const char *text,
                          gsize       length,
                          char       *folded,
                          char       *decimal);

G_END_DECLS
