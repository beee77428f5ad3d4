/* A suggestion of weights in plain text, for a person to read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/suggest-said.h"

#include "cli/text-table.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
auc_text (BwAuc auc)
{
  g_autofree char *value = bw_format_number (auc.auc, 3);
  g_autofree char *low = bw_format_number (auc.low, 3);
  g_autofree char *high = bw_format_number (auc.high, 3);

  if (isnan (auc.low))
    return g_strdup ("–");

  /* TRANSLATORS: a figure and the ends of its interval */
  return g_strdup_printf (_("%s (%s – %s)"), value, low, high);
}

static void
append_fact (BwTextTable *facts,
             const char  *name,
             char        *value)
{
  bw_text_table_add (facts, g_strdup (name));
  bw_text_table_add (facts, value);
}

static void
append_facts (GString            *out,
              const BwSuggestion *suggestion,
              const BwJudged     *judged)
{
  g_autoptr(BwTextTable) facts = bw_text_table_new (2);
  g_autofree char *n_fitted = bw_format_number (bw_suggestion_get_n_fitted (suggestion), 0);
  g_autofree char *n_tested = bw_format_number (bw_suggestion_get_n_tested (suggestion), 0);
  BwAuc gain = bw_suggestion_get_gain (suggestion);

  append_fact (facts, _("Model"), g_strdup (bw_model_get_name (judged->model)));
  append_fact (facts, _("Outcome"), bw_outcome_describe (judged->outcome));
  append_fact (facts, _("Test"), bw_cohort_describe (judged->cohort));
  if (bw_suggestion_get_verdict (suggestion) != BW_SUGGEST_TOO_FEW)
    {
      /* TRANSLATORS: two numbers of rows */
      append_fact (facts, _("Customers"), g_strdup_printf (_("%s fitted on, %s tested on"), n_fitted, n_tested));
      append_fact (facts, _("AUC as it stands"), auc_text (bw_suggestion_get_old_auc (suggestion)));
      append_fact (facts, _("AUC suggested"), auc_text (bw_suggestion_get_new_auc (suggestion)));
      gain.auc = bw_suggestion_get_shown_gain (suggestion);
      append_fact (facts, _("Improvement"), auc_text (gain));
    }
  bw_text_table_append_left (facts, out);
}

static void
add_percent (BwTextTable *table,
             double       share)
{
  bw_text_table_add (table, bw_format_percent (share, 0));
}

static char *
segment_text (const BwSuggestion *suggestion,
              const BwJudged     *judged,
              guint               segment)
{
  const BwSuggestedSegment *figures = bw_suggestion_get_segment (suggestion, segment);
  const char *name = bw_model_get_segment (judged->model, segment)->name;
  g_autofree char *n = bw_format_number (figures->n, 0);
  g_autofree char *n_gone = bw_format_number (figures->n_gone, 0);

  if (!figures->learned)
    /* TRANSLATORS: a segment, how many customers it has, how many of them left */
    return g_strdup_printf (_("%s: %s customers, %s left; no metric speaks in its direction, so the weights stay"),
                            name, n, n_gone);
  if (figures->own)
    return g_strdup_printf (_("%s: %s customers, %s left; fitted on these"), name, n, n_gone);

  return g_strdup_printf (_("%s: %s customers, %s left; fitted on all"), name, n, n_gone);
}

static void
append_segment (GString            *out,
                const BwSuggestion *suggestion,
                const BwJudged     *judged,
                guint               segment,
                const char         *title)
{
  g_autoptr(BwTextTable) table = bw_text_table_new (6);
  const char *heads[] = { _("Metric"), _("Weight now"), _("Suggested"), _("from"), _("to"), "" };

  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    bw_text_table_add (table, g_strdup (heads[i]));
  for (guint i = 0; i < bw_model_get_n_metrics (judged->model); i++)
    {
      const BwSuggestedWeight *weight = bw_suggestion_get_weight (suggestion, segment, i);

      if (isnan (weight->from))
        continue;
      bw_text_table_add (table, g_strdup (bw_model_get_metric (judged->model, i)->name));
      add_percent (table, weight->from);
      add_percent (table, weight->to);
      add_percent (table, weight->low);
      add_percent (table, weight->high);
      bw_text_table_add (table, g_strdup (weight->against ? _("against its direction") : ""));
    }
  g_string_append_printf (out, "\n%s\n", title);
  bw_text_table_append (table, out);
}

/* Whether all segments have the same weights, and are suggested the same. */
static gboolean
are_alike (const BwSuggestion *suggestion,
           const BwModel      *model)
{
  for (guint segment = 1; segment < bw_model_get_n_segments (model); segment++)
    {
      for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
        {
          const BwSuggestedWeight *a = bw_suggestion_get_weight (suggestion, 0, i);
          const BwSuggestedWeight *b = bw_suggestion_get_weight (suggestion, segment, i);

          if (isnan (a->from) != isnan (b->from) || (!isnan (a->from) && (a->from != b->from || a->to != b->to)))
            return FALSE;
        }
    }

  return bw_model_get_n_segments (model) > 1;
}

static void
append_segments (GString            *out,
                 const BwSuggestion *suggestion,
                 const BwJudged     *judged)
{
  if (are_alike (suggestion, judged->model))
    {
      append_segment (out, suggestion, judged, 0, _("All segments: fitted on all customers"));
      return;
    }

  for (guint i = 0; i < bw_model_get_n_segments (judged->model); i++)
    {
      g_autofree char *title = segment_text (suggestion, judged, i);

      if (bw_suggestion_get_segment (suggestion, i)->n > 0)
        append_segment (out, suggestion, judged, i, title);
    }
}

/**
 * bw_suggestion_to_text:
 *
 * Returns: (transfer full): what it is worth, the weights with their ranges, and what to beware of
 */
char *
bw_suggestion_to_text (const BwSuggestion *suggestion,
                       const BwJudged     *judged)
{
  GString *out = g_string_new (NULL);
  g_autofree char *verdict = bw_suggestion_describe (suggestion);

  append_facts (out, suggestion, judged);
  g_string_append_printf (out, "\n%s\n", verdict);
  if (bw_suggestion_get_verdict (suggestion) != BW_SUGGEST_TOO_FEW)
    append_segments (out, suggestion, judged);
  bw_judging_append_remarks (out, judged, bw_suggestion_get_remarks (suggestion));

  return g_string_free (out, FALSE);
}
