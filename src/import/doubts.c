/* What a column could have been read as just as well, and which of its rows tell: for the report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two things can be open: the decimal mark of numbers and the order of dates. Where no row tells, or
 * only a few do, or rows contradict each other, the report says what was chosen and by which lines. */

#include "import/doubts.h"

#include "import/choices.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FEW_TELLING   3  /* rows that decide for all others are named */
#define OPEN_PER_TELL 5  /* if there are so many others for each */

/* One of the two readings of numbers or dates. */
typedef struct
{
  const char      *name; /* as in "read day first" */
  const BwTelling *telling;
} Side;

static void
write_date (double days,
            char  *text)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, (guint32) (days + BW_EPOCH_JULIAN));
  g_snprintf (text, BW_EXAMPLE_SIZE, "%04u-%02u-%02u", g_date_get_year (&day),
              g_date_get_month (&day), g_date_get_day (&day));
}

static void
set_date_example (const BwDoubtful *self,
                  BwColumnFacts    *facts)
{
  const BwDateOrder order = self->judgement->order == BW_DATE_ORDER_DMY ? BW_DATE_ORDER_DMY
                                                                        : BW_DATE_ORDER_MDY;
  const BwDateOrder other = order == BW_DATE_ORDER_DMY ? BW_DATE_ORDER_MDY : BW_DATE_ORDER_DMY;
  BwDate date;

  facts->open = BW_OPEN_DATE_ORDER;
  facts->example_line = bw_doubtful_get_line (self, self->tally->ordered.code);
  g_strlcpy (facts->example, self->tally->ordered.text, sizeof facts->example);
  if (!bw_date_scan_pivot (facts->example, strlen (facts->example), self->judgement->pivot, &date))
    return;

  write_date (date.days[order], facts->as_read);
  write_date (date.days[other], facts->as_other);
}

static void
set_number_example (const BwDoubtful *self,
                    BwColumnFacts    *facts)
{
  const BwMark mark = self->judgement->mark;
  BwNumber number;

  facts->open = BW_OPEN_DECIMAL;
  facts->example_line = bw_doubtful_get_line (self, self->tally->split.code);
  g_strlcpy (facts->example, self->tally->split.text, sizeof facts->example);
  if (!bw_number_scan (facts->example, strlen (facts->example), &number))
    return;

  g_ascii_formatd (facts->as_read, BW_EXAMPLE_SIZE, "%.15g", number.values[mark]);
  g_ascii_formatd (facts->as_other, BW_EXAMPLE_SIZE, "%.15g",
                   number.values[mark == BW_MARK_DOT ? BW_MARK_COMMA : BW_MARK_DOT]);
}

/* "line 2 is 2026-03-04, and not 2026-04-03" */
static char *
describe_example (const BwColumnFacts *facts)
{
  /* TRANSLATORS: the number of a line, then the value that was read there, then the value that could
   * have been read instead */
  return g_strdup_printf (_("line %zu is %s, not %s"), facts->example_line, facts->as_read,
                          facts->as_other);
}

/* No row tells. */
static void
note_open (const BwDoubtful    *self,
           const BwColumnFacts *facts,
           const Side          *side,
           gboolean             by_file)
{
  g_autofree char *example = describe_example (facts);
  g_autofree char *what = NULL;

  if (by_file)
    /* TRANSLATORS: "day first", "month first", "with a decimal point" or "with a decimal comma"; then
     * an example: "line 2 is 2026-03-04, not 2026-04-03" */
    what = g_strdup_printf (_("Fits two readings, and no row tells which; read %s like other columns "
                              "of this file: %s"), side->name, example);
  else
    /* TRANSLATORS: "day first", "month first", "with a decimal point" or "with a decimal comma"; then
     * an example: "line 2 is 2026-03-04, not 2026-04-03" */
    what = g_strdup_printf (_("Fits two readings, and no row tells which; read %s: %s"), side->name,
                            example);
  bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, facts->example, what);
}

/* Rows tell the one and rows tell the other. */
static void
note_both (const BwDoubtful *self,
           const Side       *side,
           const Side       *other)
{
  g_autofree char *lines = bw_doubtful_dup_lines (self, side->telling);
  g_autofree char *other_lines = bw_doubtful_dup_lines (self, other->telling);
  g_autofree char *what =
    /* TRANSLATORS: each "day first", "month first", "with a decimal point" or "with a decimal comma",
     * each followed by lines: "line 3" or "lines 3, 9, 11…" */
    g_strdup_printf (_("Written in two ways: %s (%s) and %s (%s); read the first way"), side->name,
                     lines, other->name, other_lines);

  bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, NULL, what);
}

