/* What to beware of in a validation, in plain words: a table of guards. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/validation-parts.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Fewer who left for each metric that counts, and weights tell more about chance than customers. */
#define LEAST_PER_METRIC 15

/* A book with a larger share in the highest band is not told apart by it. */
#define MOST_HEALTHY 0.8

/* How far the churn rate of a segment may be from that of the book. */
#define OUT_OF_LINE 2.0

/* A larger share of those who left without a score is worth a word. */
#define MOST_UNSCORED 0.1

/* Each returns: (transfer full) (nullable): the sentence, where there is something to say */
typedef struct
{
  const char   *id;
  BwRemarkLevel level;
  char *(*speak)(const BwValidation *self);
} Guard;

static const BwFigures *
all_of (const BwValidation *self)
{
  return &bw_validation_get_part (self, BW_ALL_SEGMENTS)->figures;
}

static char *
speak_few_gone (const BwValidation *self)
{
  const BwFigures *all = all_of (self);
  const gsize n = all->n_customers_gone;

  if (n >= BW_LEAST_OF_A_KIND)
    return NULL;
  if (n == 0)
    return g_strdup_printf (_("No scored customer left. At least %d are needed for figures, so there are counts only."),
                            BW_LEAST_OF_A_KIND);

  return g_strdup_printf (ngettext ("Only %zu scored customer left. At least %d are needed for figures, so "
                                    "there are counts only.",
                                    "Only %zu scored customers left. At least %d are needed for figures, so "
                                    "there are counts only.", n), n, BW_LEAST_OF_A_KIND);
}

static char *
speak_few_stayed (const BwValidation *self)
{
  const BwFigures *all = all_of (self);
  const gsize n = all->n_customers_stayed;

  if (n >= BW_LEAST_OF_A_KIND)
    return NULL;
  if (n == 0)
    return g_strdup_printf (_("No scored customer stayed. At least %d are needed for figures, so there are counts only."),
                            BW_LEAST_OF_A_KIND);

  return g_strdup_printf (ngettext ("Only %zu scored customer stayed. At least %d are needed for figures, so "
                                    "there are counts only.",
                                    "Only %zu scored customers stayed. At least %d are needed for figures, "
                                    "so there are counts only.", n), n, BW_LEAST_OF_A_KIND);
}

static char *
speak_no_better (const BwValidation *self)
{
  const BwFigures *all = all_of (self);

  if (!all->enough || !(all->auc.low <= 0.5) || !(all->auc.high >= 0.5))
    return NULL;

  return g_strdup_printf (_("The score tells those who left from those who stayed no better than a coin: the "
                            "range of its AUC, %.3f to %.3f, holds 0.5."), all->auc.low, all->auc.high);
}

static char *
speak_reversed (const BwValidation *self)
{
  const BwFigures *all = all_of (self);

  if (!all->enough || !(all->auc.high < 0.5))
    return NULL;

  return g_strdup_printf (_("The score has it the wrong way round: those who left had the higher scores (AUC "
                            "%.3f). Check which value of the outcome means gone, and the directions of the "
                            "metrics."), all->auc.auc);
}

static char *
speak_leak (const BwValidation *self)
{
  GString *names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const BwMetric *metric = bw_model_get_metric (self->model, i);
      g_autofree char *text = NULL;

      if (!self->metrics[i].suspect || (self->leaks[i] == NULL && !all_of (self)->enough))
        continue;
      text = bw_leak_describe (metric, self->leaks[i], self->metrics[i].auc.auc);
      g_string_append_printf (names, "%s%s", n++ > 0 ? " " : "", text);
    }

  return g_string_free (names, n == 0);
}

static char *
speak_few_per_metric (const BwValidation *self)
{
  const BwFigures *all = all_of (self);
  guint n_metrics = 0;

  for (guint i = 0; i < self->n_metrics; i++)
    n_metrics += self->metrics[i].share > 0;
  if (!all->enough || n_metrics < 2 || all->n_customers_gone >= (gsize) LEAST_PER_METRIC * n_metrics)
    return NULL;

  return g_strdup_printf (_("%zu customers left and %u metrics count: that is fewer than about %d for each, so "
                            "weights learned from them would say more about chance than about customers."),
                          all->n_customers_gone, n_metrics, LEAST_PER_METRIC);
}

/* Whether the churn rate of a segment is far from that of the book, by more than chance. */
static gboolean
is_out_of_line (const BwFigures *segment,
                const BwFigures *all)
{
  const double rate = segment->base.rate, whole = all->base.rate;

  if (segment->base.n < BW_LEAST_OF_A_KIND)
    return FALSE;

  return (rate >= whole * OUT_OF_LINE && segment->base.low > whole) ||
         (rate <= whole / OUT_OF_LINE && segment->base.high < whole);
}

static char *
speak_out_of_line (const BwValidation *self)
{
  const BwFigures *all = all_of (self);
  g_autoptr(GString) segments = g_string_new (NULL);

  for (guint i = 0; all->enough && i < self->n_segments; i++)
    {
      const BwFigures *segment = &self->parts[i].figures;

      if (is_out_of_line (segment, all))
        /* TRANSLATORS: one of several: a segment and its churn rate in percent */
        g_string_append_printf (segments, _("%s%s %.1f %%"), segments->len > 0 ? ", " : "",
                                bw_model_get_segment (self->model, i)->name, 100 * segment->base.rate);
    }
  if (segments->len == 0)
    return NULL;

  /* TRANSLATORS: segments with their churn rates, and the churn rate of all in percent */
  return g_strdup_printf (_("Churn rates of segments are far apart (%s; all together %.1f %%). Part of what the "
                            "score tells over the book may be only which segment a customer is in: look at "
                            "the AUC inside each segment."), segments->str, 100 * all->base.rate);
}

