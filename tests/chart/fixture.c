/* Made-up customers for the charts' tests: any number, any number of months, some of it missing. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "chart/date-marks.h"
#include "outcome/judged.h"
#include "score/then.h"

#include <math.h>

#define NEWEST 20787.0 /* 30 November 2026 */

static const char usual_bands[] =
  "[{\"id\": \"at-risk\", \"name\": \"At risk\", \"colour\": \"red\", \"from\": 0},"
  " {\"id\": \"watch\", \"name\": \"Watch\", \"colour\": \"amber\", \"from\": 40},"
  " {\"id\": \"healthy\", \"name\": \"Healthy\", \"colour\": \"green\", \"from\": 70}]";

static const char model_json[] =
  "{\"format\": \"bellwether-model\", \"version\": 1, \"name\": \"Renewals 2026\","
  " \"bands\": %s,"
  " \"groups\": [{\"id\": \"adoption\", \"name\": \"Adoption\"},"
  "              {\"id\": \"support\", \"name\": \"Support\"}],"
  " \"metrics\": ["
  "  {\"id\": \"seats\", \"name\": \"%s\", \"group\": \"adoption\", \"column\": \"seats\","
  "   \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 1}},"
  "  {\"id\": \"login\", \"name\": \"Last login\", \"group\": \"adoption\", \"column\": \"login\","
  "   \"direction\": \"hurts\", \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 45}},"
  "  {\"id\": \"tickets\", \"name\": \"Support tickets\", \"group\": \"support\","
  "   \"column\": \"tickets\", \"direction\": \"hurts\","
  "   \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 12}},"
  "  {\"id\": \"nps\", \"name\": \"NPS\", \"group\": \"support\", \"column\": \"nps\","
  "   \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 10}},"
  "  {\"id\": \"late\", \"name\": \"Delinquent\", \"group\": \"support\", \"column\": \"late\","
  "   \"direction\": \"hurts\", \"scale\": {\"type\": \"linear\", \"from\": 0, \"to\": 1}}],"
  " \"segments\": ["
  "  {\"id\": \"enterprise\", \"name\": \"%s\","
  "   \"where\": {\"all\": [{\"column\": \"plan\", \"is\": \"Enterprise\"}]},"
  "   \"weights\": {\"seats\": %d, \"login\": %d, \"tickets\": 20, \"nps\": 15, \"late\": 5}},"
  "  {\"id\": \"rest\", \"name\": \"Everyone else\","
  "   \"weights\": {\"seats\": %d, \"login\": %d, \"tickets\": 20, \"nps\": 20}}]}";

#define LONG \
  "Donaudampfschifffahrtsgesellschaft mit einem Namen, der länger ist als jeder Platz"

/* One column of numbers for each customer; how healthy a customer is runs from 0 to 1. */
static double
value_of (guint        column,
          double       health,
          const double noise)
{
  switch (column)
    {
    case 0:
      return CLAMP (0.15 + 0.85 * health + 0.25 * (noise - 0.5), 0, 1);

    case 1:
      return round (CLAMP (45 * (1 - health) * (0.4 + 0.9 * noise), 0, 90));

    case 2:
      return floor (12 * (1 - health) * noise);

    case 3:
      return round (CLAMP (10 * (0.25 + 0.6 * health + 0.4 * (noise - 0.5)), 0, 10));

    default:
      return noise > 0.6 + health ? 1 : 0;
    }
}

static const BwPanelColumn about[] = {
  { .name = "plan", .source = "accounts.csv", .type = BW_COLUMN_CATEGORY, .role = BW_ROLE_SEGMENT },
  { .name = "ARR", .source = "accounts.csv", .type = BW_COLUMN_MONEY, .currency = "USD",
    .role = BW_ROLE_MONEY },
  { .name = "seats", .source = "usage.csv", .type = BW_COLUMN_PERCENT, .role = BW_ROLE_METRIC },
  { .name = "login", .source = "usage.csv", .type = BW_COLUMN_NUMBER, .role = BW_ROLE_METRIC },
  { .name = "tickets", .source = "tickets.csv", .type = BW_COLUMN_NUMBER, .role = BW_ROLE_METRIC },
  { .name = "nps", .source = "survey.csv", .type = BW_COLUMN_NUMBER, .role = BW_ROLE_METRIC },
  { .name = "late", .source = "billing.csv", .type = BW_COLUMN_FLAG, .role = BW_ROLE_METRIC },
};

