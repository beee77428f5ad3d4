/* What the window says in passing: that something was done, and how to take it back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/toast.h"
#include "app/window-private.h"

#include <glib/gi18n-lib.h>

/**
 * bw_window_say:
 *
 * Says in passing that something was done, in place of what was said before.
 */
void
bw_window_say (BwWindow   *self,
               const char *text)
{
  bw_toast_say (self->toasts, text);
}

/**
 * bw_window_hush:
 *
 * What was said in passing was of other customers, or of another file.
 */
void
bw_window_hush (BwWindow *self)
{
  bw_toast_hush (self->toasts);
}

/**
 * bw_window_say_done:
 *
 * Says in passing that something was edited away, with a button that takes it back.
 */
void
bw_window_say_done (BwWindow   *self,
                    const char *text)
{
  AdwToast *toast = bw_toast_say (self->toasts, text);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
}

/**
 * bw_window_say_copied:
 * @file: the copy that was written
 *
 * Says so, with a button that goes on with the copy.
 */
void
bw_window_say_copied (BwWindow *self,
                      GFile    *file)
{
  AdwToast *toast = bw_toast_say (self->toasts, _("Copy saved"));
  g_autofree char *uri = g_file_get_uri (file);

  adw_toast_set_button_label (toast, _("Open It"));
  adw_toast_set_action_target (toast, "s", uri); /* first: an action without its target is refused */
  adw_toast_set_action_name (toast, "win.open-this");
}

/**
 * bw_window_say_note_removed:
 * @note: its id
 *
 * Says so, with a button that puts it back.
 */
void
bw_window_say_note_removed (BwWindow *self,
                            gint64    note)
{
  AdwToast *toast = bw_toast_say (self->toasts, _("Note removed"));

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_target (toast, "x", note); /* first: GTK checks it with the name */
  adw_toast_set_action_name (toast, "win.put-back-note");
}
