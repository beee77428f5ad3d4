/* Looking at a suggestion, and saying what it is worth. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/suggest-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Fewer who left for each metric, and the weights are mostly chance. */
#define LEAST_PER_METRIC 15

/**
 * bw_suggestion_get_before:
 *
 * Returns: (transfer none): the model that was looked at
 */
BwModel *
bw_suggestion_get_before (const BwSuggestion *self)
{
  return self->before;
}

BwSuggestVerdict
bw_suggestion_get_verdict (const BwSuggestion *self)
{
  return self->verdict;
}

BwSuggestTest
bw_suggestion_get_test (const BwSuggestion *self)
{
  return self->test;
}

/**
 * bw_suggestion_get_n_fitted:
 *
 * Returns: how many rows it was fitted on
 */
gsize
bw_suggestion_get_n_fitted (const BwSuggestion *self)
{
  return self->n_fitted;
}

/**
 * bw_suggestion_get_n_tested:
 *
 * Returns: how many rows the AUC is of
 */
gsize
bw_suggestion_get_n_tested (const BwSuggestion *self)
{
  return self->n_tested;
}

/**
 * bw_suggestion_get_old_auc:
 *
 * Returns: the AUC of the scores as they are, on the rows that were not fitted on
 */
BwAuc
bw_suggestion_get_old_auc (const BwSuggestion *self)
{
  return self->old_auc;
}

/**
 * bw_suggestion_get_new_auc:
 *
 * Returns: the AUC of the scores under the suggested weights, on the same rows
 */
BwAuc
bw_suggestion_get_new_auc (const BwSuggestion *self)
{
  return self->new_auc;
}

/**
 * bw_suggestion_get_gain:
 *
 * Returns: the new AUC less the old one, with its interval
 */
BwAuc
bw_suggestion_get_gain (const BwSuggestion *self)
{
  return self->gain;
}

/* As it is shown: with three decimals. */
static double
round_auc (double auc)
{
  return round (1000 * auc) / 1000;
}

/**
 * bw_suggestion_get_shown_gain:
 *
 * Returns: the new AUC less the old one, both as they are shown, with three decimals
 */
double
bw_suggestion_get_shown_gain (const BwSuggestion *self)
{
  return round_auc (self->new_auc.auc) - round_auc (self->old_auc.auc);
}

/**
 * bw_suggestion_get_penalty:
 *
 * Returns: the penalty that was chosen, of the segments that were fitted together; NaN where too few
 */
double
bw_suggestion_get_penalty (const BwSuggestion *self)
{
  return self->penalty;
}

/**
 * bw_suggestion_is_worse:
 *
 * Returns: whether the suggested weights tell worse, by more than chance
 */
gboolean
bw_suggestion_is_worse (const BwSuggestion *self)
{
  return self->worse;
}

const BwSuggestedSegment *
bw_suggestion_get_segment (const BwSuggestion *self,
                           guint               segment)
{
  g_return_val_if_fail (segment < self->n_segments, NULL);

  return &self->segments[segment];
}

/**
 * bw_suggestion_get_weight:
 * @segment: or %BW_ALL_SEGMENTS for the mean over the segments, each counted by its judged customers
 */
const BwSuggestedWeight *
bw_suggestion_get_weight (const BwSuggestion *self,
                          guint               segment,
                          guint               metric)
{
  g_return_val_if_fail (metric < self->n_metrics, NULL);
  if (segment == BW_ALL_SEGMENTS)
    return &self->overall[metric];

  g_return_val_if_fail (segment < self->n_segments, NULL);

  return &self->weights[(gsize) segment * self->n_metrics + metric];
}

/**
 * bw_suggestion_get_remarks:
 *
 * Returns: (transfer none) (element-type BwRemark): what to beware of
 */
const GPtrArray *
bw_suggestion_get_remarks (const BwSuggestion *self)
{
  return self->remarks;
}

/* Returns: (transfer full): a figure of three decimals, with the minus of other numbers */
static char *
figure_text (double value)
{
  char text[32];

  g_snprintf (text, sizeof text, "%.3f", fabs (value));

  return g_strconcat (value < 0 ? "−" : "", text, NULL);
}

