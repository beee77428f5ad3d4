/* The names of months and days of the week in the languages that exports come in. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint    bw_month_from_word (const char *word,
                             gsize       length);
gboolean bw_is_weekday (const char *word,
                        gsize       length);

G_END_DECLS
