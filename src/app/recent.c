/* Workspaces that were opened lately, as the desktop remembers them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Only files of the user's own naming are put there; exports, which may be called after customers,
 * never are. */

#include "app/recent.h"

#include <glib/gi18n-lib.h>

#define MIME_TYPE "application/x-bellwether"

static void
recent_free (gpointer data)
{
  BwRecent *self = data;

  g_clear_object (&self->file);
  g_free (self->name);
  g_free (self->folder);
  g_free (self);
}

static char *
name_folder (GFile *file)
{
  g_autoptr(GFile) parent = g_file_get_parent (file);
  const char *path = parent == NULL ? NULL : g_file_peek_path (parent);
  const char *home = g_get_home_dir ();

  if (path == NULL)
    return g_strdup ("");
  if (g_str_equal (path, home))
    /* TRANSLATORS: the folder of all that is the user's */
    return g_strdup (_("Home folder"));
  if (g_str_has_prefix (path, home) && path[strlen (home)] == '/')
    {
      g_autofree char *short_path = g_strconcat ("~", path + strlen (home), NULL);

      return g_filename_display_name (short_path);
    }

  return g_filename_display_name (path);
}

static BwRecent *
recent_new (GFile *file)
{
  BwRecent *self = g_new0 (BwRecent, 1);
  g_autofree char *base = g_file_get_basename (file);
  char *name = g_filename_display_name (base);

  if (g_str_has_suffix (name, ".bellwether"))
    name[strlen (name) - strlen (".bellwether")] = '\0';
  self->file = g_object_ref (file);
  self->name = name;
  self->folder = name_folder (file);

  return self;
}

static int
compare_infos (gconstpointer a,
               gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/**
 * bw_recent_list:
 *
 * Returns: (transfer full) (element-type BwRecent): at most @most workspaces that are still there,
 *   the newest first
 */
GPtrArray *
bw_recent_list (guint most)
{
  GPtrArray *recents = g_ptr_array_new_with_free_func (recent_free);
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  infos = g_list_sort (infos, compare_infos);
  for (GList *link = infos; link != NULL && recents->len < most; link = link->next)
    {
      GtkRecentInfo *info = link->data;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 &&
          gtk_recent_info_is_local (info) && gtk_recent_info_exists (info))
        {
          g_autoptr(GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));

          g_ptr_array_add (recents, recent_new (file));
        }
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  return recents;
}

/**
 * bw_recent_add:
 * @file: a workspace that was opened or saved
 */
void
bw_recent_add (GFile *file)
{
  static char *const groups[] = { "Bellwether", NULL };
  const GtkRecentData data = {
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Bellwether",
    .app_exec = (char *) "bellwether %u",
    .groups = (char **) groups,
  };
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/**
 * bw_recent_remove:
 * @file: what turned out not to be there any more, or is no workspace
 */
void
bw_recent_remove (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}
