/* What most commands are given: files, a mapping, roles and a date; and what comes of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"

#include <glib/gi18n-lib.h>

static void
add_shared_options (BwInputs       *self,
                    GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &self->mapping, N_("Read the files as this mapping says"), "M.json" },
    { "key", 0, 0, G_OPTION_ARG_STRING, &self->roles[BW_ROLE_KEY], N_("The column that tells customers apart"), "COLUMN" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self->roles[BW_ROLE_NAME], N_("The column with the customers’ names"), "COLUMN" },
    { "segment-column", 0, 0, G_OPTION_ARG_STRING, &self->roles[BW_ROLE_SEGMENT], N_("The column that proposes segments"), "COLUMN" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &self->roles[BW_ROLE_DATE], N_("The column that dates the rows"), "COLUMN" },
    { "value", 0, 0, G_OPTION_ARG_STRING, &self->roles[BW_ROLE_MONEY], N_("The column with the money at stake"), "COLUMN" },
    { "outcome", 0, 0, G_OPTION_ARG_STRING, &self->roles[BW_ROLE_OUTCOME], N_("The column that says who left"), "COLUMN" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &self->as_of, N_("The date of exports that have none"), "YYYY-MM-DD" },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &self->sheet, N_("The sheet of a workbook, or the file in an archive"), "NAME" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding, N_("The encoding of the files, such as UTF-8 or WINDOWS-1252"), "NAME" },
    { "delimiter", 0, 0, G_OPTION_ARG_STRING, &self->delimiter, N_("What stands between fields"), "CHARACTER" },
    { "quote", 0, 0, G_OPTION_ARG_STRING, &self->quote, N_("What stands around fields"), "CHARACTER" },
    { "model", 'm', 0, G_OPTION_ARG_FILENAME, &self->model, N_("The model; without one a model is proposed"), "M.json" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("Write to this file instead of standard output"), "FILE" },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

static gboolean
is_same_file (const char *path,
              const char *output)
{
  g_autoptr(GFile) a = g_file_new_for_commandline_arg (path);
  g_autoptr(GFile) b = g_file_new_for_commandline_arg (output);
  g_autoptr(GFileInfo) first = g_file_query_info (a, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr(GFileInfo) second = g_file_query_info (b, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return first != NULL && second != NULL &&
         g_strcmp0 (g_file_info_get_attribute_string (first, G_FILE_ATTRIBUTE_ID_FILE),
                    g_file_info_get_attribute_string (second, G_FILE_ATTRIBUTE_ID_FILE)) == 0;
}

/* The slip of a tired person must not cost an export. */
static gboolean
would_overwrite (const BwInputs *self)
{
  if (self->output == NULL)
    return FALSE;

  for (char **path = self->files; *path != NULL; path++)
    {
      if (is_same_file (*path, self->output))
        return TRUE;
    }

  return (self->model != NULL && is_same_file (self->model, self->output)) ||
         (self->mapping != NULL && is_same_file (self->mapping, self->output));
}

/* All that is no option; the first -- only says that no option comes behind it. */
static void
take_files (BwInputs *self,
            char    **words)
{
  g_autoptr(GStrvBuilder) files = g_strv_builder_new ();
  gboolean ended = FALSE;

  for (char **word = words; *word != NULL; word++)
    {
      if (!ended && g_str_equal (*word, "--"))
        ended = TRUE;
      else
        g_strv_builder_add (files, *word);
    }
  self->files = g_strv_builder_end (files);
}

/* Whether the first of the files is something else to the command, which then looks at the rest. */
static gboolean
own_first_word (const char *command)
{
  return g_str_equal (command, "chart") || g_str_has_prefix (command, "workspace ");
}

/**
 * bw_inputs_parse:
 * @self: zeroed
 * @arguments: as the help shows them behind the command's name
 * @own: (nullable) (array zero-terminated=1): options of this command alone
 *
 * Reads the call. What is wrong with it is said on standard error.
 *
 * Returns: whether the call can be carried out; if not, the command returns %BW_EXIT_USAGE
 */
gboolean
bw_inputs_parse (BwInputs           *self,
                 int                 argc,
                 char              **argv,
                 const char         *arguments,
                 const GOptionEntry *own)
{
  g_autoptr(GOptionContext) context = g_option_context_new (arguments);
  g_autoptr(GError) error = NULL;
  g_autofree char *program = g_strconcat ("bellwether-cli ", argv[0], NULL);

  self->command = g_strdup (argv[0]);
  g_set_prgname (program);
  add_shared_options (self, context);
  if (own != NULL)
    g_option_context_add_main_entries (context, own, GETTEXT_PACKAGE);

  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      bw_wrong_usage (self->command, error->message);
      return FALSE;
    }

  if (self->judges)
    self->outcome = g_steal_pointer (&self->roles[BW_ROLE_OUTCOME]);
  take_files (self, argv + 1);
  if (self->files[0] == NULL)
    {
      bw_wrong_usage (self->command, _("no file is given"));
      return FALSE;
    }
  if (would_overwrite (self))
    {
      bw_wrong_usage (self->command, _("-o names a file that is read; write to another one"));
      return FALSE;
    }
  if (g_strv_contains ((const char *const *) self->files, "") || g_strcmp0 (self->output, "") == 0)
    {
      bw_wrong_usage (self->command, _("the name of a file is empty"));
      return FALSE;
    }

  return bw_inputs_take_reading (self) &&
         (own_first_word (self->command) || bw_inputs_take_workspace (self));
}

void
bw_inputs_clear (BwInputs *self)
{
  g_free (self->command);
  g_strfreev (self->files);
  g_free (self->mapping);
  for (guint i = 0; i < BW_N_ROLES; i++)
    g_free (self->roles[i]);
  g_free (self->as_of);
  g_free (self->model);
  g_free (self->output);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->delimiter);
  g_free (self->quote);
  g_clear_pointer (&self->reading, bw_reading_free);
  g_clear_pointer (&self->store, bw_store_close);
  g_free (self->workspace);
  g_free (self->outcome);
}
