/* A cohort under a model: its metric scores and scores, row by row of the cohort. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "outcome/judged.h"

#include "score/gathered.h"

/* Puts the rows of one snapshot, from @first on. Returns: the first row after them, or 0 where cancelled */
static gsize
put_snapshot (BwCohort     *cohort,
              BwModel      *model,
              BwGathering  *gathering,
              gsize         first,
              GCancellable *cancellable)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (cohort));
  const guint snapshot = bw_cohort_get_row (cohort, first)->snapshot;
  g_autoptr(BwPrepared) part = bw_prepared_new (model, panel, snapshot, NULL, cancellable);
  gsize row = first;

  if (part == NULL)
    return 0;

  for (; row < bw_cohort_get_n_rows (cohort) && bw_cohort_get_row (cohort, row)->snapshot == snapshot; row++)
    bw_gathering_put (gathering, part, bw_cohort_get_row (cohort, row)->row, row);

  return row;
}

/**
 * bw_cohort_prepare:
 * @model: one that bw_model_check() finds to fit the panel
 * @previous: (nullable): made of the same cohort before; given back where it serves
 *
 * Cost: that of bw_prepared_new() for each snapshot that somebody is judged by; next to nothing where
 * only weights, bands or names differ from @previous.
 *
 * Returns: (transfer full) (nullable): what scoring the rows of the cohort starts from, %NULL only
 *   where cancelled
 */
BwPrepared *
bw_cohort_prepare (BwCohort     *cohort,
                   BwModel      *model,
                   BwPrepared   *previous,
                   GCancellable *cancellable)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (cohort));
  g_autoptr(BwGathering) gathering = NULL;

  if (previous != NULL && bw_prepared_get_n_rows (previous) == bw_cohort_get_n_rows (cohort) &&
      bw_prepared_get_panel (previous) == panel && bw_prepared_serves (previous, model))
    return bw_prepared_ref (previous);

  gathering = bw_gathering_new (model, panel, bw_cohort_get_n_rows (cohort));
  for (gsize row = 0; row < bw_cohort_get_n_rows (cohort); )
    {
      row = put_snapshot (cohort, model, gathering, row, cancellable);
      if (row == 0)
        return NULL;
    }

  return bw_gathering_finish (g_steal_pointer (&gathering));
}
