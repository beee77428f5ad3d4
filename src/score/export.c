/* Scores as CSV: one row a customer, in the order of the file. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/export.h"

#include "files/replace.h"
#include "score/explain.h"
#include "table/csv.h"

#include <math.h>

/**
 * bw_scores_append_header:
 * @explain: also `mean`, a column a group and a metric, `rule` and `rest`: points that, added to
 *   the mean, make the score
 *
 * Appends the header line. Column names are for programs and stay English.
 */
void
bw_scores_append_header (GString       *out,
                         const BwModel *model,
                         gboolean       explain)
{
  g_string_append (out, "customer,name,segment,snapshot,score,band,grade,rank,percentile,coverage");

  if (explain)
    {
      g_string_append (out, ",mean");
      for (guint i = 0; i < bw_model_get_n_groups (model); i++)
        g_string_append_printf (out, ",group.%s", bw_model_get_group (model, i)->id);
      for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
        g_string_append_printf (out, ",metric.%s", bw_model_get_metric (model, i)->id);
      g_string_append (out, ",rule,rest");
    }

  g_string_append_c (out, '\n');
}

static void
append_place (GString         *out,
              const BwResults *results,
              gsize            row)
{
  const BwModel *model = bw_results_get_model (results);
  const double score = bw_results_get_score (results, row);

  bw_csv_append_fixed (out, score, 6);
  g_string_append_c (out, ',');

  if (isnan (score))
    {
      g_string_append (out, "Not enough data,,,");
    }
  else
    {
      bw_csv_append_guarded (out, bw_model_get_band (model, bw_results_get_band (results, row))->name);
      g_string_append_c (out, ',');
      bw_csv_append_guarded (out, bw_model_get_grade (model, bw_results_get_grade (results, row))->letter);
      g_string_append_printf (out, ",%u,%u", bw_results_get_rank (results, row),
                              bw_results_get_percentile (results, row));
    }

  g_string_append_c (out, ',');
  bw_csv_append_fixed (out, bw_results_get_coverage (results, row), 6);
}

static void
append_points (GString         *out,
               const BwResults *results,
               gsize            row)
{
  const BwModel *model = bw_results_get_model (results);
  const guint n_groups = bw_model_get_n_groups (model);
  const guint n_metrics = bw_model_get_n_metrics (model);
  g_autoptr(BwExplanation) explanation = NULL;
  g_autofree double *groups = g_new0 (double, MAX (n_groups, 1));
  g_autofree double *metrics = g_new (double, MAX (n_metrics, 1));

  if (isnan (bw_results_get_score (results, row)))
    {
      for (guint i = 0; i < n_groups + n_metrics + 3; i++)
        g_string_append_c (out, ',');
      return;
    }

  for (guint i = 0; i < n_metrics; i++)
    metrics[i] = NAN;

  explanation = bw_explain (results, row);
  for (guint i = 0; i < explanation->n_reasons; i++)
    {
      const BwReason *reason = &explanation->reasons[i];

      metrics[reason->metric] = reason->points;
      groups[bw_model_get_metric (model, reason->metric)->group] += reason->points;
    }

  g_string_append_c (out, ',');
  bw_csv_append_number (out, explanation->from);
  for (guint i = 0; i < n_groups + n_metrics; i++)
    {
      g_string_append_c (out, ',');
      bw_csv_append_number (out, i < n_groups ? groups[i] : metrics[i - n_groups]);
    }
  g_string_append_c (out, ',');
  bw_csv_append_number (out, explanation->rule);
  g_string_append_c (out, ',');
  bw_csv_append_number (out, explanation->rest);
}

/**
 * bw_scores_append_row:
 * @row: of the snapshot
 * @explain: see bw_scores_append_header()
 *
 * Appends the line of one customer: score and coverage with six decimals, empty where there is not
 * enough data; texts guarded against being run as formulas.
 */
void
bw_scores_append_row (GString         *out,
                      const BwResults *results,
                      gsize            row,
                      gboolean         explain)
{
  const BwPrepared *prepared = bw_results_get_prepared (results);
  BwPanel *panel = bw_prepared_get_panel (prepared);
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, bw_prepared_get_snapshot (prepared));
  const guint customer = bw_snapshot_get_customers (snapshot)[row];
  const guint segment = bw_results_get_segment (results, row);

  bw_csv_append_guarded (out, bw_panel_get_key (panel, customer));
  g_string_append_c (out, ',');
  bw_csv_append_guarded (out, bw_panel_get_name (panel, customer));
  g_string_append_c (out, ',');
  bw_csv_append_guarded (out, bw_model_get_segment (bw_results_get_model (results), segment)->name);
  g_string_append_c (out, ',');
  bw_csv_append_date (out, bw_snapshot_get_date (snapshot));
  g_string_append_c (out, ',');
  append_place (out, results, row);
  if (explain)
    append_points (out, results, row);
  g_string_append_c (out, '\n');
}

/**
 * bw_scores_pass_on:
 * @out: emptied where it is written
 * @least: fewer bytes wait for more of them
 *
 * Returns: whether nothing went wrong
 */
gboolean
bw_scores_pass_on (GString       *out,
                   gsize          least,
                   GOutputStream *stream,
                   GCancellable  *cancellable,
                   GError       **error)
{
  if (out->len < least)
    return TRUE;

  if (!g_output_stream_write_all (stream, out->str, out->len, NULL, cancellable, error))
    return FALSE;

  g_string_truncate (out, 0);

  return TRUE;
}

/**
 * bw_scores_write:
 *
 * Writes the rows of one snapshot to @stream, without the header. The stream stays open.
 *
 * Returns: whether all was written
 */
gboolean
bw_scores_write (const BwResults *results,
                 gboolean         explain,
                 GOutputStream   *stream,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr(GString) out = g_string_sized_new (2 * BW_SCORES_BLOCK);

  for (gsize row = 0; row < bw_results_get_n_rows (results); row++)
    {
      bw_scores_append_row (out, results, row, explain);
      if (!bw_scores_pass_on (out, BW_SCORES_BLOCK, stream, cancellable, error))
        return FALSE;
    }

  return bw_scores_pass_on (out, 0, stream, cancellable, error);
}

/**
 * bw_scores_save:
 * @file: replaced as a whole or, on failure, left as it was
 *
 * Writes header and rows.
 */
gboolean
bw_scores_save (const BwResults *results,
                GFile           *file,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr(GString) header = g_string_new (NULL);
  GOutputStream *stream = bw_replace_begin (file, error);
  gboolean written;

  if (stream == NULL)
    return FALSE;

  bw_scores_append_header (header, bw_results_get_model (results), FALSE);
  written = bw_scores_pass_on (header, 0, stream, cancellable, error) &&
            bw_scores_write (results, FALSE, stream, cancellable, error);

  return bw_replace_end (stream, written, error);
}
