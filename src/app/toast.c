/* What is said in passing: the newest takes the place of the one before it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/toast.h"

#define ON_SHOW "bw-toast"
#define SECONDS 10 /* for who reads slowly, or has to go to its button with keys */

static void
on_dismissed (AdwToast *toast,
              GObject  *overlay)
{
  if (g_object_get_data (overlay, ON_SHOW) == toast)
    g_object_set_data (overlay, ON_SHOW, NULL);
}

/**
 * bw_toast_hush:
 * @overlay: over which something may be said
 *
 * What was said before is no news any more.
 */
void
bw_toast_hush (AdwToastOverlay *overlay)
{
  AdwToast *toast = g_object_get_data (G_OBJECT (overlay), ON_SHOW);

  if (toast != NULL)
    adw_toast_dismiss (toast);
}

/**
 * bw_toast_say:
 * @overlay: over what it is said
 * @text: as it is; what is markup in it is shown as it stands
 *
 * Says something in passing, in place of what was said before over @overlay: toasts queue, and an
 * old one is no news.
 *
 * Returns: (transfer none): the toast, for a button; the overlay keeps it
 */
AdwToast *
bw_toast_say (AdwToastOverlay *overlay,
              const char      *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (title);
  AdwToast *before = g_object_get_data (G_OBJECT (overlay), ON_SHOW);

  adw_toast_set_timeout (toast, SECONDS);
  if (before != NULL)
    adw_toast_dismiss (before);
  g_object_set_data (G_OBJECT (overlay), ON_SHOW, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (on_dismissed), overlay,
                           G_CONNECT_DEFAULT);
  adw_toast_overlay_add_toast (overlay, toast);

  return toast;
}