static BwColumn *
make_texts (const char        *name,
            BwColumnType       type,
            guint              n,
            const char *const *texts)
{
  g_autoptr(BwDictionaryBuilder) builder = bw_dictionary_builder_new ();
  g_autoptr(BwDictionary) dictionary = NULL;
  guint32 *codes = g_new (guint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    codes[i] = bw_dictionary_builder_add (builder, texts[i], -1);
  dictionary = bw_dictionary_builder_end (builder);

  return bw_column_new_codes (name, type, codes, n, dictionary);
}

static BwColumn *
make_plans (guint n)
{
  g_autofree const char **texts = g_new (const char *, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    texts[i] = i % 3 == 0 ? "Enterprise" : "Small business";

  return make_texts ("plan", BW_COLUMN_CATEGORY, n, texts);
}

static BwColumn *
make_names (const Book  *book,
            const char  *title,
            BwColumnType type)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < book->n_customers; i++)
    g_ptr_array_add (texts, i == 0 && type == BW_COLUMN_TEXT ?
                     g_strdup (book->long_names ? LONG : "Dunmore Logistics") :
                     g_strdup_printf ("C%05u", i));

  return make_texts (title, type, book->n_customers, (const char *const *) texts->pdata);
}

static BwColumn *
make_numbers (const Book   *book,
              guint         column,
              double        age,
              const double *health)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7 + column * 31 + (guint) age * 1009);
  double *values = g_new (double, MAX (book->n_customers, 1));
  g_autoptr(BwColumn) numbers = NULL;

  for (guint i = 0; i < book->n_customers; i++)
    {
      /* The first customer declines, the others stay about as they are. */
      const double now = CLAMP (health[i] + (i == 0 ? 0.045 * age - 0.35 : 0.004 * age), 0, 1);
      const double noise = g_rand_double (random);

      values[i] = column == 1 ? round (4000 + 60000 * pow (health[i] + noise, 3)) :
                  value_of (column - 2, now, noise);
      if (g_rand_double (random) < book->missing)
        values[i] = NAN;
    }

  numbers = bw_column_new_numbers (about[column].name, about[column].type, values,
                                   book->n_customers);

  return about[column].currency != NULL ? bw_column_with_currency (numbers, about[column].currency) :
         g_steal_pointer (&numbers);
}

static BwSnapshot *
make_snapshot (const Book   *book,
               guint         snapshot,
               BwColumn     *plans,
               const double *health)
{
  const double age = book->n_snapshots - 1 - snapshot;
  g_autoptr(GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_column_unref);
  g_autoptr(BwTable) table = NULL;
  guint32 *customers = g_new (guint32, MAX (book->n_customers, 1));
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) NEWEST + 719163);
  if (age > 0)
    g_date_subtract_months (&date, (guint) age);
  g_date_set_day (&date, g_date_get_days_in_month (g_date_get_month (&date),
                                                   g_date_get_year (&date)));

  g_ptr_array_add (columns, bw_column_ref (plans));
  for (guint i = 1; i < G_N_ELEMENTS (about); i++)
    g_ptr_array_add (columns, make_numbers (book, i, age, health));
  for (guint i = 0; i < book->n_customers; i++)
    customers[i] = i;

  table = bw_table_new ((BwColumn *const *) columns->pdata, columns->len, book->n_customers);

  return bw_snapshot_new (book->undated ? NAN : g_date_get_julian (&date) - 719163.0, table,
                          customers);
}

