/* A validation in plain text, for a person to read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where there are too few customers for figures, a dot stands for each number that would mean nothing. */

#include "cli/validate-said.h"

#include "chart/words.h"
#include "cli/text-table.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define TOO_FEW "·"
#define NONE    "–"

typedef struct
{
  const BwValidation *validation;
  const BwModel      *model;
  const char         *currency; /* or NULL */
  gboolean            has_money;
} Source;

static char *
count_text (double n)
{
  return bw_format_number (n, n == rint (n) ? 0 : 1);
}

static char *
percent_text (double   share,
              gboolean enough)
{
  if (!enough)
    return g_strdup (TOO_FEW);

  return isnan (share) ? g_strdup (NONE) : bw_format_percent (share, 1);
}

static char *
number_text (double   value,
             int      decimals,
             gboolean enough)
{
  if (!enough)
    return g_strdup (TOO_FEW);

  return isnan (value) ? g_strdup (NONE) : bw_format_number (value, decimals);
}

/* 42.7 % (41.2 – 44.3 %) */
static char *
rate_text (const BwRate *rate,
           gboolean      enough)
{
  g_autofree char *value = percent_text (rate->rate, enough);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!enough || isnan (rate->rate))
    return g_steal_pointer (&value);

  low = bw_format_percent (rate->low, 1);
  high = bw_format_percent (rate->high, 1);

  /* TRANSLATORS: a share and the ends of its interval, all in percent */
  return g_strdup_printf (_("%s (%s – %s)"), value, low, high);
}

static char *
auc_text (const BwAuc *auc,
          gboolean     enough)
{
  g_autofree char *value = number_text (auc->auc, 3, enough);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!enough || isnan (auc->low))
    return g_steal_pointer (&value);

  low = bw_format_number (auc->low, 3);
  high = bw_format_number (auc->high, 3);

  return g_strdup_printf (_("%s (%s – %s)"), value, low, high);
}

static void
append_fact (BwTextTable *facts,
             const char  *name,
             char        *value)
{
  bw_text_table_add (facts, g_strdup (name));
  bw_text_table_add (facts, value);
}

static char *
caught_text (const BwFigures *all,
             const BwModel   *model)
{
  g_autofree char *rate = rate_text (&all->recall, all->enough);
  g_autofree char *caught = count_text (all->recall.n_gone);
  g_autofree char *gone = count_text (all->recall.n);
  const char *band = bw_model_get_band (model, 0)->name;

  /* TRANSLATORS: “49 of the 56 who left were At risk: 87.5 % (76.4 – 93.8 %)” */
  return g_strdup_printf (_("%s of the %s who left were %s: %s"), caught, gone, band, rate);
}

static char *
brier_text (const BwFigures *all)
{
  g_autofree char *brier = number_text (all->brier, 4, all->enough);
  g_autofree char *base = number_text (all->brier_base, 4, all->enough);

  /* TRANSLATORS: two mean square errors: of the score, and of saying the churn rate of everybody */
  return g_strdup_printf (_("%s (%s for saying the same of everybody)"), brier, base);
}

