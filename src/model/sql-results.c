/* The columns that come out of a SELECT. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/sql-parts.h"

static void
add_band (BwSql      *self,
          gboolean    names,
          const char *as)
{
  const guint last = bw_model_get_n_bands (self->model) - 1;
  BwSqlWriter *out = &self->out;

  bw_sql_item (out);
  bw_sql_case (out);
  if (names)
    {
      bw_sql_when (out);
      bw_sql_add (out, "r.score IS NULL THEN 'Not enough data'");
    }
  for (guint i = 0; i <= last; i++)
    {
      const BwBand *band = bw_model_get_band (self->model, i);

      bw_sql_when (out);
      if (i < last)
        {
          bw_sql_add (out, "r.score < ");
          bw_sql_number (out, bw_model_get_band (self->model, i + 1)->from);
        }
      else
        {
          bw_sql_add (out, "r.score IS NOT NULL");
        }
      bw_sql_add (out, " THEN ");
      bw_sql_text (out, names ? band->name : band->id);
    }
  bw_sql_end (out);
  bw_sql_add (out, " AS %s", as);
}

static void
add_grade (BwSql *self)
{
  const guint last = bw_model_get_n_grades (self->model) - 1;
  BwSqlWriter *out = &self->out;

  bw_sql_item (out);
  bw_sql_case (out);
  for (guint i = 0; i <= last; i++)
    {
      const BwGrade *grade = bw_model_get_grade (self->model, i);

      bw_sql_when (out);
      if (i < last)
        {
          bw_sql_add (out, "r.score >= ");
          bw_sql_number (out, grade->from);
        }
      else
        {
          bw_sql_add (out, "r.score IS NOT NULL");
        }
      bw_sql_add (out, " THEN ");
      bw_sql_text (out, grade->letter);
    }
  bw_sql_end (out);
  bw_sql_add (out, " AS grade");
}

static void
add_segment_name (BwSql *self)
{
  BwSqlWriter *out = &self->out;

  bw_sql_item (out);
  bw_sql_case (out);
  for (guint i = 0; i < bw_model_get_n_segments (self->model); i++)
    {
      const BwSegment *segment = bw_model_get_segment (self->model, i);

      bw_sql_when (out);
      bw_sql_add (out, "r.segment = ");
      bw_sql_text (out, segment->id);
      bw_sql_add (out, " THEN ");
      bw_sql_text (out, segment->name);
    }
  bw_sql_end (out);
  bw_sql_add (out, " AS segment_name");
}

static void
add_rank (BwSql *self)
{
  BwSqlWriter *out = &self->out;

  bw_sql_item (out);
  bw_sql_add (out, "CASE WHEN r.score IS NOT NULL THEN r.from_top END AS rank");
  bw_sql_item (out);
  bw_sql_add (out, "CASE WHEN r.score IS NOT NULL THEN ");
  bw_sql_phrase (out, out->dialect->whole_part,
                 "50 * (r.n_scored + r.from_bottom - r.from_top) + r.n_scored - 1", "r.n_scored");
  bw_sql_add (out, " END AS percentile");
}

static void
add_reasons (BwSql      *self,
             gboolean    cap,
             const char *when,
             const char *rule)
{
  BwSqlWriter *out = &self->out;

  if (!bw_sql_has_rules (self, cap))
    return;

  bw_sql_when (out);
  bw_sql_add (out, "%s THEN ", when);
  bw_sql_case (out);
  for (guint i = 0; i < bw_model_get_n_rules (self->model); i++)
    {
      if (bw_model_get_rule (self->model, i)->cap != cap)
        continue;

      bw_sql_when (out);
      bw_sql_add (out, "r.%s = %u THEN ", rule, i + 1);
      bw_sql_text (out, bw_model_get_rule (self->model, i)->reason);
    }
  bw_sql_end (out);
}

static void
add_reason (BwSql *self)
{
  BwSqlWriter *out = &self->out;
  const gboolean both = bw_sql_has_rules (self, TRUE) && bw_sql_has_rules (self, FALSE);

  bw_sql_item (out);
  bw_sql_add (out, "r.rounded_score AS score_before_rules");
  bw_sql_item (out);
  if (bw_model_get_n_rules (self->model) == 0)
    {
      bw_sql_add (out, "CAST(NULL AS %s) AS reason", out->dialect->text_type);
      return;
    }

  bw_sql_case (out);
  add_reasons (self, TRUE, both
               ? "r.score < r.rounded_score OR (r.score > r.rounded_score AND "
               "r.cap_bound < r.floor_bound)"
               : "r.score < r.rounded_score", "cap_rule");
  add_reasons (self, FALSE, "r.score > r.rounded_score", "floor_rule");
  bw_sql_end (out);
  bw_sql_add (out, " AS reason");
}

static void
add_group (BwSql *self,
           guint  group)
{
  BwSqlWriter *out = &self->out;
  guint n_terms = 0;

  bw_sql_item (out);
  for (guint i = 0; i < bw_model_get_n_metrics (self->model); i++)
    {
      if (bw_model_get_metric (self->model, i)->group != group || !bw_sql_is_weighed (self, i))
        continue;

      if (n_terms == 0)
        {
          bw_sql_add (out, "CASE WHEN r.present_%s > ", self->groups[group]);
          bw_sql_number (out, 0);
          bw_sql_add (out, " THEN (");
          out->depth++;
        }
      bw_sql_line (out);
      bw_sql_add (out, n_terms++ > 0 ? "+ " : "  ");
      bw_sql_add (out, "CASE WHEN r.weight_%s > ", self->metrics[i]);
      bw_sql_number (out, 0);
      bw_sql_add (out, " THEN r.weight_%s * ", self->metrics[i]);
      bw_sql_metric_score (self, i);
      bw_sql_add (out, " ELSE ");
      bw_sql_number (out, 0);
      bw_sql_add (out, " END");
    }

  if (n_terms > 0)
    {
      out->depth--;
      bw_sql_line (out);
      bw_sql_add (out, ") / r.present_%s END", self->groups[group]);
    }
  else
    {
      bw_sql_add (out, "CASE WHEN 1 = 0 THEN r.score END");
    }
  bw_sql_add (out, " AS group_%s", self->groups[group]);
}

/**
 * bw_sql_write_results:
 *
 * Writes the columns that come out.
 */
