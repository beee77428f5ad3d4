/* What is said of a score beyond its reasons: what would lift it, and how firm it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A value that would do is rounded away from the value of now, so that what is read does it too. */

#include "chart/explain-words.h"

#include "chart/shown-words.h"
#include "chart/unit.h"
#include "chart/words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DIGITS 3 /* of a number that are told */

/* The step on which a number of that size is told, in shown units. */
static double
step_of (const BwUnit *unit,
         double        value)
{
  const double size = fabs (value) > 0 ? floor (log10 (fabs (value))) : 0;

  if (unit->kind == BW_UNIT_DAYS)
    return 1;
  if (unit->kind == BW_UNIT_FRACTION || unit->kind == BW_UNIT_PERCENT)
    return fabs (value) < 1 ? 0.1 : 1;
  if (value == round (value) && fabs (value) < 1e6)
    return 1;

  return pow (10, size - DIGITS + 1);
}

/* @raw as it is told: on a step, not nearer to @now than it is. */
static char *
format_beyond (const BwUnit *unit,
               double        raw,
               double        now)
{
  const double factor = bw_unit_get_factor (unit);
  const double value = raw * factor;
  double step = step_of (unit, value);
  const double places = value / step;
  double whole = raw < now ? floor (places + 1e-9) : ceil (places - 1e-9);

  /* 2.5, not 2.50 */
  while (step < 1 && whole != 0 && fmod (whole, 10) == 0)
    {
      whole /= 10;
      step *= 10;
    }

  return bw_unit_format (unit, whole * step / factor, step / factor);
}

/* Whether @raw is the last value before a step of the scale, reached from above; @edge is the step. */
static gboolean
is_under_edge (const BwScale *scale,
               double         raw,
               double         now,
               double        *edge)
{
  *edge = nextafter (raw, INFINITY);
  if (scale->type != BW_SCALE_STEPS || !(raw < now))
    return FALSE;

  for (guint i = 0; i < scale->n_points; i++)
    {
      if (scale->points[i].raw == *edge)
        return TRUE;
    }

  return FALSE;
}

static char *
say_now (const BwResults        *results,
         const BwRequiredMetric *required)
{
  BwPrepared *prepared = bw_results_get_prepared (results);

  return bw_words_raw (bw_results_get_model (results), bw_prepared_get_panel (prepared),
                       bw_prepared_get_snapshot (prepared), required->metric, required->raw_now);
}

static char *
say_needed (const BwResults        *results,
            const BwRequiredMetric *required)
{
  BwPrepared *prepared = bw_results_get_prepared (results);
  BwPanel *panel = bw_prepared_get_panel (prepared);
  const BwMetric *metric = bw_model_get_metric (bw_results_get_model (results), required->metric);
  const BwUnit unit = bw_unit_of (metric, panel);
  g_autofree char *value = NULL;
  double edge;

  if (required->category != NULL)
    return g_strdup (required->category);
  if (unit.kind == BW_UNIT_FLAG || unit.kind == BW_UNIT_TEXT || unit.kind == BW_UNIT_DATE)
    return bw_words_raw (bw_results_get_model (results), panel, bw_prepared_get_snapshot (prepared),
                         required->metric, required->raw);
  if (is_under_edge (&metric->scale, required->raw, required->raw_now, &edge))
    {
      value = bw_unit_format (&unit, edge, 0);
      /* TRANSLATORS: a value just below a number */
      return g_strdup_printf (_("under %s"), value);
    }

  return format_beyond (&unit, required->raw, required->raw_now);
}

/**
 * bw_required_words:
 * @required: possible
 *
 * Returns: (transfer full): "Active users at 52 % instead of 34 %"
 */
char *
bw_required_words (const BwResults        *results,
                   const BwRequiredMetric *required)
{
  const BwMetric *metric = bw_model_get_metric (bw_results_get_model (results), required->metric);
  g_autofree char *now = say_now (results, required);
  g_autofree char *needed = say_needed (results, required);

  if (isnan (required->raw_now))
    /* TRANSLATORS: a metric without data, and the value that would be enough */
    return g_strdup_printf (_("%s known, and at %s"), metric->name, needed);

  /* TRANSLATORS: a metric, the value that would be enough, its value now */
  return g_strdup_printf (_("%s at %s instead of %s"), metric->name, needed, now);
}

