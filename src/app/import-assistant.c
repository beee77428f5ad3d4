/* What was understood of the files, in four steps, to look at and to correct before it is used. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps can be visited in any order, and Import is there from the start: where nothing is in
 * doubt, nobody has to look. A correction is carried out in a worker; until it is, what was
 * understood before stays on show. */

#include "app/import-assistant.h"

#include "app/file-dialog.h"
#include "app/import-bars.h"
#include "app/import-check-page.h"
#include "app/import-columns-page.h"
#include "app/import-files-page.h"
#include "app/import-join-page.h"
#include "app/import-status.h"
#include "app/tables.h"

#include <glib/gi18n-lib.h>

#define SETTLE_US (G_USEC_PER_SEC / 2) /* in which a click was meant for what was there before */

struct _BwImportAssistant
{
  AdwWindow parent_instance;

  BwImporting        *importing;
  BwImportAnswer      answer; /* NULL once it is given */
  gpointer            user_data;
  GSimpleActionGroup *actions;
  gint64              shown_at;
  gboolean            over_open; /* something is open that the files may go to */

  GtkWidget      *accept;
  BwImportBars   *bars;
  GtkStack       *steps;
  GtkStackPage   *files_step;
  GtkStackPage   *columns_step;
  GtkStackPage   *join_step;
  GtkStackPage   *check_step;
  BwImportPage   *files;
  BwImportPage   *columns;
  BwImportPage   *join;
  BwImportPage   *check;
  BwImportStatus *status;
};

static const char *const step_names[] = { "files", "columns", "join", "check" };

G_DEFINE_FINAL_TYPE (BwImportAssistant, bw_import_assistant, ADW_TYPE_WINDOW)

static void
give_answer (BwImportAssistant *self,
             gboolean           accepted)
{
  const BwImportAnswer answer = self->answer;

  if (answer == NULL)
    return;

  self->answer = NULL;
  answer (accepted, BW_PLACE_UNDECIDED, self->user_data);
}

static gboolean
on_close_request (BwImportAssistant *self)
{
  bw_importing_cancel (self->importing);
  give_answer (self, FALSE);

  return GDK_EVENT_PROPAGATE;
}

/* Where nothing would change there is nothing to take. The second half of a double click on what was
 * in this place before is no answer. */
static void
accept (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  g_autoptr(BwImportAssistant) self = g_object_ref (user_data);
  const BwImportFacts *facts = bw_importing_get_facts (self->importing);
  const gboolean changes = !bw_importing_get_adds (self->importing) || !facts->news.same;
  const BwImportPlace place = bw_import_bars_get_place (self->bars);
  const BwImportAnswer answer = self->answer;

  if (g_get_monotonic_time () - self->shown_at < SETTLE_US)
    return;

  self->answer = NULL;
  gtk_window_destroy (GTK_WINDOW (self));
  if (answer != NULL)
    answer (changes, place, self->user_data);
}

static guint
get_step (BwImportAssistant *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->steps);
  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (step_names) && g_strcmp0 (name, step_names[step]) != 0)
    step++;

  return step;
}

static void
go_back (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  BwImportAssistant *self = user_data;

  gtk_stack_set_visible_child_name (self->steps, step_names[get_step (self) - 1]);
}

static void
go_on (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  BwImportAssistant *self = user_data;

  gtk_stack_set_visible_child_name (self->steps, step_names[get_step (self) + 1]);
}

/* In the table that is on show. */
static void
search (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  BwImportAssistant *self = user_data;

  if (bw_importing_get_intake (self->importing) == NULL)
    return;
  if (gtk_stack_get_visible_child (self->steps) == GTK_WIDGET (self->check))
    {
      bw_import_check_page_search (BW_IMPORT_CHECK_PAGE (self->check));
      return;
    }

  gtk_stack_set_visible_child_name (self->steps, "columns");
  bw_import_columns_page_search (BW_IMPORT_COLUMNS_PAGE (self->columns));
}

static void
set_enabled (BwImportAssistant *self,
             const char        *name,
             gboolean           enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
show_step (BwImportAssistant *self)
{
  const guint step = get_step (self);

  if (self->actions == NULL)
    return;

  set_enabled (self, "back", step > 0);
  set_enabled (self, "next", step + 1 < G_N_ELEMENTS (step_names) &&
               bw_importing_get_intake (self->importing) != NULL);
}

/* Where nothing could be read there are no columns yet. */
static void
show_steps (BwImportAssistant *self)
{
  const gboolean read = bw_importing_get_intake (self->importing) != NULL;

  gtk_stack_page_set_visible (self->columns_step, read);
  gtk_stack_page_set_visible (self->join_step, read);
  gtk_stack_page_set_visible (self->check_step, read);
  show_step (self);
}

static void
show (BwImportAssistant *self)
{
  const gboolean in_doubt = bw_importing_get_n_unread (self->importing) > 0;
  const gboolean placed = !self->over_open ||
                          bw_import_bars_get_place (self->bars) != BW_PLACE_UNDECIDED;
  guint file, column;

  set_enabled (self, "accept",
               !in_doubt && placed && !bw_importing_get_busy (self->importing));
  gtk_widget_set_tooltip_text (self->accept, in_doubt ?
                               _("Choose how to read the files that could not be read, or take them "
                                 "out") :
                               !placed ? _("Choose what the files are to become") : NULL);
  gtk_stack_page_set_needs_attention (self->files_step, in_doubt);
  gtk_stack_page_set_needs_attention (self->columns_step,
                                      bw_importing_find_question (self->importing, &file, &column));
  show_steps (self);
}

static void
on_files_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  BwImportAssistant *self = user_data;

  bw_importing_add_files (self->importing, files, n_files);
}

