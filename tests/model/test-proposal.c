/* The first model for new data: what a person would call sensible, on small and on real exports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"
#include "panel/intake.h"

#include <math.h>
#include <string.h>

/* A model as lines that a person can compare: one a metric, then the segments. */
static char *
describe (BwModel *model)
{
  g_autoptr(GString) out = g_string_new (NULL);

  for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
    {
      const BwMetric *metric = bw_model_get_metric (model, i);
      const BwScale *scale = &metric->scale;

      g_string_append_printf (out, "%s: %s", bw_model_get_group (model, metric->group)->name,
                              metric->name);
      if (metric->caption != NULL)
        g_string_append_printf (out, " (%s)", metric->caption);
      g_string_append_printf (out, " %s%s ", metric->hurts ? "hurts" : "helps",
                              metric->check ? "?" : "");
      if (scale->type == BW_SCALE_LINEAR)
        g_string_append_printf (out, "%g to %g", scale->from, scale->to);
      for (guint c = 0; c < scale->n_categories; c++)
        g_string_append_printf (out, "%s%s %g", c > 0 ? ", " : "", scale->categories[c].text,
                                scale->categories[c].score);
      g_string_append_c (out, '\n');
    }
  for (guint i = 0; i < bw_model_get_n_segments (model); i++)
    g_string_append_printf (out, "%s%s", i > 0 ? ", " : "",
                            bw_model_get_segment (model, i)->name);

  return g_strdup (out->str);
}

/* What holds for every proposal: it fits its data, reads back, and its shares are equal by group. */
static void
assert_sound (BwModel *model,
              BwPanel *panel)
{
  const guint n_groups = bw_model_get_n_groups (model);
  g_autofree char *text = bw_model_to_json (model);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) again = bw_model_from_json (text, -1, "proposal", &error);

  g_assert_no_error (error);
  g_assert_true (bw_model_equal (model, again));
  bw_model_check (model, panel, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bw_model_get_n_metrics (model), <=, 12);

  for (guint segment = 0; segment < bw_model_get_n_segments (model); segment++)
    {
      for (guint group = 0; group < n_groups; group++)
        {
          double sum = 0;

          for (guint i = 0; i < bw_model_get_n_metrics (model); i++)
            {
              if (bw_model_get_metric (model, i)->group == group)
                sum += bw_model_get_segment (model, segment)->shares[i];
            }
          g_assert_cmpfloat_with_epsilon (sum, 1.0 / n_groups, 1e-12);
        }
    }
}

