/* Whether a column is one of dates, and how they are to be read, decided from all its cells. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/judge-dates.h"

#include "cells/calendar.h"
#include "cells/hints.h"

#define MISFIT_SHARE   0.05 /* of a long column */
#define ORDER_SHARE    0.8 /* of the dates have to fit one order; else the column stays text */
#define MANY_YEARS     12 /* of two digits in a column of months */
#define FEW_MOMENTS    12  /* without a word in the header, fewer numbers are no moments */
#define EARLY_MOMENT   1.26e9 /* 2009-12-05; without a word in the header */
#define LATE_MOMENT    2.05e9 /* 2034-12-18 */
#define PIVOT_FROM     40 /* years between these may be of either century, see bw_judge_pivot() */
#define PIVOT_TO       BW_DATE_PIVOT

/**
 * bw_are_nearly_all:
 *
 * Returns: whether @n_fit of @n cells are enough to call the others misfits: 95 in 100, in short
 *   columns all but one of four, all but two of twelve
 */
gboolean
bw_are_nearly_all (gsize n_fit,
                   gsize n)
{
  const gsize n_misfits = n - MIN (n_fit, n);

  if (n_fit == 0)
    return FALSE;

  return n_misfits <= MISFIT_SHARE * n || (n_misfits == 1 && n >= 4) || (n_misfits == 2 && n >= 12);
}

static gsize
n_in_best_order (const BwTally *tally)
{
  return MAX (tally->n_dates[BW_DATE_ORDER_DMY],
              MAX (tally->n_dates[BW_DATE_ORDER_MDY], tally->n_dates[BW_DATE_ORDER_YMD]));
}

/* Cells that say in a column of dates that there is none: words, and 0 among dates of digits. */
static gsize
n_without_date (const BwTally *tally,
                gboolean       digits)
{
  return tally->n_absent + (digits ? tally->n_zeros : 0);
}

/* Whether names of months with two digits are days without a year, "May 12", rather than months of
 * years: no number is above 31, and there are more of them than years have exports. */
static gboolean
are_days_without_year (const BwTally *tally)
{
  guint n_distinct = 0, most = 0;

  if (tally->n_short_months < tally->n_dates_any)
    return FALSE;

  for (guint year = 0; year < G_N_ELEMENTS (tally->short_years); year++)
    {
      n_distinct += tally->short_years[year];
      most = tally->short_years[year] ? year : most;
    }

  return most <= 31 && n_distinct >= MANY_YEARS;
}

/**
 * bw_judge_is_dates:
 * @header: (nullable): of the column
 *
 * Returns: whether nearly all cells that do not say in words that there is no date are one. Numbers
 *   that may be dates (202601, 01.2026, days as Excel counts them) are only where the header says so.
 */
gboolean
bw_judge_is_dates (const BwTally *tally,
                   const char    *header)
{
  const gboolean months = header != NULL && bw_header_months (header);
  const gboolean days = header != NULL && bw_header_dates (header)
                        && !bw_header_measures (header) && tally->n_dates_any > 0;
  const gsize n_numbers = (months ? tally->n_month_digits : 0) + (days ? tally->n_serials : 0);
  const gsize n = tally->n_dates_any + n_numbers;
  const gsize n_absent = n_without_date (tally, tally->n_dates_digits > 0 || n_numbers > 0);

  if (n == 0 || (n == 1 && n_absent > 0 && !months) || are_days_without_year (tally))
    return FALSE;
  if (n_in_best_order (tally) < ORDER_SHARE * tally->n_dates_any)
    return FALSE;

  return bw_are_nearly_all (n, tally->n_present - MIN (n_absent, tally->n_present));
}

static gboolean
are_moments (const BwTally *tally,
             BwEpoch        epoch,
             const char    *header)
{
  const BwMoments *moments = &tally->epochs[epoch];
  const gsize n = tally->n_present - MIN (n_without_date (tally, TRUE), tally->n_present);

  if (bw_header_times (header))
    return bw_are_nearly_all (moments->n, n);
  if (bw_header_names_things (header) || bw_header_titles (header))
    return FALSE;

  return moments->n == tally->n_present && moments->n >= FEW_MOMENTS
         && tally->n_present_texts * 2 > tally->n_present
         && moments->min >= EARLY_MOMENT && moments->max < LATE_MOMENT
         && moments->max - moments->min >= BW_DAY_SECONDS;
}

