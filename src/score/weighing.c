/* From shares to effective shares: what each metric counts for the customers of a run. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "score/weighing.h"

#include <string.h>

/* Coverage that is short by rounding alone is enough. */
#define NEAR 1e-9

/**
 * bw_weighing_init:
 * @self: (out): to be cleared with bw_weighing_clear()
 */
void
bw_weighing_init (BwWeighing    *self,
                  const BwModel *model)
{
  self->n_metrics = bw_model_get_n_metrics (model);
  self->n_groups = bw_model_get_n_groups (model);
  self->groups = g_new (guint, MAX (self->n_metrics, 1));
  self->missing = g_new (BwMissing, MAX (self->n_metrics, 1));
  self->floor = bw_model_get_coverage_floor (model);
  self->all = g_new (double, MAX (self->n_groups, 1));
  self->present = g_new (double, MAX (self->n_groups, 1));

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const BwMetric *metric = bw_model_get_metric (model, i);

      self->groups[i] = metric->group;
      self->missing[i] = metric->missing;
    }
}

void
bw_weighing_clear (BwWeighing *self)
{
  g_clear_pointer (&self->groups, g_free);
  g_clear_pointer (&self->missing, g_free);
  g_clear_pointer (&self->all, g_free);
  g_clear_pointer (&self->present, g_free);
}

/**
 * bw_weighing_is_alike:
 *
 * Returns: whether the same shares of the same metric scores come to the same with both
 */
gboolean
bw_weighing_is_alike (const BwWeighing *self,
                      const BwWeighing *other)
{
  if (self->n_metrics != other->n_metrics || self->n_groups != other->n_groups ||
      self->floor != other->floor)
    return FALSE;

  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (self->groups[i] != other->groups[i] || self->missing[i] != other->missing[i])
        return FALSE;
    }

  return TRUE;
}

gboolean
bw_weighing_is_enough (const BwWeighing *self,
                       double            coverage)
{
  return !(coverage < self->floor - NEAR);
}

/**
 * bw_weighing_has:
 * @shares: of the segment, NaN for a metric that it does not use
 * @known: of the run
 *
 * Returns: whether the metric is present
 */
gboolean
bw_weighing_has (const BwWeighing *self,
                 const double     *shares,
                 const guint64    *known,
                 guint             metric)
{
  return shares[metric] > 0 &&
         (self->missing[metric] != BW_MISSING_SKIP || bw_known_has (known, metric));
}

/**
 * bw_weighing_get_coverage:
 *
 * Returns: the share of the weight for which there is data, 0 to 1
 */
double
bw_weighing_get_coverage (const BwWeighing *self,
                          const double     *shares,
                          const guint64    *known)
{
  double coverage = 0;

  /* A metric whose absence means something counts as known in every pattern. */
  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (shares[i] > 0 && bw_known_has (known, i))
        coverage += shares[i];
    }

  return MIN (coverage, 1);
}

/**
 * bw_weighing_weigh:
 * @effective: (out) (array): what each metric counts, 0 for those that are not present; they add
 *   up to 1
 *
 * Returns: whether there is enough data for a score
 */
gboolean
bw_weighing_weigh (BwWeighing    *self,
                   const double  *shares,
                   const guint64 *known,
                   double        *effective)
{
  double total = 0;

  memset (self->all, 0, self->n_groups * sizeof *self->all);
  memset (self->present, 0, self->n_groups * sizeof *self->present);
  for (guint i = 0; i < self->n_metrics; i++)
    {
      if (!(shares[i] > 0))
        continue;

      self->all[self->groups[i]] += shares[i];
      if (bw_weighing_has (self, shares, known, i))
        self->present[self->groups[i]] += shares[i];
    }

  for (guint i = 0; i < self->n_groups; i++)
    {
      if (self->present[i] > 0)
        total += self->all[i];
    }

  for (guint i = 0; i < self->n_metrics; i++)
    {
      const guint group = self->groups[i];

      effective[i] = 0;
      if (bw_weighing_has (self, shares, known, i))
        effective[i] = self->all[group] / total * (shares[i] / self->present[group]);
    }

  return total > 0 && bw_weighing_is_enough (self, bw_weighing_get_coverage (self, shares, known));
}
