/* Columns that would hardly make a metric, and why; and those that nothing speaks against. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixture.h"

#include "model/column-doubt.h"

static const FixtureColumn columns[] = {
  { "Sessions", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "Exports", BW_COLUMN_NUMBER, BW_ROLE_ATTRIBUTE },
  { "Last login", BW_COLUMN_DATE, BW_ROLE_METRIC },
  { "Health", BW_COLUMN_CATEGORY, BW_ROLE_METRIC },
  { "ARR", BW_COLUMN_NUMBER, BW_ROLE_MONEY },
  { "Owner", BW_COLUMN_CATEGORY, BW_ROLE_CSM },
  { "Tier", BW_COLUMN_CATEGORY, BW_ROLE_SEGMENT },
  { "Renews", BW_COLUMN_DATE, BW_ROLE_RENEWAL },
  { "As of", BW_COLUMN_DATE, BW_ROLE_DATE },
  { "Left", BW_COLUMN_FLAG, BW_ROLE_OUTCOME },
  { "Churn date", BW_COLUMN_DATE, BW_ROLE_ATTRIBUTE },
  { "Country", BW_COLUMN_CATEGORY, BW_ROLE_ATTRIBUTE },
  { "Version", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "Bugs", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "CSAT", BW_COLUMN_NUMBER, BW_ROLE_METRIC },
  { "Employees", BW_COLUMN_NUMBER, BW_ROLE_ATTRIBUTE },
};

/* CSAT is there for one of three, Bugs for nobody, Version is 2 for all. */
static const FixtureSnapshot snapshots[] = {
  { "2026-11-30",
    "a|12|3|2026-11-01|Low|100|Ann|Big|2027-01-01|2026-11-30|no||Peru|2||4|10\n"
    "b|20|1|2026-11-20|High|200|Bob|Big|2027-02-01|2026-11-30|yes|2026-11-29|Chad|2|||20\n"
    "c|31|2|2026-11-29|Medium|300|Ann|Small|2027-03-01|2026-11-30|no||Oman|2|||30" },
};

/* What is said of it, or NULL. */
typedef struct
{
  const char *column;
  const char *doubt;
} Case;

static const Case cases[] = {
  { "Sessions", NULL },
  { "Exports", NULL },
  { "Last login", NULL },
  { "Health", NULL },
  { "ARR", "how large the customer is, not how it fares" },
  { "Owner", "who looks after the customer, not how it fares" },
  { "Tier", "divides customers, and does not say how they fare" },
  { "Renews", "when the contract renews, not how the customer fares" },
  { "As of", "when the data is from" },
  { "Left", "what happened in the end: a score that knows it warns of nothing" },
  { "Churn date", "what happened in the end: a score that knows it warns of nothing" },
  { "Country", "texts in no order from bad to good" },
  { "Version", "the same for every customer" },
  { "Bugs", "no customer has a value" },
  { "CSAT", "fewer than half of the customers have a value" },
  { "Employees", "describes the customer, and does not change with how it fares" },
};

static void
test_doubt (gconstpointer data)
{
  const Case *row = data;
  g_autoptr(BwPanel) panel = fixture_panel (columns, G_N_ELEMENTS (columns), snapshots, 1);
  g_autofree char *doubt = bw_column_doubt (panel, bw_panel_find_column (panel, row->column));

  g_assert_cmpstr (doubt, ==, row->doubt);
}

/* Of 25 texts that have no order either, what counts is that they are many. */
static void
test_many_texts (void)
{
  static const FixtureColumn city[] = { { "City", BW_COLUMN_CATEGORY, BW_ROLE_ATTRIBUTE } };
  g_autoptr(GString) rows = g_string_new (NULL);
  FixtureSnapshot snapshot = { "2026-11-30", NULL };
  g_autoptr(BwPanel) panel = NULL;
  g_autofree char *doubt = NULL;

  for (guint i = 0; i < 25; i++)
    g_string_append_printf (rows, "%sk%u|City %c", i > 0 ? "\n" : "", i, 'A' + i);
  snapshot.rows = rows->str;
  panel = fixture_panel (city, 1, &snapshot, 1);
  doubt = bw_column_doubt (panel, 0);
  g_assert_cmpstr (doubt, ==, "too many different texts to score each");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/doubt/%s", cases[i].column);

      g_test_add_data_func (path, &cases[i], test_doubt);
    }
  g_test_add_func ("/doubt/many-texts", test_many_texts);

  return g_test_run ();
}
