/* What a column's header says about what its cells are, where the cells alone do not tell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean bw_header_names_things (const char *header);
gboolean bw_header_versions (const char *header);
gboolean bw_header_counts (const char *header);
gboolean bw_header_amounts (const char *header);
gboolean bw_header_measures (const char *header);
gboolean bw_header_titles (const char *header);
gboolean bw_header_names_customers (const char *header);
gboolean bw_header_dates (const char *header);
gboolean bw_header_times (const char *header);
gboolean bw_header_months (const char *header);
int      bw_header_last_short_year (const char *header);

G_END_DECLS
