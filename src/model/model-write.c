/* A model as its file: one stable form, in which two versions differ only where they differ. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings of the whole model, direction and group are always written; what is at its default and
 * says nothing (caption, missing, subjective, check, tag, why, action) is left out. Weights are
 * written as shares, in the order of the metrics; bw_shares_normalise() tells why they read back
 * the same. */

#include "model/parts.h"

#include <math.h>

static void
write_if_any (BwWriter   *writer,
              const char *key,
              const char *text)
{
  if (text != NULL && *text != '\0')
    bw_writer_text (writer, key, text);
}

static void
write_trend (const BwModel *self,
             BwWriter      *writer)
{
  bw_writer_open (writer, "trend", '{', BW_LAYOUT_INLINE);
  bw_writer_number (writer, "days", bw_model_get_trend_days (self));
  bw_writer_number (writer, "steady", bw_model_get_trend_steady (self));
  bw_writer_close (writer);
}

static void
write_bands (const BwModel *self,
             BwWriter      *writer)
{
  bw_writer_open (writer, "bands", '[', BW_LAYOUT_LINES);
  for (guint i = 0; i < bw_model_get_n_bands (self); i++)
    {
      const BwBand *band = bw_model_get_band (self, i);

      bw_writer_open (writer, NULL, '{', BW_LAYOUT_INLINE);
      bw_writer_text (writer, "id", band->id);
      bw_writer_text (writer, "name", band->name);
      bw_writer_text (writer, "colour", band->colour);
      bw_writer_number (writer, "from", band->from);
      write_if_any (writer, "action", band->action);
      bw_writer_close (writer);
    }
  bw_writer_close (writer);
}

static void
write_grades (const BwModel *self,
              BwWriter      *writer)
{
  bw_writer_open (writer, "grades", '[', BW_LAYOUT_LINES);
  for (guint i = 0; i < bw_model_get_n_grades (self); i++)
    {
      bw_writer_open (writer, NULL, '{', BW_LAYOUT_INLINE);
      bw_writer_text (writer, "letter", bw_model_get_grade (self, i)->letter);
      bw_writer_number (writer, "from", bw_model_get_grade (self, i)->from);
      bw_writer_close (writer);
    }
  bw_writer_close (writer);
}

static void
write_groups (const BwModel *self,
              BwWriter      *writer)
{
  bw_writer_open (writer, "groups", '[', BW_LAYOUT_LINES);
  for (guint i = 0; i < bw_model_get_n_groups (self); i++)
    {
      bw_writer_open (writer, NULL, '{', BW_LAYOUT_INLINE);
      bw_writer_text (writer, "id", bw_model_get_group (self, i)->id);
      bw_writer_text (writer, "name", bw_model_get_group (self, i)->name);
      bw_writer_close (writer);
    }
  bw_writer_close (writer);
}

static void
write_missing (const BwMetric *metric,
               BwWriter       *writer)
{
  switch (metric->missing)
    {
    case BW_MISSING_NEUTRAL:
      bw_writer_text (writer, "missing", "neutral");
      break;
    case BW_MISSING_WORST:
      bw_writer_text (writer, "missing", "worst");
      break;
    case BW_MISSING_VALUE:
      bw_writer_open (writer, "missing", '{', BW_LAYOUT_INLINE);
      bw_writer_number (writer, "value", metric->missing_value);
      bw_writer_close (writer);
      break;
    case BW_MISSING_SKIP:
    default:
      break;
    }
}

static void
write_metric (const BwModel  *self,
              const BwMetric *metric,
              BwWriter       *writer)
{
  bw_writer_open (writer, NULL, '{', BW_LAYOUT_LINES);
  bw_writer_text (writer, "id", metric->id);
  bw_writer_text (writer, "name", metric->name);
  write_if_any (writer, "caption", metric->caption);
  bw_writer_text (writer, "group", bw_model_get_group (self, metric->group)->id);
  bw_derivation_write (&metric->derivation, writer);
  bw_writer_text (writer, "direction", metric->hurts ? "hurts" : "helps");
  bw_scale_write (&metric->scale, writer);
  write_missing (metric, writer);
  if (metric->subjective)
    bw_writer_flag (writer, "subjective", TRUE);
  if (metric->check)
    bw_writer_flag (writer, "check", TRUE);
  if (metric->tag != BW_TAG_NONE)
    bw_writer_text (writer, "tag", bw_tag_ids[metric->tag - 1]);
  write_if_any (writer, "why", metric->why);
  bw_writer_close (writer);
}

static void
write_segment (const BwModel   *self,
               const BwSegment *segment,
               BwWriter        *writer)
{
  bw_writer_open (writer, NULL, '{', BW_LAYOUT_LINES);
  bw_writer_text (writer, "id", segment->id);
  bw_writer_text (writer, "name", segment->name);
  if (segment->where != NULL)
    bw_conditions_write (segment->where, writer, "where");
  bw_writer_open (writer, "weights", '{', BW_LAYOUT_LINES);
  for (guint i = 0; i < bw_model_get_n_metrics (self); i++)
    {
      if (!isnan (segment->shares[i]))
        bw_writer_number (writer, bw_model_get_metric (self, i)->id, segment->shares[i]);
    }
  bw_writer_close (writer);
  bw_writer_close (writer);
}

static void
write_rule (const BwRule *rule,
            BwWriter     *writer)
{
  bw_writer_open (writer, NULL, '{', BW_LAYOUT_LINES);
  bw_writer_number (writer, rule->cap ? "at-most" : "at-least", rule->bound);
  bw_conditions_write (rule->where, writer, "where");
  bw_writer_text (writer, "reason", rule->reason);
  bw_writer_close (writer);
}

/**
 * bw_model_to_json:
 *
 * Returns: (transfer full): the model file, UTF-8; read again it gives an equal model
 */
char *
bw_model_to_json (const BwModel *self)
{
  BwWriter *writer = bw_writer_new ();

  bw_writer_open (writer, NULL, '{', BW_LAYOUT_LINES);
  bw_writer_text (writer, "format", "bellwether-model");
  bw_writer_number (writer, "version", 1);
  bw_writer_text (writer, "name", bw_model_get_name (self));
  write_if_any (writer, "purpose", bw_model_get_purpose (self));
  bw_writer_number (writer, "coverage", bw_model_get_coverage_floor (self));
  write_trend (self, writer);
  write_bands (self, writer);
  write_grades (self, writer);
  write_groups (self, writer);

  bw_writer_open (writer, "metrics", '[', BW_LAYOUT_LINES);
  for (guint i = 0; i < bw_model_get_n_metrics (self); i++)
    write_metric (self, bw_model_get_metric (self, i), writer);
  bw_writer_close (writer);

  bw_writer_open (writer, "segments", '[', BW_LAYOUT_LINES);
  for (guint i = 0; i < bw_model_get_n_segments (self); i++)
    write_segment (self, bw_model_get_segment (self, i), writer);
  bw_writer_close (writer);

  bw_writer_open (writer, "rules", '[', BW_LAYOUT_LINES);
  for (guint i = 0; i < bw_model_get_n_rules (self); i++)
    write_rule (bw_model_get_rule (self, i), writer);
  bw_writer_close (writer);
  bw_writer_close (writer);

  return bw_writer_end (writer);
}
