/* What differs in the metrics of two models, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/differences-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const scale_names[BW_N_SCALES] = {
  [BW_SCALE_LINEAR] = N_("a straight line"),
  [BW_SCALE_CURVE] = N_("a curve"),
  [BW_SCALE_STEPS] = N_("steps"),
  [BW_SCALE_CATEGORIES] = N_("a score for each value"),
  [BW_SCALE_PERCENTILE] = N_("the place among all"),
};

static const char *const tag_names[] = {
  [BW_TAG_NONE] = N_("unmarked"),
  [BW_TAG_ESSENTIAL] = N_("essential"),
  [BW_TAG_SATISFACTORY] = N_("satisfactory"),
  [BW_TAG_TROUBLESOME] = N_("troublesome"),
};

/* A change or a mean over several snapshots, in words. */
static char *
dup_over_time (const BwDerivation *source)
{
  const guint n = source->snapshots;

  if (source->type == BW_DERIVE_MEAN)
    /* TRANSLATORS: a column, and a number of snapshots */
    return g_strdup_printf (ngettext ("mean of %s over %u snapshot", "mean of %s over %u snapshots", n),
                            source->column, n);
  if (source->percent)
    /* TRANSLATORS: a column, and a number of snapshots */
    return g_strdup_printf (ngettext ("change of %s over %u snapshot, in percent",
                                      "change of %s over %u snapshots, in percent", n), source->column, n);

  /* TRANSLATORS: a column, and a number of snapshots */
  return g_strdup_printf (ngettext ("change of %s over %u snapshot", "change of %s over %u snapshots", n),
                          source->column, n);
}

/* Where the raw value comes from, in words. */
static char *
dup_source (const BwDerivation *source)
{
  switch (source->type)
    {
    case BW_DERIVE_COLUMN:
      return g_strdup (source->column);
    case BW_DERIVE_DAYS_SINCE:
      return g_strdup_printf (_("days since %s"), source->column);
    case BW_DERIVE_DAYS_BETWEEN:
      /* TRANSLATORS: two columns with dates */
      return g_strdup_printf (_("days from %s to %s"), source->column, source->other);
    case BW_DERIVE_CHANGE:
    case BW_DERIVE_MEAN:
      return dup_over_time (source);
    case BW_DERIVE_RATIO:
      /* TRANSLATORS: two columns with numbers */
      return g_strdup_printf (_("%s divided by %s"), source->column, source->other);
    default:
      g_assert_not_reached ();
    }
}

/* What becomes of a missing value, in words. */
static char *
dup_missing (const BwMetric *metric)
{
  const double scores[] = {
    [BW_MISSING_NEUTRAL] = 50, [BW_MISSING_WORST] = 0, [BW_MISSING_VALUE] = metric->missing_value,
  };
  g_autofree char *score = NULL;

  if (metric->missing == BW_MISSING_SKIP)
    return g_strdup (_("left out"));

  score = bw_differences_dup_number (scores[metric->missing]);
  if (metric->missing == BW_MISSING_VALUE && (metric->missing_value == 0 || metric->missing_value == 50))
    /* TRANSLATORS: what a missing value scores, where the score was typed and not chosen */
    return g_strdup_printf (_("scores %s, set by hand"), score);

  /* TRANSLATORS: what a missing value scores, beside “left out” */
  return g_strdup_printf (_("scores %s"), score);
}

static gboolean
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
same_points (const BwScale *a,
             const BwScale *b)
{
  if (a->n_points != b->n_points)
    return FALSE;

  for (guint i = 0; i < a->n_points; i++)
    {
      if (a->points[i].raw != b->points[i].raw || a->points[i].score != b->points[i].score)
        return FALSE;
    }

  return TRUE;
}

static const BwCategoryScore *
find_category (const BwScale *scale,
               const char    *text)
{
  for (guint i = 0; i < scale->n_categories; i++)
    {
      if (g_str_equal (scale->categories[i].text, text))
        return &scale->categories[i];
    }

  return NULL;
}

/* The score of a value, in words; @score NaN: none. */
static char *
dup_score (double score)
{
  return isnan (score) ? g_strdup (_("nothing")) : bw_differences_dup_number (score);
}

static void
compare_score (BwDifferences *self,
               const char    *name,
               const char    *value,
               double         before,
               double         after)
{
  g_autofree char *x = dup_score (before);
  g_autofree char *y = dup_score (after);

  if (!same_number (before, after))
    /* TRANSLATORS: a metric, one of its values, and two scores */
    bw_differences_add (self, BW_ABOUT_SCALES, 0,
                        g_strdup_printf (_("Scale of %s: “%s” scores %s instead of %s"), name, value, y, x));
}

static gboolean
same_category_order (const BwScale *a,
                     const BwScale *b)
{
  for (guint i = 0; i < MIN (a->n_categories, b->n_categories); i++)
    {
      if (!g_str_equal (a->categories[i].text, b->categories[i].text))
        return FALSE;
    }

  return a->n_categories == b->n_categories;
}

