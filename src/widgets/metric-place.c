/* Where a metric stands in the draft: added, duplicated, removed, moved; each one step of undo. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/metric-place.h"

#include "model/editing.h"

#include <glib/gi18n-lib.h>

static const char *
name_of (BwWorkspace *workspace,
         guint        metric)
{
  return bw_model_get_metric (bw_workspace_get_model (workspace), metric)->name;
}

/* Makes @model the draft where it fits the data. */
static gboolean
take (BwWorkspace *workspace,
      BwModel     *model,
      const char  *format,
      const char  *name,
      GError     **error)
{
  g_autofree char *step = NULL;

  if (model == NULL || !bw_model_check (model, bw_workspace_get_panel (workspace), error))
    return FALSE;

  step = g_strdup_printf (format, name);
  bw_workspace_edit (workspace, model, step);

  return TRUE;
}

static guint
find_group (const BwModel *model,
            const char    *name)
{
  for (guint group = 0; group < bw_model_get_n_groups (model); group++)
    {
      if (g_strcmp0 (bw_model_get_group (model, group)->name, name) == 0)
        return group;
    }

  return BW_NONE;
}

/**
 * bw_metric_add:
 * @value: without an id; its group is that of @group's name
 * @group: the name of a group, which is made where there is none
 *
 * Adds a metric at the end of its group. It counts 0 % until it is weighed.
 *
 * Returns: (transfer full): its id, or NULL with an error
 */
char *
bw_metric_add (BwWorkspace    *workspace,
               const BwMetric *value,
               const char     *group,
               GError        **error)
{
  g_autoptr(BwModel) grouped = bw_model_ref (bw_workspace_get_model (workspace));
  g_autoptr(BwModel) model = NULL;
  const guint at = bw_model_get_n_metrics (grouped);
  BwMetric copy = *value;

  copy.group = find_group (grouped, group);
  if (copy.group == BW_NONE)
    {
      BwModel *with = bw_model_adding_group (grouped, bw_model_get_n_groups (grouped), group, error);

      if (with == NULL)
        return NULL;
      bw_model_unref (grouped);
      grouped = with;
      copy.group = bw_model_get_n_groups (grouped) - 1;
    }

  model = bw_model_adding_metric (grouped, at, &copy, error);
  /* TRANSLATORS: a step of undo; %s is a metric's name */
  if (!take (workspace, model, _("Add “%s”"), value->name, error))
    return NULL;

  return g_strdup (bw_model_get_metric (model, at)->id);
}

/**
 * bw_metric_duplicate:
 *
 * Adds a copy of a metric behind it, which counts 0 % until it is weighed.
 *
 * Returns: (transfer full): its id, or NULL with an error
 */
char *
bw_metric_duplicate (BwWorkspace *workspace,
                     guint        metric,
                     GError     **error)
{
  BwModel *draft = bw_workspace_get_model (workspace);
  BwMetric copy = *bw_model_get_metric (draft, metric);
  /* TRANSLATORS: the name of a copy; %s is the metric's name */
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), copy.name);
  g_autoptr(BwModel) model = NULL;

  copy.id = NULL;
  copy.name = name;
  model = bw_model_adding_metric (draft, metric + 1, &copy, error);
  /* TRANSLATORS: a step of undo; %s is a metric's name */
  if (!take (workspace, model, _("Duplicate “%s”"), name_of (workspace, metric), error))
    return NULL;

  return g_strdup (bw_model_get_metric (model, metric + 1)->id);
}

/**
 * bw_metric_remove:
 *
 * Returns: whether the metric is gone from the draft
 */
gboolean
bw_metric_remove (BwWorkspace *workspace,
                  guint        metric,
                  GError     **error)
{
  g_autoptr(BwModel) model = bw_model_without_metric (bw_workspace_get_model (workspace), metric,
                                                      error);

  /* TRANSLATORS: a step of undo; %s is a metric's name */
  return take (workspace, model, _("Remove “%s”"), name_of (workspace, metric), error);
}

/**
 * bw_metric_find_neighbour:
 * @up: whether the one before is meant
 *
 * Returns: the next metric of the same group, or %BW_NONE
 */
guint
bw_metric_find_neighbour (const BwModel *model,
                          guint          metric,
                          gboolean       up)
{
  const guint group = bw_model_get_metric (model, metric)->group;
  guint other = metric;

  while (up ? other > 0 : other + 1 < bw_model_get_n_metrics (model))
    {
      other = up ? other - 1 : other + 1;
      if (bw_model_get_metric (model, other)->group == group)
        return other;
    }

  return BW_NONE;
}

/**
 * bw_metric_move:
 *
 * Moves a metric one place up or down in its group; does nothing at the end.
 */
void
bw_metric_move (BwWorkspace *workspace,
                guint        metric,
                gboolean     up)
{
  const guint other = bw_metric_find_neighbour (bw_workspace_get_model (workspace), metric, up);

  if (other != BW_NONE)
    bw_metric_move_to (workspace, metric, other);
}

/**
 * bw_metric_move_to:
 * @other: whose place @metric takes; its group too
 */
void
bw_metric_move_to (BwWorkspace *workspace,
                   guint        metric,
                   guint        other)
{
  BwModel *draft = bw_workspace_get_model (workspace);
  g_autoptr(BwModel) regrouped = NULL;
  g_autoptr(BwModel) model = NULL;
  BwMetric value = *bw_model_get_metric (draft, metric);

  if (metric == other)
    return;

  value.group = bw_model_get_metric (draft, other)->group;
  regrouped = bw_model_with_metric (draft, metric, &value, NULL);
  if (regrouped == NULL)
    return;

  model = bw_model_moving_metric (regrouped, metric, other);
  /* TRANSLATORS: a step of undo; %s is a metric's name */
  take (workspace, model, _("Move “%s”"), name_of (workspace, metric), NULL);
}

static gboolean
has_metrics (const BwModel *model,
             guint          group)
{
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      if (bw_model_get_metric (model, i)->group == group)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_group_find_neighbour:
 * @up: whether the one before is meant
 *
 * Returns: the next group that has metrics, or %BW_NONE
 */
guint
bw_group_find_neighbour (const BwModel *model,
                         guint          group,
                         gboolean       up)
{
  guint other = group;

  while (up ? other > 0 : other + 1 < bw_model_get_n_groups (model))
    {
      other = up ? other - 1 : other + 1;
      if (has_metrics (model, other))
        return other;
    }

  return BW_NONE;
}

/**
 * bw_group_move:
 *
 * Moves a group past the next one that has metrics; does nothing at the end.
 */
void
bw_group_move (BwWorkspace *workspace,
               guint        group,
               gboolean     up)
{
  BwModel *draft = bw_workspace_get_model (workspace);
  const guint other = bw_group_find_neighbour (draft, group, up);
  g_autoptr(BwModel) model = NULL;

  if (other == BW_NONE)
    return;

  model = bw_model_moving_group (draft, group, other);
  take (workspace, model, _("Move “%s”"), bw_model_get_group (draft, group)->name, NULL);
}

/**
 * bw_group_rename:
 *
 * Returns: whether the group has the name now
 */
gboolean
bw_group_rename (BwWorkspace *workspace,
                 guint        group,
                 const char  *name,
                 GError     **error)
{
  BwModel *draft = bw_workspace_get_model (workspace);
  g_autoptr(BwModel) model = bw_model_with_group (draft, group, name, error);

  /* TRANSLATORS: a step of undo; %s is the name of a group of metrics */
  return take (workspace, model, _("Rename “%s”"), bw_model_get_group (draft, group)->name, error);
}
