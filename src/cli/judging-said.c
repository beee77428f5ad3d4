/* What there is to say of a judgement, in plain text and as JSON. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/judging.h"

#include "cli/json-parts.h"
#include "table/csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static void
append_texts (GString         *out,
              const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const BwRemark *remark = g_ptr_array_index (remarks, i);

      g_string_append_printf (out, "%s %s\n", remark->level == BW_REMARK_NOTE ? "·" : "!", remark->text);
    }
}

/**
 * bw_judging_append_remarks:
 * @more: (element-type BwRemark): of what was found
 *
 * Appends what to beware of, a line each, the findings first.
 */
void
bw_judging_append_remarks (GString         *out,
                           const BwJudged  *judged,
                           const GPtrArray *more)
{
  const gsize before = out->len;

  append_texts (out, more);
  append_texts (out, bw_outcome_get_remarks (judged->outcome));
  append_texts (out, bw_cohort_get_remarks (judged->cohort));
  if (out->len > before)
    g_string_insert (out, before, "\n");
}

static const char *
level_id (BwRemarkLevel level)
{
  switch (level)
    {
    case BW_REMARK_STOP:
      return "stop";
    case BW_REMARK_WARNING:
      return "warning";
    case BW_REMARK_NOTE:
    default:
      return "note";
    }
}

static void
append_list (GString         *out,
             const GPtrArray *remarks,
             gboolean        *first)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const BwRemark *remark = g_ptr_array_index (remarks, i);

      g_string_append (out, *first ? "\n    {" : ",\n    {");
      *first = FALSE;
      bw_json_append_text (out, "id", remark->id);
      g_string_append (out, ", ");
      bw_json_append_text (out, "level", level_id (remark->level));
      g_string_append (out, ", ");
      bw_json_append_text (out, "text", remark->text);
      g_string_append_c (out, '}');
    }
}

static void
append_outcome (GString         *out,
                const BwOutcome *outcome)
{
  BwPanel *panel = bw_outcome_get_panel (outcome);
  const guint column = bw_outcome_get_column (outcome), date = bw_outcome_get_date_column (outcome);
  const char *const *gone = bw_outcome_get_gone_values (outcome);
  const double end = bw_outcome_get_end (outcome);
  g_autoptr(GString) day = g_string_new (NULL);

  g_string_append (out, "  \"outcome\": {");
  bw_json_append_text (out, "column", column != BW_NONE ? bw_panel_get_column (panel, column)->name : NULL);
  g_string_append (out, ", \"positive\": ");
  g_string_append (out, gone == NULL ? "null" : "[");
  for (guint i = 0; gone != NULL && gone[i] != NULL; i++)
    {
      g_autoptr(GString) member = g_string_new (NULL);

      bw_json_append_text (member, "", gone[i]);
      g_string_append_printf (out, "%s%s", i > 0 ? ", " : "", member->str + strlen ("\"\": "));
    }
  g_string_append (out, gone == NULL ? ", " : "], ");
  bw_json_append_text (out, "date", date != BW_NONE ? bw_panel_get_column (panel, date)->name : NULL);
  g_string_append_printf (out, ", \"dated\": %s", bw_outcome_is_dated (outcome) ? "true" : "false");
  bw_json_append_number (out, "gone", bw_outcome_count (outcome, BW_FATE_GONE));
  bw_json_append_number (out, "stayed", bw_outcome_count (outcome, BW_FATE_STAYED));
  bw_json_append_number (out, "unknown", bw_outcome_count (outcome, BW_FATE_UNKNOWN));
  bw_csv_append_date (day, end);
  g_string_append (out, ", ");
  bw_json_append_text (out, "end", isnan (end) ? NULL : day->str);
  g_string_append (out, "},\n");
}

/**
 * bw_judging_append_json:
 * @more: (element-type BwRemark): of what was found
 *
 * Appends the members model, outcome, test and remarks, each with the comma after it.
 */
void
bw_judging_append_json (GString         *out,
                        const BwJudged  *judged,
                        const GPtrArray *more)
{
  const BwCohortChoice *choice = bw_cohort_get_choice (judged->cohort);
  const BwCohortCounts *counts = bw_cohort_get_counts (judged->cohort);
  const gboolean forecasts = bw_cohort_forecasts (judged->cohort);
  gboolean first = TRUE;

  g_string_append (out, "  ");
  bw_json_append_text (out, "model", bw_model_get_name (judged->model));
  g_string_append (out, ",\n");
  append_outcome (out, judged->outcome);
  g_string_append (out, "  \"test\": {");
  bw_json_append_text (out, "kind", !forecasts ? "describes" : choice->judging == BW_JUDGE_EVERY
                                    ? "every-snapshot" : "once");
  bw_json_append_number (out, "lead", forecasts ? choice->lead : NAN);
  bw_json_append_number (out, "span", forecasts && choice->judging == BW_JUDGE_EVERY ? choice->span : NAN);
  bw_json_append_number (out, "rows", bw_cohort_get_n_rows (judged->cohort));
  bw_json_append_number (out, "rows_gone", bw_cohort_get_n_gone (judged->cohort));
  bw_json_append_number (out, "customers", counts->n_customers);
  bw_json_append_number (out, "unknown", counts->n_unknown);
  bw_json_append_number (out, "too_late", counts->n_late);
  bw_json_append_number (out, "still_open", counts->n_open);
  g_string_append (out, "},\n  \"remarks\": [");
  append_list (out, more, &first);
  append_list (out, bw_outcome_get_remarks (judged->outcome), &first);
  append_list (out, bw_cohort_get_remarks (judged->cohort), &first);
  g_string_append (out, first ? "],\n" : "\n  ],\n");
}
