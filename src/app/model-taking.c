/* Taking over the model of a file: what differs is said before it is done. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/model-taking.h"

#include "app/difference-list.h"
#include "app/message.h"
#include "app/version-effect.h"
#include "model/differences.h"

#include <glib/gi18n-lib.h>

#define MOST_DIFFERENCES 10 /* that are shown at first */
#define HEIGHT           320 /* of the list at most */
#define WIDTH            460

typedef struct
{
  GtkWindow   *parent;
  BwWorkspace *workspace;
  GFile       *file;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->workspace);
  g_object_unref (self->file);
  g_free (self);
}

static void
on_answered (Question   *question,
             const char *response)
{
  g_autoptr(GError) error = NULL;

  if (!g_str_equal (response, "take"))
    return;

  if (bw_workspace_open_model (question->workspace, question->file, &error))
    gtk_widget_activate_action (GTK_WIDGET (question->parent), "win.say-done", "s",
                                _("Model taken over"));
  else
    bw_message_show_error (question->parent, _("Could Not Open the Model"), error);
}

static void
free_question (gpointer  data,
               GClosure *closure)
{
  question_free (data);
}

static GtkWidget *
make_content (BwWorkspace       *workspace,
              const char *const *sentences,
              BwModel           *model)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *effect = gtk_label_new (NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 bw_difference_list_new (sentences, MOST_DIFFERENCES));
  gtk_widget_set_size_request (box, WIDTH, -1);
  gtk_label_set_xalign (GTK_LABEL (effect), 0);
  gtk_label_set_wrap (GTK_LABEL (effect), TRUE);
  gtk_widget_add_css_class (effect, "dim-label");
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), effect);
  bw_version_effect_show (GTK_LABEL (effect), workspace, bw_workspace_get_model (workspace), model);

  return box;
}

static void
ask (Question          *question,
     const char *const *sentences,
     BwModel           *model)
{
  g_autofree char *base = g_file_get_basename (question->file);
  g_autofree char *name = g_filename_display_name (base);
  GtkWidget *dialog = adw_message_dialog_new (question->parent, _("Take Over This Model?"), NULL);

  /* TRANSLATORS: %s is a file's name */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _("“%s” takes the place of the draft. This can be undone. "
                                    "What changes:"), name);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog),
                                      make_content (question->workspace, sentences, model));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "take",
                                    _("_Take Over"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "take",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "take");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_answered), question, free_question,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * bw_model_taking_ask:
 * @file: a model
 *
 * Says what the model of @file would change, and makes it the draft where that is wanted; says so
 * where it is what is open already, or why it cannot be opened.
 */
void
bw_model_taking_ask (GtkWindow   *parent,
                     BwWorkspace *workspace,
                     GFile       *file)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = NULL;
  g_auto(GStrv) sentences = NULL;
  Question *question;

  g_return_if_fail (bw_workspace_get_panel (workspace) != NULL);

  bw_workspace_drag_end (workspace);
  model = bw_model_load (file, &error);
  if (model == NULL || !bw_model_check (model, bw_workspace_get_panel (workspace), &error))
    {
      bw_message_show_error (parent, _("Could Not Open the Model"), error);
      return;
    }

  sentences = bw_model_list_differences (bw_workspace_get_model (workspace), model);
  if (*sentences == NULL)
    {
      bw_message_show (parent, _("The Same Model"),
                       _("This model says the same as the one that is open. Nothing was changed."));
      return;
    }

  question = g_new0 (Question, 1);
  question->parent = g_object_ref (parent);
  question->workspace = g_object_ref (workspace);
  question->file = g_object_ref (file);
  ask (question, (const char *const *) sentences, model);
}
