/* Numbers and dates as a person types them, in the locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bw_read_number (const char        *text,
                         const char *const *units,
                         double            *number);
gboolean bw_read_date (const char *text,
                       double     *days);

G_END_DECLS