/**
 * bw_required_choose:
 * @metrics: (out) (array length=most): indices into those of @required
 * @most: at least 1
 *
 * Chooses which of the metrics that can do it alone are told: those that need the least, and last the
 * one that lifts the most where it is not among them.
 *
 * Returns: how many
 */
guint
bw_required_choose (const BwRequired *required,
                    guint            *metrics,
                    guint             most)
{
  guint n = 0, strongest = BW_NONE;

  for (guint i = 0; i < required->n_metrics; i++)
    {
      if (!required->metrics[i].possible)
        continue;
      if (n < most)
        metrics[n++] = i;
      if (strongest == BW_NONE || required->metrics[i].most > required->metrics[strongest].most)
        strongest = i;
    }
  if (n > 0 && strongest > metrics[n - 1])
    metrics[n - 1] = strongest;

  return n;
}

/**
 * bw_required_say_more:
 * @metrics: (array length=n_metrics): that are told, see bw_required_choose()
 *
 * Returns: (transfer full) (nullable): "4 more: Contract, Tenure, …", which are the other metrics that
 *   can do it alone; %NULL where all are told
 */
char *
bw_required_say_more (const BwResults  *results,
                      const BwRequired *required,
                      const guint      *metrics,
                      guint             n_metrics)
{
  const BwModel *model = bw_results_get_model (results);
  g_autoptr(GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < required->n_metrics; i++)
    {
      gboolean told = !required->metrics[i].possible;

      for (guint j = 0; j < n_metrics; j++)
        told = told || metrics[j] == i;
      if (told)
        continue;
      g_string_append (names, n++ > 0 ? ", " : "");
      g_string_append (names, bw_model_get_metric (model, required->metrics[i].metric)->name);
    }

  /* TRANSLATORS: further metrics that can lift a customer alone, and their names with commas */
  return n == 0 ? NULL : g_strdup_printf (ngettext ("%u more: %s", "%u more: %s", n), n, names->str);
}

/**
 * bw_required_say_best:
 * @metric: not possible
 * @as: what scores are shown as
 *
 * Returns: (transfer full): "NPS alone: 66 at best"
 */
char *
bw_required_say_best (const BwResults        *results,
                      const BwRequired       *required,
                      const BwRequiredMetric *metric,
                      BwShownAs               as)
{
  const BwModel *model = bw_results_get_model (results);
  g_autofree char *best = bw_shown_words (as, model, metric->most);

  /* TRANSLATORS: a metric, and the highest score that its best value would give */
  return g_strdup_printf (_("%s alone: %s at best"),
                          bw_model_get_metric (model, metric->metric)->name, best);
}

/**
 * bw_required_say_cap:
 *
 * Returns: (transfer full) (nullable): which cap is in the way; %NULL where none is
 */
char *
bw_required_say_cap (const BwResults  *results,
                     const BwRequired *required)
{
  const BwRule *rule;
  g_autofree char *bound = NULL;

  if (required->cap == BW_NONE)
    return NULL;

  rule = bw_model_get_rule (bw_results_get_model (results), required->cap);
  bound = bw_format_number_plain (rule->bound);

  /* TRANSLATORS: the reason of a cap, and the score that it allows */
  return g_strdup_printf (_("Not while capped: “%s” holds it at %s or below"), rule->reason, bound);
}

/* A share on the far side of @from, in whole percents where these tell the two apart. */
static char *
format_share_beyond (double share,
                     double from)
{
  const double percent = share * 100;
  const double whole = share < from ? floor (percent + 1e-9) : ceil (percent - 1e-9);
  const double tenths = share < from ? floor (percent * 10 + 1e-9) : ceil (percent * 10 - 1e-9);

  if (whole >= 0 && whole <= 100 && fabs (whole - percent) < fabs (percent - from * 100))
    return bw_format_percent (whole / 100, 0);

  return bw_format_percent (CLAMP (tenths / 1000, 0, 1), 1);
}

