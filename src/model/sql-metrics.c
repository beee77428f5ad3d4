/* The step of a SELECT that finds segments, metric scores, and the rules that hold. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/sql-parts.h"

#include "model/sql-scale.h"

#include <glib/gi18n-lib.h>

static void
add_segment (BwSql *self)
{
  const guint last = bw_model_get_n_segments (self->model) - 1;
  BwSqlWriter *out = &self->out;

  bw_sql_item (out);
  if (last > 0)
    {
      bw_sql_case (out);
      for (guint i = 0; i < last; i++)
        {
          const BwSegment *segment = bw_model_get_segment (self->model, i);

          bw_sql_when (out);
          bw_sql_conditions (self, segment->where);
          bw_sql_add (out, " THEN ");
          bw_sql_text (out, segment->id);
        }
      bw_sql_else (out);
    }
  bw_sql_text (out, bw_model_get_segment (self->model, last)->id);
  if (last > 0)
    bw_sql_end (out);
  bw_sql_add (out, " AS segment");
}

/* A comment of what a metric is, on a line of its own before it. */
static void
add_remark (BwSql          *self,
            const BwMetric *metric)
{
  BwSqlWriter *out = &self->out;
  const guint n_items = out->n_items;

  if (n_items > 0)
    bw_sql_add (out, ",");
  bw_sql_line (out);
  bw_sql_comment (out, metric->name);
  if (metric->hurts)
    bw_sql_add (out, " (more of it hurts)");
  out->n_items = 0;
}

static void
add_metric (BwSql *self,
            guint  index)
{
  const BwMetric *metric = bw_model_get_metric (self->model, index);
  const BwSqlValue value = bw_sql_value_of_metric (self, index);
  BwSqlWriter *out = &self->out;
  const gboolean fine = out->error == NULL;

  add_remark (self, metric);
  bw_sql_item (out);
  if (metric->hurts)
    {
      bw_sql_number (out, 100);
      bw_sql_add (out, " - ");
    }
  bw_scale_write_sql (&metric->scale, &value, out);
  bw_sql_add (out, " AS score_%s", self->metrics[index]);

  if (fine && out->error != NULL)
    /* TRANSLATORS: number and name of a metric of the model, before what is wrong with it */
    g_prefix_error (&out->error, _("metrics[%u] (%s): "), index, metric->name);
}

/* Of the rules that hold, the number of the one that bounds most: the lowest cap, the highest
 * floor, of equal ones the first. */
static int
compare_caps (gconstpointer a,
              gconstpointer b,
              gpointer      user_data)
{
  const BwModel *model = user_data;
  const BwRule *x = bw_model_get_rule (model, *(const guint *) a);
  const BwRule *y = bw_model_get_rule (model, *(const guint *) b);

  if (x->bound != y->bound)
    return (x->bound < y->bound) == x->cap ? -1 : 1;

  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

static GArray *
sort_rules (const BwSql *self,
            gboolean     cap)
{
  GArray *rules = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < bw_model_get_n_rules (self->model); i++)
    {
      if (bw_model_get_rule (self->model, i)->cap == cap)
        g_array_append_val (rules, i);
    }
  g_array_sort_with_data (rules, compare_caps, (gpointer) self->model);

  return rules;
}

static void
add_rules (BwSql      *self,
           gboolean    cap,
           const char *as)
{
  g_autoptr(GArray) rules = sort_rules (self, cap);
  BwSqlWriter *out = &self->out;

  if (rules->len == 0)
    return;

  bw_sql_item (out);
  bw_sql_case (out);
  for (guint i = 0; i < rules->len; i++)
    {
      const guint rule = g_array_index (rules, guint, i);

      bw_sql_line (out);
      bw_sql_comment (out, bw_model_get_rule (self->model, rule)->reason);
      bw_sql_when (out);
      bw_sql_conditions (self, bw_model_get_rule (self->model, rule)->where);
      bw_sql_add (out, " THEN %u", rule + 1);
    }
  bw_sql_end (out);
  bw_sql_add (out, " AS %s", as);
}

/**
 * bw_sql_write_metrics:
 *
 * Writes the step that finds the segment, the score of each metric and the rules that hold.
 */
void
bw_sql_write_metrics (BwSql *self)
{
  const char *from = self->step;

  self->step = bw_sql_begin_step (self, "The segment, each metric’s score (0 to 100, missing where "
                                  "it is not known), and the rules that hold.", "metric_scores");
  bw_sql_item (&self->out);
  bw_sql_add (&self->out, "r.customer");
  bw_sql_item (&self->out);
  bw_sql_add (&self->out, "r.snapshot");
  add_segment (self);
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (self->scored[i])
        add_metric (self, i);
    }
  add_rules (self, TRUE, "cap_rule");
  add_rules (self, FALSE, "floor_rule");
  bw_sql_end_step (self, from);
}
