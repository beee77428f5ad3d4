/* What written dates are made of: numbers, years, months by name, weeks and quarters. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Years that a header or the name of a file may mean; other numbers of four digits are numbers. */
#define BW_FIRST_NAMED_YEAR 1990
#define BW_LAST_NAMED_YEAR  2099

/**
 * BwYearUnit:
 *
 * What a year has several of.
 */
typedef enum
{
  BW_UNIT_WEEK,
  BW_UNIT_QUARTER,
  BW_UNIT_HALF,
} BwYearUnit;

gboolean bw_written_is_date (int year,
                             int month,
                             int day);
gboolean bw_take_number (const char **at,
                         guint        least,
                         guint        most,
                         int         *value);
gboolean bw_take_digits (const char **at,
                         guint        n_digits,
                         int         *value);
gboolean bw_is_separator (char c);
void     bw_skip_separator (const char **at);
gboolean bw_take_month (const char **at,
                        int         *month,
                        gboolean    *doubtful);
gboolean bw_take_year (const char **at,
                       gboolean     short_too,
                       int         *year);
double   bw_unit_end (BwYearUnit unit,
                      int        number,
                      int        year);
gboolean bw_take_unit (const char **at,
                       BwYearUnit  *unit,
                       int         *number);

G_END_DECLS
