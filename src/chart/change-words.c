/* What changed about a customer between two snapshots, metric by metric, as a person says it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/change-words.h"

#include "chart/words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Whether the metric's values are names of something, or yes and no: more and less mean nothing. */
static gboolean
is_named (const BwMetric *metric,
          BwPanel        *panel)
{
  const guint column = bw_panel_find_column (panel, metric->derivation.column);

  if (metric->derivation.type != BW_DERIVE_COLUMN)
    return FALSE;

  return bw_derivation_is_coded (&metric->derivation, panel) ||
         (column != BW_NONE && bw_panel_get_column (panel, column)->type == BW_COLUMN_FLAG);
}

static char *
words_of_gap (const BwMetric *metric,
              const char     *now,
              gboolean        is_missing)
{
  if (is_missing)
    /* TRANSLATORS: a metric has no value any more */
    return g_strdup_printf (_("%s has no data now"), metric->name);

  /* TRANSLATORS: a metric had no value before; its name and its value */
  return g_strdup_printf (_("%s had no data, now %s"), metric->name, now);
}

/**
 * bw_change_words:
 * @before: the earlier snapshot
 * @now: the later one, of the same panel under the same model
 * @reason: of bw_explain_change() for the two
 *
 * Returns: (transfer full): "Active users fell from 61 % to 34 %"
 */
char *
bw_change_words (const BwResults *before,
                 const BwResults *now,
                 const BwReason  *reason)
{
  BwModel *model = bw_results_get_model (now);
  const BwPrepared *prepared = bw_results_get_prepared (now);
  BwPanel *panel = bw_prepared_get_panel (prepared);
  const BwMetric *metric = bw_model_get_metric (model, reason->metric);
  g_autofree char *from = bw_words_raw (
    model, panel, bw_prepared_get_snapshot (bw_results_get_prepared (before)), reason->metric,
    reason->raw_before);
  g_autofree char *to = bw_words_raw (model, panel, bw_prepared_get_snapshot (prepared),
                                      reason->metric, reason->raw);

  if (isnan (reason->raw) || isnan (reason->raw_before))
    return words_of_gap (metric, to, isnan (reason->raw));
  if (g_str_equal (from, to))
    /* TRANSLATORS: a metric and its value, which is as before */
    return g_strdup_printf (_("%s is still %s"), metric->name, to);
  if (metric->derivation.type == BW_DERIVE_DAYS_SINCE && reason->raw >= 0)
    /* TRANSLATORS: a metric that counts days since something, and a number of days: "Last meeting
     * is now 74 days ago" */
    return g_strdup_printf (_("%s is now %s ago"), metric->name, to);
  if (is_named (metric, panel))
    /* TRANSLATORS: a metric, its value then, its value now */
    return g_strdup_printf (_("%s changed from %s to %s"), metric->name, from, to);
  if (reason->raw > reason->raw_before)
    /* TRANSLATORS: a metric, its value then, its value now */
    return g_strdup_printf (_("%s rose from %s to %s"), metric->name, from, to);

  /* TRANSLATORS: a metric, its value then, its value now */
  return g_strdup_printf (_("%s fell from %s to %s"), metric->name, from, to);
}