static void
append_facts (GString        *out,
              const Source   *source,
              const BwJudged *judged)
{
  const BwFigures *all = bw_validation_get_figures (source->validation, BW_ALL_SEGMENTS);
  g_autoptr(BwTextTable) facts = bw_text_table_new (2);
  g_autofree char *what = bw_outcome_describe (judged->outcome);
  g_autofree char *n = count_text (all->n);
  g_autofree char *n_gone = count_text (all->n_gone);
  g_autofree char *base = rate_text (&all->base, all->enough);
  g_autofree char *unscored = count_text (all->bands[BW_NO_BAND].rate.n);

  append_fact (facts, _("Model"), g_strdup (bw_model_get_name (source->model)));
  append_fact (facts, _("Outcome"), g_strdup (what));
  append_fact (facts, _("Test"), bw_cohort_describe (judged->cohort));
  if (all->bands[BW_NO_BAND].rate.n == 0)
    /* TRANSLATORS: how many customers are judged, and how many of them left */
    append_fact (facts, _("Judged"), g_strdup_printf (_("%s, %s left"), n, n_gone));
  else
    /* TRANSLATORS: how many customers are judged, how many of them left, how many of them have no score */
    append_fact (facts, _("Judged"), g_strdup_printf (_("%s, %s left; %s without a score"), n, n_gone, unscored));
  append_fact (facts, _("Churn rate"), g_steal_pointer (&base));
  append_fact (facts, _("AUC"), auc_text (&all->auc, all->enough));
  append_fact (facts, _("Gini"), number_text (all->gini, 3, all->enough));
  append_fact (facts, _("KS"), number_text (all->ks, 3, all->enough));
  append_fact (facts, _("Lift of worst tenth"), number_text (all->lift, 2, all->enough));
  append_fact (facts, _("Caught"), caught_text (all, source->model));
  append_fact (facts, _("Brier"), brier_text (all));
  bw_text_table_append_left (facts, out);
}

static void
add_money (BwTextTable  *table,
           const Source *source,
           double        money)
{
  if (source->has_money)
    bw_text_table_add (table, bw_format_money_short (money, source->currency));
}

static void
add_heads (BwTextTable       *table,
           const char *const *heads)
{
  for (guint i = 0; heads[i] != NULL; i++)
    bw_text_table_add (table, g_strdup (heads[i]));
}

static void
append_bands (GString      *out,
              const Source *source)
{
  const BwFigures *all = bw_validation_get_figures (source->validation, BW_ALL_SEGMENTS);
  const guint n_bands = bw_model_get_n_bands (source->model);
  g_autoptr(BwTextTable) table = bw_text_table_new (source->has_money ? 6 : 5);
  const char *heads[] = { _("Band"), _("Customers"), _("Left"), _("Churn rate"), _("Of all who left"),
                          source->has_money ? _("Money") : NULL, NULL };

  add_heads (table, heads);
  for (guint i = 0; i <= n_bands; i++)
    {
      const guint band = i < n_bands ? i : BW_NO_BAND;
      const BwBandFigures *figures = &all->bands[band];

      bw_text_table_add (table, g_strdup (bw_words_band (source->model, band)));
      bw_text_table_add (table, count_text (figures->rate.n));
      bw_text_table_add (table, count_text (figures->rate.n_gone));
      bw_text_table_add (table, rate_text (&figures->rate, all->enough));
      bw_text_table_add (table, percent_text (figures->recall, all->enough));
      add_money (table, source, figures->money);
    }
  g_string_append_c (out, '\n');
  bw_text_table_append (table, out);
}

static void
append_tenths (GString      *out,
               const Source *source)
{
  const BwFigures *all = bw_validation_get_figures (source->validation, BW_ALL_SEGMENTS);
  g_autoptr(BwTextTable) table = bw_text_table_new (source->has_money ? 7 : 6);
  const char *heads[] = { _("Tenth of scores"), _("Customers"), _("Left"), _("Churn rate"), _("Expected"),
                          _("Caught so far"), source->has_money ? _("Money") : NULL, NULL };

  if (!all->enough)
    return;

  add_heads (table, heads);
  for (guint i = 0; i < BW_N_TENTHS; i++)
    {
      const BwTenth *tenth = &all->tenths[i];
      g_autofree char *least = number_text (tenth->least, 1, TRUE);
      g_autofree char *most = number_text (tenth->most, 1, TRUE);

      bw_text_table_add (table, g_strdup_printf ("%s – %s", least, most));
      bw_text_table_add (table, count_text (tenth->rate.n));
      bw_text_table_add (table, count_text (tenth->rate.n_gone));
      bw_text_table_add (table, rate_text (&tenth->rate, all->enough));
      bw_text_table_add (table, percent_text (all->expected[i], all->enough));
      bw_text_table_add (table, percent_text (tenth->gain, all->enough));
      add_money (table, source, tenth->money);
    }
  g_string_append_c (out, '\n');
  bw_text_table_append (table, out);
}