/* A few rows tell for all. */
static void
note_decided (const BwDoubtful    *self,
              const BwColumnFacts *facts,
              const Side          *side)
{
  g_autofree char *lines = bw_doubtful_dup_lines (self, side->telling);
  g_autofree char *example = describe_example (facts);
  g_autofree char *what =
    /* TRANSLATORS: "day first" or the like, then lines: "line 3" or "lines 3, 9, 11"; then an
     * example: "line 2 is 2026-03-04, not 2026-04-03" */
    g_strdup_printf (_("Most cells fit two readings; read %s because of %s: %s"), side->name, lines,
                     example);

  bw_doubtful_note (self, BW_PROBLEM_TWO_READINGS, facts->example, what);
}

/* Whether "1,234" was read as a thousand and more in a column that has numbers below a thousand too,
 * or is of money: that there are no decimals at all then tells as well. */
static gboolean
are_groups (const BwDoubtful    *self,
            const BwColumnFacts *facts)
{
  const BwTally *tally = self->tally;

  return facts->open == BW_OPEN_DECIMAL
         && ABS (g_ascii_strtod (facts->as_read, NULL)) > ABS (g_ascii_strtod (facts->as_other, NULL))
         && (tally->n_numbers_both > tally->n_numbers_split
             || self->judgement->type == BW_COLUMN_MONEY);
}

static void
note_sides (const BwDoubtful *self,
            BwColumnFacts    *facts,
            const Side       *side,
            const Side       *other,
            gsize             n_open,
            gboolean          is_open,
            gboolean          by_file)
{
  const gsize n_telling = side->telling->n_rows;

  facts->n_telling = n_telling + other->telling->n_rows;
  if (is_open && n_open > 0)
    note_open (self, facts, side, by_file);
  else if (n_telling > 0 && other->telling->n_rows > 0)
    note_both (self, side, other);
  else if (n_telling > 0 && n_telling <= FEW_TELLING && n_open >= OPEN_PER_TELL * n_telling
           && !are_groups (self, facts))
    note_decided (self, facts, side);
  else if (!is_open)
    facts->open = BW_OPEN_NOTHING;
}

static void
note_order (const BwDoubtful *self,
            BwColumnFacts    *facts)
{
  const BwTally *tally = self->tally;
  const Side sides[] = {
    { _("day first"), &tally->order_tells[BW_DATE_ORDER_DMY] },
    { _("month first"), &tally->order_tells[BW_DATE_ORDER_MDY] },
  };
  const guint chosen = self->judgement->order == BW_DATE_ORDER_DMY ? 0 : 1;

  if (tally->n_dates_ordered > 0)
    set_date_example (self, facts);
  note_sides (self, facts, &sides[chosen], &sides[!chosen], tally->n_dates_ordered,
              self->judgement->order_open, self->manners->order_known);
}

static void
note_mark (const BwDoubtful *self,
           BwColumnFacts    *facts)
{
  const BwTally *tally = self->tally;
  const Side sides[] = {
    { _("with a decimal point"), &tally->mark_tells[BW_MARK_DOT] },
    { _("with a decimal comma"), &tally->mark_tells[BW_MARK_COMMA] },
  };
  const guint chosen = self->judgement->mark == BW_MARK_DOT ? 0 : 1;

  if (tally->n_numbers_split > 0)
    set_number_example (self, facts);
  note_sides (self, facts, &sides[chosen], &sides[!chosen], tally->n_numbers_split,
              self->judgement->mark_open, self->manners->mark_known);
}

/**
 * bw_doubts_note:
 * @facts: all zero; gets what is open
 *
 * Notes what a column could have been read as just as well, and the other choices that were made.
 */
void
bw_doubts_note (const BwDoubtful *self,
                BwColumnFacts    *facts)
{
  const BwColumnType type = self->judgement->type;

  if ((type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME)
      && self->judgement->unit == BW_DATE_UNIT_NONE)
    note_order (self, facts);
  else if (type <= BW_COLUMN_MONEY)
    note_mark (self, facts);
  bw_choices_note (self);
}
