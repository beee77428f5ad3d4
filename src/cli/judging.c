/* What the commands that judge by the outcome share: their options, and what comes of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/judging.h"

#include "panel/left-out.h"
#include "panel/mapping.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_DAYS 36500
#define NO_DAYS   G_MININT /* as the days stand before the call is read */

void
bw_judging_wishes_clear (BwJudgingWishes *self)
{
  g_strfreev (self->positive);
  g_free (self->date);
}

void
bw_judged_clear (BwJudged *self)
{
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  g_clear_pointer (&self->outcome, bw_outcome_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
}

/**
 * bw_judging_fill_entries:
 * @entries: (out) (array fixed-size=6): the options that the commands share, to be read into @self
 */
void
bw_judging_fill_entries (BwJudgingWishes *self,
                         GOptionEntry    *entries)
{
  const GOptionEntry shared[BW_N_JUDGING_ENTRIES] = {
    { "positive", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->positive, N_("A value of the outcome that means gone; may be given again"), "VALUE" },
    { "outcome-date", 0, 0, G_OPTION_ARG_STRING, &self->date, N_("The column with the day a customer left; an empty name for none"), "COLUMN" },
    { "vanished", 0, 0, G_OPTION_ARG_NONE, &self->vanished, N_("Who is missing from later snapshots is gone"), NULL },
    { "lead", 0, 0, G_OPTION_ARG_INT, &self->lead, N_("Judge by a snapshot at least so many days before (30)"), "DAYS" },
    { "every-snapshot", 0, 0, G_OPTION_ARG_NONE, &self->every, N_("Judge every snapshot, not only the newest of each customer"), NULL },
    { "span", 0, 0, G_OPTION_ARG_INT, &self->span, N_("With --every-snapshot: gone within so many days after the lead (90)"), "DAYS" },
  };

  self->lead = self->span = NO_DAYS;
  for (gsize i = 0; i < BW_N_JUDGING_ENTRIES; i++)
    entries[i] = shared[i];
}

/**
 * bw_judging_find_fault:
 *
 * Returns: (nullable): what is wrong with the call
 */
const char *
bw_judging_find_fault (const BwJudgingWishes *self,
                       const BwInputs        *inputs)
{
  if (self->vanished && inputs->outcome != NULL)
    return _("--vanished and --outcome exclude one another");
  if (self->vanished && self->positive != NULL)
    return _("--positive needs --outcome");
  if (self->lead != NO_DAYS && (self->lead > MOST_DAYS || self->lead < 0))
    return _("--lead is a number of days from 0 to 36500");
  if (self->span != NO_DAYS && (self->span > MOST_DAYS || self->span < 1))
    return _("--span is a number of days from 1 to 36500");
  if (self->span != NO_DAYS && !self->every)
    return _("--span needs --every-snapshot");

  return NULL;
}

/* Says how many rows are of nobody: an outcome of somebody who is no customer tells nothing. */
static void
say_orphans (const BwReport *report)
{
  const gsize n = bw_left_out_orphans (report, NULL).n;

  if (n == 0)
    return;

  g_printerr (ngettext ("%zu row of the files is of a customer that the panel does not have, and is left out; "
                        "“bellwether-cli check” names it.",
                        "%zu rows of the files are of customers that the panel does not have, and are left out; "
                        "“bellwether-cli check” names them.", n), n);
  g_printerr ("\n");
}

/* Says of values of a column that are not as the others, and so count as missing, or make it a text. */
static void
say_unread (const BwReport *report,
            const char     *name)
{
  const BwLeftOut unread = bw_left_out_values (report, name);
  g_autofree char *line = NULL;

  if (unread.n == 0)
    return;

  line = bw_problem_to_line (unread.first);
  g_printerr ("%s\n", line);
  if (unread.n > 1)
    {
      /* TRANSLATORS: after a line that says what is wrong with a value of a file */
      g_printerr (ngettext ("and %zu more of this column; “bellwether-cli check” names it",
                            "and %zu more of this column; “bellwether-cli check” names them", unread.n - 1),
                  unread.n - 1);
      g_printerr ("\n");
    }
}

/* Says what of the columns that tell who left, and when, could not be read. */
static void
say_unread_outcome (const BwJudged *judged,
                    const BwReport *report,
                    const char     *column)
{
  const guint date = judged->outcome != NULL ? bw_outcome_get_date_column (judged->outcome) : BW_NONE;

  say_unread (report, column);
  if (date != BW_NONE && date != bw_outcome_get_column (judged->outcome))
    say_unread (report, bw_panel_get_column (judged->panel, date)->name);
}

/* Reads the exports, or the workspace, once. */
static BwPanel *
read_once (BwInputs  *inputs,
           BwReport **report,
           GError   **error)
{
  g_autoptr(BwIntake) intake = NULL;

  if (inputs->workspace != NULL)
    return bw_inputs_read_panel (inputs, error);

  intake = bw_inputs_read (inputs, error);
  if (intake == NULL)
    return NULL;
  *report = bw_report_ref (bw_intake_get_report (intake));
  say_orphans (*report);

  return bw_panel_ref (bw_intake_get_panel (intake));
}

/* Reads the panel, the outcome's column in that role where a file has it, and what is wrong with the files. */
static BwPanel *
read_panel (BwInputs  *inputs,
            BwReport **report,
            GError   **error)
{
  g_autoptr(GError) failure = NULL;
  BwPanel *panel;

  if (inputs->workspace != NULL || inputs->outcome == NULL)
    return read_once (inputs, report, error);

  inputs->roles[BW_ROLE_OUTCOME] = g_strdup (inputs->outcome);
  panel = read_once (inputs, report, &failure);
  if (panel == NULL && g_error_matches (failure, BW_PANEL_ERROR, BW_PANEL_ERROR_COLUMN))
    {
      g_autoptr(GError) again = NULL;

      g_clear_pointer (&inputs->roles[BW_ROLE_OUTCOME], g_free);
      panel = read_once (inputs, report, &again);
      if (panel != NULL && bw_panel_find_column (panel, inputs->outcome) == BW_NONE)
        g_clear_pointer (&panel, bw_panel_unref);
    }
  if (panel == NULL)
    g_propagate_error (error, g_steal_pointer (&failure));

  return panel;
}

/* The column that tells, by the name that was given, or the one that seems to; (transfer full) */
static char *
find_outcome (const BwInputs *inputs,
              BwPanel        *panel,
              GError        **error)
{
  g_autoptr(GPtrArray) candidates = NULL;
  const BwOutcomeCandidate *first;
  guint column;

  if (inputs->outcome != NULL)
    {
      column = bw_panel_find_column (panel, inputs->outcome);
      if (column == BW_NONE && inputs->roles[BW_ROLE_OUTCOME] != NULL)
        column = bw_panel_find_role (panel, BW_ROLE_OUTCOME);
      if (column != BW_NONE && !bw_left_out_is_named (bw_panel_get_column (panel, column)->name, inputs->outcome))
        column = BW_NONE;
      return g_strdup (column != BW_NONE ? bw_panel_get_column (panel, column)->name : inputs->outcome);
    }

  candidates = bw_outcome_list_candidates (panel);
  first = candidates->len > 0 ? g_ptr_array_index (candidates, 0) : NULL;
  if (first != NULL && first->column != BW_NONE &&
      bw_panel_get_column (panel, first->column)->role == BW_ROLE_OUTCOME)
    return g_strdup (first->name);

  g_set_error (error, BW_OUTCOME_ERROR, BW_OUTCOME_ERROR_COLUMN,
               _("No column says by itself who left: give it with --outcome COLUMN, or --vanished if whoever is "
                 "missing from later snapshots is gone."));

  return NULL;
}

static double
find_today (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, g_date_time_get_day_of_month (now), g_date_time_get_month (now),
                  g_date_time_get_year (now));

  return (double) g_date_get_julian (&date) - BW_EPOCH_JULIAN;
}

