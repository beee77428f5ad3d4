/* The program as the desktop knows it: one instance, its windows, and what it opens. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/application.h"

#include "app/about.h"
#include "app/help.h"
#include "app/hidden-names.h"
#include "app/settings.h"
#include "app/window.h"

#include <glib/gi18n-lib.h>

#define APP_ID "org.bellwether.bellwether"
#define DATA_FOLDER_VARIABLE "BELLWETHER_DATADIR" /* for a tree that is not installed */

struct _BwApplication
{
  AdwApplication parent_instance;

  char      *data_folder;
  GSettings *settings; /* or NULL */
};

G_DEFINE_FINAL_TYPE (BwApplication, bw_application, ADW_TYPE_APPLICATION)

static const struct
{
  const char *action;
  const char *keys[3];
} accelerators[] = {
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-copy", { "<Shift><Control>s" } },
  { "win.import", { "<Control>i" } },
  { "win.open-model", { "<Shift><Control>o" } },
  { "win.export-scores", { "<Shift><Control>e" } },
  { "win.save-version", { "<Control>d" } },
  { "win.versions", { "<Shift><Control>d" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Shift><Control>z", "<Control>y" } },
  { "win.search", { "<Control>f" } },
  { "win.export", { "<Control>e" } },
  { "win.page::distribution", { "<Control>1" } },
  { "win.page::trends", { "<Control>2" } },
  { "win.page::customers", { "<Control>3" } },
  { "win.page::compare", { "<Control>4" } },
  { "win.page::validate", { "<Control>5" } },
  { "win.weights", { "F9" } },
  { "win.segments", { "<Shift>F9" } },
  { "win.fullscreen", { "F11" } },
  { "app.help", { "F1" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
};

static BwWindow *
present_window (BwApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  while (window != NULL && !BW_IS_WINDOW (window))
    window = gtk_window_get_transient_for (window);
  if (window == NULL)
    window = GTK_WINDOW (bw_window_new (GTK_APPLICATION (self), self->settings));
  gtk_window_present (window);

  return BW_WINDOW (window);
}

static void
bw_application_activate (GApplication *application)
{
  present_window (BW_APPLICATION (application));
}

static void
bw_application_open (GApplication *application,
                     GFile       **files,
                     int           n_files,
                     const char   *hint)
{
  BwWindow *window = present_window (BW_APPLICATION (application));

  bw_window_open_files (window, files, n_files);
}

static void
open_sample (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  BwApplication *self = user_data;
  const char *other = g_getenv (DATA_FOLDER_VARIABLE);
  g_autoptr(GFile) folder = g_file_new_build_filename (other != NULL ? other : self->data_folder,
                                                       "sample", NULL);

  bw_window_open_sample (present_window (self), folder);
}

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  bw_about_present (GTK_WINDOW (present_window (user_data)));
}

static void
show_help (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  bw_help_show (GTK_WINDOW (present_window (user_data)));
}

static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Windows close as by hand, so that what they remember is written. One may take another along. */
  for (GList *link = windows; link != NULL; link = link->next)
    g_object_ref (link->data);
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
  g_list_free_full (windows, g_object_unref);
}

static void
apply_style (const char *style)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (style, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK :
                                      g_str_equal (style, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT :
                                      ADW_COLOR_SCHEME_DEFAULT);
}

static void
change_style (GSimpleAction *action,
              GVariant      *state,
              gpointer       user_data)
{
  BwApplication *self = user_data;
  const char *style = g_variant_get_string (state, NULL);

  apply_style (style);
  bw_settings_set_style (self->settings, style);
  g_simple_action_set_state (action, state);
}

static void
add_actions (BwApplication *self)
{
  static const GActionEntry entries[] = {
    { .name = "sample", .activate = open_sample },
    { .name = "about", .activate = show_about },
    { .name = "help", .activate = show_help },
    { .name = "quit", .activate = quit },
    { .name = "style", .parameter_type = "s", .state = "'system'", .change_state = change_style },
  };
  g_autofree char *style = bw_settings_dup_style (self->settings);

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  bw_hidden_names_add_action (G_APPLICATION (self));
  g_action_group_change_action_state (G_ACTION_GROUP (self), "style", g_variant_new_string (style));
  for (gsize i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action,
                                           accelerators[i].keys);
}

static void
bw_application_startup (GApplication *application)
{
  BwApplication *self = BW_APPLICATION (application);

  G_APPLICATION_CLASS (bw_application_parent_class)->startup (application);

  self->settings = bw_settings_new ();
  gtk_window_set_default_icon_name (APP_ID);
  add_actions (self);
}

/* Starts with the sample, also in a window that another start has opened. */
static int
bw_application_handle_local_options (GApplication *application,
                                     GVariantDict *options)
{
  g_autoptr(GError) error = NULL;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Bellwether %s\n", BW_VERSION);
      return 0;
    }
  if (!g_variant_dict_contains (options, "sample"))
    return -1;
  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }

  g_action_group_activate_action (G_ACTION_GROUP (application), "sample", NULL);

  return -1;
}

static void
bw_application_finalize (GObject *object)
{
  BwApplication *self = BW_APPLICATION (object);

  g_free (self->data_folder);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (bw_application_parent_class)->finalize (object);
}

static void
bw_application_class_init (BwApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_application_finalize;
  application_class->startup = bw_application_startup;
  application_class->activate = bw_application_activate;
  application_class->open = bw_application_open;
  application_class->handle_local_options = bw_application_handle_local_options;
}

static void
bw_application_init (BwApplication *self)
{
  static const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Open the sample data"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[FILE…]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Score customers, and see which need care."));
}

/**
 * bw_application_new:
 * @data_folder: where the program's data is installed
 */
BwApplication *
bw_application_new (const char *data_folder)
{
  BwApplication *self = g_object_new (BW_TYPE_APPLICATION,
                                      "application-id", APP_ID,
                                      "flags", G_APPLICATION_HANDLES_OPEN,
                                      NULL);

  self->data_folder = g_strdup (data_folder);

  return self;
}
