/* What does not fit together in an outcome: two columns that disagree, days that cannot be. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A remark says how many customers, and names some. Whom two columns contradict is judged by
 * neither. */

#include "outcome/outcome-parts.h"

#include "outcome/words.h"

#include "model/signal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Customers that have something in common. */
typedef struct
{
  guint32 *customers;
  gsize    n;
} Some;

static void
some_clear (Some *some)
{
  g_free (some->customers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Some, some_clear)

static void
some_add (Some            *some,
          const BwOutcome *outcome,
          gsize            customer)
{
  if (some->customers == NULL)
    some->customers = g_new (guint32, outcome->n_customers);
  some->customers[some->n++] = customer;
}

/**
 * bw_outcome_check_several:
 * @dates: what @column says
 *
 * Says of whom a column of dates has more than one day.
 */
void
bw_outcome_check_several (BwOutcome    *self,
                          const BwTold *dates,
                          guint         column)
{
  g_auto(Some) several = { 0 };
  g_autofree char *names = NULL;

  for (gsize i = 0; dates->several != NULL && i < self->n_customers; i++)
    {
      if (dates->several[i])
        some_add (&several, self, i);
    }
  if (several.n == 0)
    return;

  names = bw_outcome_name_some (self, several.customers, several.n);
  bw_remarks_add (self->remarks, "several-days", BW_REMARK_NOTE,
                  /* TRANSLATORS: the second %s is a column of dates, the last one names some customers */
                  g_strdup_printf (ngettext ("%zu customer has more than one “%s” (%s); the earliest counts.",
                                             "%zu customers have more than one “%s” (%s); the earliest "
                                             "counts.", several.n),
                                   several.n, bw_panel_get_column (self->panel, column)->name, names));
}

static gsize
count_dated (const BwOutcome *self)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_customers; i++)
    n += self->fates[i] == BW_FATE_GONE && !isnan (self->days[i]);

  return n;
}

/* Takes the days from their own column, and says where that and the outcome disagree. */
static void
take_days (BwOutcome *self)
{
  const char *dates_name = bw_panel_get_column (self->panel, self->date_column)->name;
  g_autoptr(BwTold) dates = bw_told_new (self->panel, self->date_column, NULL);
  g_auto(Some) undated = { 0 };
  g_auto(Some) against = { 0 };

  bw_outcome_check_several (self, dates, self->date_column);
  for (gsize i = 0; i < self->n_customers; i++)
    {
      const gboolean dated = dates->fates[i] == BW_FATE_GONE;

      if (dated)
        self->days[i] = dates->days[i];
      if (dated && self->fates[i] == BW_FATE_STAYED)
        {
          some_add (&against, self, i);
          self->fates[i] = BW_FATE_UNKNOWN;
        }
      else if (self->fates[i] == BW_FATE_GONE && isnan (self->days[i]))
        {
          some_add (&undated, self, i);
        }
    }

  if (undated.n > 0)
    {
      g_autofree char *names = bw_outcome_name_some (self, undated.customers, undated.n);

      bw_remarks_add (self->remarks, "no-date", BW_REMARK_WARNING,
                      g_strdup_printf (ngettext ("%zu customer is gone but has no “%s” (%s), so it cannot be "
                                                 "judged by its state before.",
                                                 "%zu customers are gone but have no “%s” (%s), so they "
                                                 "cannot be judged by their state before.", undated.n),
                                       undated.n, dates_name, names));
    }
  if (against.n > 0)
    {
      g_autofree char *names = bw_outcome_name_some (self, against.customers, against.n);

      bw_remarks_add (self->remarks, "date-disagrees", BW_REMARK_WARNING,
                      g_strdup_printf (ngettext ("%zu customer has a “%s” but is said to have stayed (%s). It "
                                                 "is left out.",
                                                 "%zu customers have a “%s” but are said to have stayed "
                                                 "(%s). They are left out.", against.n),
                                       against.n, dates_name, names));
    }
}

/* The column that says when customers began, or BW_NONE. */
static guint
find_start (BwPanel *panel)
{
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (panel, i);

      if (bw_told_is_date (column->type) && column->role != BW_ROLE_RENEWAL &&
          column->role != BW_ROLE_OUTCOME && bw_signal_of (column->name, TRUE).start)
        return i;
    }

  return BW_NONE;
}

/* Leaves out customers that are said to have left before they began. */
static void
check_start (BwOutcome *self)
{
  const guint column = find_start (self->panel);
  g_autoptr(BwTold) starts = NULL;
  g_auto(Some) early = { 0 };
  g_autofree char *names = NULL;

  if (column == BW_NONE)
    return;

  starts = bw_told_new (self->panel, column, NULL);
  for (gsize i = 0; i < self->n_customers; i++)
    {
      if (self->fates[i] == BW_FATE_GONE && self->days[i] < starts->days[i])
        {
          some_add (&early, self, i);
          self->fates[i] = BW_FATE_UNKNOWN;
        }
    }
  self->starts = g_steal_pointer (&starts->days);
  if (early.n == 0)
    return;

  names = bw_outcome_name_some (self, early.customers, early.n);
  bw_remarks_add (self->remarks, "before-start", BW_REMARK_WARNING,
                  g_strdup_printf (ngettext ("%zu customer is said to have left before its “%s” (%s). It is "
                                             "left out.",
                                             "%zu customers are said to have left before their “%s” (%s). "
                                             "They are left out.", early.n), early.n,
                                   bw_panel_get_column (self->panel, column)->name, names));
}