static void
append_segments (GString      *out,
                 const Source *source)
{
  g_autoptr(BwTextTable) table = bw_text_table_new (6);
  const char *heads[] = { _("Segment"), _("Customers"), _("Left"), _("Churn rate"), _("AUC"),
                          _("Caught"), NULL };

  if (bw_model_get_n_segments (source->model) < 2)
    return;

  add_heads (table, heads);
  for (guint i = 0; i < bw_model_get_n_segments (source->model); i++)
    {
      const BwFigures *figures = bw_validation_get_figures (source->validation, i);

      bw_text_table_add (table, g_strdup (bw_model_get_segment (source->model, i)->name));
      bw_text_table_add (table, count_text (figures->n));
      bw_text_table_add (table, count_text (figures->n_gone));
      bw_text_table_add (table, rate_text (&figures->base, figures->enough));
      bw_text_table_add (table, auc_text (&figures->auc, figures->enough));
      bw_text_table_add (table, percent_text (figures->recall.rate, figures->enough));
    }
  g_string_append_c (out, '\n');
  bw_text_table_append (table, out);
}

typedef struct
{
  guint  metric;
  double distance; /* of its AUC from 0.5 */
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->distance != y->distance)
    return x->distance > y->distance ? -1 : 1;

  return (x->metric > y->metric) - (x->metric < y->metric);
}

static void
append_metrics (GString      *out,
                const Source *source)
{
  const BwFigures *all = bw_validation_get_figures (source->validation, BW_ALL_SEGMENTS);
  const guint n_metrics = bw_model_get_n_metrics (source->model);
  g_autoptr(BwTextTable) table = bw_text_table_new (4);
  g_autoptr(GArray) ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));
  const char *heads[] = { _("Metric alone"), _("AUC"), _("Weight"), "", NULL };

  for (guint i = 0; i < n_metrics; i++)
    {
      const double auc = bw_validation_get_metric (source->validation, i)->auc.auc;
      const Ranked one = { i, isnan (auc) ? -1 : fabs (auc - 0.5) };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);

  add_heads (table, heads);
  for (guint i = 0; i < n_metrics; i++)
    {
      const guint metric = g_array_index (ranked, Ranked, i).metric;
      const BwMetricFigures *figures = bw_validation_get_metric (source->validation, metric);

      bw_text_table_add (table, g_strdup (bw_model_get_metric (source->model, metric)->name));
      bw_text_table_add (table, auc_text (&figures->auc, all->enough));
      bw_text_table_add (table, percent_text (figures->share, TRUE));
      bw_text_table_add (table, g_strdup (figures->suspect ? _("known beforehand?") : ""));
    }
  g_string_append_c (out, '\n');
  bw_text_table_append (table, out);
}

/**
 * bw_validation_to_text:
 * @stability: (nullable): where there is an earlier snapshot
 *
 * Returns: (transfer full): facts, tables and what to beware of
 */
char *
bw_validation_to_text (const BwValidation *validation,
                       const BwJudged     *judged,
                       const BwStability  *stability)
{
  const guint money = bw_panel_find_role (judged->panel, BW_ROLE_MONEY);
  const Source source = { validation, judged->model,
                          money != BW_NONE ? bw_panel_get_column (judged->panel, money)->currency : NULL,
                          money != BW_NONE };
  GString *out = g_string_new (NULL);

  append_facts (out, &source, judged);
  append_bands (out, &source);
  append_tenths (out, &source);
  append_segments (out, &source);
  append_metrics (out, &source);
  if (stability != NULL)
    bw_stability_append_text (out, stability, judged);
  bw_judging_append_remarks (out, judged, bw_validation_get_remarks (validation));

  return g_string_free (out, FALSE);
}
