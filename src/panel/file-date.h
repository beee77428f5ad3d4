/* Dates that people write into the names of files and of columns side by side. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwWrittenDate:
 * @date: days since 1970-01-01; the last day where a month, quarter or week is written
 * @start: bytes before it
 * @end: bytes up to its end
 */
typedef struct
{
  double date;
  gsize  start;
  gsize  end;
} BwWrittenDate;

double   bw_days_from_civil (int year,
                             int month,
                             int day);
void     bw_civil_from_days (double days,
                             int   *year,
                             int   *month,
                             int   *day);
double   bw_month_end (double days);
gboolean bw_written_date_find (const char    *text,
                               gsize          from,
                               BwWrittenDate *found);
double   bw_file_name_get_date (const char *file_name);
char    *bw_file_name_dup_first (const char *file_name);
char    *bw_file_name_dup_pattern (const char *file_name);
char    *bw_file_name_dup_id (const char *file_name);

G_END_DECLS