static void
check_future (BwOutcome *self,
              double     today)
{
  gsize n = 0;

  for (gsize i = 0; i < self->n_customers; i++)
    n += self->fates[i] == BW_FATE_GONE && self->days[i] > today;
  if (n == 0)
    return;

  bw_remarks_add (self->remarks, "future", BW_REMARK_WARNING,
                  g_strdup_printf (ngettext ("%zu customer leaves on a day that is still to come. It counts "
                                             "as gone: check that notice was given, and that it is no "
                                             "forecast.",
                                             "%zu customers leave on days that are still to come. They count "
                                             "as gone: check that notice was given, and that these are no "
                                             "forecasts.", n), n));
}

/**
 * bw_outcome_check_days:
 * @today: NaN for no remark on later days
 *
 * Takes the days of leaving, and leaves out customers for whom they cannot be.
 */
void
bw_outcome_check_days (BwOutcome *self,
                       double     today)
{
  if (!self->dated)
    return;

  if (self->date_column != BW_NONE && self->date_column != self->column)
    take_days (self);
  check_start (self);
  check_future (self, today);
  if (count_dated (self) == 0)
    self->dated = FALSE;
}

/* Whether a column has another number than 0 and 1. */
static gboolean
has_other_numbers (BwPanel *panel,
                   guint    column)
{
  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const double *numbers = bw_column_get_numbers (bw_snapshot_get_column (snapshot, column));

      for (gsize row = 0; numbers != NULL && row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          if (!isnan (numbers[row]) && numbers[row] != 0 && numbers[row] != 1)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * bw_outcome_check_number:
 *
 * Remarks on how a number is read of which nobody said what it means. A count of events needs no word.
 */
void
bw_outcome_check_number (BwOutcome *self)
{
  const BwPanelColumn *column = self->column != BW_NONE ? bw_panel_get_column (self->panel, self->column)
                                                        : NULL;

  if (column == NULL || self->gone_values != NULL || !bw_told_is_number (column->type) ||
      g_str_has_suffix (column->name, "(all)") || !has_other_numbers (self->panel, self->column))
    return;

  bw_remarks_add (self->remarks, "number", BW_REMARK_WARNING,
                  g_strdup_printf (bw_words_yes_is_gone (column->name)
                                   ? _("“%s” is a number: whoever has more than 0 counts as gone. If only some "
                                       "of its values mean that, say which.")
                                   : _("“%s” is a number: whoever has more than 0 counts as stayed. If only "
                                       "some of its values mean gone, say which."), column->name));
}

/* Whether a column says in its own right who left. */
static gboolean
is_rival (const BwOutcome *self,
          guint            column)
{
  const BwPanelColumn *other = bw_panel_get_column (self->panel, column);

  if (column == self->column || column == self->date_column || !bw_words_mean_end (other->name))
    return FALSE;

  return other->type == BW_COLUMN_FLAG || bw_told_is_date (other->type) ||
         bw_told_is_number (other->type);
}

static void
compare_rival (BwOutcome *self,
               guint      column)
{
  g_autoptr(BwTold) other = bw_told_new (self->panel, column, NULL);
  g_autofree char *what = bw_outcome_describe (self);
  gsize n_here = 0, n_there = 0, n_apart = 0;

  for (gsize i = 0; i < self->n_customers; i++)
    {
      if (self->fates[i] == BW_FATE_UNKNOWN || other->fates[i] == BW_FATE_UNKNOWN)
        continue;
      n_here += self->fates[i] == BW_FATE_GONE;
      n_there += other->fates[i] == BW_FATE_GONE;
      n_apart += self->fates[i] != other->fates[i];
    }
  if (n_apart == 0)
    return;

  bw_remarks_add (self->remarks, "disagree", BW_REMARK_WARNING,
                  /* TRANSLATORS: a column and how many left by it, another column and how many left by
                   * it, and of how many customers the two say different things */
                  g_strdup_printf (_("Two outcomes disagree. %s: %zu customers left; by “%s” it is %zu, and of "
                                     "%zu the two say different things. Only the first is used: make sure "
                                     "that it is the right one."), what, n_here,
                                   bw_panel_get_column (self->panel, column)->name, n_there, n_apart));
}

/**
 * bw_outcome_check_rivals:
 *
 * Remarks on other columns that say who left, and say it otherwise.
 */
void
bw_outcome_check_rivals (BwOutcome *self)
{
  for (guint i = 0; i < bw_panel_get_n_columns (self->panel); i++)
    {
      if (is_rival (self, i))
        compare_rival (self, i);
    }
}
