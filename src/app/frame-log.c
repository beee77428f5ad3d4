/* Debug lines on when the window first showed something, and how long frames take. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* With G_MESSAGES_DEBUG=Bellwether, where tests/bench/window.py reads them:
 *   window shown at N      the first frame, N on the monotonic clock in microseconds
 *   first frame at N       the first frame with customers in it
 *   frame took N ms, painting N ms, processor N ms
 *                          while something is held; processor time is that of the main thread since
 *                          the frame before, input and all
 *   input at N             a button was let go, or a key pressed
 *   another view at N, processor N ms: NAME
 *                          the first frame with another segment, page or editor in it, and what the
 *                          main thread took of the processor since the input before
 * Otherwise no frame is looked at. */

#include "app/frame-log.h"

#include <time.h>

typedef struct
{
  BwWorkspace *workspace;
  GtkStack    *pages;     /* lives as long as the window, as does what follows */
  BwEditorHost *host;
  char        *view;      /* what the frame before showed */
  gint64       begin;     /* of the frame */
  gint64       layout;    /* when its layout began */
  gint64       paint;     /* when its painting began */
  gint64       processor; /* what the thread had used when the frame before was done */
  gint64       at_input;  /* and when a button was let go, or a key pressed */
  gboolean     shown;
  gboolean     filled;
} FrameLog;

static void
frame_log_free (gpointer  data,
                GClosure *closure)
{
  FrameLog *self = data;

  g_object_unref (self->workspace);
  g_object_unref (self->pages);
  g_object_unref (self->host);
  g_free (self->view);
  g_free (self);
}

/* What the thread has used of the processor, in microseconds. */
static gint64
get_processor_time (void)
{
  struct timespec time;

  if (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time) != 0)
    return 0;

  return time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

/* Which segment, page and editor is on screen. */
static char *
name_view (FrameLog *self)
{
  const guint segment = bw_workspace_get_segment (self->workspace);
  const char *page = gtk_stack_get_visible_child_name (self->pages);

  return g_strdup_printf ("segment %d, %s", segment == BW_ALL_SEGMENTS ? -1 : (int) segment,
                          bw_editor_host_get_open (self->host) ? "editor" : page);
}

static void
on_before_paint (GdkFrameClock *clock,
                 gpointer       user_data)
{
  FrameLog *self = user_data;

  self->begin = g_get_monotonic_time ();
  self->paint = self->begin;
}

/* Comes after all that is laid out. */
static void
on_layout (GdkFrameClock *clock,
           gpointer       user_data)
{
  ((FrameLog *) user_data)->paint = g_get_monotonic_time ();
}

static void
tell_held_frame (FrameLog *self,
                 gint64    now,
                 gint64    processor)
{
  g_debug ("frame took %.2f ms, painting %.2f ms, processor %.2f ms",
           (now - self->begin) / 1000.0, (now - self->paint) / 1000.0,
           (processor - self->processor) / 1000.0);
}

static void
on_after_paint (GdkFrameClock *clock,
                gpointer       user_data)
{
  FrameLog *self = user_data;
  const gint64 now = g_get_monotonic_time ();
  const gint64 processor = get_processor_time ();
  g_autofree char *view = name_view (self);

  if (!self->shown)
    g_debug ("window shown at %" G_GINT64_FORMAT, now);
  self->shown = TRUE;
  if (!self->filled && bw_workspace_get_results (self->workspace) != NULL)
    {
      g_debug ("first frame at %" G_GINT64_FORMAT, now);
      self->filled = TRUE;
    }
  if (bw_workspace_get_dragging (self->workspace))
    tell_held_frame (self, now, processor);
  if (g_strcmp0 (view, self->view) != 0)
    {
      g_debug ("another view at %" G_GINT64_FORMAT ", processor %.1f ms: %s", now,
               (processor - self->at_input) / 1000.0, view);
      g_free (self->view);
      self->view = g_steal_pointer (&view);
    }
  self->processor = get_processor_time ();
}

static gboolean
on_event (GtkEventController *controller,
          GdkEvent           *event,
          FrameLog           *self)
{
  const GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_RELEASE || type == GDK_KEY_PRESS)
    {
      g_debug ("input at %" G_GINT64_FORMAT, g_get_monotonic_time ());
      self->at_input = get_processor_time ();
    }

  return GDK_EVENT_PROPAGATE;
}

static void
add_input (FrameLog  *self,
           GtkWidget *window)
{
  GtkEventController *events = gtk_event_controller_legacy_new ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (on_event), self);
  gtk_widget_add_controller (window, events);
}

static void
on_realized (GtkWidget *window,
             FrameLog  *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);

  g_signal_connect (clock, "before-paint", G_CALLBACK (on_before_paint), self);
  g_signal_connect (clock, "layout", G_CALLBACK (on_layout), self);
  g_signal_connect_data (clock, "after-paint", G_CALLBACK (on_after_paint), self,
                         frame_log_free, 0);
}

/**
 * bw_frame_log_start:
 * @window: not realized yet
 * @pages: of @window
 * @host: likewise
 *
 * Logs the frames of @window, if anybody reads debug lines.
 */
void
bw_frame_log_start (GtkWindow    *window,
                    BwWorkspace  *workspace,
                    GtkStack     *pages,
                    BwEditorHost *host)
{
  FrameLog *self;

  if (g_log_writer_default_would_drop (G_LOG_LEVEL_DEBUG, G_LOG_DOMAIN))
    return;

  self = g_new0 (FrameLog, 1);
  self->workspace = g_object_ref (workspace);
  self->pages = g_object_ref (pages);
  self->host = g_object_ref (host);
  g_signal_connect (window, "realize", G_CALLBACK (on_realized), self);
  add_input (self, GTK_WIDGET (window));
}
