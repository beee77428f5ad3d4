/* The command “panel”: customers × snapshots as the model sees them, as CSV. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/inputs.h"
#include "cli/output.h"
#include "cli/panel-csv.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>

BwExit bw_command_panel (int    argc,
                         char **argv);

#define BLOCK 65536 /* bytes that are gathered before they are written */

/* A header that no column of the panel bears: the wanted one, or that with underscores behind. */
static void
append_free_header (GString       *out,
                    const BwPanel *panel,
                    const char    *wanted)
{
  g_autofree char *name = g_strdup (wanted);

  while (bw_panel_find_column (panel, name) != BW_NONE)
    {
      char *longer = g_strconcat (name, "_", NULL);

      g_free (name);
      name = longer;
    }

  g_string_append (out, name);
}

static void
append_text (GString    *out,
             const char *text,
             gboolean    exact)
{
  if (exact)
    bw_csv_append_text (out, text);
  else
    bw_csv_append_guarded (out, text);
}

static void
append_header (GString       *out,
               const BwPanel *panel,
               gboolean       exact)
{
  append_free_header (out, panel, "customer");
  g_string_append_c (out, ',');
  append_free_header (out, panel, "name");
  g_string_append_c (out, ',');
  append_free_header (out, panel, "snapshot");

  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      g_string_append_c (out, ',');
      append_text (out, bw_panel_get_column (panel, i)->name, exact);
    }
  g_string_append_c (out, '\n');
}

static void
append_row (GString       *out,
            const BwPanel *panel,
            BwSnapshot    *snapshot,
            gsize          row,
            gboolean       exact)
{
  const guint customer = bw_snapshot_get_customers (snapshot)[row];

  append_text (out, bw_panel_get_key (panel, customer), exact);
  g_string_append_c (out, ',');
  append_text (out, bw_panel_get_name (panel, customer), exact);
  g_string_append_c (out, ',');
  bw_csv_append_date (out, bw_snapshot_get_date (snapshot));

  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      g_string_append_c (out, ',');
      bw_csv_append_cell (out, bw_snapshot_get_column (snapshot, i), row, !exact);
    }
  g_string_append_c (out, '\n');
}

/**
 * bw_write_panel:
 * @exact: whether texts are written unchanged, without a guard against formulas
 *
 * Writes customers × snapshots as CSV.
 */
gboolean
bw_write_panel (const BwPanel *panel,
                gboolean       exact,
                GOutputStream *stream,
                GError       **error)
{
  g_autoptr(GString) out = g_string_sized_new (2 * BLOCK);

  append_header (out, panel, exact);

  for (guint i = 0; i < bw_panel_get_n_snapshots (panel); i++)
    {
      BwSnapshot *snapshot = bw_panel_get_snapshot (panel, i);

      for (gsize row = 0; row < bw_snapshot_get_n_rows (snapshot); row++)
        {
          append_row (out, panel, snapshot, row, exact);
          if (out->len < BLOCK)
            continue;
          if (!g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error))
            return FALSE;
          g_string_truncate (out, 0);
        }
    }

  return g_output_stream_write_all (stream, out->str, out->len, NULL, NULL, error);
}

BwExit
bw_command_panel (int    argc,
                  char **argv)
{
  g_auto(BwInputs) inputs = { 0 };
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(GError) error = NULL;
  GOutputStream *stream;
  gboolean exact = FALSE, done;
  const GOptionEntry own[] = {
    { "exact", 0, 0, G_OPTION_ARG_NONE, &exact,
      N_("For a database: texts unchanged, without a guard against formulas"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!bw_inputs_parse (&inputs, argc, argv, "FILE… [-o panel.csv]", own))
    return BW_EXIT_USAGE;

  if ((panel = bw_inputs_read_panel (&inputs, &error)) == NULL ||
      (stream = bw_output_open (inputs.output, &error)) == NULL)
    return bw_fail (error);

  done = bw_write_panel (panel, exact, stream, &error) && bw_inputs_check_whole (&inputs, &error);
  if (!bw_output_close (stream, done, done ? &error : NULL))
    return bw_fail (error);

  return BW_EXIT_DONE;
}
