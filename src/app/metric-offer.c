/* What each column of the data would be as a metric, told before it is one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every value of every column is looked at for it, so a worker does it, and once a panel: what a
 * column would be does not depend on the model. */

#include "app/metric-offer.h"

#include "model/proposal-derived.h"
#include "chart/unit.h"
#include "format/format.h"
#include "model/column-doubt.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const type_names[BW_N_COLUMN_TYPES] = {
  [BW_COLUMN_NUMBER] = N_("Number"),
  [BW_COLUMN_PERCENT] = N_("Percent"),
  [BW_COLUMN_MONEY] = N_("Money"),
  [BW_COLUMN_DATE] = N_("Date"),
  [BW_COLUMN_DATE_TIME] = N_("Date"),
  [BW_COLUMN_FLAG] = N_("Yes or no"),
  [BW_COLUMN_CATEGORY] = N_("Category"),
  [BW_COLUMN_TEXT] = N_("Text"),
  [BW_COLUMN_KEY] = N_("Key"),
};

static gboolean
is_date (const BwPanelColumn *column)
{
  return column->type == BW_COLUMN_DATE || column->type == BW_COLUMN_DATE_TIME;
}

/**
 * bw_metric_offer_derive:
 *
 * Returns: how the column becomes a metric; its texts are the column's
 */
BwDerivation
bw_metric_offer_derive (const BwPanelColumn *column)
{
  const BwDerivation derivation = {
    .type = is_date (column) ? BW_DERIVE_DAYS_SINCE : BW_DERIVE_COLUMN,
    .column = column->name,
  };

  return derivation;
}

/* A value of the column that is there, and how much of it is. */
static char *
say_example (BwPanel        *panel,
             const BwMetric *metric,
             double         *filled)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  BwSnapshot *snapshot = bw_panel_get_snapshot (panel, newest);
  const guint index = bw_panel_find_column (panel, metric->derivation.column);
  BwColumn *column = bw_snapshot_get_column (snapshot, index);
  const gsize n_rows = bw_snapshot_get_n_rows (snapshot);
  g_autofree double *raw = g_new (double, MAX (n_rows, 1));
  const BwUnit unit = bw_unit_of (metric, panel);
  gsize n_present = 0;
  gsize example = 0;

  bw_metric_get_raw (metric, panel, newest, raw);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (isnan (raw[row]))
        continue;
      if (n_present++ == 0)
        example = row;
    }

  *filled = (double) n_present / MAX (n_rows, 1);
  if (n_present == 0)
    return g_strdup (_("no data"));
  if (bw_column_type_is_coded (bw_column_get_type (column)))
    return g_strdup (bw_column_get_text (column, example));

  return bw_unit_format (&unit, raw[example], 0);
}

/* "0 days to 45 days, hurts" */
static char *
say_scale (BwPanel        *panel,
           const BwMetric *metric)
{
  const BwUnit unit = bw_unit_of (metric, panel);
  const char *direction = metric->hurts ? _("hurts") : _("helps");
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (metric->scale.type != BW_SCALE_LINEAR)
    return g_strdup_printf (ngettext ("%u category", "%u categories", metric->scale.n_categories),
                            metric->scale.n_categories);

  from = bw_unit_format (&unit, metric->scale.from, 0);
  to = bw_unit_format (&unit, metric->scale.to, 0);

  /* TRANSLATORS: a proposed scale: from one value to another, then helps or hurts */
  return g_strdup_printf (_("%s to %s, %s"), from, to, direction);
}

/* What there is to say for a column, or what speaks against it where something does. */
static char *
say_column (BwPanel             *panel,
            const BwPanelColumn *column,
            const BwMetric      *metric,
            const char          *doubt)
{
  const char *type = _(type_names[column->type]);
  g_autofree char *example = NULL;
  g_autofree char *scale = NULL;
  g_autofree char *filled = NULL;
  double share;

  if (doubt != NULL)
    /* TRANSLATORS: a column that would hardly make a metric: its type, what speaks against it */
    return g_strdup_printf (_("%s · %s"), type, doubt);

  example = say_example (panel, metric, &share);
  scale = say_scale (panel, metric);
  filled = bw_format_percent (share, 0);

  /* TRANSLATORS: a column: its type, how much of it is filled, an example, the proposed scale */
  return g_strdup_printf (_("%s · %s filled · such as %s · scale: %s"), type, filled, example,
                          scale);
}

static void
free_offer (gpointer data)
{
  BwMetricOffer *self = data;

  g_free (self->text);
  g_free (self);
}

static void
add_offer (GPtrArray *offers,
           BwPanel   *panel,
           guint      index)
{
  const BwPanelColumn *column = bw_panel_get_column (panel, index);
  const BwDerivation derivation = bw_metric_offer_derive (column);
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  g_autofree char *doubt = NULL;
  const char *group;
  BwMetric metric;
  BwMetricOffer *offer;

  if (!bw_metric_propose (recipe, panel, &derivation, &metric, &group))
    return;

  doubt = bw_column_doubt (panel, index);
  offer = g_new (BwMetricOffer, 1);
  offer->column = index;
  offer->doubtful = doubt != NULL;
  offer->text = say_column (panel, column, &metric, doubt);
  g_ptr_array_add (offers, offer);
}

/* Keys and names say nothing, and what happened in the end is what a score is to warn of. */
static gboolean
is_possible (const BwPanelColumn *column)
{
  return column->role != BW_ROLE_KEY && column->role != BW_ROLE_NAME &&
         column->role != BW_ROLE_OUTCOME && column->type != BW_COLUMN_KEY;
}

/* Runs in a worker thread. Columns that are metrics by their role come first. */
static void
work (GTask        *task,
      gpointer      source_object,
      gpointer      task_data,
      GCancellable *cancellable)
{
  BwPanel *panel = task_data;
  g_autoptr(GPtrArray) offers = g_ptr_array_new_with_free_func (free_offer);

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
        {
          const BwPanelColumn *column = bw_panel_get_column (panel, i);

          if (g_cancellable_is_cancelled (cancellable))
            break;
          if ((column->role == BW_ROLE_METRIC) == (pass == 0) && is_possible (column))
            add_offer (offers, panel, i);
        }
    }

  g_task_return_pointer (task, g_steal_pointer (&offers), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * bw_metric_offers_async:
 *
 * Begins to look at all columns of @panel that might make a metric, in a worker.
 */
void
bw_metric_offers_async (BwPanel            *panel,
                        GCancellable       *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer            user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_name (task, "columns that might make a metric");
  g_task_set_task_data (task, bw_panel_ref (panel), (GDestroyNotify) bw_panel_unref);
  g_task_run_in_thread (task, work);
}

/**
 * bw_metric_offers_finish:
 *
 * Returns: (transfer full) (element-type BwMetricOffer) (nullable): in the order in which they are
 *   offered; %NULL where it was cancelled
 */
GPtrArray *
bw_metric_offers_finish (GAsyncResult *result)
{
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
