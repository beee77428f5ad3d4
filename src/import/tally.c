/* How many cells of a column read as what: the facts on which its type is decided. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/tally.h"

#include "import/words.h"

#include <string.h>

#define EXACT_DIGITS 15
#define SERIAL_FROM  20000
#define SERIAL_TO    80000
#define MAX_CODE     40
#define MAX_FLAG_TEXTS 32 /* a column with more distinct texts holds no flags */

static void
count_currency (BwTally    *self,
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
count_number (BwTally        *self,
              const BwNumber *number,
              gsize           count)
{
  const double dot = number->values[BW_MARK_DOT];

  for (guint mark = 0; mark < BW_N_MARKS; mark++)
    self->n_numbers[mark] += number->fits[mark] ? count : 0;

  if (number->fits[BW_MARK_DOT] && number->fits[BW_MARK_COMMA])
    {
      self->n_numbers_both += count;
      self->n_numbers_split += dot != number->values[BW_MARK_COMMA] ? count : 0;
    }
  if (number->percent)
    self->n_percents += count;
  if (number->currency != NULL)
    {
      self->n_moneys += count;
      count_currency (self, number->currency, count);
    }
  if (number->digits_only)
    {
      self->n_integers += count;
      self->n_zero_led += number->leading_zero ? count : 0;
      self->n_long += number->n_digits > EXACT_DIGITS ? count : 0;
    }
  if (number->exponent)
    self->n_exponents += count;
  if (number->fits[BW_MARK_DOT] && dot >= SERIAL_FROM && dot < SERIAL_TO)
    self->n_serials += count;
}

static void
count_date (BwTally      *self,
            const BwDate *date,
            gsize         count)
{
  self->n_dates_any += count;
  for (guint order = BW_DATE_ORDER_YMD; order < BW_N_DATE_ORDERS; order++)
    self->n_dates[order] += date->fits[order] ? count : 0;

  if (date->ordered && date->fits[BW_DATE_ORDER_DMY] && date->fits[BW_DATE_ORDER_MDY])
    self->n_dates_ordered += count;
  self->n_dates_digits += date->digits_only ? count : 0;
  self->n_times += date->has_time ? count : 0;
  self->n_zones += date->zone ? count : 0;
}

static void
count_flag (BwTally *self,
            gboolean value,
            guint32  pairs,
            gsize    length,
            gsize    count)
{
  self->pairs_common = self->n_flags == 0 ? pairs : self->pairs_common & pairs;
  self->n_flags += count;
  self->flag_yes |= value;
  self->flag_no |= !value;
  self->flag_letters |= length == 1 && !bw_flag_pair_is_numeric (pairs);
}

static void
count_text (BwTally    *self,
            const char *text,
            gsize       length,
            gsize       count)
{
  gboolean digit = FALSE, letter = FALSE, space = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      digit |= g_ascii_isdigit (text[i]);
      letter |= g_ascii_isalpha (text[i]);
      space |= g_ascii_isspace (text[i]);
    }

  self->n_spaced += space ? count : 0;
  self->n_codes += digit && letter && !space && length <= MAX_CODE ? count : 0;
}

/* Whether a text that is no number may be a date: it needs a digit. */
static gboolean
has_digit (const char *text,
           gsize       length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        return TRUE;
    }

  return FALSE;
}

static void
count_present (BwTally    *self,
               const char *text,
               gsize       length,
               gsize       count)
{
  BwNumber number;
  BwDate date;
  gboolean value;
  guint32 pairs;

  self->n_present += count;
  self->n_present_texts++;
  self->n_bytes += length * count;
  if (bw_number_scan (text, length, &number))
    count_number (self, &number, count);
  else
    count_text (self, text, length, count);

  if (((number.digits_only && length == 8) || (!number.fits[0] && !number.fits[1]))
      && has_digit (text, length) && bw_date_scan (text, length, &date))
    count_date (self, &date, count);
  if (self->n_present_texts <= MAX_FLAG_TEXTS && bw_flag_scan (text, length, &value, &pairs))
    count_flag (self, value, pairs, length, count);
}

static void
count_cell (const char *text,
            gsize       length,
            gsize       code,
            gsize       count,
            gpointer    user_data)
{
  BwTally *self = user_data;
  const gboolean blank = bw_is_blank (text, length);
  const gboolean marked = !blank && bw_is_missing_value (text, length);
  const gboolean named = !blank && (!marked || !bw_is_missing_category (text, length));

  self->n_rows += count;
  self->n_named += named ? count : 0;
  self->n_named_texts += named;
  if (blank)
    {
      self->n_blank += count;
    }
  else if (marked)
    {
      self->n_marked += count;
      self->n_marked_category += named ? 0 : count;
    }
  else
    {
      count_present (self, text, length, count);
    }
}

/**
 * bw_tally_count:
 *
 * Counts all cells of a column. A text that many rows hold is looked at once.
 */
void
bw_tally_count (BwTally       *self,
                const BwCells *cells)
{
  memset (self, 0, sizeof *self);
  bw_cells_foreach_text (cells, count_cell, self);
}
