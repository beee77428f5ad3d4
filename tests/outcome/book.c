/* A made book of customers with an outcome, ready to have weights learned from it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "book.h"

#include <math.h>

#define MOST 3000

void
book_clear (Book *self)
{
  g_clear_pointer (&self->prepared, bw_prepared_unref);
  g_clear_pointer (&self->cohort, bw_cohort_unref);
  g_clear_pointer (&self->outcome, bw_outcome_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
}

void
book_judge (Book                  *self,
            const BwOutcomeChoice *choice)
{
  g_autoptr(GError) error = NULL;

  self->model = fixture_model (
    "{'format': 'bellwether-model', 'version': 1, 'name': 'T', 'metrics': ["
    BOOK_METRIC ("a") ", " BOOK_METRIC ("b") ", " BOOK_METRIC ("noise") ", " BOOK_METRIC ("against") "], 'segments': ["
    "{'id': 'all', 'name': 'All', 'weights': {'a': 10, 'b': 10, 'noise': 60, 'against': 20}}]}");
  self->outcome = bw_outcome_new (self->panel, choice, &error);
  g_assert_no_error (error);
  self->cohort = bw_cohort_new (self->outcome, &(BwCohortChoice) { BW_JUDGE_ONCE, 30, 60 }, &error);
  g_assert_no_error (error);
  self->prepared = bw_cohort_prepare (self->cohort, self->model, NULL, NULL);
}

void
book_init (Book        *self,
           const Shape *shape,
           guint32      seed)
{
  g_autoptr(GRand) dice = g_rand_new_with_seed (seed);
  g_autofree double *x = g_new (double, 5 * MOST);
  const guint n = shape->n;
  const FixtureColumn columns[] = {
    { "a", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x, NULL },
    { "b", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x + n, NULL },
    { "noise", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x + 2 * n, NULL },
    { "against", BW_COLUMN_NUMBER, BW_ROLE_METRIC, x + 3 * n, NULL },
    { "Churned", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, x + 4 * n, NULL },
  };

  for (guint i = 0; i < n; i++)
    {
      double pull;

      for (guint j = 0; j < 4; j++)
        x[j * n + i] = 100 * g_rand_double (dice);
      pull = shape->base - shape->useful * (x[i] - 50) / 50 - shape->useful / 2 * (x[n + i] - 50) / 50 +
             shape->useful / 2 * (x[3 * n + i] - 50) / 50;
      x[4 * n + i] = g_rand_double (dice) < 1 / (1 + exp (-pull));
    }
  *self = (Book) { fixture_panel (columns, 5, n, NULL, 1) };
  book_judge (self, &(BwOutcomeChoice) { "Churned", NULL, NULL, NAN });
}

double
book_share (const BwSuggestion *suggestion,
            guint               metric)
{
  return bw_suggestion_get_weight (suggestion, 0, metric)->to;
}