static const char *
test_text (const BwSuggestion *self)
{
  switch (self->test)
    {
    case BW_SUGGEST_IN_TIME:
      return _("on later snapshots than it was fitted on");
    case BW_SUGGEST_CROSSED:
      return _("each tenth of the customers by weights fitted on the others");
    case BW_SUGGEST_THIRD:
    default:
      return _("on the three tenths of the customers that it was not fitted on");
    }
}

/* Whether any metric counts in any segment of the model that was looked at. */
static gboolean
has_weights (const BwSuggestion *self)
{
  for (guint segment = 0; segment < self->n_segments; segment++)
    {
      for (guint metric = 0; metric < self->n_metrics; metric++)
        {
          if (bw_suggestion_get_weight (self, segment, metric)->from > 0)
            return TRUE;
        }
    }

  return FALSE;
}

/**
 * bw_suggestion_describe:
 *
 * Returns: (transfer full): what the suggestion is worth, in a sentence or two
 */
char *
bw_suggestion_describe (const BwSuggestion *self)
{
  g_autofree char *least = figure_text (self->gain.low);
  g_autofree char *most = figure_text (self->gain.high);

  switch (self->verdict)
    {
    case BW_SUGGEST_TOO_FEW:
      if (!has_weights (self))
        return g_strdup (_("All weights are 0, so no customer has a score that a suggestion could be held against. "
                           "Give some metric a weight, and ask again."));
      return g_strdup_printf (_("Too few to learn from: at least %d scored customers who left and as many who "
                                "stayed are needed. No weights are suggested."), BW_LEAST_OF_A_KIND);
    case BW_SUGGEST_NOTHING:
      /* TRANSLATORS: an AUC, the ends of its interval, and how it was tested */
      return g_strdup_printf (_("There is nothing to learn: even with fitted weights these metrics do not tell "
                                "who leaves (AUC %.3f, %.3f to %.3f, tested %s). No weights are suggested."),
                              self->new_auc.auc, self->new_auc.low, self->new_auc.high, test_text (self));
    case BW_SUGGEST_BETTER:
      /* TRANSLATORS: two AUC, the ends of the interval of their difference, and how they were tested */
      return g_strdup_printf (_("The suggested weights tell better who leaves: AUC %.3f becomes %.3f (%s to %s "
                                "more), tested %s."), self->old_auc.auc, self->new_auc.auc,
                              least, most, test_text (self));
    case BW_SUGGEST_ALIKE:
    default:
      if (self->worse)
        return g_strdup_printf (_("The weights as they are tell better than the fitted ones: AUC %.3f would become "
                                  "%.3f, tested %s. There is no reason to change them."),
                                self->old_auc.auc, self->new_auc.auc, test_text (self));
      return g_strdup_printf (_("The suggested weights tell about as well as those that stand: AUC %.3f becomes "
                                "%.3f (a change of %s to %s, which may be none), tested %s."), self->old_auc.auc,
                              self->new_auc.auc, least, most, test_text (self));
    }
}

/* The names of metrics that speak against their direction somewhere. */
static char *
list_against (const BwSuggestion *self)
{
  GString *names = g_string_new (NULL);

  for (guint metric = 0; metric < self->n_metrics; metric++)
    {
      gboolean against = FALSE;

      for (guint segment = 0; segment < self->n_segments; segment++)
        against |= bw_suggestion_get_weight (self, segment, metric)->against;
      if (against)
        {
          g_string_append (names, names->len > 0 ? ", " : "");
          g_string_append_printf (names, _("“%s”"), bw_model_get_metric (self->before, metric)->name);
        }
    }

  return g_string_free (names, names->len == 0);
}

/* Whether no two customers who are learned from have different scores of the metric, or none has one. */
static gboolean
is_flat (const BwLesson *lesson,
         guint           metric)
{
  double first = NAN;

  for (gsize row = 0; row < lesson->n_rows; row++)
    {
      const double score = lesson->scores[row * lesson->n_metrics + metric];

      if (!lesson->usable[row] || isnan (score))
        continue;
      if (isnan (first))
        first = score;
      else if (score != first)
        return FALSE;
    }

  return TRUE;
}

/* The names of metrics of which nothing can be learned. */
static char *
list_flat (const BwSuggestion *self,
           const BwLesson     *lesson)
{
  GString *names = g_string_new (NULL);

  for (guint metric = 0; metric < self->n_metrics; metric++)
    {
      if (isnan (bw_suggestion_get_weight (self, BW_ALL_SEGMENTS, metric)->from) || !is_flat (lesson, metric))
        continue;
      g_string_append (names, names->len > 0 ? ", " : "");
      g_string_append_printf (names, _("“%s”"), bw_model_get_metric (self->before, metric)->name);
    }

  return g_string_free (names, names->len == 0);
}

