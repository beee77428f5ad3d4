/* A real export, validated: the numbers that independent tools give. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "../score/fixture.h"
#include "outcome/judged.h"
#include "outcome/ridge.h"
#include "outcome/validation.h"
#include "panel/intake.h"
#include "stats/sort.h"

#include <math.h>

#define N_COLUMNS 4
#define N_COMPLETE 7032

/* Complete rows of the columns of the regression, column by column. */
typedef struct
{
  gsize   n;
  double *columns[N_COLUMNS];
  double *gone;
} Export;

static const guint places[N_COLUMNS] = { 2, 5, 18, 19 }; /* SeniorCitizen, tenure, both charges */

static void
export_clear (Export *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    g_free (self->columns[i]);
  g_free (self->gone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

static char *
find_export (void)
{
  return g_build_filename (g_getenv ("BW_SHARED_DATA"), "ibm-telco", "Telco-Customer-Churn.csv", NULL);
}

static gboolean
read_export (Export *self)
{
  g_autofree char *path = find_export ();
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("The export is not on this machine");
      return FALSE;
    }

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; i < N_COLUMNS; i++)
    self->columns[i] = g_new (double, g_strv_length (lines));
  self->gone = g_new (double, g_strv_length (lines));
  for (guint line = 1; lines[line] != NULL; line++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[line], ",", -1);

      if (g_strv_length (cells) < 21 || *g_strstrip (cells[places[3]]) == '\0')
        continue;
      for (guint i = 0; i < N_COLUMNS; i++)
        self->columns[i][self->n] = g_ascii_strtod (cells[places[i]], NULL);
      self->gone[self->n++] = g_str_has_prefix (cells[20], "Yes");
    }
  g_assert_cmpuint (self->n, ==, N_COMPLETE);

  return TRUE;
}

static guint8 *
flags_of (const Export *export)
{
  guint8 *gone = g_new (guint8, export->n);

  for (gsize i = 0; i < export->n; i++)
    gone[i] = export->gone[i] != 0;

  return gone;
}

/* Raw values: printed is the chance that one who left has the higher, ours is of the lower. */
static void
test_total_charges (void)
{
  g_auto(Export) export = { 0 };
  g_autofree guint8 *gone = NULL;

  if (!read_export (&export))
    return;

  gone = flags_of (&export);
  g_assert_cmpfloat_with_epsilon (1 - bw_auc (export.columns[3], gone, NULL, export.n).auc, 0.348268, 5e-7);
}

#define SCALE_LINEAR(from, to) "{'type': 'linear', 'from': " from ", 'to': " to "}"
#define SCALE_PERCENTILE "{'type': 'percentile'}"

/* @close: how near to what is printed. Scores of percentiles tie, and the sums of the tool that printed
 * them part some ties by their last bits: in whole numbers the AUC is 0.7917835. */
typedef struct
{
  const char *name;
  const char *scales[3];
  double      auc;
  double      close;
  double      fifths[5];
} Weighted;

static const Weighted weighted[] = {
  { "linear", { SCALE_LINEAR ("1", "72"), SCALE_LINEAR ("18.25", "118.75"), SCALE_LINEAR ("18.8", "8684.8") },
    0.791131, 5e-7, { 62.189, 33.144, 18.692, 13.585, 5.263 } },
  { "percentile", { SCALE_PERCENTILE, SCALE_PERCENTILE, SCALE_PERCENTILE },
    0.791784, 1e-6, { 62.544, 31.508, 21.464, 13.798, 3.556 } },
};

static BwModel *
model_of (const Weighted *test)
{
  return fixture_model_from (
    "{'format': 'bellwether-model', 'version': 1, 'name': 'Telco', 'metrics': ["
    "{'id': 'tenure', 'name': 'Tenure', 'column': 'tenure', 'scale': %s}, "
    "{'id': 'monthly', 'name': 'Monthly', 'column': 'MonthlyCharges', 'direction': 'hurts', 'scale': %s}, "
    "{'id': 'total', 'name': 'Total', 'column': 'TotalCharges', 'scale': %s}], 'segments': ["
    "{'id': 'all', 'name': 'All', 'weights': {'tenure': 50, 'monthly': 30, 'total': 20}}]}",
    test->scales[0], test->scales[1], test->scales[2]);
}

