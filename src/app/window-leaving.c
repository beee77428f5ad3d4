/* Leaving what is open, for something new, for another workspace, or for good. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nothing asks to be saved: what is on its way to the file gets there first. Only where a file cannot
 * be written is there a question, with a way out that loses nothing. */

#include "app/window-private.h"

#include "app/message.h"
#include "app/progress.h"
#include "app/recent.h"

#include <glib/gi18n-lib.h>

#define PATIENCE_S 10 /* with a disk that does not answer */

/* What is under way, of one window. */
struct _BwLeaving
{
  BwWindow     *window;
  BwNext        next;
  GFile        *file; /* to open, or NULL */
  GCancellable *cancellable;
  BwProgress   *progress;
  guint         timer_id;
  gboolean      given_up; /* nobody waits for the answer any more */
};

static BwLeaving *
leaving_new (BwWindow *window,
             BwNext    next,
             GFile    *file)
{
  BwLeaving *self = g_new0 (BwLeaving, 1);

  self->window = g_object_ref (window);
  self->next = next;
  g_set_object (&self->file, file);
  self->cancellable = g_cancellable_new ();

  return self;
}

static void
leaving_free (BwLeaving *self)
{
  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_pointer (&self->progress, bw_progress_free);
  if (self->window->leaving == self)
    self->window->leaving = NULL;
  g_clear_object (&self->window);
  g_clear_object (&self->file);
  g_clear_object (&self->cancellable);
  g_free (self);
}

static void
end (BwLeaving *self)
{
  BwWindow *window = self->window;

  if (!window->closed)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (window->root), TRUE);
      bw_window_show_state (window);
      bw_start_page_refresh (window->start); /* what was closed can be gone on with */
    }
  leaving_free (self);
}

static void
destroy_window (BwWindow *window)
{
  window->closed = TRUE;
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Goes on without what cannot be written: a window of its own begins anew, this one goes. */
static void
abandon (BwLeaving *self)
{
  BwWindow *window = self->window;

  if (self->next != BW_NEXT_CLOSE)
    {
      BwWindow *fresh = bw_window_new (gtk_window_get_application (GTK_WINDOW (window)),
                                       window->settings);

      gtk_window_present (GTK_WINDOW (fresh));
      if (self->file != NULL)
        bw_window_open_workspace (fresh, self->file);
    }
  destroy_window (window);
  end (self);
}

static void
on_copied (BwWindow *window,
           gboolean  saved,
           gpointer  user_data)
{
  BwLeaving *self = user_data;

  if (saved)
    abandon (self);
  else
    end (self);
}

static void
on_refusal_answered (BwLeaving  *self,
                     const char *response)
{
  if (g_str_equal (response, "copy"))
    bw_window_ask_for_copy (self->window, on_copied, self);
  else if (g_str_equal (response, "anyway"))
    abandon (self);
  else
    end (self);
}

static const char *
describe_anyway (BwNext next)
{
  switch (next)
    {
    case BW_NEXT_CLOSE:
      return _("Close _Anyway");
    case BW_NEXT_OPEN:
      return _("_Open Anyway");
    case BW_NEXT_NEW:
    default:
      return _("_Leave Anyway");
    }
}

/* The last changes are in no file: what to do about that. */
static void
ask_about_refusal (BwLeaving  *self,
                   const char *why)
{
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self->window),
                                                _("The Last Changes Are Not Saved"), why);

  g_clear_handle_id (&self->timer_id, g_source_remove);
  g_clear_pointer (&self->progress, bw_progress_free);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question),
                                    "cancel", _("_Cancel"),
                                    "anyway", describe_anyway (self->next),
                                    "copy", _("_Save a Copy…"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "anyway",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "copy",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "copy");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_signal_connect_swapped (question, "response", G_CALLBACK (on_refusal_answered), self);
  gtk_window_present (GTK_WINDOW (question));
}

static void
on_closed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  BwLeaving *self = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean closed = bw_keeper_close_finish (BW_KEEPER (source), result, &error);

  if (self->given_up)
    {
      leaving_free (self);
      return;
    }
  if (!closed)
    {
      ask_about_refusal (self, error->message);
      return;
    }

  self->window->sample = FALSE;
  if (self->next == BW_NEXT_CLOSE)
    destroy_window (self->window);
  end (self);
}

