/* Values written as CSV: comma, double quotes, UTF-8, LF; numbers in C form, dates as ISO. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "table/table.h"

G_BEGIN_DECLS

void bw_csv_append_text (GString    *out,
                         const char *text);
void bw_csv_append_guarded (GString    *out,
                            const char *text);
void bw_csv_append_number (GString *out,
                           double   value);
void bw_csv_append_fixed (GString *out,
                          double   value,
                          int      decimals);
void bw_csv_append_date (GString *out,
                         double   days);
void bw_csv_append_cell (GString        *out,
                         const BwColumn *column,
                         gsize           row,
                         gboolean        guarded);

G_END_DECLS
