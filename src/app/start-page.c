/* What the window shows before anything is open: where to begin, and what there is to go on with. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/start-page.h"

#include "app/import-words.h"
#include "app/message.h"
#include "app/moment.h"
#include "app/recent.h"
#include "widgets/short-name.h"

#include <glib/gi18n-lib.h>

#define MOST_RECENT 5
#define FILE_KEY    "bw-left" /* on a question: the file that it is about */

struct _BwStartPage
{
  AdwBin parent_instance;

  BwKeeper     *keeper;
  GCancellable *listing; /* or NULL */

  AdwStatusPage *status;
  GtkWidget     *import;
  GtkWidget     *left_group;
  GtkListBox    *left;
  GtkWidget     *recent_group;
  GtkListBox    *recent;
};

G_DEFINE_FINAL_TYPE (BwStartPage, bw_start_page, ADW_TYPE_BIN)

static void
empty (GtkListBox *list)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (list, 0)) != NULL)
    gtk_list_box_remove (list, GTK_WIDGET (row));
}

/* With something to go on with, that matters more than the picture. */
static void
show_picture (BwStartPage *self)
{
  const gboolean bare = !gtk_widget_get_visible (self->left_group) &&
                        !gtk_widget_get_visible (self->recent_group);

  adw_status_page_set_icon_name (self->status, bare ? "org.bellwether.bellwether" : NULL);
  if (bare)
    gtk_widget_remove_css_class (GTK_WIDGET (self->status), "compact");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->status), "compact");
}

static void
show_group (BwStartPage *self,
            GtkWidget   *group,
            GPtrArray   *rows)
{
  gtk_widget_set_visible (group, rows->len > 0);
  show_picture (self);
}

/* A row that opens @file when it is activated. Names are plain text. */
static GtkWidget *
make_row (GFile      *file,
          const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title_markup = g_markup_escape_text (title, -1);
  g_autofree char *subtitle_markup = g_markup_escape_text (subtitle, -1);
  g_autofree char *uri = g_file_get_uri (file);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title_markup);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), bw_is_short_name (title) ? 0 : 1);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle_markup);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), bw_is_short_name (subtitle) ? 0 : 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-this");
  gtk_widget_set_tooltip_text (row, title);

  return row;
}

static void
on_throw_away (BwStartPage *self,
               const char  *response,
               GtkWidget   *question)
{
  GFile *file = g_object_get_data (G_OBJECT (question), FILE_KEY);
  g_autoptr(GError) error = NULL;

  if (!g_str_equal (response, "delete") || self->keeper == NULL)
    return;

  if (!bw_keeper_throw_away (self->keeper, file, &error))
    bw_message_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                           _("Could Not Delete the Workspace"), error);
  bw_start_page_refresh (self);
}

static void
ask_to_throw_away (GtkWidget *button,
                   GFile     *file)
{
  GtkWidget *page = gtk_widget_get_ancestor (button, BW_TYPE_START_PAGE);
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  GtkWidget *question =
    adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (button)),
                            _("Delete This Untitled Workspace?"), NULL);

  adw_message_dialog_format_body_markup (ADW_MESSAGE_DIALOG (question),
                                         /* TRANSLATORS: a title, then a date and a number of
                                          * customers */
                                         _("“%s” (%s) will be deleted for good."),
                                         gtk_widget_get_tooltip_text (row),
                                         (const char *) g_object_get_data (G_OBJECT (row),
                                                                           "bw-facts"));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question),
                                    "cancel", _("_Cancel"),
                                    "delete", _("_Delete"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (question), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  g_object_set_data_full (G_OBJECT (question), FILE_KEY, g_object_ref (file), g_object_unref);
  g_signal_connect_object (question, "response", G_CALLBACK (on_throw_away), page,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static GtkWidget *
make_throw_button (const BwLeftWork *work)
{
  GtkWidget *button = gtk_button_new_with_label (_("Delete…"));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_data (button, "clicked", G_CALLBACK (ask_to_throw_away),
                         g_object_ref (work->file), (GClosureNotify) (void (*)(void))g_object_unref,
                         0);

  return button;
}

static void
add_left (BwStartPage      *self,
          const BwLeftWork *work)
{
  g_autofree char *when = bw_moment_to_text (work->modified);
  g_autofree char *customers = bw_import_count_customers (work->n_customers);
  /* TRANSLATORS: a date and time, then "480 customers" */
  g_autofree char *facts = g_strdup_printf (_("%s · %s"), when, customers);
  const char *title = work->title != NULL && *work->title != '\0' ? work->title : _("Untitled");
  GtkWidget *row = make_row (work->file, title, facts);
  GtkWidget *go_on = gtk_button_new_with_label (_("Continue"));
  g_autofree char *uri = g_file_get_uri (work->file);

  g_object_set_data_full (G_OBJECT (row), "bw-facts", g_steal_pointer (&facts), g_free);
  gtk_widget_set_valign (go_on, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (go_on), "s", uri);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (go_on), "win.open-this");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_throw_button (work));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), go_on);
  gtk_list_box_append (self->left, row);
}