/* The callback comes some day, or never: it finds an entry of its own. Nothing is closed any more
 * behind the question, should the disk answer after all. */
static gboolean
on_patience_ended (gpointer user_data)
{
  BwLeaving *self = user_data;
  BwLeaving *asked = leaving_new (self->window, self->next, self->file);

  self->timer_id = 0;
  self->given_up = TRUE;
  g_cancellable_cancel (self->cancellable);
  g_clear_pointer (&self->progress, bw_progress_free);
  self->window->leaving = asked;
  ask_about_refusal (asked, _("The disk with the workspace does not answer."));

  return G_SOURCE_REMOVE;
}

static void
close_keeper (BwLeaving *self)
{
  self->timer_id = g_timeout_add_seconds (PATIENCE_S, on_patience_ended, self);
  bw_keeper_close_async (self->window->keeper, self->cancellable, on_closed, self);
}

static void
on_opened (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  BwLeaving *self = user_data;
  BwWindow *window = self->window;
  g_autoptr(GError) error = NULL;
  const gboolean opened = bw_keeper_open_finish (BW_KEEPER (source), result, &error);

  g_clear_pointer (&self->progress, bw_progress_free);
  window->restoring = FALSE;
  if (opened)
    window->sample = FALSE;
  if (opened && bw_keeper_get_file (window->keeper) != NULL)
    bw_recent_add (bw_keeper_get_file (window->keeper));
  if (!opened)
    {
      g_autofree char *base = g_file_get_basename (self->file);
      g_autofree char *name = g_filename_display_name (base);
      g_autofree char *heading = g_strdup_printf (_("Could Not Open “%s”"), name);

      bw_message_show_error (GTK_WINDOW (window), heading, error);
    }
  end (self);
}

static void
open_file (BwLeaving *self)
{
  g_autoptr(BwProgressCounter) counter = bw_progress_counter_new ();

  self->window->restoring = TRUE; /* what changes now is not the user's doing */
  self->progress = bw_progress_new (GTK_WINDOW (self->window), _("Opening the Workspace"),
                                    self->cancellable, counter);
  bw_keeper_open_async (self->window->keeper, self->file, self->cancellable, on_opened, self);
}

/* Why what is open would be lost in part by leaving it, or NULL. */
static char *
find_reason_to_stay (BwWindow *self)
{
  const char *trouble = bw_keeper_get_trouble (self->keeper);

  if (trouble != NULL)
    return g_strdup (trouble);
  if (!bw_keeper_get_unsaved (self->keeper))
    return NULL;

  return g_strdup (_("The workspace is open for reading only, and was changed here. A copy keeps "
                     "the changes."));
}

/**
 * bw_window_go_on:
 * @file: (nullable): for %BW_NEXT_OPEN, what to open
 *
 * Leaves what is open, once all of it is in its file, and goes on to @next.
 */
void
bw_window_go_on (BwWindow *self,
                 BwNext    next,
                 GFile    *file)
{
  g_autofree char *reason = NULL;

  if (self->leaving != NULL || self->closed)
    return;

  bw_workspace_drag_end (self->workspace);
  self->leaving = leaving_new (self, next, file);
  reason = find_reason_to_stay (self);
  if (reason != NULL)
    {
      ask_about_refusal (self->leaving, reason);
      return;
    }

  gtk_widget_set_sensitive (GTK_WIDGET (self->root), FALSE);
  if (next == BW_NEXT_OPEN)
    open_file (self->leaving);
  else
    close_keeper (self->leaving);
}

/**
 * bw_window_on_close_request:
 *
 * Returns: whether the window stays until all is in the file
 */
gboolean
bw_window_on_close_request (BwWindow *self)
{
  if (self->closed || bw_keeper_get_name (self->keeper) == NULL)
    {
      self->closed = TRUE;
      return GDK_EVENT_PROPAGATE;
    }

  bw_window_go_on (self, BW_NEXT_CLOSE, NULL);

  return GDK_EVENT_STOP;
}
