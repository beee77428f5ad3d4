/* What the numbers and the dates of a column add to its tally. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/tally-numbers.h"

#include "cells/absence.h"
#include "cells/calendar.h"

#include <math.h>
#include <string.h>

#define EXACT_DIGITS  15 /* that any double keeps */
#define SERIAL_FROM   20000.0 /* 1954-10-03 as Excel counts days */
#define SERIAL_TO     80000.0 /* 2119-01-11 */
#define EPOCH_FROM    1e9 /* 2001-09-09 */
#define EPOCH_TO      1e10 /* 2286-11-20; fewer digits, or more, are of another unit */

/* How many of an epoch's unit are a second. */
static const double per_second[BW_N_EPOCHS] = {
  [BW_EPOCH_SECONDS] = 1.0,
  [BW_EPOCH_MILLISECONDS] = 1e3,
  [BW_EPOCH_MICROSECONDS] = 1e6,
};

/**
 * bw_sample_take:
 *
 * Keeps the first cell that comes.
 */
void
bw_sample_take (BwSample        *sample,
                const BwTallied *cell)
{
  gsize n = MIN (cell->length, sizeof sample->text - 1);

  if (sample->code != BW_NO_SAMPLE)
    return;

  while (n < cell->length && n > 0 && ((guchar) cell->text[n] & 0xC0) == 0x80)
    n--; /* not within a letter */
  sample->code = cell->code;
  memcpy (sample->text, cell->text, n);
  sample->text[n] = '\0';
}

static void
tell (BwTelling       *telling,
      const BwTallied *cell)
{
  telling->n_rows += cell->count;
  if (telling->n_codes < BW_TELLING_CODES)
    telling->codes[telling->n_codes++] = cell->code;
}

static void
add_currency (BwTally    *self,
              const char *code,
              gsize       count)
{
  for (guint i = 0; i < BW_TALLY_MAX_CURRENCIES; i++)
    {
      BwCurrencyCount *entry = &self->currencies[i];

      if (entry->code == NULL)
        entry->code = code;
      if (strcmp (entry->code, code) == 0)
        {
          entry->count += count;
          return;
        }
    }
}

static void
add_marks (BwTally         *self,
           const BwTallied *cell,
           const BwNumber  *number)
{
  gsize *counts = number->scale > 0 ? self->n_scaled_numbers : self->n_numbers;
  const gboolean dot = number->fits[BW_MARK_DOT], comma = number->fits[BW_MARK_COMMA];

  for (guint mark = 0; mark < BW_N_MARKS; mark++)
    {
      counts[mark] += number->fits[mark] ? cell->count : 0;
      self->n_fractions[mark] += number->fits[mark] && number->fractions & 1u << mark ? cell->count
                                                                                      : 0;
    }
  if (dot != comma)
    {
      tell (&self->mark_tells[dot ? BW_MARK_DOT : BW_MARK_COMMA], cell);
      return;
    }

  self->n_numbers_both += cell->count;
  if (number->values[BW_MARK_DOT] != number->values[BW_MARK_COMMA])
    {
      self->n_numbers_split += cell->count;
      bw_sample_take (&self->split, cell);
    }
}

static void
add_epoch (BwTally *self,
           BwEpoch  epoch,
           double   seconds,
           gsize    count)
{
  BwMoments *moments = &self->epochs[epoch];

  moments->min = moments->n == 0 ? seconds : MIN (moments->min, seconds);
  moments->max = moments->n == 0 ? seconds : MAX (moments->max, seconds);
  moments->n += count;
  moments->n_within += fmod (seconds, BW_DAY_SECONDS) != 0.0 ? count : 0;
}

/* What the number may be if it counts time. */
static void
add_time (BwTally *self,
          double   value,
          gsize    count)
{
  if (value >= SERIAL_FROM && value < SERIAL_TO)
    {
      self->n_serials += count;
      self->n_serials_within += value != floor (value) ? count : 0;
    }
  if (value < EPOCH_FROM)
    return;

  for (guint epoch = 0; epoch < BW_N_EPOCHS; epoch++)
    {
      const double seconds = value / per_second[epoch];

      if (seconds >= EPOCH_FROM && seconds < EPOCH_TO)
        add_epoch (self, epoch, seconds, count);
    }
}

