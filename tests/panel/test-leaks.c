/* What a person is warned of: columns that tell the outcome, copies, constants, texts of their own. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapped-source.h"

#include "texts.h"

#define ROWS    500
#define CHURNED 100 /* every fifth */

/* Numbers without an order that anybody would see. */
static guint
noise (guint row,
       guint n)
{
  return ((row + 11) * 2654435761u >> 9) % n;
}

static gboolean
has_left (guint row)
{
  return row % 5 == 0;
}

typedef void (*CellFunc) (GString *out,
                          guint    row);

static void
only_those_who_left (GString *out,
                     guint    row)
{
  if (has_left (row))
    g_string_append_printf (out, "%u", noise (row, 9));
}

/* 98 who left and 2 who stayed */
static void
mostly_those_who_left (GString *out,
                       guint    row)
{
  if ((has_left (row) && row > 5) || row == 1 || row == 2)
    g_string_append_printf (out, "%u", noise (row, 9));
}

/* 50 who left and 10 who stayed: a hint, no leak */
static void
more_often_those_who_left (GString *out,
                           guint    row)
{
  if (row % 10 == 0 || row % 50 == 1)
    g_string_append_printf (out, "%u", noise (row, 9));
}

static void
only_those_who_stayed (GString *out,
                       guint    row)
{
  if (!has_left (row))
    g_string_append_printf (out, "%u", noise (row, 90));
}

static void
a_value_of_those_who_left (GString *out,
                           guint    row)
{
  static const char *const phases[] = { "Onboarding", "Adoption", "Growth" };

  g_string_append (out, has_left (row) && row > 100 ? "Archived" : phases[noise (row, 3)]);
}

static void
the_outcome_again (GString *out,
                   guint    row)
{
  g_string_append (out, has_left (row) ? "1" : "0");
}

static void
the_outcome_turned (GString *out,
                    guint    row)
{
  g_string_append (out, has_left (row) ? "no" : "yes");
}

/* Half of those who left, and a tenth of the others: what a health score is made of */
static void
a_sign (GString *out,
        guint    row)
{
  g_string_append (out, noise (row, 10) < (has_left (row) ? 5 : 1) ? "yes" : "no");
}

static void
numbers_apart (GString *out,
               guint    row)
{
  g_string_append_printf (out, "%u", has_left (row) ? noise (row, 40) : 60 + noise (row, 900));
}

/* Of those who left 10 are among the others, in the middle: 0.9 + 0.1 · 0.5 = 0.95, and a bit */
static void
numbers_nearly_apart (GString *out,
                      guint    row)
{
  g_string_append_printf (out, "%u", has_left (row) && row % 15 != 0 ? noise (row, 60) :
                          has_left (row) && row % 75 == 0 ? 200 : has_left (row) ? 59 : 60 + noise (row, 900));
}

static void
numbers_mixed (GString *out,
               guint    row)
{
  g_string_append_printf (out, "%u", noise (row, has_left (row) ? 60 : 100));
}

static void
constant (GString *out,
          guint    row)
{
  g_string_append (out, "EUR");
}

static void
nearly_constant (GString *out,
                 guint    row)
{
  g_string_append (out, row == 7 || row == 8 ? "2" : "1");
}

static void
own_texts (GString *out,
           guint    row)
{
  g_string_append_printf (out, "Street %u, no. %u", row / 2, row % 2);
}

static void
nearly_own_texts (GString *out,
                  guint    row)
{
  g_string_append_printf (out, "Town of the %uth hill", row % 20 == 19 ? row - 1 : row);
}

static void
few_filled (GString *out,
            guint    row)
{
  if (row % 50 == 3)
    g_string_append_printf (out, "%u", row);
}

typedef struct
{
  const char *header;
  CellFunc    write;
  const char *role;
  const char *remark; /* a part of it; NULL for none */
} Case;

