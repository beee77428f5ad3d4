/* What went wrong, in a dialog: what happened, why, and what to do. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/message.h"

#include <glib/gi18n-lib.h>

/**
 * bw_message_show:
 * @heading: what happened, in header capitals
 * @body: why, and what to do, as plain text
 */
void
bw_message_show (GtkWindow  *parent,
                 const char *heading,
                 const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, NULL);

  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the library says of a full disk is no sentence for a person. */
static const char *
describe (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE)
         ? _("The disk is full. Make space, then try again.") : error->message;
}

/**
 * bw_message_show_error:
 *
 * Shows @error, unless it says that the user has cancelled.
 */
void
bw_message_show_error (GtkWindow    *parent,
                       const char   *heading,
                       const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    bw_message_show (parent, heading, describe (error));
}
