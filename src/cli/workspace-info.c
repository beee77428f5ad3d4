/* The command “workspace info”: what is in a workspace. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/workspace.h"

#include "cli/output.h"
#include "cli/workspace-contents.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* "2026-11-22 10:38" in this place's time. */
static void
append_moment (GString *out,
               gint64   at)
{
  g_autoptr(GDateTime) moment = g_date_time_new_from_unix_local (at / G_USEC_PER_SEC);
  g_autofree char *text = moment != NULL ? g_date_time_format (moment, "%Y-%m-%d %H:%M") : NULL;

  g_string_append (out, text != NULL ? text : "?");
}

static void
append_span (GString *out,
             BwPanel *panel)
{
  const guint n = bw_panel_get_n_snapshots (panel);
  const double first = bw_snapshot_get_date (bw_panel_get_snapshot (panel, 0));
  const double last = bw_snapshot_get_date (bw_panel_get_snapshot (panel, n - 1));

  if (isnan (last))
    return;
  g_string_append (out, " (");
  bw_csv_append_date (out, first);
  if (last != first)
    {
      g_string_append (out, " – ");
      bw_csv_append_date (out, last);
    }
  g_string_append_c (out, ')');
}

static void
append_data (GString *out,
             BwPanel *panel)
{
  guint n;

  if (panel == NULL)
    {
      g_string_append_printf (out, "%s\n", _("No data"));
      return;
    }
  n = bw_panel_get_n_customers (panel);
  g_string_append_printf (out, ngettext ("%u customer", "%u customers", n), n);
  n = bw_panel_get_n_snapshots (panel);
  g_string_append (out, ", ");
  g_string_append_printf (out, ngettext ("%u snapshot", "%u snapshots", n), n);
  append_span (out, panel);
  n = bw_panel_get_n_columns (panel);
  g_string_append (out, ", ");
  g_string_append_printf (out, ngettext ("%u column", "%u columns", n), n);
  g_string_append_c (out, '\n');
}

static void
append_file (GString          *out,
             const BwKeptFile *file)
{
  g_autofree char *n_rows = g_strdup_printf ("%" G_GINT64_FORMAT, file->n_rows);

  g_string_append_printf (out, "      %s · ", file->name);
  g_string_append_printf (out, ngettext ("%s row", "%s rows", file->n_rows), n_rows);
  if (!g_str_equal (file->name, file->read_as))
    {
      g_string_append (out, " · ");
      /* TRANSLATORS: the name that a file is read under, which has its date */
      g_string_append_printf (out, _("read as %s"), file->read_as);
    }
  if (file->removed)
    g_string_append_printf (out, " · %s", file->replaced_by != 0 ? _("another came in its stead") : _("taken back"));
  g_string_append_c (out, '\n');
}

static void
append_import (GString            *out,
               const BwKeptImport *import)
{
  g_string_append (out, "  ");
  append_moment (out, import->at);
  g_string_append_printf (out, " · %s", import->author);
  if (import->removed)
    g_string_append_printf (out, " · %s", _("taken back"));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < import->files->len; i++)
    append_file (out, import->files->pdata[i]);
}

static void
append_version (GString             *out,
                const BwKeptVersion *version)
{
  /* TRANSLATORS: a name in quotes */
  g_autofree char *name = g_strdup_printf (_("“%s”"), version->name);

  g_string_append (out, "  ");
  append_moment (out, version->at);
  g_string_append_printf (out, " · %s · %s", version->author, name);
  if (*version->why != '\0')
    g_string_append_printf (out, " · %s", version->why);
  g_string_append_c (out, '\n');
}

static char *
as_text (const BwContents *self)
{
  GString *out = g_string_new (NULL);
  g_autofree char *size = g_format_size (self->size);

  g_string_append_printf (out, "%s · %s\n", self->path, size);
  append_data (out, self->panel);
  if (self->draft != NULL)
    {
      const guint n = bw_model_get_n_metrics (self->draft->model);

      /* TRANSLATORS: the model’s name, and how many metrics it has */
      g_string_append_printf (out, ngettext ("Model “%s”, %u metric", "Model “%s”, %u metrics", n),
                              bw_model_get_name (self->draft->model), n);
      g_string_append_c (out, '\n');
    }
  g_string_append_printf (out, ngettext ("%u note", "%u notes", self->notes->len), self->notes->len);
  g_string_append_c (out, '\n');
  if (self->imports->len > 0)
    g_string_append_printf (out, "%s\n", _("Imports"));
  for (guint i = 0; i < self->imports->len; i++)
    append_import (out, self->imports->pdata[i]);
  if (self->versions->len > 0)
    g_string_append_printf (out, "%s\n", _("Versions"));
  for (guint i = 0; i < self->versions->len; i++)
    append_version (out, self->versions->pdata[i]);

  return g_string_free (out, FALSE);
}

BwExit
bw_command_workspace_info (int    argc,
                           char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_auto(BwContents) contents = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;
  gboolean as_json = FALSE;
  const GOptionEntry own[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE.bellwether", own))
    return BW_EXIT_USAGE;
  if (inputs.files[1] != NULL)
    return bw_wrong_usage (inputs.command, _("give one workspace"));
  if (!bw_contents_read (&contents, inputs.files[0], &error))
    return bw_fail (error);

  text = as_json ? bw_contents_to_json (&contents) : as_text (&contents);

  return bw_output_write_text (inputs.output, text, -1, &error) ? BW_EXIT_DONE : bw_fail (error);
}