/* Whether the column that was named for the day is used; an outcome that is a date itself needs none. */
static gboolean
check_date (const BwJudgingWishes *self,
            const BwJudged        *judged,
            GError               **error)
{
  const guint column = bw_outcome_get_column (judged->outcome);

  if (self->date == NULL || column == BW_NONE || bw_outcome_get_date_column (judged->outcome) != column ||
      bw_panel_find_column (judged->panel, self->date) == column)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” is a date itself and says when customers left: leave --outcome-date out."),
               bw_panel_get_column (judged->panel, column)->name);

  return FALSE;
}

static gboolean
find_cohort (const BwJudgingWishes *self,
             const BwInputs        *inputs,
             BwJudged              *judged,
             const BwReport        *report,
             GError               **error)
{
  const BwCohortChoice choice = { self->every ? BW_JUDGE_EVERY : BW_JUDGE_ONCE,
                                  self->lead >= 0 ? self->lead : BW_COHORT_LEAD,
                                  self->span > 0 ? self->span : BW_COHORT_SPAN };
  g_autofree char *column = self->vanished ? NULL : find_outcome (inputs, judged->panel, error);
  const BwOutcomeChoice wanted = { column, (const char *const *) self->positive, self->date,
                                   find_today () };

  if (column == NULL && !self->vanished)
    return FALSE;

  judged->outcome = bw_outcome_new (judged->panel, &wanted, error);
  if (column != NULL && report != NULL)
    say_unread_outcome (judged, report, column);
  if (judged->outcome == NULL || !check_date (self, judged, error))
    return FALSE;

  judged->cohort = bw_cohort_new (judged->outcome, &choice, error);

  return judged->cohort != NULL;
}

/**
 * bw_judging_judge:
 * @inputs: parsed, of a command that judges
 * @judged: (out): zeroed
 *
 * Reads the files, finds out who left, and prepares what each customer is judged by.
 */
gboolean
bw_judging_judge (const BwJudgingWishes *self,
                  BwInputs              *inputs,
                  BwJudged              *judged,
                  GError               **error)
{
  g_autoptr(BwReport) report = NULL;
  g_autoptr(BwPanel) read = read_panel (inputs, &report, error);

  if (read == NULL)
    return FALSE;

  judged->panel = bw_inputs_hide_names (inputs, read);
  judged->model = bw_inputs_load_model (inputs, judged->panel, error);
  if (judged->model == NULL || !bw_inputs_check_whole (inputs, error) ||
      !find_cohort (self, inputs, judged, report, error))
    return FALSE;

  judged->prepared = bw_cohort_prepare (judged->cohort, judged->model, NULL, NULL);

  return TRUE;
}
