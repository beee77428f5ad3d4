/* A metric to be: proposed from where its values come from, before it is in the model. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/metric-proposal.h"

#include "model/label.h"
#include "model/proposal-metric.h"
#include "model/scale-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MOST_CATEGORIES 24
#define HISTORY 3 /* snapshots that a change or a mean looks back over, where there are as many */

/**
 * bw_derivation_takes:
 *
 * Returns: whether a derivation of that type can use the column
 */
gboolean
bw_derivation_takes (BwDerivationType     type,
                     const BwPanelColumn *column)
{
  const gboolean date = column->type == BW_COLUMN_DATE || column->type == BW_COLUMN_DATE_TIME;

  switch (type)
    {
    case BW_DERIVE_DAYS_SINCE:
    case BW_DERIVE_DAYS_BETWEEN:
      return date;

    case BW_DERIVE_CHANGE:
    case BW_DERIVE_MEAN:
    case BW_DERIVE_RATIO:
      return !date && !bw_column_type_is_coded (column->type) && column->type != BW_COLUMN_FLAG;

    case BW_DERIVE_COLUMN:
    default:
      return column->type != BW_COLUMN_KEY && !date;
    }
}

static gboolean
needs_two (BwDerivationType type)
{
  return type == BW_DERIVE_DAYS_BETWEEN || type == BW_DERIVE_RATIO;
}

static gboolean
is_used (const BwModel *model,
         const char    *column)
{
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      if (g_strcmp0 (bw_model_get_metric (model, i)->derivation.column, column) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * bw_derivation_propose:
 * @derivation: (out): of the first columns that can be used, rather of those that no metric uses
 *
 * Returns: whether the data has what a derivation of that type needs
 */
gboolean
bw_derivation_propose (BwDerivationType type,
                       BwPanel         *panel,
                       const BwModel   *model,
                       BwDerivation    *derivation)
{
  const guint n_snapshots = bw_panel_get_n_snapshots (panel);
  const gboolean history = type == BW_DERIVE_CHANGE || type == BW_DERIVE_MEAN;

  *derivation = (BwDerivation) { .type = type };
  if (history)
    derivation->snapshots = type == BW_DERIVE_CHANGE ? MIN (HISTORY, n_snapshots - 1) :
                            MIN (HISTORY, n_snapshots);
  if ((history && n_snapshots < 2) ||
      (type == BW_DERIVE_DAYS_SINCE &&
       isnan (bw_snapshot_get_date (bw_panel_get_snapshot (panel, n_snapshots - 1)))))
    return FALSE;

  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
        {
          const BwPanelColumn *column = bw_panel_get_column (panel, i);

          if (!bw_derivation_takes (type, column) || column->role == BW_ROLE_OUTCOME ||
              (pass == 0 && is_used (model, column->name)))
            continue;
          if (derivation->column == NULL)
            derivation->column = column->name;
          else if (derivation->other == NULL && needs_two (type) &&
                   !g_str_equal (column->name, derivation->column))
            derivation->other = column->name;
        }
    }

  return derivation->column != NULL && (!needs_two (type) || derivation->other != NULL);
}

static char *
label_of (const char *column)
{
  g_autofree char *detail = NULL;

  return bw_label_of_header (column, &detail);
}

static char *
name_of (const BwDerivation *derivation)
{
  g_autofree char *label = label_of (derivation->column);
  g_autofree char *other = derivation->other != NULL ? label_of (derivation->other) : NULL;

  switch (derivation->type)
    {
    case BW_DERIVE_DAYS_BETWEEN:
      /* TRANSLATORS: a metric: the days between two dates, whose columns are named */
      return g_strdup_printf (_("%s to %s"), label, other);

    case BW_DERIVE_CHANGE:
      /* TRANSLATORS: a metric: how a column changes; %s is the column's name */
      return g_strdup_printf (_("%s, change"), label);

    case BW_DERIVE_MEAN:
      return g_strdup_printf (_("%s, mean"), label);

    case BW_DERIVE_RATIO:
      /* TRANSLATORS: a metric: one column divided by another */
      return g_strdup_printf (_("%s per %s"), label, other);

    case BW_DERIVE_COLUMN:
    case BW_DERIVE_DAYS_SINCE:
    default:
      return g_steal_pointer (&label);
    }
}

/* Texts without an order that anybody knows: each neutral, to be looked at. */
static gboolean
propose_texts (BwRecipe *recipe,
               BwPanel  *panel,
               guint     column,
               BwScale  *scale)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  BwColumn *values = bw_snapshot_get_column (bw_panel_get_snapshot (panel, newest), column);
  BwDictionary *dictionary = bw_column_get_dictionary (values);
  const guint n = MIN (bw_dictionary_size (dictionary), MOST_CATEGORIES);
  BwCategoryScore *scores = bw_recipe_block (recipe, MAX (n, 1) * sizeof *scores);

  for (guint i = 0; i < n; i++)
    scores[i] = (BwCategoryScore) {
      bw_recipe_text (recipe, bw_dictionary_get (dictionary, i)), 50
    }
  ;
  *scale = (BwScale) {
    .type = BW_SCALE_CATEGORIES, .categories = scores, .n_categories = n,
    .other = n < bw_dictionary_size (dictionary) ? 50 : NAN,
  };

  return n > 0;
}