static void
on_add_files (BwImportAssistant *self)
{
  bw_file_dialog_open (GTK_WINDOW (self), _("Add Exports"), &bw_table_files, TRUE, on_files_chosen,
                       self);
}

static gboolean
on_drop (BwImportAssistant *self,
         const GValue      *value)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new ();

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    g_ptr_array_add (files, link->data);
  if (files->len > 0)
    bw_import_assistant_add_files (self, (GFile *const *) files->pdata, files->len);

  return files->len > 0;
}

/* Files that are dropped anywhere on the assistant are added. */
static void
add_drop_target (BwImportAssistant *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
bw_import_assistant_dispose (GObject *object)
{
  BwImportAssistant *self = BW_IMPORT_ASSISTANT (object);

  give_answer (self, FALSE);
  g_clear_object (&self->actions);
  g_clear_object (&self->importing);

  G_OBJECT_CLASS (bw_import_assistant_parent_class)->dispose (object);
}

static void
bw_import_assistant_class_init (BwImportAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_assistant_dispose;

  g_type_ensure (BW_TYPE_IMPORT_BARS);
  g_type_ensure (BW_TYPE_IMPORT_CHECK_PAGE);
  g_type_ensure (BW_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (BW_TYPE_IMPORT_FILES_PAGE);
  g_type_ensure (BW_TYPE_IMPORT_JOIN_PAGE);
  g_type_ensure (BW_TYPE_IMPORT_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-assistant.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, accept);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, bars);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, steps);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, files_step);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, columns_step);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, join_step);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, check_step);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, files);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, columns);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, join);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, check);
  gtk_widget_class_bind_template_child (widget_class, BwImportAssistant, status);
  gtk_widget_class_bind_template_callback (widget_class, on_close_request);
  gtk_widget_class_bind_template_callback (widget_class, show_step);
  gtk_widget_class_bind_template_callback (widget_class, on_add_files);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
bw_import_assistant_init (BwImportAssistant *self)
{
  static const GActionEntry entries[] = {
    { .name = "accept", .activate = accept },
    { .name = "back", .activate = go_back },
    { .name = "next", .activate = go_on },
    { .name = "search", .activate = search },
  };

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "import", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drop_target (self);
}

static void
follow (BwImportAssistant *self,
        BwImporting       *importing,
        const char        *open_name,
        BwProgressCounter *counter)
{
  self->importing = g_object_ref (importing);
  self->over_open = open_name != NULL;
  bw_import_bars_follow (self->bars, importing, open_name);
  bw_import_status_follow (self->status, importing, counter);
  bw_import_page_set_importing (self->files, importing);
  bw_import_page_set_importing (self->columns, importing);
  bw_import_page_set_importing (self->join, importing);
  bw_import_page_set_importing (self->check, importing);
  g_signal_connect_object (self->bars, "placed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (importing, "notify::busy", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

/* Where to begin: with what cannot go on, with what is asked, or with what is new. */
static const char *
choose_step (BwImportAssistant *self)
{
  guint file, column;

  if (bw_importing_get_n_unread (self->importing) > 0)
    return "files";
  if (bw_importing_find_question (self->importing, &file, &column))
    return "columns";

  return bw_importing_get_adds (self->importing) ? "check" : "files";
}

/**
 * bw_import_assistant_ask:
 * @importing: has an intake, or files that could not be read
 * @open_name: (nullable): of the workspace that the files may go to, or not
 * @counter: what its worker counts with
 * @answer: called once
 *
 * Returns: (transfer none): the assistant, on show until the answer is given
 */
BwImportAssistant *
bw_import_assistant_ask (GtkWindow         *parent,
                         BwImporting       *importing,
                         const char        *open_name,
                         BwProgressCounter *counter,
                         BwImportAnswer     answer,
                         gpointer           user_data)
{
  BwImportAssistant *self = g_object_new (BW_TYPE_IMPORT_ASSISTANT,
                                          "transient-for", parent,
                                          "application", gtk_window_get_application (parent),
                                          NULL);

  self->answer = answer;
  self->user_data = user_data;
  follow (self, importing, open_name, counter);
  gtk_stack_set_visible_child_name (self->steps, choose_step (self));
  show_step (self);
  self->shown_at = g_get_monotonic_time ();
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->accept);

  return self;
}

/**
 * bw_import_assistant_add_files:
 * @files: (array length=n_files): more exports
 *
 * Adds the files to those there are, and shows them.
 */
void
bw_import_assistant_add_files (BwImportAssistant *self,
                               GFile *const      *files,
                               guint              n_files)
{
  g_return_if_fail (BW_IS_IMPORT_ASSISTANT (self));
  g_return_if_fail (n_files > 0);

  gtk_stack_set_visible_child_name (self->steps, "files");
  bw_importing_add_files (self->importing, files, n_files);
  gtk_window_present (GTK_WINDOW (self));
}
