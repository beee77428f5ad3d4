/* What the charts of a workspace are laid out from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/workspace-view.h"

#include "widgets/version-marks.h"
#include "workspace/lent-keeper.h"
#include "workspace/shown.h"
#include "workspace/since.h"
#include "workspace/validating.h"
#include "workspace/versions.h"

#include <glib/gi18n-lib.h>

/* What the grey outline of a chart stands for: the version that is the baseline. */
static const char *
name_baseline (BwWorkspace *workspace)
{
  BwKeeper *keeper = bw_keeper_of (workspace);

  for (guint i = 0; keeper != NULL && i < bw_keeper_get_n_versions (keeper); i++)
    {
      if (bw_keeper_get_version (keeper, i)->baseline)
        return bw_keeper_get_version (keeper, i)->name;
    }

  /* TRANSLATORS: what the grey outline of a chart stands for: the model as it was opened */
  return _("as opened");
}

/**
 * bw_workspace_fill_view:
 * @workspace: with results
 * @view: (out caller-allocates): what is shown now; its values are borrowed until the next change
 */
void
bw_workspace_fill_view (BwWorkspace *workspace,
                        BwView      *view)
{
  BwValidating *validating = bw_validating_of (workspace);

  *view = (BwView) {
    .results = bw_workspace_get_results (workspace),
    .baseline = bw_workspace_get_baseline (workspace),
    .before = bw_workspace_get_before (workspace),
    .history = bw_workspace_get_history (workspace),
    .segment = bw_workspace_get_segment (workspace),
    .customer = bw_workspace_get_customer (workspace),
    .baseline_name = name_baseline (workspace),
    .metric = BW_NONE,
    .shown_as = bw_shown_get_as (bw_shown_of (workspace)),
    .validation = bw_validating_get_validation (validating),
    .validating = bw_validating_get_busy (validating),
  };
  bw_version_marks_fill (workspace, view);
}

/**
 * bw_comparing_fill_view:
 * @view: (out caller-allocates): both sides of @comparing; its values are borrowed until the next
 *   change
 *
 * Returns: whether both sides have scores
 */
gboolean
bw_comparing_fill_view (BwComparing *comparing,
                        BwView      *view)
{
  const gboolean draft = bw_comparing_get_choice (comparing, BW_SIDE_TO) == BW_CHOICE_DRAFT;

  bw_workspace_fill_view (bw_comparing_get_workspace (comparing), view);
  view->results = bw_comparing_get_results (comparing, BW_SIDE_TO);
  view->baseline = bw_comparing_get_results (comparing, BW_SIDE_FROM);
  view->segment = bw_comparing_get_segment (comparing);
  view->baseline_name = bw_comparing_get_name (comparing, BW_SIDE_FROM);
  view->name = bw_comparing_get_name (comparing, BW_SIDE_TO);
  view->comparison = bw_comparing_get_comparison (comparing);
  view->comparing = view->comparison == NULL;
  if (!draft)
    {
      view->before = NULL;
      view->history = NULL;
      view->then = FALSE;
    }

  return view->results != NULL && view->baseline != NULL;
}

/**
 * bw_fill_view:
 * @workspace: with results
 * @comparing: (nullable): what is on screen, if anything is compared
 * @view: (out caller-allocates): both sides of @comparing where they have scores, else the draft;
 *   the change is since the snapshot that was chosen for it, as soon as that is scored
 */
void
bw_fill_view (BwWorkspace *workspace,
              BwComparing *comparing,
              BwView      *view)
{
  BwResults *before = bw_since_get_results (bw_since_of (workspace));

  if (comparing == NULL || !bw_comparing_fill_view (comparing, view))
    bw_workspace_fill_view (workspace, view);
  if (before != NULL && view->results == bw_workspace_get_results (workspace))
    view->before = before;
}
