/* What charts say of customers that are judged by the outcome, and why there may be nothing to show. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A validation may be of another draft than the view, while its own is worked out; what it shows is of
 * its own model. */

#include "chart/judged-words.h"

#include "chart/words.h"
#include "format/format.h"
#include "stats/stability.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/**
 * bw_judged_words_segment:
 * @view: with a validation
 *
 * Returns: the segment of the validation's model that is the view's, or %BW_NONE; %BW_ALL_SEGMENTS
 *   where all customers are shown
 */
guint
bw_judged_words_segment (const BwView *view)
{
  const BwModel *model = bw_results_get_model (view->results);

  if (view->segment == BW_ALL_SEGMENTS)
    return BW_ALL_SEGMENTS;

  return bw_model_find_segment (bw_results_get_model (bw_validation_get_results (view->validation)),
                                bw_model_get_segment (model, view->segment)->id);
}

/**
 * bw_judged_words_find:
 *
 * Returns: (transfer none) (nullable): the figures of the customers that are shown
 */
const BwFigures *
bw_judged_words_find (const BwView *view)
{
  guint segment;

  if (view->validation == NULL)
    return NULL;

  segment = bw_judged_words_segment (view);

  return segment == BW_NONE && view->segment != BW_ALL_SEGMENTS
         ? NULL : bw_validation_get_figures (view->validation, segment);
}

/**
 * bw_judged_words_counts:
 * @view: with figures
 *
 * Returns: (transfer full): "412 customers judged, 56 of them left"; where every snapshot is judged,
 *   how many of those
 */
char *
bw_judged_words_counts (const BwView *view)
{
  const BwFigures *figures = bw_judged_words_find (view);
  const BwCohort *cohort = bw_validation_get_cohort (view->validation);
  g_autofree char *gone = bw_format_number (figures->n_gone, 0);
  g_autofree char *customers = bw_words_customers (figures->n);
  g_autofree char *n = bw_format_number (figures->n, 0);
  const gsize unscored = figures->bands[BW_NO_BAND].rate.n;

  if (bw_cohort_get_choice (cohort)->judging == BW_JUDGE_EVERY)
    /* TRANSLATORS: each customer is judged at each snapshot; the second %s is how many of these were
     * soon before it left */
    return g_strdup_printf (ngettext ("%s customer snapshot judged, %s before leaving",
                                      "%s customer snapshots judged, %s before leaving",
                                      figures->n), n, gone);

  if (unscored > 0)
    {
      g_autofree char *without = bw_format_number (unscored, 0);

      /* TRANSLATORS: a number of customers with the word, how many of them left, how many have no score */
      return g_strdup_printf (_("%s judged, %s of them left; %s without a score"), customers, gone, without);
    }

  /* TRANSLATORS: a number of customers with the word, and how many of them left */
  return g_strdup_printf (_("%s judged, %s of them left"), customers, gone);
}

/**
 * bw_judged_words_test:
 * @view: with a validation
 *
 * Returns: (transfer full): the kind of test, which says so where it only describes
 */
char *
bw_judged_words_test (const BwView *view)
{
  return bw_cohort_describe (bw_validation_get_cohort (view->validation));
}

/**
 * bw_judged_words_nothing:
 *
 * Returns: (transfer full) (nullable): why there are no figures to show; %NULL where there are
 */
char *
bw_judged_words_nothing (const BwView *view)
{
  const BwFigures *figures = bw_judged_words_find (view);
  g_autofree char *counts = NULL;

  if (figures == NULL)
    return g_strdup (view->validating || view->validation != NULL
                     ? _("Being worked out…")
                     : _("Choose first what tells which customers left."));
  if (figures->enough)
    return NULL;

  counts = bw_judged_words_counts (view);

  /* TRANSLATORS: a sentence without its stop, and a number */
  return g_strdup_printf (_("%s: figures need at least %d who left and %d who stayed."), counts,
                          BW_LEAST_OF_A_KIND, BW_LEAST_OF_A_KIND);
}

/**
 * bw_judged_words_subtitle:
 * @what: what is measured
 *
 * Returns: (transfer full): @what, of how many
 */
char *
bw_judged_words_subtitle (const BwView *view,
                          const char   *what)
{
  g_autofree char *counts = NULL;

  if (bw_judged_words_find (view) == NULL)
    return g_strdup (what);

  counts = bw_judged_words_counts (view);

  /* TRANSLATORS: what is measured, and of how many customers */
  return g_strdup_printf (_("%s; %s"), what, counts);
}

/**
 * bw_judged_words_percent:
 * @share: 0…1
 *
 * Returns: (transfer full): it with a decimal where it is small
 */
char *
bw_judged_words_percent (double share)
{
  return bw_format_percent (share, share < 0.0995 && share > 0 ? 1 : 0);
}

/**
 * bw_judged_words_stability:
 * @psi: a population stability index, NaN where there is none
 *
 * Returns: (transfer none): what it means, in a word or two
 */
const char *
bw_judged_words_stability (double psi)
{
  if (isnan (psi))
    return _("not known then");
  if (psi >= BW_PSI_ANOTHER)
    return _("another population");

  return psi >= BW_PSI_MOVED ? _("moved") : _("steady");
}