/**
 * bw_tipping_words:
 *
 * Returns: (transfer full): "With NPS at 18 % instead of 12 % it would be Watch."
 */
char *
bw_tipping_words (const BwModel   *model,
                  const BwTipping *tipping)
{
  g_autofree char *then = format_share_beyond (tipping->tips_at, tipping->share);
  g_autofree char *now = bw_format_percent (tipping->share, 0);

  if (g_str_equal (then, now))
    {
      g_free (now);
      now = bw_format_percent (tipping->share, 1);
    }

  /* TRANSLATORS: a metric, its weight to be, its weight now, a band */
  return g_strdup_printf (_("With %s at %s instead of %s it would be %s."),
                          bw_model_get_metric (model, tipping->metric)->name, then, now,
                          bw_words_band (model, tipping->band));
}

/* The customer's row of the results, or BW_NONE. */
static guint
row_of (const BwResults *results,
        guint            customer)
{
  BwPrepared *prepared = bw_results_get_prepared (results);

  return bw_snapshot_find_row (bw_panel_get_snapshot (bw_prepared_get_panel (prepared),
                                                      bw_prepared_get_snapshot (prepared)),
                               customer);
}

/* What came or went between two snapshots: names of metrics, and how many they are. */
typedef struct
{
  GString *names;
  guint    n;
} Names;

static void
add_name (Names      *self,
          const char *name)
{
  g_string_append (self->names, self->n++ > 0 ? ", " : "");
  g_string_append (self->names, name);
}

/* Ends the list with a sentence, which is added to @text; @format has one %s. */
static void
end_names (Names      *self,
           GString    *text,
           const char *format)
{
  g_autofree char *names = g_string_free (self->names, FALSE);

  if (self->n == 0)
    return;

  g_string_append (text, text->len > 0 ? "; " : "");
  g_string_append_printf (text, format, names);
}

/**
 * bw_missing_words:
 * @before: the earlier snapshot
 * @now: the later one, of the same panel under the same model; the customer is in both
 *
 * Returns: (transfer full): what stands behind the points that no metric's change explains: "NPS has
 *   no data now", "now in Enterprise"; "Missing data or new segment" where it cannot be named
 */
char *
bw_missing_words (const BwResults *before,
                  const BwResults *now,
                  guint            customer)
{
  const BwModel *model = bw_results_get_model (now);
  const guint row_before = row_of (before, customer), row = row_of (now, customer);
  const guint segment = bw_results_get_segment (now, row);
  const double *shares = bw_model_get_segment (model, segment)->shares;
  g_autoptr(GString) text = g_string_new (NULL);
  Names gone = { g_string_new (NULL), 0 };
  Names come = { g_string_new (NULL), 0 };

  if (bw_results_get_segment (before, row_before) != segment)
    /* TRANSLATORS: %s is a segment's name */
    g_string_append_printf (text, _("now in %s"), bw_model_get_segment (model, segment)->name);
  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      /* What its policy scores where it is missing stands among the metrics. */
      const gboolean had = !isnan (bw_prepared_get_score (bw_results_get_prepared (before),
                                                          row_before, i));
      const gboolean has = !isnan (bw_prepared_get_score (bw_results_get_prepared (now), row, i));

      if (shares[i] > 0 && had != has)
        add_name (has ? &come : &gone, bw_model_get_metric (model, i)->name);
    }
  /* TRANSLATORS: one metric, or several with commas */
  end_names (&gone, text, ngettext ("%s has no data now", "%s have no data now", gone.n));
  /* TRANSLATORS: one metric, or several with commas */
  end_names (&come, text, ngettext ("%s had no data before", "%s had no data before", come.n));

  return g_strdup (text->len > 0 ? text->str : _("Missing data or new segment"));
}
