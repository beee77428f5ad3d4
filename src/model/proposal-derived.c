/* A metric of values that are worked out: proposed before it is in the model, and changed in it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/proposal-derived.h"

#include "model/column-doubt.h"
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
has_history (BwDerivationType type)
{
  return type == BW_DERIVE_CHANGE || type == BW_DERIVE_MEAN;
}

static gboolean
are_days (BwDerivationType type)
{
  return type == BW_DERIVE_DAYS_SINCE || type == BW_DERIVE_DAYS_BETWEEN;
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

static gboolean
may_be (BwDerivationType     type,
        const BwPanelColumn *column)
{
  return bw_derivation_takes (type, column) && column->role != BW_ROLE_OUTCOME;
}

/**
 * bw_derivation_is_possible:
 *
 * Returns: whether the data has what a derivation of that type needs
 */
gboolean
bw_derivation_is_possible (BwDerivationType type,
                           BwPanel         *panel)
{
  const guint n_snapshots = bw_panel_get_n_snapshots (panel);
  const guint n_needed = needs_two (type) ? 2 : 1;
  guint n = 0;

  if (has_history (type) && n_snapshots < 2)
    return FALSE;
  if (type == BW_DERIVE_DAYS_SINCE &&
      isnan (bw_snapshot_get_date (bw_panel_get_snapshot (panel, n_snapshots - 1))))
    return FALSE;

  for (guint i = 0; i < bw_panel_get_n_columns (panel) && n < n_needed; i++)
    n += may_be (type, bw_panel_get_column (panel, i));

  return n == n_needed;
}

/* How likely a column is meant: one that speaks against itself hardly, one that no metric uses says
 * something new, one that the vocabulary knows is no guess. */
static guint
rank (BwDerivationType     type,
      const BwModel       *model,
      const BwPanelColumn *column)
{
  const gboolean days = type == BW_DERIVE_DAYS_SINCE;
  const BwSignal signal = bw_signal_of (column->name, days);

  return (bw_column_doubt_unseen (column) != NULL ? 0 : 8) + (is_used (model, column->name) ? 0 : 4) +
         (signal.sure ? 2 : 0) + (days && signal.start ? 0 : 1);
}

/* Returns: (nullable): the likeliest column but @except, the first of those as likely */
static const char *
choose_column (BwDerivationType type,
               BwPanel         *panel,
               const BwModel   *model,
               const char      *except)
{
  const char *best = NULL;
  guint most = 0;

  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (panel, i);
      guint found;

      if (!may_be (type, column) || g_strcmp0 (column->name, except) == 0)
        continue;
      found = rank (type, model, column);
      if (best != NULL && found <= most)
        continue;
      best = column->name;
      most = found;
    }

  return best;
}

/**
 * bw_derivation_propose:
 * @keep: (nullable): a column that is to be used where it can be
 * @derivation: (out): of @keep and the likeliest columns; its texts are theirs
 *
 * Returns: whether the data has what a derivation of that type needs
 */
gboolean
bw_derivation_propose (BwDerivationType type,
                       BwPanel         *panel,
                       const BwModel   *model,
                       const char      *keep,
                       BwDerivation    *derivation)
{
  const guint n_snapshots = bw_panel_get_n_snapshots (panel);
  const guint kept = bw_panel_find_column (panel, keep);

  *derivation = (BwDerivation) { .type = type };
  if (!bw_derivation_is_possible (type, panel))
    return FALSE;

  if (has_history (type))
    derivation->snapshots = MIN (HISTORY, type == BW_DERIVE_CHANGE ? n_snapshots - 1 : n_snapshots);
  derivation->column = kept != BW_NONE && may_be (type, bw_panel_get_column (panel, kept)) ?
                       bw_panel_get_column (panel, kept)->name :
                       choose_column (type, panel, model, NULL);
  if (needs_two (type))
    derivation->other = choose_column (type, panel, model, derivation->column);

  return TRUE;
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
  if (derivation->type == BW_DERIVE_DAYS_BETWEEN) /* what takes long is bad, by and large */
    metric->hurts = TRUE;
  else if (has_history (derivation->type) || derivation->type == BW_DERIVE_RATIO)
    metric->check = !signal.sure;
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

/* Whether a metric that is @now is to count the other way round, as @proposed: days count otherwise
 * than amounts; what the vocabulary knows of another column is worth more than what was of the
 * first. */
static gboolean
takes_direction (const BwMetric *now,
                 const BwMetric *proposed)
{
  if (are_days (now->derivation.type) != are_days (proposed->derivation.type))
    return TRUE;

  return g_strcmp0 (now->derivation.column, proposed->derivation.column) != 0 && !proposed->check;
}

/* The words that were the proposal's for the values before follow; a person's own stay. */
static void
take_words (BwMetric       *metric,
            const BwMetric *before,
            const BwMetric *proposed)
{
  if (g_strcmp0 (metric->name, before->name) == 0)
    metric->name = proposed->name;
  if (g_strcmp0 (metric->caption, before->caption) == 0)
    metric->caption = proposed->caption;
}

/**
 * bw_metric_derive:
 * @recipe: keeps the texts
 * @metric: (inout): a metric of the model; its values are to be those of @derivation
 *
 * What hangs on the values follows: the scale is fitted to them, the direction where they are of
 * another kind, and words that nobody has written.
 *
 * Returns: whether the values can be scored; else @metric is as it was
 */
gboolean
bw_metric_derive (BwRecipe           *recipe,
                  BwPanel            *panel,
                  const BwDerivation *derivation,
                  BwMetric           *metric)
{
  BwMetric before, proposed;
  const char *group;

  if (!bw_metric_propose (recipe, panel, derivation, &proposed, &group))
    return FALSE;

  if (bw_metric_propose (recipe, panel, &metric->derivation, &before, &group))
    take_words (metric, &before, &proposed);
  if (takes_direction (metric, &proposed))
    {
      metric->hurts = proposed.hurts;
      metric->check = proposed.check;
    }
  metric->derivation = proposed.derivation;
  metric->scale = proposed.scale;

  return TRUE;
}
