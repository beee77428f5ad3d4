/* Pages are made ready before they are first shown, while nobody waits for anything. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first showing of a page costs most: its rows are made, its lists filled, its texts measured.
 * Once customers are on screen this is done ahead, one page at a time, whenever the window has
 * nothing else to do; a slider that is held goes first. */

#include "app/window-private.h"

#define CALM_MS 150 /* before a page is made ready */

/* Makes ready what @widget shows of the workspace, and what its children do. */
static void
warm (GtkWidget *widget)
{
  GtkWidget *child;

  if (BW_IS_LIVE (widget))
    bw_live_warm (BW_LIVE (widget));
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    warm (child);
}

/* Texts keep what they are measured to be. */
static void
measure (GtkWidget *page,
         GtkWidget *pages)
{
  const int width = gtk_widget_get_width (pages);

  if (width > 0)
    gtk_widget_measure (page, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
}

static gboolean
warm_next_page (gpointer user_data)
{
  BwWindow *self = user_data;

  if (bw_workspace_get_dragging (self->workspace))
    return G_SOURCE_CONTINUE;

  self->warmed = self->warmed == NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->pages))
                                      : gtk_widget_get_next_sibling (self->warmed);
  if (self->warmed != NULL && bw_workspace_get_results (self->workspace) != NULL)
    {
      warm (self->warmed);
      measure (self->warmed, GTK_WIDGET (self->pages));
      return G_SOURCE_CONTINUE;
    }
  bw_editor_host_warm (self->host);
  self->warm_id = 0;

  return G_SOURCE_REMOVE;
}

static void
warm_pages (BwWindow *self)
{
  bw_window_stop_warming (self);
  self->warm_id = g_timeout_add_full (G_PRIORITY_LOW, CALM_MS, warm_next_page, self, NULL);
}

static void
on_data_changed (BwWindow *self)
{
  self->history_warmed = FALSE;
  warm_pages (self);
}

/* What is shown of the past is made ready once, and not at each nudge that changes it. */
static void
on_history_changed (BwWindow *self)
{
  if (self->history_warmed || bw_workspace_get_history (self->workspace) == NULL)
    return;

  self->history_warmed = TRUE;
  warm_pages (self);
}

/**
 * bw_window_follow_data:
 *
 * Makes the pages ready each time that other customers are shown.
 */
void
bw_window_follow_data (BwWindow *self)
{
  g_signal_connect_object (self->workspace, "data-changed", G_CALLBACK (on_data_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->workspace, "history-changed", G_CALLBACK (on_history_changed),
                           self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * bw_window_stop_warming:
 *
 * Leaves the pages as they are.
 */
void
bw_window_stop_warming (BwWindow *self)
{
  g_clear_handle_id (&self->warm_id, g_source_remove);
  self->warmed = NULL;
}