static gsize
count_used (const BwLesson *lesson)
{
  gsize n_used = 0;

  for (guint metric = 0; metric < lesson->n_metrics; metric++)
    {
      gboolean used = FALSE;

      for (guint segment = 0; segment < lesson->n_segments; segment++)
        used |= !isnan (bw_model_get_segment (lesson->model, segment)->shares[metric]);
      n_used += used;
    }

  return n_used;
}

/**
 * bw_suggestion_remark:
 *
 * Adds what to beware of.
 */
void
bw_suggestion_remark (BwSuggestion   *self,
                      const BwLesson *lesson,
                      const BwSplit  *split)
{
  g_autofree char *against = list_against (self);
  g_autofree char *flat = list_flat (self, lesson);
  const gsize n_used = count_used (lesson);
  gsize n_gone, n_stayed;

  if (self->verdict == BW_SUGGEST_TOO_FEW)
    {
      bw_remarks_add (self->remarks, "too-few", BW_REMARK_STOP, bw_suggestion_describe (self));
      return;
    }

  bw_suggestion_remark_leaks (self, lesson);
  bw_lesson_count (lesson, (const guint32 *) (gconstpointer) split->fitted->data, split->fitted->len,
                   BW_ALL_SEGMENTS, &n_gone, &n_stayed);
  if (n_gone < LEAST_PER_METRIC * n_used)
    bw_remarks_add (self->remarks, "few-per-metric", BW_REMARK_WARNING,
                    g_strdup_printf (_("It was fitted on %zu customers who left, for %zu metrics: fewer than about "
                                       "%d for each, so the ranges of the weights are wide."), n_gone, n_used,
                                     LEAST_PER_METRIC));
  if (self->n_unscored > 0)
    bw_remarks_add (self->remarks, "unscored", BW_REMARK_NOTE,
                    g_strdup_printf (ngettext ("%zu customer would have not enough data for a score under the fitted "
                                               "weights; the improvement is that of the others.",
                                               "%zu customers would have not enough data for a score under the "
                                               "fitted weights; the improvement is that of the others.",
                                               self->n_unscored), self->n_unscored));
  if (self->together)
    bw_remarks_add (self->remarks, "together", BW_REMARK_NOTE,
                    g_strdup (_("All segments get weights that were fitted on all customers: weights of their own "
                                "for each would tell worse over the book.")));
  if (self->test == BW_SUGGEST_CROSSED)
    bw_remarks_add (self->remarks, "crossed", BW_REMARK_NOTE,
                    g_strdup (_("Too few left for a part of the customers to be set aside: ten times a tenth of "
                                "them was judged by weights fitted on the others.")));
  if (self->forecasts && self->test != BW_SUGGEST_IN_TIME)
    bw_remarks_add (self->remarks, "random-split", BW_REMARK_WARNING,
                    g_strdup (_("Too few left early enough to fit on earlier months and test on later ones, so "
                                "customers were parted, not time: what changes from month to month is not "
                                "tested.")));
  if (!self->forecasts)
    bw_remarks_add (self->remarks, "describes", BW_REMARK_NOTE,
                    g_strdup (_("Weights were fitted on rows that know the outcome already: they describe who "
                                "left, and may forecast less well.")));
  if (against != NULL)
    bw_remarks_add (self->remarks, "against", BW_REMARK_NOTE,
                    /* TRANSLATORS: names of metrics */
                    g_strdup_printf (self->verdict == BW_SUGGEST_NOTHING
                                     ? _("Against their direction spoke, beside the other metrics: %s.")
                                     : _("Against their direction spoke, beside the other metrics: %s. Directions "
                                         "are kept, so these get no weight there."), against));
  if (flat != NULL)
    bw_remarks_add (self->remarks, "flat", BW_REMARK_WARNING,
                    /* TRANSLATORS: names of metrics */
                    g_strdup_printf (_("Nothing can be learned of %s: no two customers who are judged have "
                                       "different scores of it. It counts for nothing in what is fitted; look at "
                                       "its scale."), flat));
}
