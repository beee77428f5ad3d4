/* A suggestion of weights as JSON, with every figure and all digits. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/suggest-said.h"

#include "cli/json-parts.h"

#include <math.h>

static const char *
verdict_id (BwSuggestVerdict verdict)
{
  switch (verdict)
    {
    case BW_SUGGEST_BETTER:
      return "better";
    case BW_SUGGEST_ALIKE:
      return "alike";
    case BW_SUGGEST_NOTHING:
      return "nothing";
    case BW_SUGGEST_TOO_FEW:
    default:
      return "too-few";
    }
}

static const char *
test_id (BwSuggestTest test)
{
  switch (test)
    {
    case BW_SUGGEST_IN_TIME:
      return "in-time";
    case BW_SUGGEST_CROSSED:
      return "crossed";
    case BW_SUGGEST_THIRD:
    default:
      return "third";
    }
}

static void
append_auc (GString    *out,
            const char *member,
            BwAuc       auc)
{
  g_string_append_printf (out, ", \"%s\": {\"interval\": 0.95", member);
  bw_json_append_number (out, "value", auc.auc);
  bw_json_append_number (out, "se", auc.se);
  bw_json_append_number (out, "low", auc.low);
  bw_json_append_number (out, "high", auc.high);
  bw_json_append_number (out, "gone", auc.n_gone);
  bw_json_append_number (out, "stayed", auc.n_stayed);
  g_string_append_c (out, '}');
}

static void
append_weights (GString            *out,
                const BwSuggestion *suggestion,
                const BwModel      *model,
                guint               segment)
{
  gboolean first = TRUE;

  g_string_append (out, ", \"weights\": [");
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      const BwSuggestedWeight *weight = bw_suggestion_get_weight (suggestion, segment, i);

      if (isnan (weight->from))
        continue;
      g_string_append (out, first ? "{" : ", {");
      first = FALSE;
      bw_json_append_text (out, "metric", bw_model_get_metric (model, i)->id);
      bw_json_append_number (out, "from", weight->from);
      bw_json_append_number (out, "to", weight->to);
      bw_json_append_number (out, "low", weight->low);
      bw_json_append_number (out, "high", weight->high);
      g_string_append_printf (out, ", \"against\": %s}", weight->against ? "true" : "false");
    }
  g_string_append_c (out, ']');
}

/**
 * bw_suggestion_to_json:
 *
 * Returns: (transfer full): all there is
 */
char *
bw_suggestion_to_json (const BwSuggestion *suggestion,
                       const BwJudged     *judged)
{
  const BwSuggestVerdict verdict = bw_suggestion_get_verdict (suggestion);
  g_autofree char *sentence = bw_suggestion_describe (suggestion);
  GString *out = g_string_new ("{\n");

  bw_judging_append_json (out, judged, bw_suggestion_get_remarks (suggestion));
  g_string_append (out, "  \"suggestion\": {");
  bw_json_append_text (out, "verdict", verdict_id (verdict));
  g_string_append (out, ", ");
  bw_json_append_text (out, "sentence", sentence);
  g_string_append (out, ", ");
  bw_json_append_text (out, "tested",
                       verdict == BW_SUGGEST_TOO_FEW ? NULL : test_id (bw_suggestion_get_test (suggestion)));
  bw_json_append_number (out, "rows_fitted", bw_suggestion_get_n_fitted (suggestion));
  bw_json_append_number (out, "rows_tested", bw_suggestion_get_n_tested (suggestion));
  bw_json_append_number (out, "penalty", bw_suggestion_get_penalty (suggestion));
  append_auc (out, "auc_before", bw_suggestion_get_old_auc (suggestion));
  append_auc (out, "auc_after", bw_suggestion_get_new_auc (suggestion));
  append_auc (out, "gain", bw_suggestion_get_gain (suggestion));
  g_string_append (out, "},\n  \"segments\": [");
  for (guint i = 0; i < bw_model_get_n_segments (judged->model); i++)
    {
      const BwSuggestedSegment *segment = bw_suggestion_get_segment (suggestion, i);

      g_string_append (out, i > 0 ? ",\n    {" : "\n    {");
      bw_json_append_text (out, "id", bw_model_get_segment (judged->model, i)->id);
      g_string_append_printf (out, ", \"own\": %s", segment->own ? "true" : "false");
      g_string_append_printf (out, ", \"learned\": %s", segment->learned ? "true" : "false");
      bw_json_append_number (out, "rows", segment->n);
      bw_json_append_number (out, "rows_gone", segment->n_gone);
      append_weights (out, suggestion, judged->model, i);
      g_string_append_c (out, '}');
    }
  g_string_append (out, "\n  ]\n}\n");

  return g_string_free (out, FALSE);
}