/* The segments with figures whose AUC is wholly below a coin, or else no better than one. */
static GString *
list_segments (const BwValidation *self,
               gboolean            reversed)
{
  GString *segments = g_string_new (NULL);

  for (guint i = 0; i < self->n_segments; i++)
    {
      const BwFigures *figures = &self->parts[i].figures;
      const BwAuc *auc = &figures->auc;

      if (figures->enough && (reversed ? auc->high < 0.5 : auc->low <= 0.5 && auc->high >= 0.5))
        /* TRANSLATORS: one of several: a segment and its AUC */
        g_string_append_printf (segments, _("%s%s (AUC %.3f)"), segments->len > 0 ? ", " : "",
                                bw_model_get_segment (self->model, i)->name, auc->auc);
    }

  return segments;
}

static char *
speak_reversed_segments (const BwValidation *self)
{
  const BwFigures *all = all_of (self);
  g_autoptr(GString) segments = list_segments (self, TRUE);

  if (segments->len == 0 || !all->enough || all->auc.high < 0.5)
    return NULL;

  /* TRANSLATORS: segments, each with its AUC */
  return g_strdup_printf (_("Inside these segments the score has it the wrong way round: %s. Those who left had "
                            "the higher scores there."), segments->str);
}

static char *
speak_weak_segments (const BwValidation *self)
{
  const BwFigures *all = all_of (self);
  g_autoptr(GString) segments = list_segments (self, FALSE);

  if (segments->len == 0 || !all->enough || !(all->auc.low > 0.5))
    return NULL;

  /* TRANSLATORS: segments, each with its AUC */
  return g_strdup_printf (_("Inside these segments the score tells no better than a coin: %s."), segments->str);
}

static char *
speak_mostly_healthy (const BwValidation *self)
{
  const BwFigures *all = all_of (self);
  const guint highest = bw_model_get_n_bands (self->model) - 1;
  const double share = all->bands[highest].rate.n / all->base.n;

  if (!(share >= MOST_HEALTHY))
    return NULL;

  /* TRANSLATORS: a share in percent, the name of the highest band twice */
  return g_strdup_printf (_("%.0f %% of the judged customers are %s: a score that calls nearly everybody “%s” "
                            "tells little. Move the band edges, or choose harder goalposts."),
                          100 * share, bw_model_get_band (self->model, highest)->name,
                          bw_model_get_band (self->model, highest)->name);
}

static char *
speak_unscored (const BwValidation *self)
{
  const BwFigures *all = all_of (self);
  const gsize unscored = all->bands[BW_NO_BAND].rate.n_gone;
  g_autofree char *few = NULL, *gone = NULL;

  if (unscored == 0 || unscored < MOST_UNSCORED * all->n_gone)
    return NULL;

  few = bw_format_number (unscored, 0);
  gone = bw_format_number (all->n_gone, 0);

  /* TRANSLATORS: two numbers of customers */
  return g_strdup_printf (_("%s of the %s who left had not enough data for a score, and are in no figure. That "
                            "data is missing may itself be a sign."), few, gone);
}

static char *
speak_against (const BwValidation *self)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (guint i = 0; all_of (self)->enough && i < self->n_metrics; i++)
    {
      if (self->metrics[i].share > 0 && self->metrics[i].auc.high < 0.5 && !self->metrics[i].suspect)
        {
          g_string_append (names, names->len > 0 ? ", " : "");
          g_string_append_printf (names, _("“%s”"), bw_model_get_metric (self->model, i)->name);
        }
    }
  if (names->len == 0)
    return NULL;

  /* TRANSLATORS: names of metrics */
  return g_strdup_printf (_("Taken alone these speak against their direction, those who left had more points: "
                            "%s."), names->str);
}

static char *
speak_several_rows (const BwValidation *self)
{
  if (bw_cohort_get_choice (self->cohort)->judging != BW_JUDGE_EVERY)
    return NULL;

  return g_strdup_printf (_("%zu rows of %zu customers are judged: rows of one customer hang together, and the "
                            "ranges of the AUC reckon with it; those of rates do not."),
                          bw_cohort_get_n_rows (self->cohort),
                          bw_cohort_get_counts (self->cohort)->n_customers);
}

/* The gravest first. */
static const Guard guards[] = {
  { "few-gone", BW_REMARK_STOP, speak_few_gone },
  { "few-stayed", BW_REMARK_STOP, speak_few_stayed },
  { "reversed", BW_REMARK_WARNING, speak_reversed },
  { "no-better", BW_REMARK_WARNING, speak_no_better },
  { "leak", BW_REMARK_WARNING, speak_leak },
  { "reversed-segments", BW_REMARK_WARNING, speak_reversed_segments },
  { "weak-segments", BW_REMARK_WARNING, speak_weak_segments },
  { "mostly-healthy", BW_REMARK_WARNING, speak_mostly_healthy },
  { "out-of-line", BW_REMARK_WARNING, speak_out_of_line },
  { "few-per-metric", BW_REMARK_WARNING, speak_few_per_metric },
  { "unscored", BW_REMARK_WARNING, speak_unscored },
  { "against", BW_REMARK_NOTE, speak_against },
  { "several-rows", BW_REMARK_NOTE, speak_several_rows },
};

/**
 * bw_validation_guard:
 * @self: with all figures
 *
 * Adds what the figures give cause to say.
 */
void
bw_validation_guard (BwValidation *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (guards); i++)
    {
      char *text = guards[i].speak (self);

      if (text != NULL)
        bw_remarks_add (self->remarks, guards[i].id, guards[i].level, text);
    }
}
