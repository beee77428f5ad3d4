/* The steps of a SELECT that weigh metric scores, in the order of the engine's own sums. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is not present has weight 0 and adds 0, which changes no sum; so the sums are those of
 * weighing.c and pass.c to the last digit, where the warehouse reckons with doubles as C does. */

#include "model/sql-parts.h"

#include <math.h>

#define NEAR 1e-9 /* coverage that is short by rounding alone is enough */

/**
 * bw_sql_is_weighed:
 *
 * Returns: whether a segment gives the metric a weight
 */
gboolean
bw_sql_is_weighed (const BwSql *self,
                   guint        metric)
{
  for (guint i = 0; i < bw_model_get_n_segments (self->model); i++)
    {
      if (bw_model_get_segment (self->model, i)->shares[metric] > 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_group_weighed (const BwSql *self,
                  guint        group)
{
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (bw_model_get_metric (self->model, i)->group == group && bw_sql_is_weighed (self, i))
        return TRUE;
    }

  return FALSE;
}

/* Branches that give a number by segment; 0 for those that have none. */
static void
add_by_segment (BwSql        *self,
                const double *numbers)
{
  BwSqlWriter *out = &self->out;

  for (guint i = 0; i < bw_model_get_n_segments (self->model); i++)
    {
      if (!(numbers[i] > 0))
        continue;

      bw_sql_when (out);
      bw_sql_add (out, "r.segment = ");
      bw_sql_text (out, bw_model_get_segment (self->model, i)->id);
      bw_sql_add (out, " THEN ");
      bw_sql_number (out, numbers[i]);
    }
  bw_sql_else (out);
  bw_sql_number (out, 0);
}

static void
add_weight (BwSql *self,
            guint  metric)
{
  const guint n_segments = bw_model_get_n_segments (self->model);
  g_autofree double *shares = g_new (double, n_segments);
  BwSqlWriter *out = &self->out;

  for (guint i = 0; i < n_segments; i++)
    shares[i] = bw_model_get_segment (self->model, i)->shares[metric];

  bw_sql_item (out);
  bw_sql_double_case (out);
  if (bw_model_get_metric (self->model, metric)->missing == BW_MISSING_SKIP)
    {
      bw_sql_when (out);
      bw_sql_add (out, "r.score_%s IS NULL THEN ", self->metrics[metric]);
      bw_sql_number (out, 0);
    }
  add_by_segment (self, shares);
  bw_sql_double_end (out);
  bw_sql_add (out, " AS weight_%s", self->metrics[metric]);
}

static void
write_weights (BwSql *self)
{
  const char *from = self->step;

  self->step = bw_sql_begin_step (self, "What each metric counts in the segment, 0 where it is not "
                                  "present.", "metric_weights");
  bw_sql_item (&self->out);
  bw_sql_add (&self->out, "r.*");
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (bw_sql_is_weighed (self, i))
        add_weight (self, i);
    }
  bw_sql_end_step (self, from);
}

/* One more term of a sum, on a line of its own. */
static void
begin_term (BwSql *self,
            guint *n_terms)
{
  if ((*n_terms)++ == 0)
    return;

  bw_sql_line (&self->out);
  bw_sql_add (&self->out, "+ ");
}

static void
add_coverage (BwSql *self)
{
  BwSqlWriter *out = &self->out;
  guint n_terms = 0;

  bw_sql_item (out);
  out->depth++;
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (!bw_sql_is_weighed (self, i))
        continue;

      begin_term (self, &n_terms);
      if (bw_model_get_metric (self->model, i)->missing == BW_MISSING_NEUTRAL)
        {
          bw_sql_add (out, "CASE WHEN r.score_%s IS NULL THEN ", self->metrics[i]);
          bw_sql_number (out, 0);
          bw_sql_add (out, " ELSE r.weight_%s END", self->metrics[i]);
        }
      else
        {
          bw_sql_add (out, "r.weight_%s", self->metrics[i]);
        }
    }
  if (n_terms == 0)
    bw_sql_number (out, 0);
  out->depth--;
  bw_sql_add (out, " AS coverage");
}

/* The weight of a group: what is present of it, and all of it, which stays with it. */
static void
add_group (BwSql *self,
           guint  group)
{
  const guint n_segments = bw_model_get_n_segments (self->model);
  g_autofree double *all = g_new0 (double, n_segments);
  BwSqlWriter *out = &self->out;
  guint n_terms = 0;

  bw_sql_item (out);
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (bw_model_get_metric (self->model, i)->group != group || !bw_sql_is_weighed (self, i))
        continue;

      bw_sql_add (out, n_terms++ > 0 ? " + r.weight_%s" : "r.weight_%s", self->metrics[i]);
      for (guint j = 0; j < n_segments; j++)
        {
          const double share = bw_model_get_segment (self->model, j)->shares[i];

          all[j] += share > 0 ? share : 0;
        }
    }
  bw_sql_add (out, " AS present_%s", self->groups[group]);

  bw_sql_item (out);
  bw_sql_double_case (out);
  add_by_segment (self, all);
  bw_sql_double_end (out);
  bw_sql_add (out, " AS all_%s", self->groups[group]);
}

