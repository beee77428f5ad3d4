/* One cell as a date, with or without a time, in the ways people's tools write dates. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cells/dated.h"

G_BEGIN_DECLS

#define BW_DATE_PIVOT 70 /* years of two digits: 69 is 2069, 70 is 1970 */

gboolean bw_date_scan (const char *text,
                       gsize       length,
                       BwDate     *date);
gboolean bw_date_scan_pivot (const char *text,
                             gsize       length,
                             guint       pivot,
                             BwDate     *date);

G_END_DECLS
