/* The customers that are judged, each by a snapshot before the outcome, never by a later one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/cohort-parts.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>

/* Whether a snapshot is early enough for somebody who left. */
static gboolean
can_forecast (BwCohort *self)
{
  BwPanel *panel = bw_outcome_get_panel (self->outcome);

  if (!bw_outcome_is_dated (self->outcome))
    return FALSE;

  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);
      const guint32 *customers = bw_snapshot_get_customers (snapshot);
      const double date = bw_snapshot_get_date (snapshot);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          if (date + MAX (self->choice.lead, 1) <= bw_outcome_get_day (self->outcome, customers[row]))
            return TRUE;
        }
    }

  return FALSE;
}

static void
remark (BwCohort *self)
{
  const BwCohortCounts *counts = &self->counts;
  g_autofree char *late = bw_format_number (counts->n_late, 0);
  g_autofree char *unknown = bw_format_number (counts->n_unknown, 0);

  if (!self->forecasts && bw_outcome_is_dated (self->outcome))
    bw_remarks_add (self->remarks, "too-late", BW_REMARK_WARNING,
                    g_strdup_printf (ngettext ("No snapshot is at least %d day before a customer left, so all "
                                               "are judged by the newest: this describes, it does not "
                                               "forecast. Import earlier exports to have it forecast.",
                                               "No snapshot is at least %d days before a customer left, so "
                                               "all are judged by the newest: this describes, it does not "
                                               "forecast. Import earlier exports to have it forecast.",
                                               self->choice.lead), self->choice.lead));
  else if (!self->forecasts)
    bw_remarks_add (self->remarks, "describes", BW_REMARK_NOTE,
                    g_strdup (_("The outcome has no date, so all customers are judged by the row that also "
                                "knows the outcome: this describes, it does not forecast.")));
  else if (counts->n_late > 0)
    bw_remarks_add (self->remarks, "late", BW_REMARK_NOTE,
                    g_strdup_printf (ngettext ("%s customer is not judged: no snapshot is early enough.",
                                               "%s customers are not judged: no snapshot is early enough.",
                                               counts->n_late), late));
  if (counts->n_unknown > 0)
    bw_remarks_add (self->remarks, "unknown", BW_REMARK_NOTE,
                    g_strdup_printf (ngettext ("%s customer has no known outcome and is left out.",
                                               "%s customers have no known outcome and are left out.",
                                               counts->n_unknown), unknown));
}

/**
 * bw_cohort_new:
 *
 * Cost: a few passes over the customers of all snapshots.
 *
 * Returns: (transfer full) (nullable): who is judged, and by what; an error where nobody can be
 */
BwCohort *
bw_cohort_new (BwOutcome            *outcome,
               const BwCohortChoice *choice,
               GError              **error)
{
  g_autoptr(BwCohort) self = g_new0 (BwCohort, 1);

  g_return_val_if_fail (choice->lead >= 0 && choice->span >= 1, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->outcome = bw_outcome_ref (outcome);
  self->choice = *choice;
  self->rows = g_array_new (FALSE, FALSE, sizeof (BwJudgedRow));
  self->remarks = bw_remarks_new ();
  self->forecasts = can_forecast (self);
  if (!self->forecasts)
    self->choice.judging = BW_JUDGE_ONCE;

  if (self->choice.judging == BW_JUDGE_EVERY)
    bw_cohort_judge_every (self);
  else
    bw_cohort_judge_once (self);
  if (self->rows->len == 0)
    {
      g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_TIME,
                   _("No customer can be judged: of none is there a snapshot early enough with a known "
                     "outcome after it. Choose a shorter lead, or import earlier exports."));
      return NULL;
    }
  remark (self);

  return g_steal_pointer (&self);
}

BwCohort *
bw_cohort_ref (BwCohort *self)
{
  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
bw_cohort_unref (BwCohort *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  bw_outcome_unref (self->outcome);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

BwOutcome *
bw_cohort_get_outcome (const BwCohort *self)
{
  return self->outcome;
}

/**
 * bw_cohort_get_choice:
 *
 * Returns: (transfer none): how they are judged; where it does not forecast, once
 */
const BwCohortChoice *
bw_cohort_get_choice (const BwCohort *self)
{
  return &self->choice;
}

/**
 * bw_cohort_forecasts:
 *
 * Returns: whether customers are judged by snapshots before they left; else the figures describe and
 *   do not forecast, and every picture must say so
 */
gboolean
bw_cohort_forecasts (const BwCohort *self)
{
  return self->forecasts;
}

const BwCohortCounts *
bw_cohort_get_counts (const BwCohort *self)
{
  return &self->counts;
}

gsize
bw_cohort_get_n_rows (const BwCohort *self)
{
  return self->rows->len;
}

/**
 * bw_cohort_get_n_gone:
 *
 * Returns: how many of the rows are of customers that left after them
 */
gsize
bw_cohort_get_n_gone (const BwCohort *self)
{
  return self->n_gone;
}

/**
 * bw_cohort_get_row:
 *
 * Returns: (transfer none): a row; they are in the order of the snapshots, and in one in its order
 */
const BwJudgedRow *
bw_cohort_get_row (const BwCohort *self,
                   gsize           row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);

  return &g_array_index (self->rows, BwJudgedRow, row);
}

/**
 * bw_cohort_get_remarks:
 *
 * Returns: (transfer none) (element-type BwRemark): who is not judged, and whether it forecasts
 */
const GPtrArray *
bw_cohort_get_remarks (const BwCohort *self)
{
  return self->remarks;
}

/**
 * bw_cohort_describe:
 *
 * Returns: (transfer full): the kind of test, for the footer of a picture
 */
char *
bw_cohort_describe (const BwCohort *self)
{
  const int lead = self->choice.lead;

  if (!self->forecasts && bw_outcome_is_dated (self->outcome))
    return g_strdup (_("Describes, does not forecast: judged by the newest snapshot"));
  if (!self->forecasts)
    return g_strdup (_("Describes, does not forecast: judged by the row that knows the outcome"));

  if (self->choice.judging == BW_JUDGE_EVERY)
    /* TRANSLATORS: two numbers of days */
    return g_strdup_printf (_("All snapshots; gone within %d days, %d days ahead or more"),
                            self->choice.span, lead);

  return g_strdup_printf (ngettext ("Judged by the newest snapshot at least %d day before",
                                    "Judged by the newest snapshot at least %d days before", lead), lead);
}
