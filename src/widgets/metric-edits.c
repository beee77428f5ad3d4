/* Edits of a metric of the draft: each is one step of undo, named for the menu. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/metric-edits.h"

#include "model/editing.h"

#include <glib/gi18n-lib.h>

/**
 * bw_metric_edit:
 * @value: what the metric is to be
 * @step: what the edit is called, in the words of a menu
 *
 * Returns: whether it was done; else the draft is as before
 */
gboolean
bw_metric_edit (BwWorkspace    *workspace,
                guint           metric,
                const BwMetric *value,
                const char     *step,
                GError        **error)
{
  g_autoptr(BwModel) model = bw_model_with_metric (bw_workspace_get_model (workspace), metric,
                                                   value, error);

  if (model == NULL || !bw_model_check (model, bw_workspace_get_panel (workspace), error))
    return FALSE;

  bw_workspace_edit (workspace, model, step);

  return TRUE;
}

/**
 * bw_metric_edit_field:
 * @field: (nullable): as of bw_workspace_edit_field(); %NULL for a step of its own
 *
 * As bw_metric_edit(), and one step with the edits of the same field of the metric just before.
 *
 * Returns: whether it was done; else the draft is as before
 */
gboolean
bw_metric_edit_field (BwWorkspace    *workspace,
                      guint           metric,
                      const BwMetric *value,
                      const char     *step,
                      const char     *field)
{
  g_autofree char *id = NULL;
  g_autoptr(BwModel) model = NULL;

  if (field == NULL)
    return bw_metric_edit (workspace, metric, value, step, NULL);

  id = g_strdup_printf ("%s of metric %s", field, value->id);
  model = bw_model_with_metric (bw_workspace_get_model (workspace), metric, value, NULL);
  if (model == NULL || !bw_model_check (model, bw_workspace_get_panel (workspace), NULL))
    return FALSE;

  bw_workspace_edit_field (workspace, model, step, id);

  return TRUE;
}

/* The draft with another scale of a metric, or NULL where that would be in error. */
static BwModel *
with_scale (BwWorkspace   *workspace,
            guint          metric,
            const BwScale *scale)
{
  BwModel *model = bw_workspace_get_model (workspace);
  BwMetric value = *bw_model_get_metric (model, metric);

  value.scale = *scale;

  return bw_model_with_metric (model, metric, &value, NULL);
}

/**
 * bw_metric_name_scale_step:
 *
 * Returns: (transfer full): "Scale of NPS"
 */
char *
bw_metric_name_scale_step (BwWorkspace *workspace,
                           guint        metric)
{
  /* TRANSLATORS: a step of undo; %s is a metric's name */
  return g_strdup_printf (_("Scale of %s"),
                          bw_model_get_metric (bw_workspace_get_model (workspace), metric)->name);
}

/**
 * bw_metric_edit_scale:
 * @scale: one that is right, as the functions of model/scale-edit.h make it
 *
 * Gives the metric another scale, as one step of undo.
 */
void
bw_metric_edit_scale (BwWorkspace   *workspace,
                      guint          metric,
                      const BwScale *scale)
{
  g_autoptr(BwModel) model = with_scale (workspace, metric, scale);
  g_autofree char *step = bw_metric_name_scale_step (workspace, metric);

  if (model != NULL)
    bw_workspace_edit (workspace, model, step);
}

/**
 * bw_metric_try_scale:
 *
 * Shows what another scale would do, between bw_workspace_try_begin() and bw_workspace_try_end().
 */
void
bw_metric_try_scale (BwWorkspace   *workspace,
                     guint          metric,
                     const BwScale *scale)
{
  g_autoptr(BwModel) model = with_scale (workspace, metric, scale);

  if (model != NULL)
    bw_workspace_try (workspace, model);
}

/**
 * bw_metric_list_raw:
 * @metric: of any model that fits the panel
 * @n_rows: (out): of the newest snapshot
 *
 * Returns: (transfer full) (array length=n_rows): its raw values there, NaN where missing
 */
double *
bw_metric_list_raw (BwWorkspace    *workspace,
                    const BwMetric *metric,
                    gsize          *n_rows)
{
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  double *raw;

  *n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, newest));
  raw = g_new (double, MAX (*n_rows, 1));
  bw_metric_get_raw (metric, panel, newest, raw);

  return raw;
}
