/* The figures of some rows of a cohort: all of them, or those of a segment. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/figures.h"

#include "outcome/curve.h"

#include <math.h>

/**
 * bw_some_init:
 * @segment: of the model of @judged, or %BW_ALL_SEGMENTS
 *
 * Takes the rows of the segment, in the order of the cohort.
 */
void
bw_some_init (BwSome          *self,
              BwCohort        *cohort,
              const BwResults *judged,
              guint            segment)
{
  const gsize n_rows = bw_cohort_get_n_rows (cohort), n = MAX (n_rows, 1);
  const BwPrepared *prepared = bw_results_get_prepared (judged);
  const gboolean several = bw_cohort_get_choice (cohort)->judging == BW_JUDGE_EVERY;

  *self = (BwSome) { 0, g_new (double, n), g_new (guint8, n), g_new (double, n), g_new (guint8, n),
                     several ? g_new (guint32, n) : NULL };
  for (gsize row = 0; row < n_rows; row++)
    {
      const BwJudgedRow *judged_row = bw_cohort_get_row (cohort, row);

      if (segment != BW_ALL_SEGMENTS && bw_results_get_segment (judged, row) != segment)
        continue;

      self->scores[self->n] = bw_results_get_score (judged, row);
      self->gone[self->n] = judged_row->gone;
      self->money[self->n] = bw_prepared_get_money (prepared, row);
      self->bands[self->n] = bw_results_get_band (judged, row);
      if (several)
        self->customers[self->n] = judged_row->customer;
      self->n++;
    }
}

void
bw_some_clear (BwSome *self)
{
  g_free (self->scores);
  g_free (self->gone);
  g_free (self->money);
  g_free (self->bands);
  g_free (self->customers);
}

static void
fill_bands (BwFigures    *self,
            const BwSome *some,
            guint         n_bands)
{
  gsize n[BW_MAX_BANDS + 1] = { 0 }, n_gone[BW_MAX_BANDS + 1] = { 0 };
  gsize scored_gone = 0;

  for (gsize i = 0; i < some->n; i++)
    {
      const guint8 band = some->bands[i];
      const double money = isnan (some->money[i]) ? 0 : some->money[i];

      n[band]++;
      self->bands[band].money += money;
      self->n_gone += some->gone[i];
      if (!some->gone[i])
        continue;
      n_gone[band]++;
      scored_gone += band != BW_NO_BAND;
      self->bands[band].money_gone += money;
    }
  for (guint band = 0; band <= BW_NO_BAND; band++)
    {
      BwBandFigures *figures = &self->bands[band];

      figures->rate = bw_rate (n_gone[band], n[band]);
      figures->precision = figures->rate.rate;
      figures->recall = band < n_bands && scored_gone > 0 ? (double) n_gone[band] / scored_gone : NAN;
    }
  self->recall = bw_rate (n_gone[0], scored_gone);
}

/* How many different customers are scored, and left at one of their rows. */
static void
count_customers (BwFigures    *self,
                 const BwSome *some)
{
  g_autoptr(GHashTable) gone = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) all = g_hash_table_new (NULL, NULL);

  for (gsize i = 0; i < some->n; i++)
    {
      if (isnan (some->scores[i]))
        continue;
      g_hash_table_add (all, GUINT_TO_POINTER (some->customers[i]));
      if (some->gone[i])
        g_hash_table_add (gone, GUINT_TO_POINTER (some->customers[i]));
    }
  self->n_customers_gone = g_hash_table_size (gone);
  self->n_customers_stayed = g_hash_table_size (all) - self->n_customers_gone;
}

/**
 * bw_figures_fill:
 * @ladder: of the scores of @some
 * @n_bands: of the model
 */
void
bw_figures_fill (BwFigures      *self,
                 const BwSome   *some,
                 const BwLadder *ladder,
                 guint           n_bands)
{
  const BwCurve curve = bw_curve_fit (ladder);

  *self = (BwFigures) { .n = some->n };
  fill_bands (self, some, n_bands);
  self->base = bw_rate (ladder->n_gone, ladder->n);
  self->n_customers_gone = ladder->n_gone;
  self->n_customers_stayed = ladder->n - ladder->n_gone;
  if (some->customers != NULL)
    count_customers (self, some);
  self->enough = self->n_customers_gone >= BW_LEAST_OF_A_KIND &&
                 self->n_customers_stayed >= BW_LEAST_OF_A_KIND;
  self->auc = bw_auc (some->scores, some->gone, some->customers, some->n);
  self->gini = 2 * self->auc.auc - 1;
  self->ks = bw_ladder_get_ks (ladder, &self->ks_score);
  bw_ladder_get_parts (ladder, BW_N_TENTHS, self->tenths);
  for (guint i = 0; i < BW_N_TENTHS; i++)
    self->expected[i] = bw_curve_at (&curve, self->tenths[i].mean);
  self->lift = self->base.rate > 0 ? self->tenths[0].rate.rate / self->base.rate : NAN;
  self->intercept = curve.intercept;
  self->slope = curve.slope;
  self->brier = bw_curve_get_brier (&curve, ladder);
  self->brier_base = ladder->n > 0 ? self->base.rate * (1 - self->base.rate) : NAN;
}