/**
 * bw_judge_unit:
 *
 * Returns: what the plain numbers of a column count if they are dates: days as Excel counts them
 *   where the header speaks of a date; seconds or parts of them since 1970 where the header speaks of
 *   a time, or where all of twelve or more numbers, mostly distinct, lie between 2010 and 2034 and
 *   are more than a day apart
 */
BwDateUnit
bw_judge_unit (const BwTally *tally,
               const char    *header)
{
  const gsize n = tally->n_present - MIN (n_without_date (tally, TRUE), tally->n_present);

  if (tally->n_moneys > 0 || tally->n_percents > 0 || tally->n_scaled > 0 || tally->n_zero_led > 0
      || bw_header_measures (header))
    return BW_DATE_UNIT_NONE;
  if (bw_header_dates (header) && tally->n_serials > 0
      && bw_are_nearly_all (tally->n_serials + n_in_best_order (tally), n))
    return BW_DATE_UNIT_EXCEL;

  for (guint epoch = 0; epoch < BW_N_EPOCHS; epoch++)
    {
      if (are_moments (tally, epoch, header))
        return BW_DATE_UNIT_SECONDS + epoch;
    }

  return BW_DATE_UNIT_NONE;
}

/**
 * bw_judge_forced_unit:
 *
 * Returns: what plain numbers count in a column that the user calls one of dates
 */
BwDateUnit
bw_judge_forced_unit (const BwTally *tally)
{
  BwDateUnit unit = tally->n_serials > 0 ? BW_DATE_UNIT_EXCEL : BW_DATE_UNIT_NONE;
  gsize most = tally->n_serials;

  for (guint epoch = 0; epoch < BW_N_EPOCHS; epoch++)
    {
      if (tally->epochs[epoch].n > most)
        {
          most = tally->epochs[epoch].n;
          unit = BW_DATE_UNIT_SECONDS + epoch;
        }
    }

  return unit;
}

/**
 * bw_judge_has_times:
 *
 * Returns: whether a date of the column has a time of day
 */
gboolean
bw_judge_has_times (const BwTally *tally,
                    BwDateUnit     unit)
{
  if (tally->n_times > 0)
    return TRUE;
  if (unit == BW_DATE_UNIT_EXCEL)
    return tally->n_serials_within > 0;

  return unit != BW_DATE_UNIT_NONE && tally->epochs[unit - BW_DATE_UNIT_SECONDS].n_within > 0;
}

/**
 * bw_judge_pivot:
 * @open: (out): whether there are years that might as well be of another century
 *
 * Where a header says birth, years of two digits to 24 are of this century; where it says start,
 * created, last and the like, those to 39. Elsewhere (ends, renewals, anything) those to 69 are, but
 * for a column that lies in the century before as a whole: with years from 70 on and none to 39. No
 * clock is asked, so that a file reads the same next year.
 *
 * Returns: the first year of two digits that is of the century before 2000
 */
guint
bw_judge_pivot (const BwTally *tally,
                const char    *header,
                gboolean      *open)
{
  const int last = bw_header_last_short_year (header);
  const guint from = last >= 0 ? MIN (last + 1, PIVOT_FROM) : PIVOT_FROM;
  gboolean some_before = FALSE, some_between = FALSE, some_behind = FALSE;

  for (guint year = 0; year < G_N_ELEMENTS (tally->short_years); year++)
    {
      some_before |= tally->short_years[year] && year < PIVOT_FROM;
      some_between |= tally->short_years[year] && year >= from && year < PIVOT_TO;
      some_behind |= tally->short_years[year] && year >= PIVOT_TO;
    }
  *open = some_between;
  if (last >= 0)
    return last + 1;

  return some_between && some_behind && !some_before ? PIVOT_FROM : PIVOT_TO;
}
