/* Scores as JSON with all digits, written customer by customer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A million customers as one tree of JSON nodes would take gigabytes; each line here is one
 * customer and is written as soon as it is made. */

#include "cli/score-json.h"

#include "cli/json-parts.h"
#include "score/explain.h"

#include "table/csv.h"

#include <math.h>

#define BLOCK 65536 /* bytes that are gathered before they are written */

static void
append_place (GString         *out,
              const BwResults *results,
              gsize            row)
{
  const BwModel *model = bw_results_get_model (results);

  bw_json_append_number (out, "score", bw_results_get_score (results, row));
  g_string_append (out, ", ");

  if (isnan (bw_results_get_score (results, row)))
    {
      g_string_append (out, "\"band\": null, \"grade\": null, \"rank\": null, \"percentile\": null");
      return;
    }

  bw_json_append_text (out, "band", bw_model_get_band (model, bw_results_get_band (results, row))->id);
  g_string_append (out, ", ");
  bw_json_append_text (out, "grade", bw_model_get_grade (model, bw_results_get_grade (results, row))->letter);
  g_string_append_printf (out, ", \"rank\": %u, \"percentile\": %u",
                          bw_results_get_rank (results, row), bw_results_get_percentile (results, row));
}

/* The scores that the score is made of, and what a cap or a floor made of it. */
static void
append_parts (GString         *out,
              const BwResults *results,
              gsize            row)
{
  const BwModel *model = bw_results_get_model (results);
  const BwPrepared *prepared = bw_results_get_prepared (results);
  const guint rule = bw_results_get_rule (results, row);

  bw_json_append_number (out, "score_before_rules", bw_results_get_score_before_rules (results, row));
  g_string_append (out, ", ");
  if (rule == BW_NONE)
    g_string_append (out, "\"reason\": null");
  else
    bw_json_append_text (out, "reason", bw_model_get_rule (model, rule)->reason);

  g_string_append (out, ", \"groups\": [");
  for (guint i = 0; i < bw_model_get_n_groups (model); i++)
    {
      g_string_append (out, i > 0 ? ", {" : "{");
      bw_json_append_text (out, "id", bw_model_get_group (model, i)->id);
      bw_json_append_number (out, "score", bw_results_get_group_score (results, row, i));
      g_string_append_c (out, '}');
    }
  g_string_append (out, "], \"metrics\": [");
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      g_string_append (out, i > 0 ? ", {" : "{");
      bw_json_append_text (out, "id", bw_model_get_metric (model, i)->id);
      bw_json_append_number (out, "score", bw_prepared_get_score (prepared, row, i));
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

/* Why the score is what it is: points against the mean of the segment, which add up. */
static void
append_points (GString         *out,
               const BwResults *results,
               gsize            row)
{
  const BwModel *model = bw_results_get_model (results);
  g_autoptr(BwExplanation) explanation = NULL;

  if (isnan (bw_results_get_score (results, row)))
    return;

  explanation = bw_explain (results, row);
  bw_json_append_number (out, "mean", explanation->from);
  g_string_append (out, ", \"points\": [");
  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      g_string_append (out, i > 0 ? ", {" : "{");
      bw_json_append_text (out, "metric",
                           bw_model_get_metric (model, explanation->reasons[i].metric)->id);
      bw_json_append_number (out, "points", explanation->reasons[i].points);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
  bw_json_append_number (out, "points_of_rule", explanation->rule);
  bw_json_append_number (out, "points_of_rest", explanation->rest);
}

static void
append_customer (GString         *out,
                 const BwResults *results,
                 gsize            row,
                 gboolean         explain)
{
  const BwPrepared *prepared = bw_results_get_prepared (results);
  BwPanel *panel = bw_prepared_get_panel (prepared);
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, bw_prepared_get_snapshot (prepared));
  const guint customer = bw_snapshot_get_customers (snapshot)[row];
  const guint segment = bw_results_get_segment (results, row);

  g_string_append (out, out->len > 0 && out->str[out->len - 1] == '[' ? "\n  {" : ",\n  {");
  bw_json_append_text (out, "customer", bw_panel_get_key (panel, customer));
  g_string_append (out, ", ");
  bw_json_append_text (out, "name", bw_panel_get_name (panel, customer));
  g_string_append (out, ", ");
  bw_json_append_text (out, "segment", bw_model_get_segment (bw_results_get_model (results), segment)->id);
  if (isnan (bw_snapshot_get_date (snapshot)))
    g_string_append (out, ", \"snapshot\": null");
  else
    {
      g_string_append (out, ", \"snapshot\": \"");
      bw_csv_append_date (out, bw_snapshot_get_date (snapshot));
      g_string_append_c (out, '"');
    }
  append_place (out, results, row);
  bw_json_append_number (out, "coverage", bw_results_get_coverage (results, row));
  if (explain)
    {
      append_parts (out, results, row);
      append_points (out, results, row);
    }
  g_string_append_c (out, '}');
}

/**
 * bw_score_json_begin:
 * @out: empty
 */
void
bw_score_json_begin (GString       *out,
                     const BwModel *model)
{
  g_string_append (out, "{");
  bw_json_append_text (out, "model", bw_model_get_name (model));
  g_string_append (out, ", \"customers\": [");
}

/**
 * bw_score_json_write:
 * @out: what is gathered and not yet written; its last byte tells whether a comma is due
 * @explain: also the score before caps and floors, the reason of the one that changed it, and the
 *   scores of groups and metrics, and the points of each metric against the segment's mean
 *
 * Writes the customers of one snapshot.
 */
gboolean
bw_score_json_write (GString         *out,
                     const BwResults *results,
                     gboolean         explain,
                     GOutputStream   *stream,
                     GError         **error)
{
  for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
    {
      append_customer (out, results, row, explain);
      if (out->len < BLOCK)
        continue;

      /* the last byte stays behind, so that the next customer sees what stands before it */
      if (!g_output_stream_write_all (stream, out->str, out->len - 1, NULL, NULL, error))
        return FALSE;
      g_string_erase (out, 0, out->len - 1);
    }

  return TRUE;
}

void
bw_score_json_end (GString *out)
{
  g_string_append (out, "\n]}\n");
}
