/* Whether a panel has all that a model needs. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
wrong_scale (const BwMetric *metric,
             const char     *what,
             GError        **error)
{
  g_set_error (error, BW_MODEL_ERROR, BW_MODEL_ERROR_COLUMN,
               /* TRANSLATORS: a column's name, the id of a scale (linear), what is wrong */
               _("the column “%s” does not fit the scale “%s”: %s"), metric->derivation.column,
               bw_scale_type_get_id (metric->scale.type), what);

  return FALSE;
}

static gboolean
check_categories (const BwMetric *metric,
                  BwColumnType    type,
                  GError        **error)
{
  for (guint i = 0; i < metric->scale.n_categories; i++)
    {
      const char *text = metric->scale.categories[i].text;
      const gboolean number = !isnan (bw_text_to_number (text));
      const gboolean flag = !isnan (bw_text_to_flag (text));

      if (type == BW_COLUMN_FLAG ? !number && !flag : !number)
        return wrong_scale (metric,
                            type == BW_COLUMN_FLAG
                            ? _("it holds yes and no, so the values have to be “yes” and “no”")
                            : _("it holds numbers, so the values have to be numbers"), error);
    }

  return TRUE;
}

static gboolean
check_metric (const BwMetric *metric,
              BwPanel        *panel,
              GError        **error)
{
  BwColumnType type = BW_COLUMN_NUMBER;

  if (!bw_derivation_check (&metric->derivation, panel, error))
    return FALSE;

  if (metric->derivation.type == BW_DERIVE_COLUMN)
    type = bw_panel_get_column (panel,
                                bw_panel_find_column (panel, metric->derivation.column))->type;
  if (bw_column_type_is_coded (type))
    return bw_scale_takes_texts (&metric->scale) ||
           wrong_scale (metric, _("it holds texts, which only “categories” scores"), error);
  if (type == BW_COLUMN_DATE || type == BW_COLUMN_DATE_TIME)
    return wrong_scale (metric, _("it holds dates; derive “days-since” from it"), error);

  return metric->scale.type != BW_SCALE_CATEGORIES || check_categories (metric, type, error);
}

static gboolean
check_conditions (const BwModel      *model,
                  const BwConditions *where,
                  BwPanel            *panel,
                  GError            **error)
{
  for (guint i = 0; where != NULL && i < where->n_conditions; i++)
    {
      if (!bw_condition_check (&where->conditions[i], model, panel, error))
        {
          g_prefix_error (error, ".where.%s[%u]: ", where->any ? "any" : "all", i);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * bw_model_check:
 *
 * Every column that metrics, segments and rules look at is there, and of a type that fits. What is
 * wrong names its place in the model's file (segments[1].where.all[0]), and names that come near.
 *
 * Returns: whether @panel can be scored
 */
gboolean
bw_model_check (const BwModel *self,
                BwPanel       *panel,
                GError       **error)
{
  for (guint i = 0; i < bw_model_get_n_metrics (self); i++)
    {
      const BwMetric *metric = bw_model_get_metric (self, i);

      if (!check_metric (metric, panel, error))
        {
          /* TRANSLATORS: number and name of a metric of the model, before what is wrong with it */
          g_prefix_error (error, _("metrics[%u] (%s): "), i, metric->name);
          return FALSE;
        }
    }

  for (guint i = 0; i < bw_model_get_n_segments (self); i++)
    {
      if (!check_conditions (self, bw_model_get_segment (self, i)->where, panel, error))
        {
          g_prefix_error (error, "segments[%u]", i);
          return FALSE;
        }
    }

  for (guint i = 0; i < bw_model_get_n_rules (self); i++)
    {
      if (!check_conditions (self, bw_model_get_rule (self, i)->where, panel, error))
        {
          g_prefix_error (error, "rules[%u]", i);
          return FALSE;
        }
    }

  return TRUE;
}