static BwValidation *
validate (BwPanel *panel,
          BwModel *model)
{
  g_autoptr(BwOutcome) outcome = bw_outcome_new (panel, &(BwOutcomeChoice) { "Churn", NULL, NULL, NAN }, NULL);
  g_autoptr(BwCohort) cohort = bw_cohort_new (outcome, &(BwCohortChoice) { BW_JUDGE_ONCE, 30, 90 }, NULL);
  g_autoptr(BwPrepared) prepared = bw_cohort_prepare (cohort, model, NULL, NULL);
  g_autoptr(BwResults) results = bw_results_new (prepared, model);

  return bw_validation_new (cohort, results, NULL);
}

static void
test_weighted (gconstpointer data)
{
  const Weighted *test = data;
  g_auto(Export) export = { 0 };
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autoptr(BwValidation) validation = NULL;
  g_autofree double *scores = g_new (double, N_COMPLETE);
  g_autofree guint32 *order = g_new (guint32, N_COMPLETE);
  double n[5] = { 0 }, n_gone[5] = { 0 };

  if (!read_export (&export))
    return;

  {
    const FixtureColumn columns[] = {
      { "tenure", BW_COLUMN_NUMBER, BW_ROLE_METRIC, export.columns[1], NULL },
      { "MonthlyCharges", BW_COLUMN_MONEY, BW_ROLE_METRIC, export.columns[2], NULL },
      { "TotalCharges", BW_COLUMN_NUMBER, BW_ROLE_METRIC, export.columns[3], NULL },
      { "Churn", BW_COLUMN_FLAG, BW_ROLE_OUTCOME, export.gone, NULL },
    };

    panel = fixture_panel (columns, G_N_ELEMENTS (columns), export.n, NULL, 1);
  }
  model = model_of (test);
  validation = validate (panel, model);
  g_assert_cmpfloat_with_epsilon (bw_validation_get_figures (validation, BW_ALL_SEGMENTS)->auc.auc,
                                  test->auc, test->close);

  for (gsize row = 0; row < export.n; row++)
    scores[row] = bw_results_get_score (bw_validation_get_results (validation), row);
  g_assert_cmpuint (bw_order (scores, export.n, order), ==, export.n);
  for (gsize i = 0; i < export.n; i++)
    {
      n[5 * i / export.n]++;
      n_gone[5 * i / export.n] += export.gone[order[i]];
    }
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (100 * n_gone[i] / n[i], test->fifths[i], 5e-4);
}

/* As a person has it read: churn rates by contract, and the AUC of a column alone, over all rows. */
static void
test_imported (void)
{
  static const double rates[3] = { 42.7097, 11.2695, 2.8319 };
  static const gsize n_gone[3] = { 1655, 166, 48 };
  g_autofree char *path = find_export ();
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autoptr(BwValidation) validation = NULL;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("The export is not on this machine");
      return;
    }

  intake = bw_intake_read (&file, 1, NULL, NULL, NULL, NULL, NULL);
  model = fixture_model (
    "{'format': 'bellwether-model', 'version': 1, 'name': 'Telco', 'metrics': ["
    "{'id': 'tenure', 'name': 'Tenure', 'column': 'tenure', 'scale': {'type': 'linear', 'from': 0, 'to': 72}}, "
    "{'id': 'monthly', 'name': 'Monthly', 'column': 'MonthlyCharges', 'direction': 'hurts', "
    "'scale': {'type': 'linear', 'from': 18, 'to': 119}}, "
    "{'id': 'senior', 'name': 'Senior', 'column': 'SeniorCitizen', 'direction': 'hurts', "
    "'scale': {'type': 'categories', 'values': {'yes': 100, 'no': 0}}}], 'segments': ["
    "{'id': 'm', 'name': 'M', 'where': {'all': [{'column': 'Contract', 'is': 'Month-to-month'}]}, 'weights': {'tenure': 1}}, "
    "{'id': 'o', 'name': 'O', 'where': {'all': [{'column': 'Contract', 'is': 'One year'}]}, 'weights': {'tenure': 1}}, "
    "{'id': 't', 'name': 'T', 'weights': {'tenure': 1}}]}");
  validation = validate (bw_intake_get_panel (intake), model);
  for (guint i = 0; i < 3; i++)
    {
      const BwFigures *figures = bw_validation_get_figures (validation, i);

      g_assert_cmpuint (figures->n_gone, ==, n_gone[i]);
      g_assert_cmpfloat_with_epsilon (100 * figures->base.rate, rates[i], 5e-5);
    }
  g_assert_cmpuint (bw_validation_get_figures (validation, BW_ALL_SEGMENTS)->n_gone, ==, 1869);
  g_assert_cmpfloat_with_epsilon (bw_validation_get_metric (validation, 0)->auc.auc, 0.739867, 5e-7);
  g_assert_cmpfloat_with_epsilon (bw_validation_get_metric (validation, 1)->auc.auc, 0.620786, 5e-7);
  g_assert_cmpfloat_with_epsilon (bw_validation_get_metric (validation, 2)->auc.auc, 0.562981, 5e-7);
  g_assert_nonnull (bw_remarks_find (bw_validation_get_remarks (validation), "out-of-line"));
}

