/* What a chart on screen is laid out from, and when. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The scene is laid out when it is drawn and something changed since, so any number of changes
 * cost one layout a frame, and none while the chart is out of sight. The points that a screen
 * reader sees follow once the changes pause. */

#include "widgets/chart-view-private.h"

#include "widgets/text-scale.h"
#include "widgets/workspace-view.h"

#define SETTLE_MS 150 /* without a change before the points follow */

/* What the chart is laid out from; FALSE where there is nothing to show (yet). */
gboolean
bw_chart_view_fill (BwChartView *self,
                    BwView      *view)
{
  if (self->chart == NULL || self->workspace == NULL ||
      bw_workspace_get_results (self->workspace) == NULL)
    return FALSE;
  if (self->comparing != NULL)
    return bw_comparing_fill_view (self->comparing, view);

  bw_workspace_fill_view (self->workspace, view);
  return TRUE;
}

/* The family that the scene is laid out and painted in. */
const char *
bw_chart_view_get_font (BwChartView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return pango_font_description_get_family (pango_context_get_font_description (context));
}

void
bw_chart_view_ensure_scene (BwChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const BwSheet sheet = {
    gtk_widget_get_width (widget), gtk_widget_get_height (widget), bw_text_scale (widget), FALSE,
    bw_chart_view_get_font (self)
  };
  BwView view;

  if (!self->stale && self->scene != NULL && bw_scene_get_width (self->scene) == sheet.width &&
      bw_scene_get_height (self->scene) == sheet.height)
    return;

  g_clear_pointer (&self->scene, bw_scene_free);
  self->scene = bw_scene_new (sheet.width, sheet.height);
  self->stale = FALSE;
  if (bw_chart_view_fill (self, &view))
    self->chart->layout (self->scene, &view, &sheet);
}

static gboolean
on_settled (gpointer user_data)
{
  BwChartView *self = user_data;

  self->settle_id = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      bw_chart_view_ensure_scene (self);
      bw_chart_reader_follow (self->reader, self->scene);
    }

  return G_SOURCE_REMOVE;
}

void
bw_chart_view_settle_later (BwChartView *self)
{
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_MS, on_settled, self);
}

void
bw_chart_view_mark_stale (BwChartView *self)
{
  self->stale = TRUE;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  bw_chart_view_settle_later (self);
}

/**
 * bw_chart_view_set_comparing:
 * @comparing: (nullable): of the same workspace
 *
 * Shows both sides of @comparing in place of the draft and its baseline.
 */
void
bw_chart_view_set_comparing (BwChartView *self,
                             BwComparing *comparing)
{
  g_return_if_fail (BW_IS_CHART_VIEW (self));

  if (self->comparing != NULL)
    g_signal_handlers_disconnect_by_func (self->comparing, bw_chart_view_mark_stale, self);
  g_set_object (&self->comparing, comparing);
  if (comparing != NULL)
    {
      g_signal_connect_swapped (comparing, "changed", G_CALLBACK (bw_chart_view_mark_stale), self);
      bw_chart_view_mark_stale (self);
    }
}
