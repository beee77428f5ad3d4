/* How many cells of a column read as what: the facts on which its type is decided. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/tally.h"

#include "cells/absence.h"
#include "cells/foreign.h"
#include "import/tally-numbers.h"
#include "cells/words.h"

#include <string.h>

#define MAX_CODE       40 /* bytes; what is longer is a text */
#define MAX_FLAG_TEXTS 32 /* a column with more distinct texts holds no flags */

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
count_text (BwTally         *self,
            const BwTallied *cell)
{
  gboolean digit = FALSE, letter = FALSE, space = FALSE;

  for (gsize i = 0; i < cell->length; i++)
    {
      const guchar c = cell->text[i];

      digit |= (guchar) (c - '0') < 10;
      letter |= (guchar) ((c | 0x20) - 'a') < 26;
      space |= c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

  self->n_spaced += space ? cell->count : 0;
  if (!digit || !letter || space || cell->length > MAX_CODE)
    return;
  self->n_codes += cell->count;
  bw_sample_take (&self->coded, cell);
}

/* A word where there is no date. It is looked up while the column may be one of dates: as long as
 * most of its texts are such words, or once a date has been seen. */
static void
count_absence (BwTally         *self,
               const BwTallied *cell)
{
  if (self->n_dates_any == 0 && self->n_month_digits == 0 && self->n_serials == 0
      && self->n_present_texts > MAX_FLAG_TEXTS && self->n_absent * 2 < self->n_present)
    return;
  if (!bw_is_no_date (cell->text, cell->length))
    return;

  self->n_absent += cell->count;
  bw_sample_take (&self->absent, cell);
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

/* Numbers that may be dates as well: 20260131, 202601, 01.2026. */
static gboolean
may_be_date (const BwTallied *cell,
             const BwNumber  *number)
{
  if (number->digits_only)
    return (cell->length == 8 || cell->length == 6 || cell->length == 12 || cell->length == 14)
           && (cell->text[0] == '1' || cell->text[0] == '2');

  return cell->length == 7 && (cell->text[2] == '.' || cell->text[4] == '.');
}

static gboolean
scan_date (const BwTallied *cell,
           const BwNumber  *number,
           gboolean         is_number,
           BwDate          *date)
{
  if (is_number ? !may_be_date (cell, number)
                : !has_digit (cell->text, cell->length)
      && !bw_foreign_may_be (cell->text, cell->length))
    return FALSE;
  if (!bw_date_scan (cell->text, cell->length, date))
    return FALSE;

  date->month_digits |= is_number && date->period;

  return TRUE;
}

static void
count_present (BwTally         *self,
               const BwTallied *cell)
{
  BwNumber number;
  BwDate date;
  gboolean value, is_number;
  guint32 pairs;

  self->n_present += cell->count;
  self->n_present_texts++;
  self->n_bytes += cell->length * cell->count;
  if (bw_is_formula_error (cell->text, cell->length))
    {
      self->n_errors += cell->count;
      return;
    }

  is_number = bw_number_scan (cell->text, cell->length, &number);
  if (is_number)
    bw_tally_add_number (self, cell, &number);
  if (scan_date (cell, &number, is_number, &date))
    bw_tally_add_date (self, cell, &date);
  if (!is_number && !number.exponent) /* a number that is too great is no code */
    count_text (self, cell);
  if (self->n_present_texts <= MAX_FLAG_TEXTS
      && bw_flag_scan (cell->text, cell->length, &value, &pairs))
    count_flag (self, value, pairs, cell->length, cell->count);
  if (is_number)
    return;

  count_absence (self, cell);
  if (self->n_present_texts <= MAX_FLAG_TEXTS && bw_is_tick (cell->text, cell->length))
    self->n_ticks += cell->count;
}

static void
count_cell (BwTally          *self,
            const BwTextIter *iter)
{
  const gboolean blank = bw_is_blank (iter->text, iter->length);
  const gboolean marked = !blank && bw_is_missing_value (iter->text, iter->length);
  const gboolean named = !blank
                         && (!marked || !bw_is_missing_category (iter->text, iter->length));

  self->n_rows += iter->count;
  self->n_named += named ? iter->count : 0;
  self->n_named_texts += named;
  if (blank)
    {
      self->n_blank += iter->count;
    }
  else if (marked)
    {
      self->n_marked += iter->count;
      self->n_marked_category += named ? 0 : iter->count;
    }
  else
    {
      const BwTallied cell = { iter->text, iter->length, iter->code, iter->count };

      count_present (self, &cell);
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
  g_auto(BwTextIter) iter;

  memset (self, 0, sizeof *self);
  self->split.code = self->ordered.code = self->absent.code = self->lossy.code = self->coded.code = BW_NO_SAMPLE;
  bw_text_iter_init (&iter, cells);
  while (bw_text_iter_next (&iter))
    count_cell (self, &iter);
}