static void
keep_scale (BwRecipe      *recipe,
            const BwScale *from,
            BwScale       *to)
{
  BwPoint *points = bw_recipe_block (recipe, MAX (from->n_points, 1) * sizeof *points);

  *to = *from;
  if (from->n_points > 0)
    memcpy (points, from->points, from->n_points * sizeof *points);
  to->points = points;
}

static void
propose_numbers (BwRecipe           *recipe,
                 BwPanel            *panel,
                 const BwDerivation *derivation,
                 BwScale            *scale)
{
  const guint newest = bw_panel_get_n_snapshots (panel) - 1;
  const gsize n_rows = bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, newest));
  g_autofree double *raw = g_new (double, MAX (n_rows, 1));
  g_autoptr(BwScale) fit = NULL;

  bw_derivation_get_raw (derivation, panel, newest, raw);
  fit = bw_scale_to_type (NULL, BW_SCALE_LINEAR, raw, n_rows);
  keep_scale (recipe, fit, scale);
}

/* What the vocabulary does not help with: a derivation, or a column that nobody would propose. */
static gboolean
propose_plainly (BwRecipe           *recipe,
                 BwPanel            *panel,
                 guint               column,
                 const BwDerivation *derivation,
                 BwMetric           *metric,
                 BwTheme            *theme)
{
  const BwSignal signal = bw_signal_of (derivation->column,
                                        derivation->type == BW_DERIVE_DAYS_SINCE);
  g_autofree char *name = name_of (derivation);

  *theme = signal.theme;
  *metric = (BwMetric) { .name = bw_recipe_text (recipe, name), .hurts = signal.hurts,
                         .check = TRUE };
  if (bw_derivation_is_coded (derivation, panel))
    return propose_texts (recipe, panel, column, &metric->scale);

  propose_numbers (recipe, panel, derivation, &metric->scale);

  return TRUE;
}

/**
 * bw_metric_propose:
 * @recipe: keeps the texts
 * @derivation: where the values come from
 * @metric: (out): everything but id and group
 * @group: (out): the name of the group it belongs with
 *
 * Returns: whether the values can be scored
 */
gboolean
bw_metric_propose (BwRecipe           *recipe,
                   BwPanel            *panel,
                   const BwDerivation *derivation,
                   BwMetric           *metric,
                   const char        **group)
{
  const guint column = bw_panel_find_column (panel, derivation->column);
  BwProposed proposed = { BW_THEME_OTHER, 0 };
  gboolean done = FALSE;

  if (column == BW_NONE)
    return FALSE;

  if (derivation->type == BW_DERIVE_COLUMN || derivation->type == BW_DERIVE_DAYS_SINCE)
    done = bw_propose_metric (recipe, panel, column, metric, &proposed) &&
           metric->derivation.type == derivation->type;
  if (!done && !propose_plainly (recipe, panel, column, derivation, metric, &proposed.theme))
    return FALSE;

  metric->derivation = *derivation;
  metric->derivation.column = bw_recipe_text (recipe, derivation->column);
  metric->derivation.other = bw_recipe_text (recipe, derivation->other);
  *group = bw_theme_get_name (proposed.theme);

  return TRUE;
}