/**
 * bw_tally_add_number:
 */
void
bw_tally_add_number (BwTally         *self,
                     const BwTallied *cell,
                     const BwNumber  *number)
{
  const gsize count = cell->count;
  const BwMark mark = number->fits[BW_MARK_DOT] ? BW_MARK_DOT : BW_MARK_COMMA;

  if (number->digits_only)
    {
      self->n_numbers[BW_MARK_DOT] += count;
      self->n_numbers[BW_MARK_COMMA] += count;
      self->n_numbers_both += count;
      self->n_integers += count;
      self->n_zero_led += number->leading_zero ? count : 0;
      self->n_long += number->n_digits > EXACT_DIGITS ? count : 0;
      self->n_zeros += number->values[BW_MARK_DOT] == 0.0 ? count : 0;
      add_time (self, number->values[BW_MARK_DOT], count);
      return;
    }

  add_marks (self, cell, number);
  self->n_percents += number->percent ? count : 0;
  self->n_credits += number->credit ? count : 0;
  self->n_exponents += number->exponent ? count : 0;
  if (number->currency != NULL)
    {
      self->n_moneys += count;
      add_currency (self, number->currency, count);
    }
  if (number->scale > 0)
    {
      self->n_scaled += count;
      self->n_scaled_sure += number->scale_sure ? count : 0;
      self->scales |= 1u << number->scale;
    }
  if (number->lossy)
    {
      self->n_lossy += count;
      bw_sample_take (&self->lossy, cell);
    }
  if (number->currency == NULL && !number->percent && number->scale == 0)
    add_time (self, number->values[mark], count);
}

static void
add_zone (BwTally      *self,
          const BwDate *date,
          gsize         count)
{
  if (date->has_zone && self->n_zoned == 0)
    self->zone_minutes = date->zone_minutes;
  self->zones_differ |= date->has_zone ? date->zone_minutes != self->zone_minutes
                        || self->n_times > self->n_zoned
                                       : self->n_zoned > 0;
  self->n_zones += date->zone ? count : 0;
  self->n_zoned += date->has_zone ? count : 0;
}

/**
 * bw_tally_add_date:
 */
void
bw_tally_add_date (BwTally         *self,
                   const BwTallied *cell,
                   const BwDate    *date)
{
  const gsize count = cell->count;
  const gboolean dmy = date->fits[BW_DATE_ORDER_DMY], mdy = date->fits[BW_DATE_ORDER_MDY];

  if (date->month_digits)
    {
      self->n_month_digits += count;
      return;
    }

  self->n_dates_any += count;
  for (guint order = BW_DATE_ORDER_YMD; order < BW_N_DATE_ORDERS; order++)
    self->n_dates[order] += date->fits[order] ? count : 0;
  if (date->ordered && dmy && mdy && date->days[BW_DATE_ORDER_DMY] != date->days[BW_DATE_ORDER_MDY])
    {
      self->n_dates_ordered += count;
      bw_sample_take (&self->ordered, cell);
    }
  else if (dmy != mdy)
    {
      tell (&self->order_tells[dmy ? BW_DATE_ORDER_DMY : BW_DATE_ORDER_MDY], cell);
    }
  if (bw_is_never (date->days[dmy ? BW_DATE_ORDER_DMY : BW_DATE_ORDER_MDY]))
    {
      self->n_nevers += count;
      bw_sample_take (&self->absent, cell);
    }
  if (date->short_year >= 0)
    {
      self->n_short_years += count;
      self->short_years[date->short_year % 100] = TRUE;
    }
  if (date->has_time || date->has_zone)
    add_zone (self, date, count);
  self->n_dates_digits += date->digits_only ? count : 0;
  self->n_periods += date->period ? count : 0;
  self->n_short_months += date->short_month ? count : 0;
  self->n_times += date->has_time ? count : 0;
}
