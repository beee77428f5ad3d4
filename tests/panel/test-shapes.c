/* Shapes, joins and snapshots of small exports, with nothing given by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "texts.h"

#define MOST 4

typedef struct
{
  const char *column;
  guint       snapshot;
  const char *key;
  const char *value;
} Cell;

typedef struct
{
  const char *name;
  TextFile    files[MOST];
  guint       n_customers;
  const char *dates[MOST]; /* of the snapshots; "-" where there is none */
  const char *shapes;      /* of the mapping's sources, in its order */
  Cell        cells[6];
} Case;

static const Case cases[] = {
  { "snapshot", { { "a.csv", "Customer ID,Plan,Logins\nC1,Pro,5\nC2,Basic,7\n" } }, 2, { "-" },
    "snapshot", { { "Logins", 0, "C2", "7" }, { "Plan", 0, "C1", "Pro" } } },
  { "dated-by-name", { { "a-2026-08.csv", "Customer ID,Logins\nC1,5\nC2,7\n" } }, 2,
    { "2026-08-31" }, "snapshot", { { "Logins", 0, "C2", "7" } } },
  { "dated-by-column", { { "a.csv", "Customer ID,Snapshot date,Logins\nC1,2026-08-15,5\n"
                           "C2,2026-08-15,7\n" } }, 2, { "2026-08-15" }, "snapshot",
    { { "Logins", 0, "C2", "7" } } },
  { "months-in-files", { { "u-2026-02.csv", "Customer ID,Logins\nC2,3\nC3,4\n" },
                         { "u-2026-01.csv", "Customer ID,Logins\nC1,1\nC2,2\n" } }, 3,
    { "2026-01-31", "2026-02-28" }, "snapshot",
    { { "Logins", 0, "C1", "1" }, { "Logins", 1, "C2", "3" }, { "Logins", 1, "C1", "absent" },
      { "Logins", 0, "C3", "absent" } } },
  { "history", { { "h.csv", "Customer,Month,Logins\nC1,2026-01-01,1\nC2,2026-01-01,2\n"
                   "C1,2026-02-01,3\nC2,2026-02-01,4\n" } }, 2, { "2026-01-31", "2026-02-28" },
    "history", { { "Logins", 0, "C2", "2" }, { "Logins", 1, "C1", "3" } } },
  { "history-of-plain-ids", { { "h.csv", "id,month,logins\nC1,2026-01,1\nC2,2026-01,2\n"
                                "C1,2026-02,3\nC2,2026-02,4\n" } }, 2, { "2026-01-31", "2026-02-28" },
    "history", { { "logins", 0, "C2", "2" }, { "logins", 1, "C1", "3" } } },
  { "wide", { { "w.csv", "Company,Plan,2026-01,2026-02,2026-03\nAcme,Pro,1,2,3\nBeta,Basic,,5,6\n" } },
    2, { "2026-01-31", "2026-02-28", "2026-03-31" }, "wide",
    { { "w", 0, "Acme", "1" }, { "w", 2, "Beta", "6" }, { "w", 0, "Beta", "absent" },
      { "Plan", 1, "Beta", "Basic" } } },
  { "wide-stems", { { "w.csv", "Company,Logins Jan 2026,Logins Feb 2026,Logins Mar 2026,NPS Jan 2026,"
                      "NPS Feb 2026,NPS Mar 2026\nAcme,1,2,3,7,8,9\nBeta,4,5,6,1,2,3\n" } }, 2,
    { "2026-01-31", "2026-02-28", "2026-03-31" }, "wide",
    { { "Logins", 1, "Acme", "2" }, { "NPS", 2, "Beta", "3" } } },
  { "table-beside-months", { { "accounts.csv", "Account ID,Name,ARR\nC1,One,10\nC2,Two,20\n" },
                             { "u-2026-01.csv", "Account ID,Logins\nC1,1\nC9,9\n" },
                             { "u-2026-02.csv", "Account ID,Logins\nC2,2\n" } }, 2,
    { "2026-01-31", "2026-02-28" }, "snapshot,snapshot",
    { { "ARR", 0, "C1", "10" }, { "ARR", 0, "C2", "absent" }, { "ARR", 1, "C1", "10" },
      { "Logins", 1, "C1", "-" }, { "Logins", 1, "C2", "2" } } },
  { "two-tables-newest-date", { { "accounts-2026-08-01.csv", "Account ID,ARR\nC1,10\nC2,20\n" },
                                { "nps-2026-08-20.csv", "Account ID,NPS\nC2,9\n" } }, 2,
    { "2026-08-20" }, "snapshot,snapshot",
    { { "ARR", 0, "C2", "20" }, { "NPS", 0, "C2", "9" }, { "NPS", 0, "C1", "-" } } },
  { "shared-name", { { "crm.csv", "Account ID,Seats\nC1,10\nC2,20\n" },
                     { "billing.csv", "Account ID,Seats\nC1,11\nC2,21\n" } }, 2, { "-" },
    "snapshot,snapshot", { { "crm.Seats", 0, "C1", "10" }, { "billing.Seats", 0, "C1", "11" } } },
  { "other-header", { { "accounts.csv", "Id,Name\n001A,One\n001B,Two\n" },
                      { "billing.csv", "Salesforce ID,Paid\n001B,5\n001A,3\n" } }, 2, { "-" },
    "snapshot,snapshot", { { "Paid", 0, "001B", "5" } } },
  { "numbers-and-texts", { { "accounts.csv", "Account ID,Plan\n7,Pro\n12,Pro\n101,Basic\n" },
                           { "calls.csv", "Account ID,Calls\n\"7\",1\n\"12\",2\n\"101\",3\n" } }, 3,
    { "-" }, "snapshot,snapshot", { { "Calls", 0, "12", "2" } } },
  { "over-two-keys", { { "accounts.csv", "account_id,account_name\nA-aa,One\nA-bb,Two\n" },
                       { "subs.csv", "subscription_id,account_id,start_date\nS-x,A-aa,2026-01-01\n"
                         "S-y,A-bb,2026-01-02\nS-z,A-aa,2026-01-03\n" },
                       { "usage.csv", "usage_id,subscription_id,usage_date,clicks\n"
                         "U1,S-x,2026-01-05,5\nU2,S-z,2026-01-06,6\nU3,S-y,2026-01-06,7\n"
                         "U4,S-x,2026-01-07,1\n" } }, 2, { "2026-01-07" },
    "snapshot,events,events",
    { { "usage (30 days)", 0, "A-aa", "3" }, { "clicks (30 days)", 0, "A-aa", "12" },
      { "clicks (30 days)", 0, "A-bb", "7" } } },
  { "lookup", { { "accounts.csv", "Account ID,Name,Plan\nC1,One,Pro\nC2,Two,Basic\nC3,Three,Pro\n" },
                { "plans.csv", "Plan,List price,Support\nPro,100,Phone\nBasic,10,Mail\n" } }, 3,
    { "-" }, "snapshot,lookup",
    { { "List price", 0, "C3", "100" }, { "Support", 0, "C2", "Mail" } } },
  { "parts", { { "accounts-emea.csv", "Account ID,ARR\nC1,10\nC2,20\n" },
               { "accounts-us.csv", "Account ID,ARR\nD1,30\nD2,40\n" } }, 4, { "-" }, "snapshot",
    { { "ARR", 0, "C2", "20" }, { "ARR", 0, "D1", "30" } } },
  { "row-numbers", { { "a.csv", "Minutes,Churn\n5,yes\n5,yes\n7,no\n" } }, 3, { "-" }, "snapshot",
    { { "Minutes", 0, "3", "7" }, { "Churn", 0, "1", "1" } } },
  { "one-customer", { { "a.csv", "Customer ID,Logins\nC1,5\n" } }, 1, { "-" }, "snapshot",
    { { "Logins", 0, "C1", "5" } } },
  { "table-with-date-and-events", { { "accounts-2026-01-31.csv", "Account ID,ARR\nC1,10\nC2,20\n" },
                                    { "tickets.csv", "Ticket ID,Account ID,Opened\nT1,C1,2026-01-20\n"
                                      "T2,C1,2026-01-30\nT3,C2,2026-02-05\n" } }, 2, { "2026-01-31" },
    "snapshot,events", { { "tickets (all)", 0, "C1", "2" }, { "tickets (all)", 0, "C2", "0" } } },
};