void
bw_sql_write_results (BwSql *self)
{
  static const char *const first[] = { "customer", "snapshot", "segment", "score" };
  BwSqlWriter *out = &self->out;

  bw_sql_line (out);
  bw_sql_add (out, "SELECT");
  out->depth = 1;
  out->n_items = 0;
  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    {
      bw_sql_item (out);
      bw_sql_add (out, "r.%s", first[i]);
    }
  add_band (self, FALSE, "band");
  add_grade (self);
  bw_sql_item (out);
  bw_sql_add (out, "CASE WHEN r.coverage > ");
  bw_sql_number (out, 1);
  bw_sql_add (out, " THEN ");
  bw_sql_number (out, 1);
  bw_sql_add (out, " ELSE r.coverage END AS coverage");

  if (self->options->with_names)
    {
      add_segment_name (self);
      add_band (self, TRUE, "band_name");
    }
  if (self->options->with_rank)
    add_rank (self);
  if (self->options->with_reason)
    add_reason (self);
  for (guint i = 0; self->options->with_groups && i < bw_model_get_n_groups (self->model); i++)
    add_group (self, i);
  for (guint i = 0; self->options->with_metrics && i < bw_model_get_n_metrics (self->model); i++)
    {
      bw_sql_item (out);
      bw_sql_metric_score (self, i);
      bw_sql_add (out, " AS metric_%s", self->metrics[i]);
    }

  out->depth = 0;
  bw_sql_line (out);
  bw_sql_add (out, "FROM %s AS r\n", self->step);
}