static void
write_groups (BwSql *self)
{
  const char *from = self->step;

  self->step = bw_sql_begin_step (self, "Coverage, and what each group counts: the weights of its "
                                  "metrics that are present, and of all.", "group_weights");
  bw_sql_item (&self->out);
  bw_sql_add (&self->out, "r.*");
  add_coverage (self);
  for (guint i = 0; i < bw_model_get_n_groups (self->model); i++)
    {
      if (is_group_weighed (self, i))
        add_group (self, i);
    }
  bw_sql_end_step (self, from);
}

static void
write_total (BwSql *self)
{
  BwSqlWriter *out = &self->out;
  const char *from = self->step;
  guint n_terms = 0;

  self->step = bw_sql_begin_step (self, "The weight of all groups of which something is present.",
                                  "total_weights");
  bw_sql_item (out);
  bw_sql_add (out, "r.*");
  bw_sql_item (out);
  out->depth++;
  for (guint i = 0; i < bw_model_get_n_groups (self->model); i++)
    {
      if (!is_group_weighed (self, i))
        continue;

      begin_term (self, &n_terms);
      bw_sql_add (out, "CASE WHEN r.present_%s > ", self->groups[i]);
      bw_sql_number (out, 0);
      bw_sql_add (out, " THEN r.all_%s ELSE ", self->groups[i]);
      bw_sql_number (out, 0);
      bw_sql_add (out, " END");
    }
  if (n_terms == 0)
    bw_sql_number (out, 0);
  out->depth--;
  bw_sql_add (out, " AS total_weight");
  bw_sql_end_step (self, from);
}

/**
 * bw_sql_metric_score:
 *
 * Writes the metric's score with what stands for a missing one.
 */
void
bw_sql_metric_score (BwSql *self,
                     guint  metric)
{
  const BwMetric *of = bw_model_get_metric (self->model, metric);
  BwSqlWriter *out = &self->out;
  double missing = of->missing_value;

  if (of->missing == BW_MISSING_SKIP)
    {
      bw_sql_add (out, "r.score_%s", self->metrics[metric]);
      return;
    }

  if (of->missing != BW_MISSING_VALUE)
    missing = of->missing == BW_MISSING_NEUTRAL ? 50 : 0;
  bw_sql_add (out, "COALESCE(r.score_%s, ", self->metrics[metric]);
  bw_sql_number (out, missing);
  bw_sql_add (out, ")");
}

static void
add_weighted (BwSql *self)
{
  BwSqlWriter *out = &self->out;
  guint n_terms = 0;

  out->depth++;
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      const char *group = self->groups[bw_model_get_metric (self->model, i)->group];

      if (!bw_sql_is_weighed (self, i))
        continue;

      bw_sql_line (out);
      bw_sql_add (out, n_terms++ > 0 ? "+ " : "  ");
      bw_sql_add (out, "CASE WHEN r.weight_%s > ", self->metrics[i]);
      bw_sql_number (out, 0);
      bw_sql_add (out, " THEN r.all_%s / r.total_weight * (r.weight_%s / r.present_%s) * ",
                  group, self->metrics[i], group);
      bw_sql_metric_score (self, i);
      bw_sql_add (out, " ELSE ");
      bw_sql_number (out, 0);
      bw_sql_add (out, " END");
    }
  if (n_terms == 0)
    {
      bw_sql_line (out);
      bw_sql_number (out, 0);
    }
  out->depth--;
}

static void
write_weighted (BwSql *self)
{
  BwSqlWriter *out = &self->out;
  const char *from = self->step;

  self->step = bw_sql_begin_step (self, "The weighted score, where there is enough data for one.",
                                  "weighted_scores");
  bw_sql_item (out);
  bw_sql_add (out, "r.*");
  bw_sql_item (out);
  bw_sql_case (out);
  bw_sql_when (out);
  bw_sql_add (out, "r.total_weight > ");
  bw_sql_number (out, 0);
  bw_sql_add (out, " AND r.coverage >= ");
  bw_sql_number (out, bw_model_get_coverage_floor (self->model) - NEAR);
  bw_sql_add (out, " THEN");
  add_weighted (self);
  bw_sql_end (out);
  bw_sql_add (out, " AS exact_score");
  bw_sql_end_step (self, from);
}

/**
 * bw_sql_write_weights:
 *
 * Writes the steps from metric scores to the weighted score.
 */
void
bw_sql_write_weights (BwSql *self)
{
  write_weights (self);
  write_groups (self);
  write_total (self);
  write_weighted (self);
}
