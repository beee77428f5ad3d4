/* The steps of a SELECT that round, hold caps and floors, and rank. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/sql-parts.h"

/**
 * bw_sql_has_rules:
 *
 * Returns: whether the model has caps, or floors
 */
gboolean
bw_sql_has_rules (const BwSql *self,
                  gboolean     cap)
{
  for (guint i = 0; i < bw_model_get_n_rules (self->model); i++)
    {
      if (bw_model_get_rule (self->model, i)->cap == cap)
        return TRUE;
    }

  return FALSE;
}

static void
add_bound (BwSql      *self,
           gboolean    cap,
           const char *rule,
           const char *as)
{
  BwSqlWriter *out = &self->out;

  if (!bw_sql_has_rules (self, cap))
    return;

  bw_sql_item (out);
  bw_sql_double_case (out);
  for (guint i = 0; i < bw_model_get_n_rules (self->model); i++)
    {
      if (bw_model_get_rule (self->model, i)->cap != cap)
        continue;

      bw_sql_when (out);
      bw_sql_add (out, "r.%s = %u THEN ", rule, i + 1);
      bw_sql_number (out, bw_model_get_rule (self->model, i)->bound);
    }
  bw_sql_double_end (out);
  bw_sql_add (out, " AS %s", as);
}

/* Nothing before this is rounded, and nothing after it. */
static void
write_rounded (BwSql *self)
{
  g_autoptr(GString) scaled = g_string_new (NULL);
  BwSqlWriter part = { .dialect = self->out.dialect, .text = scaled };
  BwSqlWriter *out = &self->out;
  const char *from = self->step;

  bw_sql_add (&part, "r.exact_score * ");
  bw_sql_number (&part, 1e9);
  bw_sql_add (&part, " + ");
  bw_sql_number (&part, 0.5);

  self->step = bw_sql_begin_step (self, "The score, rounded once, to nine decimals, and the bounds that "
                                  "caps and floors set.", "rounded_scores");
  bw_sql_item (out);
  bw_sql_add (out, "r.*");
  bw_sql_item (out);
  bw_sql_phrase (out, out->dialect->floor, scaled->str, NULL);
  bw_sql_add (out, " / ");
  bw_sql_number (out, 1e9);
  bw_sql_add (out, " AS rounded_score");
  add_bound (self, TRUE, "cap_rule", "cap_bound");
  add_bound (self, FALSE, "floor_rule", "floor_bound");
  bw_sql_end_step (self, from);
}

/* A cap wins over a floor; without a score there is nothing to bound. */
static void
add_bounded (BwSql *self)
{
  const gboolean caps = bw_sql_has_rules (self, TRUE);
  const gboolean floors = bw_sql_has_rules (self, FALSE);
  BwSqlWriter *out = &self->out;

  bw_sql_item (out);
  if (!caps && !floors)
    {
      bw_sql_add (out, "r.rounded_score AS score");
      return;
    }

  bw_sql_case (out);
  if (caps)
    {
      bw_sql_when (out);
      bw_sql_add (out, "r.cap_bound < r.rounded_score THEN r.cap_bound");
    }
  if (caps && floors)
    {
      bw_sql_when (out);
      bw_sql_add (out, "r.floor_bound > r.rounded_score AND r.cap_bound < r.floor_bound "
                  "THEN r.cap_bound");
    }
  if (floors)
    {
      bw_sql_when (out);
      bw_sql_add (out, "r.floor_bound > r.rounded_score THEN r.floor_bound");
    }
  bw_sql_else (out);
  bw_sql_add (out, "r.rounded_score");
  bw_sql_end (out);
  bw_sql_add (out, " AS score");
}

static void
write_final (BwSql *self)
{
  const char *from = self->step;

  self->step = bw_sql_begin_step (self, "The score within its bounds. A cap wins.", "final_scores");
  bw_sql_item (&self->out);
  bw_sql_add (&self->out, "r.*");
  add_bounded (self);
  bw_sql_end_step (self, from);
}

static void
write_ranks (BwSql *self)
{
  static const char over[] = "OVER (PARTITION BY r.snapshot, r.segment, "
                             "CASE WHEN r.score IS NULL THEN 0 ELSE 1 END";
  BwSqlWriter *out = &self->out;
  const char *from = self->step;

  self->step = bw_sql_begin_step (self, "Places among the scored customers of segment and snapshot.",
                                  "ranked_scores");
  bw_sql_item (out);
  bw_sql_add (out, "r.*");
  bw_sql_item (out);
  bw_sql_add (out, "COUNT(*) %s) AS n_scored", over);
  bw_sql_item (out);
  bw_sql_add (out, "RANK() %s ORDER BY r.score DESC) AS from_top", over);
  bw_sql_item (out);
  bw_sql_add (out, "RANK() %s ORDER BY r.score) AS from_bottom", over);
  bw_sql_end_step (self, from);
}

/**
 * bw_sql_write_scores:
 *
 * Writes the steps from the weighted score to the final one, and ranks where they are wanted.
 */
void
bw_sql_write_scores (BwSql *self)
{
  write_rounded (self);
  write_final (self);
  if (self->options->with_rank)
    write_ranks (self);
}
