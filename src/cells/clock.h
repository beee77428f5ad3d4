/* The time of day behind a date: 14:30, 2:30 PM, T14:30:00.000Z. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BW_CLOCK_NO_ZONE G_MAXINT

gboolean bw_clock_begins (const char *p,
                          const char *end);
gboolean bw_clock_scan (const char *p,
                        const char *end,
                        double     *seconds,
                        int        *zone);

G_END_DECLS
