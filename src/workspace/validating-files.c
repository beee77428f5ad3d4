/* What the exports had of customers who are not there, and values of the outcome that were not read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The report of the newest import, which is of all files, is read from the open file when that is asked
 * for, and again when there is another list of imports. */

#include "workspace/validating-private.h"

#include "panel/left-out.h"
#include "workspace/imports.h"
#include "workspace/lent-keeper.h"

#include <glib/gi18n-lib.h>

static void
on_report (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwValidating) self = user_data;
  g_autoptr(BwReport) report = bw_keeper_get_report_finish (BW_KEEPER (source), result, NULL);

  if (self->reading != g_task_get_cancellable (G_TASK (result)))
    return;

  g_clear_object (&self->reading);
  if (report == NULL)
    return;

  self->report = g_steal_pointer (&report);
  bw_validating_tell (self);
}

/* Forgets what the exports had, and what is being read of it. */
void
bw_validating_forget_report (BwValidating *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_pointer (&self->report, bw_report_unref);
  self->report_of = 0;
}

/* Has the report of the newest import read, unless that is there. */
static void
on_imports_changed (BwValidating *self,
                    BwKeeper     *keeper)
{
  gint64 newest = 0;

  for (guint i = 0; i < bw_keeper_get_n_imports (keeper); i++)
    {
      const BwImport *import = bw_keeper_get_import (keeper, i);

      if (!import->removed)
        newest = import->id;
    }
  if (newest == self->report_of)
    return;

  bw_validating_forget_report (self);
  if (newest == 0)
    return;

  self->report_of = newest;
  self->reading = g_cancellable_new ();
  bw_keeper_get_report_async (keeper, newest, self->reading, on_report, g_object_ref (self));
}

void
bw_validating_follow_imports (BwValidating *self)
{
  BwKeeper *keeper = bw_keeper_of (self->workspace);

  if (keeper == NULL)
    return;

  g_signal_connect_object (keeper, "imports-changed", G_CALLBACK (on_imports_changed), self, G_CONNECT_SWAPPED);
  on_imports_changed (self, keeper);
}

static char *
place_of (const BwProblem *problem)
{
  /* TRANSLATORS: a key or another value, its line, and its file */
  return g_strdup_printf (_("“%s” in line %zu of %s"), problem->text != NULL ? problem->text : "", problem->line,
                          problem->file);
}

/* Says of rows of nobody: those of the export that tells who left may make it seem that fewer did. */
static void
remark_orphans (const BwReport *report,
                const char     *source,
                GPtrArray      *remarks)
{
  const BwLeftOut orphans = bw_left_out_orphans (report, NULL);
  const BwLeftOut telling = source != NULL ? bw_left_out_orphans (report, source) : (BwLeftOut) { 0, NULL };
  g_autofree char *place = NULL;
  g_autofree char *n = NULL;

  if (telling.n > 0)
    {
      place = place_of (telling.first);
      n = bw_count_to_text (telling.n);
      bw_remarks_add (remarks, "orphans", BW_REMARK_WARNING,
                      /* TRANSLATORS: a number of rows, and the first: a key in line … of a file */
                      g_strdup_printf (ngettext ("%s row of the export that tells who left is of a customer who is not in "
                                                 "the customer list (%s). It counts for nothing here.",
                                                 "%s rows of the export that tells who left are of customers who are not "
                                                 "in the customer list (the first: %s). They count for nothing here.",
                                                 telling.n), n, place));
    }
  else if (orphans.n > 0)
    {
      place = place_of (orphans.first);
      n = bw_count_to_text (orphans.n);
      bw_remarks_add (remarks, "orphans", BW_REMARK_NOTE,
                      /* TRANSLATORS: a number of rows, and the first: a key in line … of a file */
                      g_strdup_printf (ngettext ("%s row of the exports is of a customer who is not in the customer list "
                                                 "(%s), and counts for nothing here.",
                                                 "%s rows of the exports are of customers who are not in the customer "
                                                 "list (the first: %s), and count for nothing here.",
                                                 orphans.n), n, place));
    }
}

/* Says of values of a column that are not as the others. */
static void
remark_values (const BwReport *report,
               const char     *column,
               GPtrArray      *remarks)
{
  const BwLeftOut unread = bw_left_out_values (report, column);

  g_autofree char *place = NULL;
  g_autofree char *n = NULL;

  if (unread.n == 0)
    return;

  place = place_of (unread.first);
  n = bw_count_to_text (unread.n);
  bw_remarks_add (remarks, "unread-values", BW_REMARK_WARNING,
                  /* TRANSLATORS: a column, a number, the first of them: a value in line … of a file, and what is
                   * wrong with it */
                  g_strdup_printf (ngettext ("“%s” has %s value that is not as the others: %s. %s.",
                                             "“%s” has %s values that are not as the others; the first is %s. %s.",
                                             unread.n), column, n, place, unread.first->what));
}

/**
 * bw_validating_list_file_remarks:
 *
 * Returns: (transfer full) (element-type BwRemark): what the exports had that the outcome does not: rows of
 *   customers who are not there, and values that were not read
 */
GPtrArray *
bw_validating_list_file_remarks (BwValidating *self)
{
  const BwOutcomeCandidate *chosen;
  GPtrArray *remarks = bw_remarks_new ();
  BwPanel *panel;
  guint date;

  g_return_val_if_fail (BW_IS_VALIDATING (self), remarks);

  panel = self->workspace != NULL ? bw_workspace_get_panel (self->workspace) : NULL;
  chosen = panel != NULL && self->candidates != NULL ? bw_validating_get_chosen (self) : NULL;
  if (self->report == NULL || chosen == NULL)
    return remarks;

  remark_orphans (self->report, chosen->column != BW_NONE
                  ? bw_panel_get_column (panel, chosen->column)->source : NULL, remarks);
  if (chosen->column != BW_NONE)
    remark_values (self->report, bw_panel_get_column (panel, chosen->column)->name, remarks);
  date = self->outcome != NULL ? bw_outcome_get_date_column (self->outcome) : BW_NONE;
  if (date != BW_NONE && date != chosen->column)
    remark_values (self->report, bw_panel_get_column (panel, date)->name, remarks);

  return remarks;
}
