/* Reading the files of a call as its options say. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

/**
 * bw_parse_date:
 * @text: (nullable): what --as-of says
 * @days: (out): days since 1970-01-01, or NaN where it says nothing
 */
gboolean
bw_parse_date (const char *text,
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
  *days = (double) g_date_get_julian (&date) - BW_EPOCH_JULIAN;

  return TRUE;
}

/**
 * bw_inputs_load_mapping:
 *
 * Returns: (transfer full): the mapping that was given, or %NULL with @error set; not to be called
 *   where none was given
 */
BwMapping *
bw_inputs_load_mapping (const BwInputs *self,
                        GError        **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (self->mapping);
  g_autofree char *text = NULL;

  if (!bw_check_document (file, self->mapping, error))
    return NULL;

  if (!g_file_load_contents (file, NULL, &text, NULL, NULL, error))
    {
      g_prefix_error (error, "%s: ", self->mapping);
      return NULL;
    }

  return bw_mapping_from_json (text, self->mapping, error);
}

/**
 * bw_inputs_read:
 *
 * Reads the files as the options say, or those that a workspace keeps.
 *
 * Returns: (transfer full): what came of them, or %NULL
 */
BwIntake *
bw_inputs_read (BwInputs *self,
                GError  **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(BwMapping) mapping = NULL;
  BwWish wish = { .mapping = NULL };

  if (self->workspace != NULL)
    return bw_inputs_read_workspace (self, error);
  if (!bw_parse_date (self->as_of, &wish.as_of, error))
    return NULL;

  if (self->mapping != NULL && (mapping = bw_inputs_load_mapping (self, error)) == NULL)
    return NULL;

  wish.mapping = mapping;
  wish.reading = self->reading;
  for (guint i = 0; i < BW_N_ROLES; i++)
    wish.roles[i] = self->roles[i];
  for (char **path = self->files; *path != NULL; path++)
    g_ptr_array_add (files, g_file_new_for_commandline_arg (*path));

  return bw_intake_read ((GFile *const *) files->pdata, files->len, &wish, NULL, NULL, NULL, error);
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
  g_autoptr(BwMapping) mapping = self->mapping != NULL ? bw_inputs_load_mapping (self, NULL) : NULL;
  BwReport *report = bw_report_new ();

  for (char **path = self->files; *path != NULL; path++)
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (*path);
      g_autoptr(GError) error = NULL;
      g_autoptr(BwSource) source = bw_source_read (file, bw_inputs_find_reading (self, mapping, file), NULL, NULL, NULL, &error);
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