static void
on_left_listed (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(BwStartPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) works = bw_keeper_list_left_finish (BW_KEEPER (source), result, &error);

  if (works == NULL)
    {
      g_debug ("work that was left cannot be listed: %s", error->message);
      return;
    }

  g_clear_object (&self->listing);
  empty (self->left);
  for (guint i = 0; i < works->len; i++)
    add_left (self, works->pdata[i]);
  show_group (self, self->left_group, works);
}

static void
show_recent (BwStartPage *self)
{
  g_autoptr(GPtrArray) recents = bw_recent_list (MOST_RECENT);

  empty (self->recent);
  for (guint i = 0; i < recents->len; i++)
    {
      const BwRecent *recent = recents->pdata[i];

      gtk_list_box_append (self->recent, make_row (recent->file, recent->name, recent->folder));
    }
  show_group (self, self->recent_group, recents);
}

static void
bw_start_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (bw_start_page_parent_class)->map (widget);

  bw_start_page_refresh (BW_START_PAGE (widget));
}

static gboolean
bw_start_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (BW_START_PAGE (widget)->import);
}

static void
bw_start_page_dispose (GObject *object)
{
  BwStartPage *self = BW_START_PAGE (object);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  g_clear_object (&self->keeper);

  G_OBJECT_CLASS (bw_start_page_parent_class)->dispose (object);
}

static void
bw_start_page_class_init (BwStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_start_page_dispose;
  widget_class->map = bw_start_page_map;
  widget_class->grab_focus = bw_start_page_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, BwStartPage, status);
  gtk_widget_class_bind_template_child (widget_class, BwStartPage, import);
  gtk_widget_class_bind_template_child (widget_class, BwStartPage, left_group);
  gtk_widget_class_bind_template_child (widget_class, BwStartPage, left);
  gtk_widget_class_bind_template_child (widget_class, BwStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, BwStartPage, recent);
}

static void
bw_start_page_init (BwStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * bw_start_page_follow:
 * @keeper: which knows of work without a name; to be called once
 */
void
bw_start_page_follow (BwStartPage *self,
                      BwKeeper    *keeper)
{
  g_return_if_fail (BW_IS_START_PAGE (self));
  g_return_if_fail (self->keeper == NULL);

  self->keeper = g_object_ref (keeper);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (show_recent),
                           self, G_CONNECT_SWAPPED);
}

/**
 * bw_start_page_refresh:
 *
 * Lists again what there is to go on with.
 */
void
bw_start_page_refresh (BwStartPage *self)
{
  g_return_if_fail (BW_IS_START_PAGE (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || self->keeper == NULL)
    return;

  show_recent (self);

  g_cancellable_cancel (self->listing);
  g_clear_object (&self->listing);
  self->listing = g_cancellable_new ();
  bw_keeper_list_left_async (self->keeper, self->listing, on_left_listed, g_object_ref (self));
}
