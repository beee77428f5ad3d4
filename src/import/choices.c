/* The choices about a column that its cells left little doubt about, and that are said all the same. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/choices.h"

#include "cells/hints.h"
#include "import/judge-dates.h"

#include <glib/gi18n-lib.h>

#define NUMBERS_PER_CODE 20 /* where a quantity may have been meant all the same */

static const char *const units[] = {
  [BW_DATE_UNIT_NONE] = NULL,
  [BW_DATE_UNIT_EXCEL] = N_("Plain numbers, read as dates as Excel counts them"),
  [BW_DATE_UNIT_SECONDS] = N_("Plain numbers, read as seconds since 1970 in UTC"),
  [BW_DATE_UNIT_MILLISECONDS] = N_("Plain numbers, read as milliseconds since 1970 in UTC"),
  [BW_DATE_UNIT_MICROSECONDS] = N_("Plain numbers, read as microseconds since 1970 in UTC"),
};

static void
note_absences (const BwDoubtful *self)
{
  const BwTally *tally = self->tally;
  const gsize n_zeros = self->judgement->zero_is_none ? tally->n_zeros : 0;
  const gsize n = tally->n_absent + tally->n_nevers + n_zeros;
  const char *text = tally->absent.code != BW_NO_SAMPLE ? tally->absent.text : "0";
  g_autofree char *what = NULL;

  if (n == 0)
    return;

  what = g_strdup_printf (ngettext ("%zu cell says that there is no date; it is taken as missing",
                                    "%zu cells say that there is no date; they are taken as missing",
                                    n), n);
  bw_doubtful_note (self, BW_PROBLEM_VALUE, text, what);
}

static void
note_century (const BwDoubtful *self)
{
  const guint pivot = self->judgement->pivot;
  g_autofree char *what = NULL;

  if (!self->judgement->pivot_open)
    return;

  /* TRANSLATORS: the first and the last year that such years can mean */
  what = g_strdup_printf (_("Years of two digits are read as %u to %u"), 1900 + pivot, 1999 + pivot);
  bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, NULL, what);
}

static void
note_dates (const BwDoubtful *self)
{
  const BwTally *tally = self->tally;

  if (self->judgement->unit != BW_DATE_UNIT_NONE)
    bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, NULL, _(units[self->judgement->unit]));
  if (tally->zones_differ)
    bw_doubtful_note (self, BW_PROBLEM_OTHER, NULL,
                      _("Times of several zones; each is taken as it stands, its zone left out"));
  else if (tally->n_zones > 0)
    bw_doubtful_note (self, BW_PROBLEM_OTHER, NULL,
                      _("Times are taken as they stand, their zones left out"));
  if (tally->n_periods + tally->n_month_digits > 0)
    bw_doubtful_note (self, BW_PROBLEM_OTHER, NULL,
                      _("Months, quarters and weeks stand for their last day"));
  note_century (self);
  note_absences (self);
}

static void
note_numbers (const BwDoubtful *self)
{
  const BwTally *tally = self->tally;

  if (tally->n_lossy > 0)
    {
      g_autofree char *what =
        g_strdup_printf (ngettext ("%zu number has more digits than can be kept; "
                                   "the nearest one is used",
                                   "%zu numbers have more digits than can be kept; "
                                   "the nearest ones are used",
                                   tally->n_lossy), tally->n_lossy);

      bw_doubtful_note (self, BW_PROBLEM_PRECISION, tally->lossy.text, what);
    }
  if (tally->n_credits > 0)
    bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, NULL,
                      _("CR behind a number is read as a minus sign, DR as a plus sign"));
  if (tally->n_scaled > tally->n_scaled_sure)
    bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, NULL,
                      _("Letters behind numbers are read as thousands (k), millions (M) and "
                        "billions (B)"));
}

/* Dates in two orders, neither of which most of them fit. */
static void
note_no_dates (const BwDoubtful *self)
{
  const BwTally *tally = self->tally;
  const BwTelling *dmy = &tally->order_tells[BW_DATE_ORDER_DMY];
  const BwTelling *mdy = &tally->order_tells[BW_DATE_ORDER_MDY];
  g_autofree char *lines = NULL;
  g_autofree char *other_lines = NULL;
  g_autofree char *what = NULL;

  if (self->judgement->forced || dmy->n_rows == 0 || mdy->n_rows == 0
      || !bw_are_nearly_all (tally->n_dates_any, tally->n_present))
    return;

  lines = bw_doubtful_dup_lines (self, dmy);
  other_lines = bw_doubtful_dup_lines (self, mdy);
  /* TRANSLATORS: twice lines of a file: "line 3" or "lines 3, 9, 11…" */
  what = g_strdup_printf (_("Dates written day first (%s) and month first (%s), so kept as text; "
                            "choose a type and an order for the column"), lines, other_lines);
  bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, NULL, what);
}

/* Numbers but for a few codes (12x), on account of which all are texts. */
static void
note_no_numbers (const BwDoubtful *self)
{
  const BwTally *tally = self->tally;
  const gsize n_numbers = MAX (tally->n_numbers[BW_MARK_DOT], tally->n_numbers[BW_MARK_COMMA]);
  const gsize n_others = tally->n_present - n_numbers;
  g_autofree char *what = NULL;

  if (self->judgement->forced || tally->n_codes == 0 || bw_header_names_things (self->header)
      || n_others * NUMBERS_PER_CODE > n_numbers)
    return;

  /* TRANSLATORS: how many of how many cells, then the number of a line of the file */
  what = g_strdup_printf (_("%zu of %zu cells are numbers, and those like line %zu are not, so all are "
                            "kept as text; choose the type Number if it is a quantity"),
                          n_numbers, tally->n_present, bw_doubtful_get_line (self, tally->coded.code));
  bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, tally->coded.text, what);
}

/**
 * bw_choices_note:
 *
 * Notes what was chosen for a column, but for decimal mark and order of dates.
 */
void
bw_choices_note (const BwDoubtful *self)
{
  const BwColumnType type = self->judgement->type;

  if (type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME)
    note_dates (self);
  else if (type <= BW_COLUMN_MONEY)
    note_numbers (self);
  else if (self->judgement->blank_is_no)
    bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, NULL,
                      _("A mark is read as yes, and an empty cell as no"));
  else if (bw_column_type_is_coded (type))
    {
      note_no_dates (self);
      note_no_numbers (self);
    }
}
