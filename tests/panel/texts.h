/* Exports written in a test, read as files: names and texts in, an intake out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/intake.h"

#include <glib/gstdio.h>
#include <math.h>

typedef struct
{
  const char *name;
  const char *text;
} TextFile;

/* Reads up to @n files, of which the first without a name ends the list. */
static inline BwIntake *
read_texts (const TextFile *files,
            guint           n,
            const BwWish   *wish,
            GError        **error)
{
  g_autofree char *folder = g_dir_make_tmp ("bellwether-panel-XXXXXX", NULL);
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  BwIntake *intake;

  for (guint i = 0; i < n && files[i].name != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

      g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
      g_ptr_array_add (list, g_file_new_for_path (path));
    }
  intake = bw_intake_read ((GFile **) list->pdata, list->len, wish, NULL, NULL, NULL, error);
  for (guint i = 0; i < list->len; i++)
    g_file_delete (list->pdata[i], NULL, NULL);
  g_rmdir (folder);

  return intake;
}

/* "2026-08-31" as days since 1970-01-01; NaN for NULL. */
static inline double
day (const char *text)
{
  GDate date, epoch;

  if (text == NULL)
    return NAN;
  g_date_clear (&date, 1);
  g_date_clear (&epoch, 1);
  g_date_set_dmy (&date, atoi (text + 8), atoi (text + 5), atoi (text));
  g_date_set_dmy (&epoch, 1, 1, 1970);

  return g_date_days_between (&epoch, &date);
}

/* A cell of the panel as text: "-" where missing, "absent" where the customer is not there. */
static inline char *
cell (const BwIntake *intake,
      guint           snapshot,
      const char     *key,
      const char     *column)
{
  BwPanel *panel = bw_intake_get_panel (intake);
  BwSnapshot *one = bw_panel_get_snapshot (panel, snapshot);
  const guint customer = bw_panel_find_customer (panel, key);
  const guint at = bw_panel_find_column (panel, column);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  BwColumn *values;
  guint row;

  if (at == BW_NONE)
    g_error ("no column %s", column);
  row = customer == BW_NONE ? BW_NONE : bw_snapshot_find_row (one, customer);
  if (row == BW_NONE)
    return g_strdup ("absent");
  values = bw_snapshot_get_column (one, at);
  if (bw_column_is_missing (values, row))
    return g_strdup ("-");
  if (bw_column_get_codes (values) != NULL)
    return g_strdup (bw_column_get_text (values, row));

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.12g", bw_column_get_numbers (values)[row]));
}

static inline void
assert_cell (const BwIntake *intake,
             guint           snapshot,
             const char     *key,
             const char     *column,
             const char     *expected)
{
  g_autofree char *found = cell (intake, snapshot, key, column);

  if (g_strcmp0 (found, expected) != 0)
    g_error ("%s of %s in snapshot %u is %s, not %s", column, key, snapshot, found, expected);
}

/* Whether a line of the report has @part in it, as a person sees it. */
static inline gboolean
reports (const BwIntake *intake,
         const char     *part)
{
  BwReport *report = bw_intake_get_report (intake);

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      g_autofree char *line = bw_problem_to_line (bw_report_get_problem (report, i));

      if (strstr (line, part) != NULL)
        return TRUE;
    }

  return FALSE;
}

static inline void
assert_reports (const BwIntake *intake,
                const char     *part)
{
  if (!reports (intake, part))
    {
      BwReport *report = bw_intake_get_report (intake);

      for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
        {
          g_autofree char *line = bw_problem_to_line (bw_report_get_problem (report, i));

          g_test_message ("%s", line);
        }
      g_error ("the report does not say “%s”", part);
    }
}