/* Rows of the export, with the mean and spread of those whose number mod 10 is below @fitted. */
static void
fill_design (const Export *export,
             guint         fitted,
             gboolean      others,
             BwDesign     *design)
{
  gsize n = 0;

  bw_design_init (design, export->n, N_COLUMNS);
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      double sum = 0, squares = 0, mean, spread;
      gsize n_fitted = 0;

      for (gsize row = 0; row < export->n; row++)
        {
          n_fitted += row % 10 < fitted;
          sum += row % 10 < fitted ? export->columns[i][row] : 0;
        }
      mean = sum / n_fitted;
      for (gsize row = 0; row < export->n; row++)
        squares += row % 10 < fitted ? pow (export->columns[i][row] - mean, 2) : 0;
      spread = sqrt (squares / n_fitted);

      n = 0;
      for (gsize row = 0; row < export->n; row++)
        {
          if ((row % 10 < fitted) == others)
            continue;
          design->xs[n * N_COLUMNS + i] = (export->columns[i][row] - mean) / spread;
          design->gone[n] = export->gone[row] != 0;
          design->weights[n++] = 1;
        }
    }
  design->n_rows = n;
}

static double
auc_of (const BwDesign *design,
        const double   *coefficients)
{
  g_autofree double *healths = g_new (double, design->n_rows);

  for (gsize row = 0; row < design->n_rows; row++)
    {
      healths[row] = 0;
      for (guint i = 0; i < N_COLUMNS; i++)
        healths[row] -= coefficients[i + 1] * design->xs[row * N_COLUMNS + i];
    }

  return bw_auc (healths, design->gone, NULL, design->n_rows).auc;
}

static void
test_regression (void)
{
  static const double printed[N_COLUMNS + 1] = { -1.4977, 0.2323, -1.6588, 0.8501, 0.3406 };
  g_auto(Export) export = { 0 };
  g_auto(BwDesign) all = { 0 };
  g_auto(BwDesign) fitted = { 0 };
  g_auto(BwDesign) tested = { 0 };
  double coefficients[N_COLUMNS + 1] = { 0 }, held_out[N_COLUMNS + 1] = { 0 };

  if (!read_export (&export))
    return;

  fill_design (&export, 10, FALSE, &all);
  g_assert_true (bw_ridge_fit (&all, 0, FALSE, coefficients));
  for (guint i = 0; i <= N_COLUMNS; i++)
    g_assert_cmpfloat_with_epsilon (coefficients[i], printed[i], 5e-5);
  g_assert_cmpfloat_with_epsilon (auc_of (&all, coefficients), 0.813561, 1e-5);

  fill_design (&export, 7, FALSE, &fitted);
  fill_design (&export, 7, TRUE, &tested);
  g_assert_cmpuint (tested.n_rows, ==, 2109);
  g_assert_true (bw_ridge_fit (&fitted, 0, FALSE, held_out));
  g_assert_cmpfloat_with_epsilon (auc_of (&tested, held_out), 0.813595, 1e-5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/telco/total-charges", test_total_charges);
  for (gsize i = 0; i < G_N_ELEMENTS (weighted); i++)
    {
      g_autofree char *path = g_strconcat ("/telco/weighted/", weighted[i].name, NULL);

      g_test_add_data_func (path, &weighted[i], test_weighted);
    }
  g_test_add_func ("/telco/imported", test_imported);
  g_test_add_func ("/telco/regression", test_regression);

  return g_test_run ();
}
