/* The tables of a validation: bands, segments, and metrics by what they tell alone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/validate-tables.h"

#include "app/validate-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "model/shares.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ROWS 60

static BwModel *
model_of (const BwValidation *validation)
{
  return bw_results_get_model (bw_validation_get_results (validation));
}

/* "$3 M", or "" where customers have no money. */
static char *
money_text (const BwValidation *validation,
            double              money)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (bw_validation_get_cohort (validation)));
  const guint column = bw_panel_find_role (panel, BW_ROLE_MONEY);

  return column == BW_NONE ? g_strdup ("")
                           : bw_format_money_short (money, bw_panel_get_column (panel, column)->currency);
}

static gboolean
has_money (const BwValidation *validation)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (bw_validation_get_cohort (validation)));

  return bw_panel_find_role (panel, BW_ROLE_MONEY) != BW_NONE;
}

/**
 * bw_validate_tables_show_bands:
 * @segment: of the validation's model, or %BW_ALL_SEGMENTS
 */
void
bw_validate_tables_show_bands (BwValidateGrid     *grid,
                               const BwValidation *validation,
                               guint               segment)
{
  const BwFigures *figures = bw_validation_get_figures (validation, segment);
  const BwModel *model = model_of (validation);
  const guint n = bw_model_get_n_bands (model);
  const char *heads[] = { _("Band"), _("Customers"), has_money (validation) ? _("Money") : "", _("Left"),
                          _("Churn rate"), _("Of all who left"), NULL };

  bw_validate_grid_begin (grid, heads, 1);
  for (guint i = 0; i <= n; i++)
    {
      const BwBandFigures *band = &figures->bands[i < n ? i : BW_NO_BAND];

      if (i == n && band->rate.n == 0)
        continue;
      bw_validate_grid_add (grid, g_strdup (bw_words_band (model, i < n ? i : BW_NO_BAND)));
      bw_validate_grid_add (grid, bw_validate_words_count (band->rate.n));
      bw_validate_grid_add (grid, money_text (validation, band->money));
      bw_validate_grid_add (grid, bw_validate_words_count (band->rate.n_gone));
      bw_validate_grid_add (grid, bw_validate_words_rate (&band->rate, figures->enough));
      bw_validate_grid_add (grid, i < n ? bw_validate_words_share (band->recall, figures->enough)
                                        : g_strdup (""));
    }
  bw_validate_grid_end (grid);
}

static void
add_more (BwValidateGrid *grid,
          guint           n,
          guint           n_columns)
{
  if (n <= MOST_ROWS)
    return;

  bw_validate_grid_add (grid, g_strdup_printf (ngettext ("%u more", "%u more", n - MOST_ROWS), n - MOST_ROWS));
  for (guint i = 1; i < n_columns; i++)
    bw_validate_grid_add (grid, g_strdup (""));
}

/**
 * bw_validate_tables_show_segments:
 *
 * Tells of each segment how well its scores tell who left.
 */
void
bw_validate_tables_show_segments (BwValidateGrid     *grid,
                                  const BwValidation *validation)
{
  const BwModel *model = model_of (validation);
  const guint n = bw_model_get_n_segments (model);
  const char *heads[] = { _("Segment"), _("With a score"), _("Left"), _("Churn rate"), _("AUC"),
                          _("95\302\240% range"), NULL };

  bw_validate_grid_begin (grid, heads, 1);
  for (guint i = 0; i < MIN (n, MOST_ROWS); i++)
    {
      const BwFigures *figures = bw_validation_get_figures (validation, i);

      bw_validate_grid_add (grid, g_strdup (bw_model_get_segment (model, i)->name));
      bw_validate_grid_add (grid, bw_validate_words_count (figures->base.n));
      bw_validate_grid_add (grid, bw_validate_words_count (figures->base.n_gone));
      bw_validate_grid_add (grid, bw_validate_words_share (figures->base.rate, figures->enough));
      bw_validate_grid_add (grid, bw_validate_words_auc (&figures->auc, figures->enough));
      bw_validate_grid_add (grid, bw_validate_words_range (&figures->auc, figures->enough));
    }
  add_more (grid, n, G_N_ELEMENTS (heads) - 1);
  bw_validate_grid_end (grid);
}

typedef struct
{
  guint  metric;
  double told; /* distance of its AUC from that of chance, or −1 */
} Ranked;

static int
compare_ranked (gconstpointer a,
                gconstpointer b)
{
  const Ranked *x = a, *y = b;

  if (x->told != y->told)
    return x->told > y->told ? -1 : 1;

  return (x->metric > y->metric) - (x->metric < y->metric);
}

static GArray *
rank_metrics (const BwValidation *validation)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (Ranked));

  for (guint i = 0; i < bw_model_get_n_metrics (model_of (validation)); i++)
    {
      const double auc = bw_validation_get_metric (validation, i)->auc.auc;
      const Ranked one = { i, isnan (auc) ? -1 : fabs (auc - 0.5) };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);

  return ranked;
}

/* The weights over the book, in whole percents that add up to 100, as beside the sliders. */
static guint *
list_percents (const BwValidation *validation)
{
  const guint n = bw_model_get_n_metrics (model_of (validation));
  g_autofree double *shares = g_new (double, MAX (n, 1));
  guint *percents = g_new0 (guint, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    shares[i] = bw_validation_get_metric (validation, i)->share;
  bw_shares_to_percents (shares, n, percents);

  return percents;
}

static const char *
beware_of (const BwMetricFigures *figures,
           gboolean               enough)
{
  if (!enough)
    return "";
  if (figures->suspect)
    return _("known beforehand?");
  if (figures->auc.low <= 0.5 && figures->auc.high >= 0.5)
    return _("may be chance");

  return figures->auc.high < 0.5 ? _("reversed") : "";
}

/**
 * bw_validate_tables_show_metrics:
 *
 * Tells of each metric how well it alone tells who left, those that tell most first.
 */
void
bw_validate_tables_show_metrics (BwValidateGrid     *grid,
                                 const BwValidation *validation)
{
  const BwModel *model = model_of (validation);
  const gboolean enough = bw_validation_get_figures (validation, BW_ALL_SEGMENTS)->enough;
  g_autoptr(GArray) ranked = rank_metrics (validation);
  g_autofree guint *percents = list_percents (validation);
  const char *heads[] = { _("Metric"), _("AUC alone"), _("95\302\240% range"), _("Weight"), "", NULL };

  bw_validate_grid_begin (grid, heads, 1);
  for (guint i = 0; i < MIN (ranked->len, MOST_ROWS); i++)
    {
      const guint metric = g_array_index (ranked, Ranked, i).metric;
      const BwMetricFigures *figures = bw_validation_get_metric (validation, metric);

      bw_validate_grid_add (grid, g_strdup (bw_model_get_metric (model, metric)->name));
      bw_validate_grid_add (grid, bw_validate_words_auc (&figures->auc, enough));
      bw_validate_grid_add (grid, bw_validate_words_range (&figures->auc, enough));
      bw_validate_grid_add (grid, bw_format_percent (percents[metric] / 100.0, 0));
      bw_validate_grid_add (grid, g_strdup (beware_of (figures, enough)));
    }
  add_more (grid, ranked->len, G_N_ELEMENTS (heads) - 1);
  bw_validate_grid_end (grid);
}
