/* Fuzzing: any bytes as a file, read whole: refused with a reason, or a table with a report. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "memory.h"

#include "import/source.h"

static gboolean
count_fields (const char *const *fields,
              const gsize       *lengths,
              guint              n_fields,
              gsize              line,
              gpointer           user_data)
{
  gsize *n_bytes = user_data;

  g_assert_cmpuint (line, >, 0);
  for (guint i = 0; i < n_fields; i++)
    {
      g_assert_cmpint (fields[i][lengths[i]], ==, '\0');
      *n_bytes += lengths[i];
    }

  return TRUE;
}

static void
check_source (const BwSource *source)
{
  BwTable *table = bw_source_get_table (source);
  BwReport *report = bw_source_get_report (source);

  g_assert_cmpuint (bw_table_get_n_rows (table), >, 0);
  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    g_assert_cmpuint (bw_source_get_facts (source, i)->n_missing, <=, bw_table_get_n_rows (table));
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      g_autofree char *line = bw_problem_to_line (bw_report_get_problem (report, i));

      g_assert_true (g_utf8_validate (line, -1, NULL));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *bytes,
                        size_t         n)
{
  g_autoptr(GFile) file = bw_fuzz_file (bytes, n);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);
  gsize n_bytes = 0;

  g_assert_true ((source == NULL) == (error != NULL));
  if (source != NULL)
    check_source (source);
  else
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
  bw_source_read_raw (file, NULL, count_fields, &n_bytes, NULL, NULL);

  return 0;
}
