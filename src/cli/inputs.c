/* What most commands are given: files, a mapping, roles and a date; and what comes of them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#define EPOCH_JULIAN 719163 /* GDate's day of 1970-01-01 */
#define MOST_BYTES   (64 * 1024 * 1024)

/**
 * bw_fail:
 *
 * Says on standard error, in one line, why the input could not be used.
 */
BwExit
bw_fail (const GError *error)
{
  g_autofree char *line = g_strdelimit (g_strdup (error->message), "\n", ' ');

  g_printerr ("bellwether-cli: %s\n", line);

  return BW_EXIT_INPUT;
}

/**
 * bw_wrong_usage:
 *
 * Says on standard error what is wrong with the call.
 */
BwExit
bw_wrong_usage (const char *command,
                const char *what)
{
  g_printerr ("bellwether-cli %s: %s\n", command, what);
  g_printerr (_("“bellwether-cli %s --help” shows how it is called."), command);
  g_printerr ("\n");

  return BW_EXIT_USAGE;
}

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
  if (g_strv_contains ((const char *const *) self->files, ""))
    {
      bw_wrong_usage (self->command, _("the name of a file is empty"));
      return FALSE;
    }

  return TRUE;
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
}

static gboolean
parse_as_of (const char *text,
             double     *days,
             GError    **error)
{
  GDate date;
  int year, month, day, end = 0;

  *days = NAN;
  if (text == NULL)
    return TRUE;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || text[end] != '\0' ||
      !g_date_valid_dmy (day, month, year))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   _("“%s” is not a date that --as-of understands; write it as 2026-11-30"), text);
      return FALSE;
    }

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);
  *days = (double) g_date_get_julian (&date) - EPOCH_JULIAN;

  return TRUE;
}

/* A pipe may never end and a device never does; what a model or mapping needs fits many times. */
static gboolean
check_document (GFile      *file,
                const char *path,
                GError    **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                                                 G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                 G_FILE_QUERY_INFO_NONE, NULL, NULL);
  const char *what = NULL;

  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    what = _("this is a pipe or a device; save its data to a file first");
  else if (info != NULL && g_file_info_get_size (info) > MOST_BYTES)
    what = _("this is far too large for a model or a mapping");
  if (what != NULL)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s: %s", path, what);

  return what == NULL;
}

static BwMapping *
load_mapping (const char *path,
              GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *text = NULL;

  if (!check_document (file, path, error))
    return NULL;

  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return bw_mapping_from_json (text, path, error);
}

/**
 * bw_inputs_read:
 *
 * Reads the files as the options say.
 *
 * Returns: (transfer full): what came of them, or %NULL
 */
BwIntake *
bw_inputs_read (const BwInputs *self,
                GError        **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(BwMapping) mapping = NULL;
  BwWish wish = { .mapping = NULL };

  if (!parse_as_of (self->as_of, &wish.as_of, error))
    return NULL;

  if (self->mapping != NULL && (mapping = load_mapping (self->mapping, error)) == NULL)
    return NULL;

  wish.mapping = mapping;
  for (guint i = 0; i < BW_N_ROLES; i++)
    wish.roles[i] = self->roles[i];
  for (char **path = self->files; *path != NULL; path++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (*path));

  return bw_intake_read ((GFile *const *) files->pdata, files->len, &wish, NULL, NULL, NULL, error);
}

/* How the mapping, if there is one, says that @file is read. */
static const BwReading *
find_reading (const BwMapping *mapping,
              GFile           *file)
{
  g_autofree char *name = g_file_get_basename (file);
  const guint match = mapping != NULL ? bw_mapping_match (mapping, name) : BW_NONE;

  return match != BW_NONE ? bw_mapping_get_source (mapping, match)->reading : NULL;
}

/**
 * bw_inputs_read_apart:
 * @known: what is said of the files elsewhere, and not again
 *
 * Reads each file for itself, as when they cannot be put together.
 *
 * Returns: (transfer full): every problem of them; a file that cannot be read is one
 */
BwReport *
bw_inputs_read_apart (const BwInputs *self,
                      const char     *known)
{
  g_autoptr(BwMapping) mapping = self->mapping != NULL ? load_mapping (self->mapping, NULL) : NULL;
  BwReport *report = bw_report_new ();

  for (char **path = self->files; *path != NULL; path++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (*path);
      g_autoptr(GError) error = NULL;
      g_autoptr(BwSource) source = bw_source_read (file, find_reading (mapping, file), NULL, NULL, NULL, &error);
      const BwProblem problem = {
        .severity = BW_SEVERITY_ROW, .file = *path, .what = source == NULL ? error->message : NULL
      };

      if (source != NULL)
        bw_report_append (report, bw_source_get_report (source));
      else if (!g_str_equal (error->message, known))
        bw_report_add (report, &problem);
    }

  return report;
}

/**
 * bw_say_nothing_to_score:
 *
 * Says on standard error that a model was proposed which has no metric.
 */
void
bw_say_nothing_to_score (void)
{
  g_printerr ("%s\n", _("No column of these files can be scored, so that the proposed model has no metric and nobody "
                        "gets a score: add files with usage, tickets or surveys."));
}

/**
 * bw_load_model_for:
 *
 * Returns: (transfer full): the model of the file at @path, which fits @panel, or %NULL
 */
BwModel *
bw_load_model_for (const char *path,
                   BwPanel    *panel,
                   GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(BwModel) model = NULL;

  if (!check_document (file, path, error) || (model = bw_model_load (file, error)) == NULL)
    return NULL;

  if (!bw_model_check (model, panel, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  return g_steal_pointer (&model);
}

/**
 * bw_inputs_load_model:
 *
 * Returns: (transfer full): the model that was given, else a proposed one, of which
 *   bw_inputs_say_model() tells; %NULL where it cannot be used with @panel
 */
BwModel *
bw_inputs_load_model (const BwInputs *self,
                      BwPanel        *panel,
                      GError        **error)
{
  if (self->model != NULL)
    return bw_load_model_for (self->model, panel, error);

  return bw_model_propose (panel, _("Proposed model"));
}

/**
 * bw_inputs_say_model:
 *
 * Says on standard error, once all went well, that @model is a proposed one.
 */
void
bw_inputs_say_model (const BwInputs *self,
                     const BwModel  *model)
{
  const guint n_metrics = bw_model_get_n_metrics (model);

  if (self->model != NULL)
    return;
  if (n_metrics == 0)
    {
      bw_say_nothing_to_score ();
      return;
    }

  g_printerr (ngettext ("No model was given: a proposed one with %u metric is used. “bellwether-cli model” writes it to a file.",
                        "No model was given: a proposed one with %u metrics is used. “bellwether-cli model” writes it to a file.",
                        n_metrics),
              n_metrics);
  g_printerr ("\n");
}