static void
compare_categories (BwDifferences *self,
                    const char    *name,
                    const BwScale *before,
                    const BwScale *after)
{
  const guint n = self->rows->len;

  for (guint i = 0; i < after->n_categories; i++)
    {
      const BwCategoryScore *then = find_category (before, after->categories[i].text);

      compare_score (self, name, after->categories[i].text, then != NULL ? then->score : before->other,
                     after->categories[i].score);
    }
  for (guint i = 0; i < before->n_categories; i++)
    {
      if (find_category (after, before->categories[i].text) == NULL)
        compare_score (self, name, before->categories[i].text, before->categories[i].score, after->other);
    }
  if (!same_number (before->other, after->other))
    compare_score (self, name, _("anything else"), before->other, after->other);
  if (self->rows->len == n && !same_category_order (before, after))
    bw_differences_add_text (self, BW_ABOUT_ORDER, _("Scale of {name}: its values are listed otherwise"), name,
                             NULL, NULL);
}

/* The goalposts of a straight line, in words. */
static char *
dup_range (const BwScale *scale)
{
  g_autofree char *from = bw_differences_dup_number (scale->from);
  g_autofree char *to = bw_differences_dup_number (scale->to);

  /* TRANSLATORS: the raw values that score 0 and 100 */
  return g_strdup_printf (_("%s to %s"), from, to);
}

static void
compare_scales (BwDifferences *self,
                const char    *name,
                const BwScale *before,
                const BwScale *after)
{
  g_autofree char *x = dup_range (before);
  g_autofree char *y = dup_range (after);

  if (before->type != after->type)
    bw_differences_add_text (self, BW_ABOUT_SCALES, _("Scale of {name}: {after} instead of {before}"), name,
                             _(scale_names[before->type]), _(scale_names[after->type]));
  else if (before->type == BW_SCALE_LINEAR && (before->from != after->from || before->to != after->to))
    bw_differences_add_text (self, BW_ABOUT_SCALES, _("Scale of {name}: {after} instead of {before}"), name, x, y);
  else if (before->type == BW_SCALE_CATEGORIES)
    compare_categories (self, name, before, after);
  else if (before->type != BW_SCALE_LINEAR && !same_points (before, after))
    bw_differences_add_text (self, BW_ABOUT_SCALES, _("Scale of {name}: its points changed"), name, NULL, NULL);
}

static void
compare_meaning (BwDifferences  *self,
                 const BwMetric *before,
                 const BwMetric *after)
{
  g_autofree char *source_before = dup_source (&before->derivation);
  g_autofree char *source_after = dup_source (&after->derivation);
  g_autofree char *missing_before = dup_missing (before);
  g_autofree char *missing_after = dup_missing (after);

  if (before->hurts != after->hurts)
    bw_differences_add_text (self, BW_ABOUT_SCALES, after->hurts ? _("{name}: more of it is worse now")
                                                                 : _("{name}: more of it is better now"),
                             after->name, NULL, NULL);
  bw_differences_compare_texts (self, BW_ABOUT_SCALES, _("Source of {name}: {after} instead of {before}"),
                                after->name, source_before, source_after);
  compare_scales (self, after->name, &before->scale, &after->scale);
  bw_differences_compare_texts (self, BW_ABOUT_SCALES,
                                _("Missing {name}: {after} instead of {before}"),
                                after->name, missing_before, missing_after);
}

static void
compare_words (BwDifferences  *self,
               const BwMetric *before,
               const BwMetric *after)
{
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("Metric {before} is called {after} now"), NULL,
                                before->name, after->name);
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("The words beside {name} changed"), after->name,
                                before->caption, after->caption);
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("Why {name} counts was written anew"), after->name,
                                before->why, after->why);
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("{name} is marked {after}, not {before}"), after->name,
                                _(tag_names[before->tag]), _(tag_names[after->tag]));
  if (before->subjective != after->subjective)
    bw_differences_add_text (self, BW_ABOUT_NAMES, after->subjective ? _("{name} is marked as an opinion")
                                                                     : _("{name} is no longer an opinion"),
                             after->name, NULL, NULL);
  if (before->check != after->check)
    bw_differences_add_text (self, BW_ABOUT_NAMES, after->check ? _("{name} is to be looked at")
                                                                : _("{name} was looked at"),
                             after->name, NULL, NULL);
}

/* A group has weight of its own in the score: another one moves scores. */
static void
compare_groups (BwDifferences  *self,
                const BwMetric *before,
                const BwMetric *after)
{
  const BwGroup *then = bw_model_get_group (self->from, before->group);
  const BwGroup *now = bw_model_get_group (self->to, after->group);

  if (!g_str_equal (then->id, now->id))
    bw_differences_add_text (self, BW_ABOUT_SCALES, _("{name} is in the group {after}, not {before}"), after->name,
                             then->name, now->name);
}

/* What differs in metrics, but for their weights. */
void
bw_differences_of_metrics (BwDifferences *self)
{
  for (guint i = 0; i < bw_model_get_n_metrics (self->to); i++)
    {
      const BwMetric *after = bw_model_get_metric (self->to, i);
      const guint then = bw_model_find_metric (self->from, after->id);

      if (then == BW_NONE)
        {
          bw_differences_add_text (self, BW_ABOUT_METRICS, _("Metric {name} added"), after->name, NULL, NULL);
          continue;
        }
      compare_meaning (self, bw_model_get_metric (self->from, then), after);
      compare_groups (self, bw_model_get_metric (self->from, then), after);
      compare_words (self, bw_model_get_metric (self->from, then), after);
    }
  for (guint i = 0; i < bw_model_get_n_metrics (self->from); i++)
    {
      const BwMetric *before = bw_model_get_metric (self->from, i);

      if (bw_model_find_metric (self->to, before->id) == BW_NONE)
        bw_differences_add_text (self, BW_ABOUT_METRICS, _("Metric {name} removed"), before->name, NULL, NULL);
    }
}
