/* Numbers, percents, money and dates as a person reads them, in the locale. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwDateStyle:
 * @BW_DATE_FULL: 14 Feb 2027
 * @BW_DATE_DAY: 14 Feb
 * @BW_DATE_MONTH: Feb
 * @BW_DATE_MONTH_YEAR: February 2027
 * @BW_DATE_MONTH_YEAR_SHORT: Feb 2027
 */
typedef enum
{
  BW_DATE_FULL,
  BW_DATE_DAY,
  BW_DATE_MONTH,
  BW_DATE_MONTH_YEAR,
  BW_DATE_MONTH_YEAR_SHORT,
} BwDateStyle;

char *bw_format_number (double value,
                        int    decimals);
char *bw_format_number_plain (double value);
char *bw_format_signed (double value,
                        int    decimals);
char *bw_format_percent (double fraction,
                         int    decimals);
char *bw_format_money (double      value,
                       const char *currency);
char *bw_format_money_short (double      value,
                             const char *currency);
char *bw_format_date (double      days,
                      BwDateStyle style);
char *bw_format_score (double        score,
                       const double *edges,
                       guint         n_edges);
char *bw_format_bytes (gint64 n_bytes);

G_END_DECLS