static BwPanel *
make_panel (const Book *book)
{
  static const char *const sources[] = {
    "accounts.csv", "usage.csv", "tickets.csv", "survey.csv", "billing.csv", NULL
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (2026);
  g_autofree double *health = g_new (double, MAX (book->n_customers, 1));
  g_autoptr(BwColumn) keys = make_names (book, "id", BW_COLUMN_KEY);
  g_autoptr(BwColumn) names = make_names (book, "name", BW_COLUMN_TEXT);
  g_autoptr(BwColumn) plans = make_plans (book->n_customers);
  g_autoptr(GPtrArray) snapshots =
    g_ptr_array_new_with_free_func ((GDestroyNotify) bw_snapshot_unref);

  for (guint i = 0; i < book->n_customers; i++)
    health[i] = pow (g_rand_double (random) + g_rand_double (random), 0.7) / 1.63;
  for (guint i = 0; i < book->n_snapshots; i++)
    g_ptr_array_add (snapshots, make_snapshot (book, i, plans, health));

  return bw_panel_new (keys, names, about, G_N_ELEMENTS (about),
                       (BwSnapshot *const *) snapshots->pdata, snapshots->len, sources);
}

static BwModel *
make_model (const Book *book,
            int         nudge)
{
  g_autoptr(GError) error = NULL;
  BwModel *model;
  g_autofree char *json = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  json = g_strdup_printf (model_json, book->edges != NULL ? book->edges : usual_bands,
                          book->long_names ? LONG : "Active users",
                          book->long_names ? LONG : "Enterprise",
                          40 - nudge, 20 + nudge, 40 - nudge, 20 + nudge);
#pragma GCC diagnostic pop
  model = bw_model_from_json (json, -1, "model.json", &error);
  g_assert_no_error (error);

  return model;
}

static BwResults *
score (BwPanel *panel,
       BwModel *model,
       guint    snapshot)
{
  g_autoptr(BwPrepared) prepared = bw_prepared_new (model, panel, snapshot, NULL, NULL);

  return bw_results_new (prepared, model);
}

/* Versions from 100 days before the first snapshot to 20 days after the newest one. */
static GPtrArray *
make_marks (BwPanel    *panel,
            const Book *book)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_date_mark_free);
  const double first = bw_snapshot_get_date (bw_panel_get_snapshot (panel, 0)) - 100;
  const double last =
    bw_snapshot_get_date (bw_panel_get_snapshot (panel, book->n_snapshots - 1)) + 20;

  for (guint i = 0; i < book->n_versions; i++)
    {
      const double part = book->n_versions > 1 ? (double) i / (book->n_versions - 1) : 0.5;
      g_autofree char *name =
        g_strdup_printf (i % 3 == 1 ? "The quarterly review of everything that renews, part %u"
                                    : "Version %u", i + 1);

      g_ptr_array_add (marks, bw_date_mark_new (floor (first + (last - first) * part), name));
    }

  return marks;
}

static BwHistory *
make_history (Fixture    *self,
              const Book *book)
{
  const double middle =
    bw_snapshot_get_date (bw_panel_get_snapshot (self->panel, book->n_snapshots / 2));
  const BwThen thens[] = { { middle - 100, self->old_model }, { middle, self->model } };

  return book->then
         ? bw_history_new_as_scored_then (thens, 2, self->model, self->panel, NULL)
         : bw_history_new (self->model, self->panel, NULL);
}

/* How well the scores of @model tell who is delinquent in the end. */
static BwValidation *
validate (BwPanel *panel,
          BwModel *model)
{
  static const char *const gone[] = { "yes", NULL };
  const BwOutcomeChoice choice = { "late", gone, "", NAN };
  const BwCohortChoice judging = { BW_JUDGE_ONCE, 30, 90 };
  g_autoptr(BwOutcome) outcome = bw_outcome_new (panel, &choice, NULL);
  g_autoptr(BwCohort) cohort = outcome != NULL ? bw_cohort_new (outcome, &judging, NULL) : NULL;
  g_autoptr(BwPrepared) prepared = NULL;
  g_autoptr(BwResults) results = NULL;

  if (cohort == NULL)
    return NULL;

  prepared = bw_cohort_prepare (cohort, model, NULL, NULL);
  results = bw_results_new (prepared, model);

  return bw_validation_new (cohort, results, NULL);
}

/**
 * fixture_begin:
 * @self: (out): a view of all customers, and of the first one, over what @book says
 */
void
fixture_begin (Fixture    *self,
               const Book *book)
{
  const guint newest = book->n_snapshots - 1;

  self->panel = make_panel (book);
  self->model = make_model (book, 0);
  self->old_model = make_model (book, book->nudge ? 30 : 0);
  self->results = score (self->panel, self->model, newest);
  self->baseline = score (self->panel, self->old_model, newest);
  self->before = newest > 0 ? score (self->panel, self->model, newest - 1) : NULL;
  self->history = make_history (self, book);
  self->marks = make_marks (self->panel, book);
  self->validation = validate (self->panel, self->model);
  self->view = (BwView) {
    .results = self->results,
    .baseline = self->baseline,
    .before = self->before,
    .history = self->history,
    .segment = BW_ALL_SEGMENTS,
    .customer = book->n_customers > 0 ? 0 : BW_NONE,
    .baseline_name = "version 14",
    .marks = self->marks,
    .then = book->then,
    .then_first = book->then && self->marks->len > 0 ? self->marks->pdata[0] : NULL,
    .validation = self->validation,
  };
}

void
fixture_end (Fixture *self)
{
  g_clear_pointer (&self->marks, g_ptr_array_unref);
  g_clear_pointer (&self->validation, bw_validation_unref);
  g_clear_pointer (&self->history, bw_history_unref);
  g_clear_pointer (&self->before, bw_results_unref);
  g_clear_pointer (&self->baseline, bw_results_unref);
  g_clear_pointer (&self->results, bw_results_unref);
  g_clear_pointer (&self->old_model, bw_model_unref);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
}
