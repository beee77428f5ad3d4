/* The versions of the model as marks on the time lines of charts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks are made once for a list of versions and kept with the workspace: charts are laid out at
 * every nudge. */

#include "widgets/version-marks.h"

#include "chart/date-marks.h"
#include "score/then.h"
#include "workspace/lent-keeper.h"
#include "workspace/scored-then.h"
#include "workspace/versions.h"

#include <glib/gi18n-lib.h>

#define KEY "bw-version-marks" /* under which a workspace keeps them */

static void
forget (BwWorkspace *workspace)
{
  g_object_set_data (G_OBJECT (workspace), KEY, NULL);
}

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const BwDateMark *x = *(const BwDateMark *const *) a, *y = *(const BwDateMark *const *) b;

  return x->date < y->date ? -1 : x->date > y->date;
}

/* The versions of @keeper, in the order of their days even where a clock went back; none where there
 * is but one: the model has never changed. */
static GPtrArray *
make_marks (BwKeeper *keeper)
{
  const guint n_versions = bw_keeper_get_n_versions (keeper);
  const guint n = n_versions > 1 ? n_versions : 0;
  GPtrArray *marks = g_ptr_array_new_full (n, (GDestroyNotify) bw_date_mark_free);

  for (guint i = 0; i < n; i++)
    {
      const BwVersion *version = bw_keeper_get_version (keeper, i);

      g_ptr_array_add (marks, bw_date_mark_new (bw_then_day (version->at), version->name));
    }
  g_ptr_array_sort (marks, compare_dates);

  return marks;
}

static GPtrArray *
get_marks (BwWorkspace *workspace,
           BwKeeper    *keeper)
{
  GPtrArray *marks = g_object_get_data (G_OBJECT (workspace), KEY);

  if (marks != NULL)
    return marks;

  if (!g_object_get_data (G_OBJECT (keeper), KEY))
    {
      g_object_set_data (G_OBJECT (keeper), KEY, keeper); /* it tells of others already */
      g_signal_connect_object (keeper, "versions-changed", G_CALLBACK (forget), workspace,
                               G_CONNECT_SWAPPED);
    }
  marks = make_marks (keeper);
  g_object_set_data_full (G_OBJECT (workspace), KEY, marks, (GDestroyNotify) g_ptr_array_unref);

  return marks;
}

/**
 * bw_version_marks_fill:
 * @view: of @workspace; gets the versions that are marked, and where scores are to be shown as they
 *   were then, their history, %NULL until it is worked out
 */
void
bw_version_marks_fill (BwWorkspace *workspace,
                       BwView      *view)
{
  BwKeeper *keeper = bw_keeper_of (workspace);
  BwScoredThen *then;
  guint first;

  if (keeper == NULL)
    return;

  view->marks = get_marks (workspace, keeper);
  then = bw_scored_then_of (workspace);
  view->then = bw_scored_then_get_shown (then);
  if (!view->then)
    return;

  view->history = bw_scored_then_get_history (then);
  first = bw_scored_then_get_first (then);
  if (first < view->marks->len)
    view->then_first = g_ptr_array_index (view->marks, first);
}

/**
 * bw_version_marks_say:
 * @workspace: with a panel
 *
 * Returns: (transfer full): how many snapshots charts over time show, and under which models
 */
char *
bw_version_marks_say (BwWorkspace *workspace)
{
  const guint n = bw_panel_get_n_snapshots (bw_workspace_get_panel (workspace));
  BwScoredThen *then = bw_scored_then_of (workspace);
  const guint n_misfits = bw_scored_then_get_n_misfits (then);
  g_autofree char *passed_over = NULL;

  if (!bw_scored_then_get_shown (then))
    return g_strdup_printf (ngettext ("%u snapshot, today’s weights", "%u snapshots, today’s weights",
                                      n), n);
  if (n_misfits == 0)
    return g_strdup_printf (ngettext ("%u snapshot, as scored then",
                                      "%u snapshots, each as scored then", n), n);

  passed_over = g_strdup_printf (ngettext ("%u version needs other columns",
                                           "%u versions need other columns", n_misfits), n_misfits);

  /* TRANSLATORS: a number of snapshots, and how many versions of the model were passed over */
  return g_strdup_printf (ngettext ("%u snapshot, as scored then; %s",
                                    "%u snapshots, each as scored then; %s", n), n, passed_over);
}
