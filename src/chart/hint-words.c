/* Hints about a model in a plain sentence, and where a person can do something about each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "chart/hint-words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What the words of a hint are filled with; unused ones are "". */
typedef struct
{
  const char *metric;
  const char *other;
  const char *segment;
  char       *value;
  char       *weight;
} Parts;

static void
parts_clear (Parts *parts)
{
  g_free (parts->value);
  g_free (parts->weight);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static const char *
name_metric (const BwModel *model,
             guint          metric)
{
  return metric < bw_model_get_n_metrics (model) ? bw_model_get_metric (model, metric)->name : "";
}

static Parts
fill (const BwModel *model,
      const BwHint  *hint)
{
  const gboolean correlation = hint->kind == BW_HINT_TOGETHER;

  return (Parts) {
           .metric = name_metric (model, hint->metric),
           .other = name_metric (model, hint->other),
           .segment = hint->segment < bw_model_get_n_segments (model) ?
                      bw_model_get_segment (model, hint->segment)->name : _("All customers"),
           .value = correlation ? bw_format_number (hint->value, 2) :
                    bw_format_percent (hint->value, 0),
           .weight = bw_format_percent (hint->weight, 0),
  };
}

static char *
say_idle_rule (const BwModel *model,
               guint          rule)
{
  const BwRule *value = rule < bw_model_get_n_rules (model) ? bw_model_get_rule (model, rule) : NULL;

  if (value == NULL || value->reason == NULL || *value->reason == '\0')
    return g_strdup (_("A cap or floor holds for nobody."));
  if (value->cap)
    /* TRANSLATORS: %s is the reason of a cap: Delinquent */
    return g_strdup_printf (_("The cap “%s” holds for nobody."), value->reason);

  /* TRANSLATORS: %s is the reason of a floor: CSM vouches */
  return g_strdup_printf (_("The floor “%s” holds for nobody."), value->reason);
}

static char *
say_mostly (const BwModel *model,
            const Parts   *parts,
            guint          band)
{
  /* TRANSLATORS: a percentage of the customers, and the name of a band */
  return g_strdup_printf (_("%s of the customers are in “%s”, so the score says little."),
                          parts->value, bw_model_get_band (model, band)->name);
}

/**
 * bw_hint_to_words:
 * @model: that the hint is about
 *
 * Returns: (transfer full): a sentence
 */
char *
bw_hint_to_words (const BwModel *model,
                  const BwHint  *hint)
{
  g_auto(Parts) parts = fill (model, hint);

  switch (hint->kind)
    {
    case BW_HINT_CONSTANT:
      /* TRANSLATORS: a metric, and a percentage of customers */
      return g_strdup_printf (_("“%s” scores %s of the customers alike, so it hardly tells them apart."),
                              parts.metric, parts.value);

    case BW_HINT_NO_DATA:
      return g_strdup_printf (_("“%s” has data for only %s of the customers."), parts.metric,
                              parts.value);

    case BW_HINT_TOGETHER:
      /* TRANSLATORS: two metrics, their correlation, the percentage that they weigh */
      return g_strdup_printf (_("“%s” and “%s” move together (r = %s) and weigh %s together."),
                              parts.metric, parts.other, parts.value, parts.weight);

    case BW_HINT_LITTLE:
      /* TRANSLATORS: a metric, the percentage that it weighs, and that of the differences */
      return g_strdup_printf (_("“%s” weighs %s and makes only %s of the differences."), parts.metric,
                              parts.weight, parts.value);

    case BW_HINT_MUCH:
      return g_strdup_printf (_("“%s” weighs only %s and makes %s of the differences."), parts.metric,
                              parts.weight, parts.value);

    case BW_HINT_MOSTLY_TOP:
      return say_mostly (model, &parts, bw_model_get_n_bands (model) - 1);

    case BW_HINT_MOSTLY_BOTTOM:
      return say_mostly (model, &parts, 0);

    case BW_HINT_EMPTY_SEGMENT:
      return g_strdup_printf (_("No customer is in “%s”."), parts.segment);

    case BW_HINT_NO_WEIGHTS:
      return g_strdup_printf (_("All weights of “%s” are 0, so nobody in it is scored."),
                              parts.segment);

    case BW_HINT_IDLE_RULE:
      return say_idle_rule (model, hint->metric);

    case BW_HINT_FLAT_SCALE:
      return g_strdup_printf (_("The scale of “%s” gives every customer the same score."),
                              parts.metric);

    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * bw_hint_get_editor:
 * @subject: (out) (transfer none): what is edited there
 *
 * Returns: (nullable) (transfer none): the editor in which something can be done about the hint;
 *   %NULL for the weights themselves, and for a hint on what @model does not have any more
 */
const char *
bw_hint_get_editor (const BwModel *model,
                    const BwHint  *hint,
                    const char   **subject)
{
  *subject = "";
  switch (hint->kind)
    {
    case BW_HINT_CONSTANT:
    case BW_HINT_NO_DATA:
    case BW_HINT_TOGETHER:
    case BW_HINT_LITTLE:
    case BW_HINT_MUCH:
    case BW_HINT_FLAT_SCALE:
      if (hint->metric >= bw_model_get_n_metrics (model))
        return NULL;
      *subject = bw_model_get_metric (model, hint->metric)->id;
      return "metric";

    case BW_HINT_MOSTLY_TOP:
    case BW_HINT_MOSTLY_BOTTOM:
      return "bands";

    case BW_HINT_EMPTY_SEGMENT:
      if (hint->segment >= bw_model_get_n_segments (model))
        return NULL;
      *subject = bw_model_get_segment (model, hint->segment)->id;
      return "segment";

    case BW_HINT_IDLE_RULE:
      return "rules";

    case BW_HINT_NO_WEIGHTS:
    default:
      return NULL;
    }
}

static char *
say_mean (double mean)
{
  return isnan (mean) ? g_strdup (_("no data")) : bw_format_number (mean, 0);
}

/**
 * bw_separation_to_words:
 *
 * Returns: (transfer full): "Active users: 92 against 21"; "no data" where a band has none of the
 *   metric
 */
char *
bw_separation_to_words (const BwModel         *model,
                        guint                  metric,
                        const BwMetricInsight *insight)
{
  g_autofree char *top = say_mean (insight->mean_top);
  g_autofree char *bottom = say_mean (insight->mean_bottom);

  /* TRANSLATORS: a metric, its mean score in the best band, and in the worst; either may be "no data" */
  return g_strdup_printf (_("%s: %s against %s"), bw_model_get_metric (model, metric)->name, top,
                          bottom);
}
