/* A moment in time in words: the day and the time of day, where the user is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/moment.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

/* The local day of @moment, in days since 1970-01-01. */
static double
to_day (GDateTime *moment)
{
  g_autoptr(GDateTime) epoch = g_date_time_new_utc (1970, 1, 1, 0, 0, 0);
  g_autoptr(GDateTime) noon = g_date_time_new_utc (g_date_time_get_year (moment),
                                                   g_date_time_get_month (moment),
                                                   g_date_time_get_day_of_month (moment), 12, 0, 0);

  return (double) (g_date_time_difference (noon, epoch) / G_TIME_SPAN_DAY);
}

/**
 * bw_moment_to_text:
 * @microseconds: since 1970
 *
 * Returns: (transfer full): "22 Nov 2026, 10:45"; of this day the time alone
 */
char *
bw_moment_to_text (gint64 microseconds)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);
  g_autoptr(GDateTime) moment = utc == NULL ? NULL : g_date_time_to_local (utc);
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;

  if (moment == NULL)
    return g_strdup ("–");

  /* TRANSLATORS: a time of day, as g_date_time_format() has it; "%l:%M %p" where people use that */
  hour = g_date_time_format (moment, _("%H:%M"));
  day = bw_format_date (to_day (moment), BW_DATE_FULL);
  if (to_day (moment) == to_day (now))
    /* TRANSLATORS: a time of day */
    return g_strdup_printf (_("today, %s"), hour);

  /* TRANSLATORS: a date, then a time of day */
  return g_strdup_printf (_("%s, %s"), day, hour);
}
