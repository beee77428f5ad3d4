/* How far score and metrics have moved between two snapshots, in plain text and as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/validate-said.h"

#include "chart/judged-words.h"
#include "cli/json-parts.h"
#include "cli/text-table.h"
#include "format/format.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static double
date_of (const BwJudged *judged,
         guint           snapshot)
{
  return bw_snapshot_get_date (bw_panel_get_snapshot (judged->panel, snapshot));
}

static void
append_day (GString    *out,
            const char *member,
            double      day)
{
  g_autoptr(GString) text = g_string_new (NULL);

  bw_csv_append_date (text, day);
  bw_json_append_text (out, member, text->str);
}

static void
add_moved (BwTextTable *table,
           const char  *name,
           double       psi)
{
  bw_text_table_add (table, g_strdup (name));
  bw_text_table_add (table, isnan (psi) ? g_strdup ("–") : bw_format_number (psi, 3));
  bw_text_table_add (table, g_strdup (bw_judged_words_stability (psi)));
}

/**
 * bw_stability_append_text:
 *
 * Adds a table: the score, then each metric.
 */
void
bw_stability_append_text (GString           *out,
                          const BwStability *stability,
                          const BwJudged    *judged)
{
  g_autoptr(BwTextTable) table = bw_text_table_new (3);
  g_autofree char *from = bw_format_date (date_of (judged, stability->from), BW_DATE_FULL);
  g_autofree char *to = bw_format_date (date_of (judged, stability->to), BW_DATE_FULL);
  /* TRANSLATORS: two dates */
  g_autofree char *title = g_strdup_printf (_("Stability %s – %s"), from, to);

  bw_text_table_add (table, g_steal_pointer (&title));
  /* TRANSLATORS: population stability index */
  bw_text_table_add (table, g_strdup (_("PSI")));
  bw_text_table_add (table, g_strdup (""));
  add_moved (table, _("Health score"), stability->score);
  for (guint i = 0; i < stability->n_metrics; i++)
    add_moved (table, bw_model_get_metric (judged->model, i)->name, stability->metrics[i]);
  g_string_append_c (out, '\n');
  bw_text_table_append (table, out);
}

/**
 * bw_stability_append_json:
 * @stability: (nullable): %NULL is null
 *
 * Adds the member “stability”.
 */
void
bw_stability_append_json (GString           *out,
                          const BwStability *stability,
                          const BwJudged    *judged)
{
  if (stability == NULL)
    {
      g_string_append (out, "  \"stability\": null,\n");
      return;
    }

  g_string_append (out, "  \"stability\": {\"index\": \"psi\", ");
  append_day (out, "from", date_of (judged, stability->from));
  g_string_append (out, ", ");
  append_day (out, "to", date_of (judged, stability->to));
  bw_json_append_number (out, "score", stability->score);
  g_string_append (out, ", \"metrics\": [");
  for (guint i = 0; i < stability->n_metrics; i++)
    {
      g_string_append (out, i > 0 ? ", {" : "{");
      bw_json_append_text (out, "id", bw_model_get_metric (judged->model, i)->id);
      bw_json_append_number (out, "psi", stability->metrics[i]);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "]},\n");
}