static const Case cases[] = {
  { "Exit score", only_those_who_left, "attribute",
    "Filled in 100 rows, all of them with “Churned” = yes: it is known only afterwards" },
  { "Save offers", mostly_those_who_left, "attribute",
    "Filled in 100 rows, 98 of them with “Churned” = yes: it is known only afterwards" },
  { "Offers", more_often_those_who_left, "metric", NULL },
  { "Seats now", only_those_who_stayed, "attribute",
    "Empty in 100 of 100 rows with “Churned” = yes, but filled in 400 of the 400 others" },
  { "Phase", a_value_of_those_who_left, "attribute",
    "“Churned” = yes in 79 of the 79 rows where this is “Archived”: it tells the outcome" },
  { "Locked", the_outcome_again, "attribute", "“Churned” = yes in 100 of the 100 rows where this is “yes”" },
  { "Welcome", the_outcome_turned, "attribute", "“Churned” = yes in 100 of the 100 rows where this is “no”" },
  { "Invoice overdue", a_sign, "metric", NULL },
  { "Signal", numbers_apart, "attribute", "Its numbers alone tell “Churned” nearly without fail (AUC about 1.00)" },
  { "Logins", numbers_nearly_apart, "metric", "nearly without fail (AUC about 0.9" },
  { "Visits", numbers_mixed, "metric", NULL },
  { "Churn reason code", numbers_mixed, "attribute", "Its name says that it tells of the outcome" },
  { "churn_score", numbers_mixed, "attribute", "Its name says that it tells of the outcome" },
  { "Renewal likelihood", numbers_mixed, "attribute", "Its name says that it tells of the outcome" },
  { "Kündigungswahrscheinlichkeit", numbers_mixed, "attribute", "Its name says that it tells of the outcome" },
  { "Currency", constant, "attribute", "The same in every row: EUR" },
  { "Level", nearly_constant, "metric", "Almost always the same: 498 of 500 rows have 1" },
  { "Street", own_texts, "attribute", "Every row has a text of its own, so it groups nothing" },
  { "Town", nearly_own_texts, "attribute", "Almost every row has a text of its own (475 in 500 rows)" },
  { "Workshops", few_filled, "metric", "Filled in only 10 of 500 rows" },
};

static char *
write_table (const char *outcome,
             const char *header,
             CellFunc    write)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "Customer ID;%s;%s\n", outcome, header);
  for (guint row = 0; row < ROWS; row++)
    {
      g_string_append_printf (text, "C%04u;%s;", row, has_left (row) ? "Yes" : "No");
      write (text, row);
      g_string_append_c (text, '\n');
    }

  return g_string_free (text, FALSE);
}

static void
assert_column (const BwMappedColumn *column,
               const char           *role,
               const char           *remark)
{
  g_assert_cmpstr (bw_role_get_id (column->role), ==, role);
  if (remark == NULL)
    g_assert_cmpstr (column->remark, ==, NULL);
  else if (column->remark == NULL || strstr (column->remark, remark) == NULL)
    g_error ("“%s” is remarked on with: %s", column->header, column->remark);
}

static void
test_remark (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *text = write_table ("Churned", c->header, c->write);
  const TextFile file = { "data.csv", text };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);
  const BwMappedSource *source;

  g_assert_no_error (error);
  source = bw_mapping_get_source (bw_intake_get_mapping (intake), 0);
  g_assert_cmpint (source->columns[1].role, ==, BW_ROLE_OUTCOME);
  assert_column (&source->columns[2], c->role, c->remark);
}

/* Where “yes” is good, the words say so. */
static void
test_other_outcomes (void)
{
  static const struct
  {
    const char *header;
    const char *remark;
  } outcomes[] = {
    { "Renewed", "Filled in 100 rows, all of them with “Renewed” = yes" },
    { "Gekündigt", "Filled in 100 rows, all of them with “Gekündigt” = yes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *text = write_table (outcomes[i].header, "Exit score", only_those_who_left);
      const TextFile file = { "data.csv", text };
      g_autoptr(GError) error = NULL;
      g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);

      g_assert_no_error (error);
      assert_column (&bw_mapping_get_source (bw_intake_get_mapping (intake), 0)->columns[2], "attribute",
                     outcomes[i].remark);
    }
}

/* Nothing is said of an outcome that nobody knows. */
static void
test_no_outcome (void)
{
  g_autofree char *text = write_table ("VIP", "Workshops held", only_those_who_left);
  const TextFile file = { "data.csv", text };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);

  g_assert_no_error (error);
  assert_column (&bw_mapping_get_source (bw_intake_get_mapping (intake), 0)->columns[2], "metric", NULL);
}

