/* Debug lines on when the window first showed something, and how long frames take. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With G_MESSAGES_DEBUG=Bellwether, where tests/bench/window.py reads them:
 *   window shown at N      the first frame, N on the monotonic clock in microseconds
 *   first frame at N       the first frame with customers in it
 *   frame took N ms        from before to after painting, while a slider is held
 * Otherwise no frame is looked at. */

#include "app/frame-log.h"

typedef struct
{
  BwWorkspace *workspace;
  gint64       begin; /* of the frame */
  gboolean     shown;
  gboolean     filled;
} FrameLog;

static void
frame_log_free (gpointer  data,
                GClosure *closure)
{
  FrameLog *self = data;

  g_object_unref (self->workspace);
  g_free (self);
}

static void
on_before_paint (GdkFrameClock *clock,
                 gpointer       user_data)
{
  FrameLog *self = user_data;

  self->begin = g_get_monotonic_time ();
}

static void
on_after_paint (GdkFrameClock *clock,
                gpointer       user_data)
{
  FrameLog *self = user_data;
  const gint64 now = g_get_monotonic_time ();

  if (!self->shown)
    g_debug ("window shown at %" G_GINT64_FORMAT, now);
  self->shown = TRUE;
  if (!self->filled && bw_workspace_get_results (self->workspace) != NULL)
    {
      g_debug ("first frame at %" G_GINT64_FORMAT, now);
      self->filled = TRUE;
    }
  if (bw_workspace_get_dragging (self->workspace))
    g_debug ("frame took %.2f ms", (now - self->begin) / 1000.0);
}

static void
on_realized (GtkWidget   *window,
             BwWorkspace *workspace)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  FrameLog *self = g_new0 (FrameLog, 1);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_data (clock, "before-paint", G_CALLBACK (on_before_paint), self, NULL, 0);
  g_signal_connect_data (clock, "after-paint", G_CALLBACK (on_after_paint), self,
                         frame_log_free, 0);
}

/**
 * bw_frame_log_start:
 * @window: not realized yet
 *
 * Logs the frames of @window, if anybody reads debug lines.
 */
void
bw_frame_log_start (GtkWindow   *window,
                    BwWorkspace *workspace)
{
  if (!g_log_writer_default_would_drop (G_LOG_LEVEL_DEBUG, G_LOG_DOMAIN))
    g_signal_connect_object (window, "realize", G_CALLBACK (on_realized), workspace, 0);
}
