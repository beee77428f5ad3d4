/* Days since 1970 as dates of the calendar, in the locale's words. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* As strftime() has them; "-" leaves out the leading zero, "O" is a month that stands alone. */
static const char *const formats[] = {
  /* TRANSLATORS: a date such as 14 Feb 2027, see g_date_time_format(); %-d day, %b month, %Y year */
  [BW_DATE_FULL] = N_("%-d %b %Y"),
  /* TRANSLATORS: a date such as 14 Feb */
  [BW_DATE_DAY] = N_("%-d %b"),
  /* TRANSLATORS: a month such as Feb, standing alone */
  [BW_DATE_MONTH] = N_("%Ob"),
  /* TRANSLATORS: a month such as February 2027 */
  [BW_DATE_MONTH_YEAR] = N_("%OB %Y"),
  /* TRANSLATORS: a month such as Feb 2027 */
  [BW_DATE_MONTH_YEAR_SHORT] = N_("%Ob %Y"),
};

/**
 * bw_format_date:
 * @days: since 1970-01-01; a fraction is the time of day, which is not shown; NaN for none
 *
 * Returns: (transfer full): "14 Feb 2027" and the like, a dash where @days is no date
 */
char *
bw_format_date (double      days,
                BwDateStyle style)
{
  g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr(GDateTime) date = NULL;

  /* Between the years 1 and 9999, which GDateTime knows. */
  if (isfinite (days) && days >= -719162 && days < 2932897)
    date = g_date_time_add_days (epoch, (int) floor (days));
  if (date == NULL)
    return g_strdup ("\342\200\223");

  return g_date_time_format (date, _(formats[style]));
}
