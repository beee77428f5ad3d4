/* A validation as JSON, with every figure and all digits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/validate-said.h"

#include "cli/json-parts.h"

#include <math.h>

static void
append_rate (GString      *out,
             const char   *member,
             const BwRate *rate)
{
  g_string_append_printf (out, ", \"%s\": {\"interval\": 0.95", member);
  bw_json_append_number (out, "customers", rate->n);
  bw_json_append_number (out, "gone", rate->n_gone);
  bw_json_append_number (out, "rate", rate->rate);
  bw_json_append_number (out, "low", rate->low);
  bw_json_append_number (out, "high", rate->high);
  g_string_append_c (out, '}');
}

static void
append_auc (GString     *out,
            const BwAuc *auc)
{
  bw_json_append_number (out, "auc", auc->auc);
  bw_json_append_number (out, "auc_se", auc->se);
  bw_json_append_number (out, "auc_low", auc->low);
  bw_json_append_number (out, "auc_high", auc->high);
}

static void
append_bands (GString         *out,
              const BwFigures *figures,
              const BwModel   *model)
{
  const guint n_bands = bw_model_get_n_bands (model);

  g_string_append (out, ", \"bands\": [");
  for (guint i = 0; i <= n_bands; i++)
    {
      const BwBandFigures *band = &figures->bands[i < n_bands ? i : BW_NO_BAND];

      g_string_append (out, i > 0 ? ", {" : "{");
      bw_json_append_text (out, "band", i < n_bands ? bw_model_get_band (model, i)->id : NULL);
      append_rate (out, "churn", &band->rate);
      bw_json_append_number (out, "precision", band->precision);
      bw_json_append_number (out, "recall", band->recall);
      bw_json_append_number (out, "money", band->money);
      bw_json_append_number (out, "money_gone", band->money_gone);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_tenths (GString         *out,
               const BwFigures *figures)
{
  g_string_append (out, ", \"tenths\": [");
  for (guint i = 0; i < BW_N_TENTHS; i++)
    {
      const BwTenth *tenth = &figures->tenths[i];

      g_string_append_printf (out, "%s{\"tenth\": %u", i > 0 ? ", " : "", i + 1);
      bw_json_append_number (out, "least", tenth->least);
      bw_json_append_number (out, "most", tenth->most);
      bw_json_append_number (out, "mean", tenth->mean);
      append_rate (out, "churn", &tenth->rate);
      bw_json_append_number (out, "expected", figures->expected[i]);
      bw_json_append_number (out, "gain", tenth->gain);
      bw_json_append_number (out, "money", tenth->money);
      bw_json_append_number (out, "money_gone", tenth->money_gone);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
append_figures (GString         *out,
                const BwFigures *figures,
                const BwModel   *model)
{
  g_string_append_printf (out, "\"enough\": %s", figures->enough ? "true" : "false");
  bw_json_append_number (out, "rows", figures->n);
  bw_json_append_number (out, "rows_gone", figures->n_gone);
  bw_json_append_number (out, "customers_gone", figures->n_customers_gone);
  bw_json_append_number (out, "customers_stayed", figures->n_customers_stayed);
  append_rate (out, "churn", &figures->base);
  append_auc (out, &figures->auc);
  bw_json_append_number (out, "gini", figures->gini);
  bw_json_append_number (out, "ks", figures->ks);
  bw_json_append_number (out, "ks_score", figures->ks_score);
  bw_json_append_number (out, "lift", figures->lift);
  bw_json_append_number (out, "intercept", figures->intercept);
  bw_json_append_number (out, "slope", figures->slope);
  bw_json_append_number (out, "brier", figures->brier);
  bw_json_append_number (out, "brier_base", figures->brier_base);
  append_rate (out, "caught", &figures->recall);
  append_bands (out, figures, model);
  append_tenths (out, figures);
}

static void
append_segments (GString            *out,
                 const BwValidation *validation,
                 const BwModel      *model)
{
  g_string_append (out, "  \"segments\": [");
  for (guint i = 0; i < bw_model_get_n_segments (model); i++)
    {
      g_string_append (out, i > 0 ? ",\n    {" : "\n    {");
      bw_json_append_text (out, "id", bw_model_get_segment (model, i)->id);
      g_string_append (out, ", ");
      bw_json_append_text (out, "name", bw_model_get_segment (model, i)->name);
      g_string_append (out, ", ");
      append_figures (out, bw_validation_get_figures (validation, i), model);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "\n  ],\n");
}

static void
append_metrics (GString            *out,
                const BwValidation *validation,
                const BwModel      *model)
{
  const guint n_metrics = bw_model_get_n_metrics (model);

  g_string_append (out, "  \"metrics\": [");
  for (guint i = 0; i < n_metrics; i++)
    {
      const BwMetricFigures *figures = bw_validation_get_metric (validation, i);

      g_string_append (out, i > 0 ? ",\n    {" : "\n    {");
      bw_json_append_text (out, "id", bw_model_get_metric (model, i)->id);
      g_string_append (out, ", ");
      bw_json_append_text (out, "name", bw_model_get_metric (model, i)->name);
      bw_json_append_number (out, "share", figures->share);
      bw_json_append_number (out, "gone", figures->auc.n_gone);
      bw_json_append_number (out, "stayed", figures->auc.n_stayed);
      append_auc (out, &figures->auc);
      g_string_append_printf (out, ", \"suspect\": %s}", figures->suspect ? "true" : "false");
    }
  g_string_append (out, n_metrics > 0 ? "\n  ],\n" : "],\n");
}

static void
append_roc (GString            *out,
            const BwValidation *validation)
{
  g_autoptr(GArray) points =
    bw_ladder_list_roc (bw_validation_get_ladder (validation, BW_ALL_SEGMENTS));

  g_string_append (out, "  \"roc\": [");
  for (guint i = 0; i < points->len; i++)
    {
      const BwRocPoint *point = &g_array_index (points, BwRocPoint, i);

      g_string_append_printf (out, "%s{\"point\": %u", i > 0 ? ",\n    " : "\n    ", i);
      bw_json_append_number (out, "score", isinf (point->score) ? NAN : point->score);
      bw_json_append_number (out, "false_alarms", point->false_alarms);
      bw_json_append_number (out, "caught", point->caught);
      g_string_append_c (out, '}');
    }
  g_string_append (out, points->len > 0 ? "\n  ]\n" : "]\n");
}

/**
 * bw_validation_to_json:
 * @stability: (nullable): where there is an earlier snapshot
 *
 * Returns: (transfer full): every figure, over the book, by segment, of each metric, and the ROC
 */
char *
bw_validation_to_json (const BwValidation *validation,
                       const BwJudged     *judged,
                       const BwStability  *stability)
{
  GString *out = g_string_new ("{\n");

  bw_judging_append_json (out, judged, bw_validation_get_remarks (validation));
  g_string_append (out, "  \"all\": {");
  append_figures (out, bw_validation_get_figures (validation, BW_ALL_SEGMENTS), judged->model);
  g_string_append (out, "},\n");
  append_segments (out, validation, judged->model);
  append_metrics (out, validation, judged->model);
  bw_stability_append_json (out, stability, judged);
  append_roc (out, validation);
  g_string_append (out, "}\n");

  return g_string_free (out, FALSE);
}
