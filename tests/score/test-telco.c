/* A real export, scored: the numbers that independent tools give. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Once the file is read by hand, so that the test is of the score floor alone, and once as a person
 * would have it read. */

#include "fixture.h"

#include "panel/intake.h"
#include "stats/moments.h"
#include "stats/quantile.h"

#include <math.h>

#define TENURE 5
#define CONTRACT 15
#define MONTHLY 18
#define TOTAL 19

typedef struct
{
  const char *name;
  const char *scales[3];
  guint       n;
  double      mean, sd, median, min, max;
  double      by_contract[3];
} Case;

#define PERCENTILE "{'type': 'percentile'}"

static const Case cases[] = {
  { "linear",
    { "{'type': 'linear', 'from': 1, 'to': 72}", "{'type': 'linear', 'from': 18.25, 'to': 118.75}",
      "{'type': 'linear', 'from': 18.8, 'to': 8684.8}" },
    7032, 43.459203, 20.452161, 40.899463, 5.058725, 83.125283, { 30.7416, 51.9062, 65.3266 } },
  { "percentile", { PERCENTILE, PERCENTILE, PERCENTILE },
    7032, 50.000000, 18.220188, 50.744454, 7.561149, 88.399460, { 38.8536, 58.1068, 68.5515 } },
};

/* @numbers: three a row */
static BwPanel *
panel_of (const double      *numbers,
          const char *const *contracts,
          guint              n)
{
  g_autofree double *values = g_new (double, 3 * n);
  const FixtureColumn columns[] = {
    { "tenure", BW_COLUMN_NUMBER, BW_ROLE_METRIC, values, NULL },
    { "MonthlyCharges", BW_COLUMN_MONEY, BW_ROLE_METRIC, values + n, NULL },
    { "TotalCharges", BW_COLUMN_NUMBER, BW_ROLE_METRIC, values + 2 * n, NULL },
    { "Contract", BW_COLUMN_CATEGORY, BW_ROLE_SEGMENT, NULL, contracts },
  };

  for (guint i = 0; i < 3 * n; i++)
    values[i % 3 * n + i / 3] = numbers[i];

  return fixture_panel (columns, G_N_ELEMENTS (columns), n, NULL, 1);
}

/* The rows whose TotalCharges is not blank. */
static BwPanel *
read_export (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BW_SHARED_DATA"), "ibm-telco",
                                            "Telco-Customer-Churn.csv", NULL);
  g_autofree char *text = NULL;
  g_auto(GStrv) lines = NULL;
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, 3 * sizeof (double));
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return NULL;

  lines = g_strsplit (text, "\n", -1);
  for (guint line = 1; lines[line] != NULL; line++)
    {
      g_auto(GStrv) cells = g_strsplit (lines[line], ",", -1);

      if (g_strv_length (cells) <= TOTAL || *g_strstrip (cells[TOTAL]) == '\0')
        continue;

      {
        const double row[3] = { g_ascii_strtod (cells[TENURE], NULL),
                                g_ascii_strtod (cells[MONTHLY], NULL),
                                g_ascii_strtod (cells[TOTAL], NULL) };

        g_array_append_vals (numbers, row, 1);
      }
      g_ptr_array_add (texts, g_strdup (cells[CONTRACT]));
    }

  return panel_of ((const double *) (gpointer) numbers->data, (const char *const *) texts->pdata,
                   texts->len);
}

static BwModel *
model_of (const Case *c,
          const char *more)
{
  const char *weights = "'weights': {'tenure': 50, 'monthly': 30, 'total': 20}";

  return fixture_model_from (
    "{'format': 'bellwether-model', 'version': 1, 'name': 'Telco', 'metrics': ["
    "{'id': 'tenure', 'name': 'Tenure', 'column': 'tenure', 'scale': %s}, "
    "{'id': 'monthly', 'name': 'Monthly', 'column': 'MonthlyCharges', 'direction': 'hurts', 'scale': %s}, "
    "{'id': 'total', 'name': 'Total', 'column': 'TotalCharges', 'scale': %s}], 'segments': ["
    "{'id': 'm', 'name': 'M', 'where': {'all': [{'column': 'Contract', 'is': 'Month-to-month'}]}, %s}, "
    "{'id': 'o', 'name': 'O', 'where': {'all': [{'column': 'Contract', 'is': 'One year'}]}, %s}, "
    "{'id': 't', 'name': 'T', %s}]%s}",
    c->scales[0], c->scales[1], c->scales[2], weights, weights, weights, more);
}

static void
test_telco (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwPanel) panel = read_export ();
  g_autoptr(BwModel) model = NULL;
  g_autoptr(BwResults) results = NULL;
  g_autofree double *scores = NULL;
  BwMoments moments;

  if (panel == NULL)
    {
      g_test_skip ("The export is not on this machine");
      return;
    }

  model = model_of (c, "");
  results = fixture_score (panel, model, 0);
  scores = g_new (double, c->n);
  g_assert_cmpuint (bw_results_get_n_rows (results), ==, c->n);
  for (guint row = 0; row < c->n; row++)
    scores[row] = bw_results_get_score (results, row);

  moments = bw_moments (scores, c->n);
  g_assert_cmpfloat_with_epsilon (bw_results_get_summary (results, BW_ALL_SEGMENTS)->mean, c->mean, 5e-7);
  g_assert_cmpfloat_with_epsilon (moments.mean, c->mean, 5e-7);
  g_assert_cmpfloat_with_epsilon (moments.sd_population, c->sd, 5e-7);
  g_assert_cmpfloat_with_epsilon (moments.min, c->min, 5e-7);
  g_assert_cmpfloat_with_epsilon (moments.max, c->max, 5e-7);
  g_assert_cmpfloat_with_epsilon (bw_quantile (scores, c->n, 0.5), c->median, 5e-7);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (bw_results_get_summary (results, i)->mean, c->by_contract[i], 5e-5);
}

/* As imported: a blank total leaves a coverage of 0.8, which the model here finds too little. */
static void
test_imported (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("BW_SHARED_DATA"), "ibm-telco",
                                            "Telco-Customer-Churn.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autoptr(BwResults) results = NULL;
  const BwSummary *all;

  if (!g_file_query_exists (file, NULL))
    {
      g_test_skip ("The export is not on this machine");
      return;
    }

  intake = bw_intake_read (&file, 1, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  model = model_of (&cases[0], ", 'coverage': 0.9");
  results = fixture_score (bw_intake_get_panel (intake), model, 0);
  all = bw_results_get_summary (results, BW_ALL_SEGMENTS);

  g_assert_cmpuint (all->n_customers, ==, 7043);
  g_assert_cmpuint (all->n_scored, ==, cases[0].n);
  g_assert_cmpuint (all->band_counts[BW_NO_BAND], ==, 11);
  g_assert_cmpfloat_with_epsilon (all->mean, cases[0].mean, 5e-7);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (bw_results_get_summary (results, i)->mean,
                                    cases[0].by_contract[i], 5e-5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/score/telco/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_telco);
    }

  g_test_add_func ("/score/telco/imported", test_imported);

  return g_test_run ();
}
