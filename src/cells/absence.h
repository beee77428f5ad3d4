/* Words that people put into a date column where there is no date: never, open, until further notice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bw_is_no_date (const char *text,
                        gsize       length);
gboolean bw_is_never (double days);

G_END_DECLS
