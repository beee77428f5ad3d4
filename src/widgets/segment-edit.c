/* Edits of segments that the list and the editor share: each is a step of undo. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/segment-edit.h"

#include "model/editing.h"

#include <glib/gi18n-lib.h>

/**
 * bw_segment_can_move:
 *
 * Returns: whether a segment can come to stand at @to: both have rules, and they are not the same
 */
gboolean
bw_segment_can_move (const BwModel *model,
                     guint          segment,
                     guint          to)
{
  const guint last = bw_model_get_n_segments (model) - 1;

  return segment < last && to < last && segment != to;
}

/**
 * bw_segment_move:
 * @to: the place that it is to have
 *
 * Moves a segment up or down in the order in which segments take customers. Nothing happens where
 * it cannot move.
 */
void
bw_segment_move (BwWorkspace *workspace,
                 guint        segment,
                 guint        to)
{
  BwModel *model = bw_workspace_get_model (workspace);
  g_autoptr(BwModel) moved = NULL;
  g_autofree char *step = NULL;

  if (!bw_segment_can_move (model, segment, to))
    return;

  /* TRANSLATORS: a step of undo; %s is a segment */
  step = g_strdup_printf (_("Move Segment “%s”"), bw_model_get_segment (model, segment)->name);
  moved = bw_model_moving_segment (model, segment, to);
  bw_workspace_edit (workspace, moved, step);
}

/**
 * bw_segment_remove_and_say:
 * @widget: in a window
 *
 * Takes a segment that has a rule out of the model; its customers go to the next that match. There is
 * a way back in what is said of it.
 */
void
bw_segment_remove_and_say (GtkWidget   *widget,
                           BwWorkspace *workspace,
                           guint        segment)
{
  BwModel *model = bw_workspace_get_model (workspace);
  const char *name = bw_model_get_segment (model, segment)->name;
  g_autoptr(BwModel) edited = bw_model_without_segment (model, segment, NULL);
  /* TRANSLATORS: a step of undo; %s is a segment */
  g_autofree char *step = g_strdup_printf (_("Remove Segment “%s”"), name);
  /* TRANSLATORS: said in passing; %s is a segment */
  g_autofree char *said = g_strdup_printf (_("“%s” removed"), name);

  if (edited == NULL)
    return;

  gtk_widget_activate_action (widget, "win.say-done", "s", said);
  bw_workspace_edit (workspace, edited, step);
}

/**
 * bw_segment_add:
 * @value: with a rule; without shares it gets those of the last segment
 *
 * Adds a segment, first of all.
 *
 * Returns: whether the model takes it
 */
gboolean
bw_segment_add (BwWorkspace     *workspace,
                const BwSegment *value,
                GError         **error)
{
  /* TRANSLATORS: a step of undo; %s is a segment */
  g_autofree char *step = g_strdup_printf (_("Add Segment “%s”"), value->name);
  g_autoptr(BwModel) edited = bw_model_adding_segment (bw_workspace_get_model (workspace), 0,
                                                       value, error);

  if (edited != NULL)
    bw_workspace_edit (workspace, edited, step);

  return edited != NULL;
}

/**
 * bw_segment_change:
 * @value: without shares those that stand stay
 * @step: what the edit is called, in the words of a menu
 *
 * Returns: whether the model takes it
 */
gboolean
bw_segment_change (BwWorkspace     *workspace,
                   guint            segment,
                   const BwSegment *value,
                   const char      *step,
                   GError         **error)
{
  g_autoptr(BwModel) edited = bw_model_with_segment (bw_workspace_get_model (workspace), segment,
                                                     value, error);

  if (edited != NULL)
    bw_workspace_edit (workspace, edited, step);

  return edited != NULL;
}
