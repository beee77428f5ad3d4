/* Letters in small and in capitals, the same in every locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *bw_letters_to_small (const char *text,
                           gssize      length);
char *bw_letters_to_large (const char *text,
                           gssize      length);

G_END_DECLS