static guint
count_dates (const Case *c)
{
  guint n = 0;

  while (n < MOST && c->dates[n] != NULL)
    n++;

  return n;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (c->files, MOST, NULL, &error);
  g_autoptr(GString) shapes = g_string_new (NULL);
  BwMapping *mapping;
  BwPanel *panel;

  g_assert_no_error (error);
  panel = bw_intake_get_panel (intake);
  mapping = bw_intake_get_mapping (intake);
  for (guint i = 0; i < bw_mapping_get_n_sources (mapping); i++)
    g_string_append_printf (shapes, i > 0 ? ",%s" : "%s",
                            bw_shape_get_id (bw_mapping_get_source (mapping, i)->shape));
  g_assert_cmpstr (shapes->str, ==, c->shapes);
  g_assert_cmpuint (bw_panel_get_n_customers (panel), ==, c->n_customers);
  g_assert_cmpuint (bw_panel_get_n_snapshots (panel), ==, count_dates (c));
  for (guint i = 0; i < count_dates (c); i++)
    {
      const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i));

      if (g_str_equal (c->dates[i], "-"))
        g_assert_true (isnan (date));
      else
        g_assert_cmpfloat (date, ==, day (c->dates[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (c->cells) && c->cells[i].column != NULL; i++)
    assert_cell (intake, c->cells[i].snapshot, c->cells[i].key, c->cells[i].column, c->cells[i].value);
}

/* What is proposed, written as JSON, read back and used again gives the same panel. */
static void
test_again (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) first = read_texts (c->files, MOST, NULL, &error);
  g_autofree char *json = bw_mapping_to_json (bw_intake_get_mapping (first));
  g_autoptr(BwMapping) mapping = bw_mapping_from_json (json, "m", &error);
  const BwWish wish = { .mapping = mapping, .as_of = NAN };
  g_autoptr(BwIntake) second = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = bw_mapping_to_json (mapping);
  g_assert_cmpstr (json, ==, again);
  second = read_texts (c->files, MOST, &wish, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bw_panel_get_n_columns (bw_intake_get_panel (first)), ==,
                    bw_panel_get_n_columns (bw_intake_get_panel (second)));
  for (guint i = 0; i < G_N_ELEMENTS (c->cells) && c->cells[i].column != NULL; i++)
    assert_cell (second, c->cells[i].snapshot, c->cells[i].key, c->cells[i].column, c->cells[i].value);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/shapes/", cases[i].name, NULL);
      g_autofree char *again = g_strconcat ("/panel/shapes/again/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (again, &cases[i], test_again);
    }

  return g_test_run ();
}
