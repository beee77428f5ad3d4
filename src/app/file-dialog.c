/* The platform's dialogs for opening and saving files, in one place. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/file-dialog.h"

#include "app/hidden-names.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMES_CHOICE "hide-names"
#define LONGEST_NAME 200 /* bytes; file systems take 255, and a person may add to it */

typedef struct
{
  GtkFileChooserNative *chooser;
  GtkWindow            *parent;
  BwFilesFunc           func;
  BwNoFilesFunc         cancelled; /* or NULL */
  gpointer              user_data;
  gboolean              asks_names; /* whether customers' names are to be hidden */
} Asked;

static gboolean
hides_names (const Asked *asked)
{
  return g_strcmp0 (gtk_file_chooser_get_choice (GTK_FILE_CHOOSER (asked->chooser), NAMES_CHOICE),
                    "true") == 0;
}

static void
on_response (Asked *asked,
             int    response)
{
  g_autoptr(GListModel) chosen = NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  if (response == GTK_RESPONSE_ACCEPT)
    {
      chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (asked->chooser));
      for (guint i = 0; i < g_list_model_get_n_items (chosen); i++)
        g_ptr_array_add (files, g_list_model_get_item (chosen, i));
      if (asked->asks_names)
        bw_hidden_names_set (hides_names (asked));
    }

  if (files->len > 0 && gtk_widget_get_realized (GTK_WIDGET (asked->parent)))
    asked->func ((GFile *const *) files->pdata, files->len, asked->user_data);
  else if (asked->cancelled != NULL)
    asked->cancelled (asked->user_data);
  g_object_unref (asked->chooser);
  g_object_unref (asked->parent);
  g_free (asked);
}

static void
add_filter (GtkFileChooser    *chooser,
            const char        *title,
            const char *const *patterns)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, title);
  for (gsize i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static Asked *
prepare (GtkWindow           *parent,
         const char          *title,
         const BwFileKind    *kind,
         GtkFileChooserAction action,
         gboolean             multiple,
         const char          *name,
         BwFilesFunc          func,
         gpointer             user_data)
{
  static const char *const everything[] = { "*", NULL };
  const gboolean save = action == GTK_FILE_CHOOSER_ACTION_SAVE;
  Asked *asked = g_new0 (Asked, 1);
  GtkFileChooser *chooser;

  asked->chooser = gtk_file_chooser_native_new (title, parent, action,
                                                save ? _("_Save") : _("_Open"), _("_Cancel"));
  asked->parent = g_object_ref (parent);
  asked->func = func;
  asked->user_data = user_data;

  chooser = GTK_FILE_CHOOSER (asked->chooser);
  gtk_file_chooser_set_select_multiple (chooser, multiple);
  add_filter (chooser, _(kind->title), kind->patterns);
  if (!save)
    add_filter (chooser, _("All files"), everything);
  if (name != NULL)
    gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (asked->chooser), TRUE);
  g_signal_connect_swapped (asked->chooser, "response", G_CALLBACK (on_response), asked);

  return asked;
}

static void
show (Asked *asked)
{
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (asked->chooser));
}

/**
 * bw_file_dialog_name:
 * @name: (nullable): for people, of any length
 * @suffix: of the file
 *
 * Returns: (transfer full): a name for a file
 */
char *
bw_file_dialog_name (const char *name,
                     const char *suffix)
{
  g_autofree char *clean = g_strdup (name == NULL || *name == '\0' ? "bellwether" : name);

  if (strlen (clean) > LONGEST_NAME)
    *g_utf8_find_prev_char (clean, clean + LONGEST_NAME + 1) = '\0';
  g_strdelimit (clean, "/\\:*?\"<>|", '-');

  return g_strconcat (clean, suffix, NULL);
}

/**
 * bw_file_dialog_open:
 * @func: called with the files, unless the dialog is cancelled; @user_data has to live until
 *   @parent is destroyed
 */
void
bw_file_dialog_open (GtkWindow        *parent,
                     const char       *title,
                     const BwFileKind *kind,
                     gboolean          multiple,
                     BwFilesFunc       func,
                     gpointer          user_data)
{
  show (prepare (parent, title, kind, GTK_FILE_CHOOSER_ACTION_OPEN, multiple, NULL, func, user_data));
}

/**
 * bw_file_dialog_save:
 * @name: proposed for the file
 * @func: called with one file, unless the dialog is cancelled; @user_data as for
 *   bw_file_dialog_open()
 */
void
bw_file_dialog_save (GtkWindow        *parent,
                     const char       *title,
                     const BwFileKind *kind,
                     const char       *name,
                     BwFilesFunc       func,
                     gpointer          user_data)
{
  show (prepare (parent, title, kind, GTK_FILE_CHOOSER_ACTION_SAVE, FALSE, name, func, user_data));
}

/**
 * bw_file_dialog_save_list:
 * @hiding: (nullable): what is done where customers’ names are to be hidden; %NULL: they are numbered
 *
 * As bw_file_dialog_save(), for a list of customers: it asks as well whether their names are to be
 * hidden, and @func finds the answer in bw_hidden_names_get().
 */
void
bw_file_dialog_save_list (GtkWindow        *parent,
                          const char       *title,
                          const BwFileKind *kind,
                          const char       *name,
                          const char       *hiding,
                          BwFilesFunc       func,
                          gpointer          user_data)
{
  Asked *asked = prepare (parent, title, kind, GTK_FILE_CHOOSER_ACTION_SAVE, FALSE, name, func,
                          user_data);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (asked->chooser);

  asked->asks_names = TRUE;
  if (hiding == NULL)
    hiding = _("Hide customers’ names (“Customer 17” instead)");
  gtk_file_chooser_add_choice (chooser, NAMES_CHOICE, hiding, NULL, NULL);
  gtk_file_chooser_set_choice (chooser, NAMES_CHOICE, bw_hidden_names_get () ? "true" : "false");
  show (asked);
}

/**
 * bw_file_dialog_save_or_not:
 * @cancelled: called where @func is not
 *
 * As bw_file_dialog_save(), for those that have to know the answer either way.
 */
void
bw_file_dialog_save_or_not (GtkWindow        *parent,
                            const char       *title,
                            const BwFileKind *kind,
                            const char       *name,
                            BwFilesFunc       func,
                            BwNoFilesFunc     cancelled,
                            gpointer          user_data)
{
  Asked *asked = prepare (parent, title, kind, GTK_FILE_CHOOSER_ACTION_SAVE, FALSE, name, func,
                          user_data);

  asked->cancelled = cancelled;
  show (asked);
}
