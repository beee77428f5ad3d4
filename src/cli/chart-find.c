/* What the options of the command “chart” name: a segment, a customer, a metric, a date, a form. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "cli/chart-find.h"

#include "chart/unit.h"
#include "score/history.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * bw_chart_find_segment:
 * @wanted: (nullable): an id or a name; %NULL for all customers
 */
gboolean
bw_chart_find_segment (const BwModel *model,
                       const char    *wanted,
                       guint         *segment,
                       GError       **error)
{
  *segment = BW_ALL_SEGMENTS;
  if (wanted == NULL)
    return TRUE;

  for (guint i = 0; i < bw_model_get_n_segments (model); i++)
    {
      if (g_str_equal (bw_model_get_segment (model, i)->id, wanted) ||
          g_str_equal (bw_model_get_segment (model, i)->name, wanted))
        {
          *segment = i;
          return TRUE;
        }
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("the model has no segment “%s”"), wanted);

  return FALSE;
}

/**
 * bw_chart_find_customer:
 * @key: (nullable): %NULL for none
 */
gboolean
bw_chart_find_customer (const BwPanel *panel,
                        const char    *key,
                        guint         *customer,
                        GError       **error)
{
  *customer = key != NULL ? bw_panel_find_customer (panel, key) : BW_NONE;
  if (key == NULL || *customer != BW_NONE)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("the files have no customer with the key “%s”"), key);

  return FALSE;
}

/**
 * bw_chart_find_metric:
 * @wanted: (nullable): an id, or else a name; %NULL for none
 */
gboolean
bw_chart_find_metric (const BwModel *model,
                      const char    *wanted,
                      guint         *metric,
                      GError       **error)
{
  *metric = BW_NONE;
  for (guint i = 0; wanted != NULL && i < bw_model_get_n_metrics (model); i++)
    {
      if (g_str_equal (bw_model_get_metric (model, i)->id, wanted) ||
          (*metric == BW_NONE && g_str_equal (bw_model_get_metric (model, i)->name, wanted)))
        *metric = i;
    }
  if (wanted == NULL || *metric != BW_NONE)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("the model has no metric “%s”"), wanted);

  return FALSE;
}

/**
 * bw_chart_find_since:
 * @wanted: (nullable): the date of a snapshot before the newest; %NULL for the one that trends
 *   compare with
 * @snapshot: (out): BW_NONE where there is none to compare with
 */
gboolean
bw_chart_find_since (BwPanel       *panel,
                     const BwModel *model,
                     const char    *wanted,
                     guint         *snapshot,
                     GError       **error)
{
  const BwUnit date = { BW_UNIT_DATE, NULL };
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  double day = NAN;

  *snapshot = bw_trend_snapshot (model, panel);
  if (wanted == NULL)
    return TRUE;

  if (bw_unit_from_text (&date, wanted, &day))
    {
      for (guint i = 0; i < newest; i++)
        {
          if (floor (bw_snapshot_get_date (bw_panel_get_snapshot (panel, i))) == day)
            {
              *snapshot = i;
              return TRUE;
            }
        }
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("the files have no earlier snapshot of “%s”; write its date as 2026-10-31"), wanted);

  return FALSE;
}

/**
 * bw_chart_find_shown:
 * @wanted: (nullable): %NULL for a number
 */
gboolean
bw_chart_find_shown (const char *wanted,
                     BwShownAs  *as,
                     GError    **error)
{
  if (bw_shown_as_find (wanted, as) || wanted == NULL)
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("scores cannot be shown as “%s”; choose number, percent, letter, band, rank or "
                 "percentile"), wanted);

  return FALSE;
}
