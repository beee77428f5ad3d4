/* What is said of a rule that is odd: it can never hold, or holds for nobody, or for everybody. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/matching.h"
#include "widgets/rule-subject.h"
#include "widgets/rule-words.h"

typedef struct
{
  const char *name;
  const char *where;
  const char *remark; /* NULL where nothing is odd */
} Case;

#define SEATS "\"column\": \"Seats used\", "
#define PLAN "\"column\": \"Plan\", "
#define START "\"column\": \"Start\", "

static const FixtureColumn columns[] = {
  { "Seats used", BW_COLUMN_PERCENT, BW_ROLE_METRIC },
  { "Plan", BW_COLUMN_CATEGORY, BW_ROLE_ATTRIBUTE },
  { "Start", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE },
};
static const FixtureSnapshot snapshot = {
  "2026-03-31", "a|0.5|Pro|2026-01-01\nb|0.7|Basic|2025-01-01\nc|0.9|Pro|",
};

static const Case cases[] = {
  { "some", "\"all\": [{" SEATS "\"less\": 0.6}]", NULL },
  { "everybody", "\"any\": [{" SEATS "\"less\": 0.6}, {" SEATS "\"at-least\": 0.6}]",
    "Every customer is like this at present" },
  { "nobody", "\"all\": [{" SEATS "\"less\": 0.1}]", "No customer is like this at present" },
  { "percents", "\"all\": [{" SEATS "\"less\": 0.05}, {" SEATS "\"more\": 0.1}]",
    "“Seats used is less than 5\302\240%” and “Seats used is more than 10\302\240%” can never hold "
    "together" },
  { "text-and-list", "\"all\": [{" PLAN "\"is\": \"Pro\"}, {" PLAN "\"one-of\": [\"Basic\", \"Free\"]}]",
    "“Plan is Pro” and “Plan is one of Basic, Free” can never hold together" },
  { "lists", "\"all\": [{" PLAN "\"one-of\": [\"Pro\"]}, {" PLAN "\"one-of\": [\"Basic\"]}]",
    "“Plan is one of Pro” and “Plan is one of Basic” can never hold together" },
  { "empty", "\"all\": [{" SEATS "\"empty\": true}, {" SEATS "\"more\": 0.5}]",
    "“Seats used is empty” and “Seats used is more than 50\302\240%” can never hold together" },
  { "dates", "\"all\": [{" START "\"less\": \"2025-01-01\"}, {" START "\"more\": \"2026-01-01\"}]",
    "“Start is before 1 Jan 2025” and “Start is after 1 Jan 2026” can never hold together" },
  { "half-days", "\"all\": [{\"days-since\": \"Start\", \"is\": 5.5}]",
    "“days since Start is 5.5 days” can never hold" },
  { "three", "\"all\": [{" PLAN "\"one-of\": [\"Pro\", \"Basic\"]}, {" PLAN "\"is-not\": \"Pro\"}, {"
    PLAN "\"is-not\": \"Basic\"}]",
    "“Plan is one of Pro, Basic” and “Plan is not Pro” and “Plan is not Basic” can never hold "
    "together" },
};

static void
test_remark (gconstpointer data)
{
  const Case *c = data;
  g_autofree char *rules = g_strdup_printf ("{\"at-most\": 1, \"where\": {%s}}", c->where);
  g_autoptr(BwModel) model = fixture_model ("", NULL, rules);
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), &snapshot, 1);
  const BwConditions *where = bw_model_get_rule (model, 0)->where;
  g_autoptr(GError) error = NULL;
  const gsize n = bw_conditions_count (where, model, panel, 0, &error);
  g_autofree char *remark = bw_conditions_make_remark (model, panel, where, n);

  g_assert_no_error (error);
  g_assert_cmpstr (remark, ==, c->remark);
}

/* A range that is upside down can be typed, though no model file may have it. */
static void
test_upside_down (void)
{
  const BwOperand ends[] = { { "0.9", 0.9 }, { "0.5", 0.5 } };
  const BwCondition condition = { BW_SUBJECT_COLUMN, "Seats used", BW_TEST_BETWEEN, ends, 2 };
  const BwConditions where = { FALSE, &condition, 1 };
  g_autoptr(BwModel) model = fixture_model ("", NULL, NULL);
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), &snapshot, 1);
  g_autofree char *remark = bw_conditions_make_remark (model, panel, &where, 0);

  g_assert_cmpstr (remark, ==, "“Seats used is between 90\302\240% and 50\302\240%” can never hold");
}

/* Which tests are offered for values of a type, and which one to begin with. */
static void
test_tests (void)
{
  static const struct
  {
    BwColumnType type;
    BwTest       first;
    guint        n;
  } rows[] = {
    { BW_COLUMN_NUMBER, BW_TEST_LESS, 10 }, { BW_COLUMN_PERCENT, BW_TEST_LESS, 10 },
    { BW_COLUMN_MONEY, BW_TEST_LESS, 10 }, { BW_COLUMN_DATE, BW_TEST_LESS, 10 },
    { BW_COLUMN_FLAG, BW_TEST_IS, 4 }, { BW_COLUMN_CATEGORY, BW_TEST_IS, 6 },
    { BW_COLUMN_TEXT, BW_TEST_IS, 6 }, { BW_COLUMN_KEY, BW_TEST_IS, 6 },
  };
  g_autoptr(GArray) tests = g_array_new (FALSE, FALSE, sizeof (BwRuleTest));

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint index = bw_rule_tests_fill (tests, rows[i].type, BW_N_TESTS, TRUE);

      g_assert_cmpuint (index, ==, 0);
      g_assert_cmpuint (tests->len, ==, rows[i].n);
      g_assert_cmpint (g_array_index (tests, BwRuleTest, 0).test, ==, rows[i].first);
      index = bw_rule_tests_fill (tests, rows[i].type, BW_TEST_EMPTY, FALSE);
      g_assert_cmpuint (index, ==, rows[i].n - 1);
    }

  /* A model file may hold a text to be less than another: it is shown, and nothing else added. */
  g_assert_cmpuint (bw_rule_tests_fill (tests, BW_COLUMN_TEXT, BW_TEST_LESS, TRUE), ==, 6);
  g_assert_cmpstr (g_array_index (tests, BwRuleTest, 6).title, ==, "less than");
  g_assert_true (bw_rule_types_test_alike (BW_COLUMN_MONEY, BW_COLUMN_PERCENT));
  g_assert_false (bw_rule_types_test_alike (BW_COLUMN_DATE, BW_COLUMN_NUMBER));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/rule-words/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_remark);
    }
  g_test_add_func ("/rule-words/upside-down", test_upside_down);
  g_test_add_func ("/rule-words/tests", test_tests);

  return g_test_run ();
}