/* The outcome is in one file, what is known afterwards in another. */
static void
test_other_file (void)
{
  g_autofree char *accounts = write_table ("Churned", "Logins", numbers_mixed);
  g_autoptr(GString) extra = g_string_new ("Customer ID;Winner score;Talks\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  TextFile files[2] = { { "accounts.csv", accounts }, { "extra.csv", NULL } };

  for (guint row = 0; row < ROWS; row++)
    {
      g_string_append_printf (extra, "C%04u;", row);
      only_those_who_left (extra, row);
      g_string_append_printf (extra, ";%u\n", noise (row, 7));
    }
  files[1].text = extra->str;
  intake = read_texts (files, 2, NULL, &error);
  g_assert_no_error (error);
  assert_column (&bw_mapping_get_source (bw_intake_get_mapping (intake), 1)->columns[1], "attribute",
                 "Filled in 100 rows, all of them with “Churned” = yes");
  assert_column (&bw_mapping_get_source (bw_intake_get_mapping (intake), 1)->columns[2], "metric", NULL);
}

/* Dates that go on behind the date on which the customer left; one that does not. */
static void
test_dates (void)
{
  g_autoptr(GString) text = g_string_new ("Customer ID;Churn date;Last login;Last survey\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  const BwMappedSource *source;
  TextFile file = { "data.csv", NULL };

  for (guint row = 0; row < ROWS; row++)
    {
      g_string_append_printf (text, "C%04u;", row);
      if (has_left (row))
        g_string_append_printf (text, "2026-04-%02u", 1 + noise (row, 28));
      g_string_append_printf (text, ";2026-0%u-15;2025-0%u-03\n",
                              row % 20 == 0 ? 5 : 1 + noise (row, 3), 1 + noise (row, 9));
    }
  file.text = text->str;
  intake = read_texts (&file, 1, NULL, &error);
  g_assert_no_error (error);
  source = bw_mapping_get_source (bw_intake_get_mapping (intake), 0);
  assert_column (&source->columns[1], "outcome", NULL);
  assert_column (&source->columns[2], "attribute", "Later than “Churn date” in 25 of the 100 rows that have both");
  assert_column (&source->columns[3], "metric", NULL);
}

static void
test_copies (void)
{
  g_autoptr(GString) text =
    g_string_new ("Customer ID;ARR;MRR;Logins;Logins again;Plan ID;Plan;Region;Fee;One off\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  const BwMappedSource *source;
  TextFile file = { "data.csv", NULL };

  for (guint row = 0; row < ROWS; row++)
    {
      const guint mrr = 100 + noise (row, 800), plan = noise (row * 3, 4), logins = noise (row * 7, 90);

      g_string_append_printf (text, "C%04u;%u;%u;%u;%u;P-%u;Plan %c;R%u;%u;%u\n", row, mrr * 12, mrr, logins, logins,
                              plan, 'A' + plan, noise (row * 5, 4), mrr / 10, row == 9 ? logins + 1 : logins);
    }
  file.text = text->str;
  intake = read_texts (&file, 1, NULL, &error);
  g_assert_no_error (error);
  source = bw_mapping_get_source (bw_intake_get_mapping (intake), 0);
  assert_column (&source->columns[1], "money", NULL);
  assert_column (&source->columns[2], "metric", "“ARR” is in every row 12 times this");
  assert_column (&source->columns[3], "metric", NULL);
  assert_column (&source->columns[4], "attribute", "The same values as “Logins” in every row");
  assert_column (&source->columns[5], "attribute", "Each of its values goes with one value of “Plan” and no other");
  assert_column (&source->columns[6], "segment", NULL);
  assert_column (&source->columns[7], "attribute", NULL);
  assert_column (&source->columns[8], "metric", NULL); /* rounded too much to be so many times MRR */
  assert_column (&source->columns[9], "metric", NULL); /* one row differs */
}

/* Where a file comes every month, the newest is looked at and named. */
static void
test_months (void)
{
  g_autoptr(GString) january = g_string_new ("Customer ID;Logins;Unit\n");
  g_autoptr(GString) february = g_string_new ("Customer ID;Logins;Unit\n");
  TextFile files[2] = { { "usage-2026-01.csv", NULL }, { "usage-2026-02.csv", NULL } };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;

  for (guint row = 0; row < ROWS; row++)
    {
      g_string_append_printf (january, "C%04u;%u;%s\n", row, noise (row, 90), row < 100 ? "h" : "min");
      g_string_append_printf (february, "C%04u;%u;min\n", row, noise (row * 3, 90));
    }
  files[0].text = january->str;
  files[1].text = february->str;
  intake = read_texts (files, 2, NULL, &error);
  g_assert_no_error (error);
  assert_column (&bw_mapping_get_source (bw_intake_get_mapping (intake), 0)->columns[2], "attribute",
                 "In usage-2026-02.csv: The same in every row: min");
}

/* What the user says is the outcome is one. */
static void
test_wished_outcome (void)
{
  g_autofree char *text = write_table ("Blue", "Exit score", only_those_who_left);
  const TextFile file = { "data.csv", text };
  BwWish wish = { .as_of = NAN };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;

  wish.roles[BW_ROLE_OUTCOME] = "Blue";
  intake = read_texts (&file, 1, &wish, &error);
  g_assert_no_error (error);
  assert_column (&bw_mapping_get_source (bw_intake_get_mapping (intake), 0)->columns[2], "attribute",
                 "Filled in 100 rows, all of them with “Blue” = yes");
}

/* An outcome that is set, or taken back, by hand brings its remarks along and takes them away. */
static void
test_outcome_by_hand (void)
{
  g_autofree char *text = write_table ("Blue", "Exit score", only_those_who_left);
  const TextFile file = { "data.csv", text };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);
  g_autoptr(BwMapping) chosen = NULL;
  g_autoptr(BwMapping) dropped = NULL;
  g_autoptr(BwIntake) after = NULL;
  g_autoptr(BwIntake) before = NULL;
  const char *remark;

  g_assert_no_error (error);
  chosen = bw_mapping_with_role (bw_intake_get_mapping (intake), 0, "Blue", BW_ROLE_OUTCOME);
  after = bw_intake_with_mapping (intake, chosen, NULL, &error);
  g_assert_no_error (error);
  remark = bw_mapping_get_source (bw_intake_get_mapping (after), 0)->columns[2].remark;
  g_assert_nonnull (remark);
  g_assert_nonnull (strstr (remark, "all of them with “Blue” = yes"));

  dropped = bw_mapping_with_role (bw_intake_get_mapping (after), 0, "Blue", BW_ROLE_ATTRIBUTE);
  before = bw_intake_with_mapping (after, dropped, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (bw_mapping_get_source (bw_intake_get_mapping (before), 0)->columns[2].remark, ==,
                   bw_mapping_get_source (bw_intake_get_mapping (intake), 0)->columns[2].remark);
}

/* Of a table of few rows nothing is said. */
static void
test_few_rows (void)
{
  static const TextFile file = { "data.csv", "Customer ID,Plan,Logins,Visits,Note,Churned\nC1,A,5,5,x,Yes\n"
                                 "C2,B,7,7,,No\nC3,A,9,9,,No\n" };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);
  const BwMappedSource *source;

  g_assert_no_error (error);
  source = bw_mapping_get_source (bw_intake_get_mapping (intake), 0);
  assert_column (&source->columns[1], "segment", NULL);
  assert_column (&source->columns[2], "metric", NULL);
  assert_column (&source->columns[3], "metric", NULL);
}

/* Each remark is in the report, with its file and column. */
static void
test_report (void)
{
  g_autofree char *text = write_table ("Churned", "Exit score", only_those_who_left);
  const TextFile file = { "data.csv", text };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);
  guint found = 0;
  BwReport *report;

  g_assert_no_error (error);
  report = bw_intake_get_report (intake);
  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      if (problem->kind != BW_PROBLEM_COLUMN_REMARK)
        continue;
      found++;
      g_assert_cmpint (problem->severity, ==, BW_SEVERITY_NOTE);
      g_assert_cmpstr (problem->file, ==, "data.csv");
      g_assert_cmpuint (problem->column, ==, 3);
      g_assert_nonnull (strstr (problem->what, "Filled in 100 rows"));
    }
  g_assert_cmpuint (found, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/remarks/", cases[i].header, NULL);

      g_test_add_data_func (path, &cases[i], test_remark);
    }
  g_test_add_func ("/panel/leaks/other-outcomes", test_other_outcomes);
  g_test_add_func ("/panel/leaks/no-outcome", test_no_outcome);
  g_test_add_func ("/panel/leaks/other-file", test_other_file);
  g_test_add_func ("/panel/leaks/dates", test_dates);
  g_test_add_func ("/panel/remarks/copies", test_copies);
  g_test_add_func ("/panel/leaks/wished-outcome", test_wished_outcome);
  g_test_add_func ("/panel/leaks/outcome-by-hand", test_outcome_by_hand);
  g_test_add_func ("/panel/remarks/months", test_months);
  g_test_add_func ("/panel/remarks/few-rows", test_few_rows);
  g_test_add_func ("/panel/remarks/report", test_report);

  return g_test_run ();
}
