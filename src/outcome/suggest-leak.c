/* What to beware of in a suggestion: weight for a metric that seems to have been known only afterwards. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/suggest-parts.h"
#include "outcome/validation-parts.h"

#include "stats/auc.h"

#include <math.h>

static gboolean
gets_weight (const BwSuggestion *self,
             guint               metric)
{
  for (guint segment = 0; segment < self->n_segments; segment++)
    {
      if (bw_suggestion_get_weight (self, segment, metric)->to > 0)
        return TRUE;
    }

  return FALSE;
}

/* The AUC of the metric alone, over the rows that were learned from. */
static double
find_auc (const BwLesson *lesson,
          guint           metric)
{
  g_autofree double *scores = g_new (double, MAX (lesson->n_rows, 1));
  g_autofree guint8 *gone = g_new (guint8, MAX (lesson->n_rows, 1));

  for (gsize row = 0; row < lesson->n_rows; row++)
    {
      scores[row] = bw_prepared_get_score (lesson->prepared, row, metric);
      gone[row] = bw_cohort_get_row (lesson->cohort, row)->gone;
    }

  return bw_auc (scores, gone, NULL, lesson->n_rows).auc;
}

/**
 * bw_suggestion_remark_leaks:
 *
 * Remarks on metrics that the suggestion gives weight to although they tell too well.
 */
void
bw_suggestion_remark_leaks (BwSuggestion   *self,
                            const BwLesson *lesson)
{
  g_autoptr(GString) texts = g_string_new (NULL);

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const BwMetric *metric = bw_model_get_metric (self->before, i);
      g_autofree char *leak = NULL;
      g_autofree char *text = NULL;
      double auc;

      if (!gets_weight (self, i))
        continue;
      leak = bw_cohort_find_leak (lesson->cohort, metric);
      auc = find_auc (lesson, i);
      if (leak == NULL && !(auc > BW_SUSPECT || auc < 1 - BW_SUSPECT))
        continue;
      text = bw_leak_describe (metric, leak, auc);
      g_string_append_printf (texts, "%s%s", texts->len > 0 ? " " : "", text);
    }
  if (texts->len > 0)
    bw_remarks_add (self->remarks, "leak", BW_REMARK_WARNING, g_strdup (texts->str));
}