static void
test_small (void)
{
  static const FixtureColumn columns[] = {
    { "plan", BW_COLUMN_CATEGORY, BW_ROLE_SEGMENT },
    { "logins", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
    { "utilization", BW_COLUMN_PERCENT, BW_ROLE_METRIC },
    { "tickets", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
    { "last_login", BW_COLUMN_DATE, BW_ROLE_METRIC },
    { "next_step", BW_COLUMN_DATE, BW_ROLE_METRIC },
    { "overdue", BW_COLUMN_FLAG, BW_ROLE_METRIC },
    { "widgets", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
    { "support_level", BW_COLUMN_CATEGORY, BW_ROLE_METRIC },
    { "colour", BW_COLUMN_CATEGORY, BW_ROLE_METRIC },
    { "constant", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
    { "sparse", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
    { "arr", BW_COLUMN_MONEY, BW_ROLE_MONEY },
    { "churned", BW_COLUMN_FLAG, BW_ROLE_OUTCOME },
    { "csat", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  };
  static const FixtureSnapshot snapshots[] = {
    { "2026-03-31",
      "a|Pro|10|0.9|0|2026-03-30|2026-05-01|no|7|gold|red|3|1|100|no|4\n"
      "b|Basic|20|0.1|2|2026-03-20|2026-05-02|yes|8|silver|pink|3||200|no|2\n"
      "c|Pro|30|0.5|4|2026-02-28|2026-05-03|no|9|bronze|blue|3||300|yes|5\n"
      "d|Basic|40|0.7|1|2026-01-31|2026-05-04|no|5|gold|red|3||400|no|3\n"
      "e|Pro|50|0.2|9|2026-03-31|2026-05-05|no|4|gold|red|3|2|500|no|1" },
  };
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 1);
  g_autoptr(BwModel) model = bw_model_propose (panel, "Mine");
  g_autofree char *found = describe (model);

  g_assert_cmpstr (bw_model_get_name (model), ==, "Mine");
  g_assert_cmpstr (found, ==,
                   "Usage: Logins helps 10 to 50\n"
                   "Usage: Utilization helps 0 to 1\n"
                   "Usage: Last login (days ago) hurts 0 to 55\n"
                   "Feedback: CSAT helps 1 to 5\n"
                   "Support: Tickets hurts 0 to 8\n"
                   "Support: Support level helps bronze 0, silver 50, gold 100\n"
                   "Billing: Overdue hurts yes 100, no 0\n"
                   "Other: Widgets helps? 4 to 9\n"
                   "Pro, Basic, Everyone else");
  assert_sound (model, panel);
}

/* Without a date nothing is days since; without anything to score the model is empty, and sound. */
static void
test_bare (void)
{
  static const FixtureColumn columns[] = {
    { "last_login", BW_COLUMN_DATE, BW_ROLE_METRIC },
    { "constant", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
    { "plan", BW_COLUMN_CATEGORY, BW_ROLE_SEGMENT },
  };
  static const FixtureSnapshot snapshots[] = { { NULL, "a|2026-03-30|1|x\nb|2026-03-01|1|y" } };
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 1);
  g_autoptr(BwPanel) empty = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 0);
  g_autoptr(BwModel) model = bw_model_propose (panel, NULL);
  g_autoptr(BwModel) nothing = bw_model_propose (empty, NULL);

  g_assert_cmpuint (bw_model_get_n_metrics (model), ==, 0);
  g_assert_cmpuint (bw_model_get_n_segments (model), ==, 1);
  g_assert_cmpuint (bw_model_get_n_segments (nothing), ==, 1);
  g_assert_cmpstr (bw_model_get_segment (nothing, 0)->name, ==, "Everyone else");
}

/* Twenty columns that all would do: twelve remain, and every group keeps some. */
static void
test_surplus (void)
{
  static const char *const names[] = {
    "logins", "sessions", "exports", "reports", "dashboards", "projects", "api_calls", "uploads",
    "downloads", "files", "messages", "searches", "tickets", "escalations", "nps", "overdue_amount",
    "tenure", "foo", "bar", "baz",
  };
  FixtureColumn columns[G_N_ELEMENTS (names)];
  g_autoptr(GString) rows = g_string_new (NULL);
  FixtureSnapshot snapshot = { NULL };
  g_autoptr(BwPanel) panel = NULL;
  g_autoptr(BwModel) model = NULL;

  for (guint row = 0; row < 9; row++)
    {
      g_string_append_printf (rows, "%sk%u", row > 0 ? "\n" : "", row);
      for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
        g_string_append_printf (rows, "|%u", (guint) (row * (i + 3) % 11));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    columns[i] = (FixtureColumn) { names[i], BW_COLUMN_NUMBER, BW_ROLE_METRIC }
  ;
  snapshot.rows = rows->str;
  panel = fixture_panel (columns, G_N_ELEMENTS (columns), &snapshot, 1);
  model = bw_model_propose (panel, NULL);

  g_assert_cmpuint (bw_model_get_n_metrics (model), ==, 12);
  g_assert_cmpuint (bw_model_get_n_groups (model), ==, 5);
  for (guint i = 0; i < 12; i++)
    g_assert_false (bw_model_get_metric (model, i)->check);
  assert_sound (model, panel);
}

typedef struct
{
  const char *name;
  const char *variable; /* names the folder */
  const char *folder;
  const char *has[4];   /* parts of the description */
} RealCase;

static const RealCase real[] = {
  { "telco", "BW_SHARED_DATA", "ibm-telco",
    { "Relationship: Tenure helps 0 to 70", "Billing: Total charges helps 0 to 7000",
      "Support: Tech support helps No 0, No internet service 0, Yes 100",
      "Two year, One year, Month-to-month, Everyone else" } },
  { "ravenstack", "BW_SHARED_DATA", "ravenstack",
    { "Support: Support tickets (last 30 days) hurts", "Usage: Feature (how many different ones)",
      "Usage: Seats (from accounts) helps", "Enterprise, Pro, Basic, Everyone else" } },
  { "sample", "BW_SAMPLE_DATA", "",
    { "Usage: Active users helps", "Feedback: NPS helps 0 to 10",
      "Support: Tickets (last 30 days) hurts", "Billing: Invoice overdue hurts yes 100, no 0" } },
  { "iranian", "BW_SHARED_DATA", "iranian-churn",
    { "Support: Complains hurts", "Usage: Seconds of Use helps", "Tariff Plan: 1" } },
};

static GPtrArray *
list_exports (const RealCase *c)
{
  const char *base = g_getenv (c->variable);
  g_autofree char *folder = g_build_filename (base != NULL ? base : "/nowhere", c->folder, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".csv"))
        g_ptr_array_add (files, g_file_new_for_path (path));
    }

  return files;
}

static void
test_real (gconstpointer data)
{
  const RealCase *c = data;
  g_autoptr(GPtrArray) files = list_exports (c);
  BwWish wish = { .as_of = NAN };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  g_autoptr(BwModel) model = NULL;
  g_autofree char *found = NULL;

  if (files->len == 0)
    {
      g_test_skip ("the exports are not here");
      return;
    }

  intake = bw_intake_read ((GFile *const *) files->pdata, files->len, &wish, NULL, NULL, NULL,
                           &error);
  g_assert_no_error (error);
  model = bw_model_propose (bw_intake_get_panel (intake), NULL);
  found = describe (model);
  for (guint i = 0; i < G_N_ELEMENTS (c->has) && c->has[i] != NULL; i++)
    {
      if (strstr (found, c->has[i]) == NULL)
        g_error ("%s lacks “%s”:\n%s", c->name, c->has[i], found);
    }
  assert_sound (model, bw_intake_get_panel (intake));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (real); i++)
    {
      g_autofree char *path = g_strconcat ("/proposal/real/", real[i].name, NULL);

      g_test_add_data_func (path, &real[i], test_real);
    }
  g_test_add_func ("/proposal/small", test_small);
  g_test_add_func ("/proposal/bare", test_bare);
  g_test_add_func ("/proposal/surplus", test_surplus);

  return g_test_run ();
}
