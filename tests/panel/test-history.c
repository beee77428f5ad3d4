/* Histories: exports month by month, months side by side, rows with dates, events and their windows. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "texts.h"

#define MOST 5

typedef struct
{
  guint       snapshot;
  const char *key;
  const char *column;
  const char *value;
} Cell;

typedef struct
{
  const char *name;
  TextFile    files[MOST];
  const char *as_of;
  const char *dates[7]; /* of the snapshots; "-" where there is none */
  Cell        cells[6];
  const char *says[3];
} Case;

static const Case cases[] = {
  { "bare-months",
    { { "2026-06.csv", "Customer ID,Logins\nC1,1\nC2,2\n" }, { "2026-08.csv", "Customer ID,Logins\nC1,5\nC2,6\n" },
      { "2026-07.csv", "Customer ID,Logins\nC1,3\nC2,4\n" } },
    NULL, { "2026-06-30", "2026-07-31", "2026-08-31" },
    { { 0, "C1", "Logins", "1" }, { 1, "C2", "Logins", "4" }, { 2, "C2", "Logins", "6" } }, { NULL } },
  { "names-of-months",
    { { "customers_jun26.csv", "Customer ID,Logins\nC1,1\nC2,2\n" },
      { "customers_aug26.csv", "Customer ID,Logins\nC1,5\nC2,6\n" } },
    NULL, { "2026-06-30", "2026-08-31" }, { { 1, "C1", "Logins", "5" } }, { NULL } },
  { "each-in-its-own-way",
    { { "2026-06.csv", "Customer ID,Logins\nC1,1\nC2,2\n" }, { "customers_aug26.csv", "Customer ID,Logins\nC1,5\nC2,6\n" },
      { "Kunden 31.07.2026.csv", "Customer ID,Logins\nC1,3\nC2,4\n" } },
    NULL, { "2026-06-30", "2026-07-31", "2026-08-31" },
    { { 0, "C1", "Logins", "1" }, { 1, "C2", "Logins", "4" }, { 2, "C2", "Logins", "6" } }, { NULL } },
  { "german-days",
    { { "Kunden 31.07.2026.csv", "Kundennummer;Umsatz\nK1;1,5\nK2;2,5\n" },
      { "Kunden 31.08.2026.csv", "Kundennummer;Umsatz\nK1;3,5\nK2;4,5\n" } },
    NULL, { "2026-07-31", "2026-08-31" }, { { 1, "K1", "Umsatz", "3.5" } }, { NULL } },
  { "weeks",
    { { "KW35_2026.csv", "Customer ID,Logins\nC1,1\nC2,2\n" }, { "KW36_2026.csv", "Customer ID,Logins\nC1,3\nC2,4\n" } },
    NULL, { "2026-08-30", "2026-09-06" }, { { 1, "C1", "Logins", "3" } }, { NULL } },
  { "quarters",
    { { "NPS Q2 2026.csv", "Customer ID,NPS\nC1,1\nC2,2\n" }, { "NPS Q3 2026.csv", "Customer ID,NPS\nC1,3\nC2,4\n" } },
    NULL, { "2026-06-30", "2026-09-30" }, { { 1, "C1", "NPS", "3" } }, { NULL } },
  { "wide-after-the-stem",
    { { "w.csv", "Company,usage_2026-01,usage_2026-02,usage_2026-03\nAcme,1,2,3\nBeta,4,5,6\n" } },
    NULL, { "2026-01-31", "2026-02-28", "2026-03-31" }, { { 1, "Beta", "usage", "5" } }, { NULL } },
  { "wide-before-the-stem",
    { { "w.csv", "Company,2026/01 Logins,2026/02 Logins,2026/03 Logins\nAcme,1,2,3\nBeta,4,5,6\n" } },
    NULL, { "2026-01-31", "2026-02-28", "2026-03-31" }, { { 2, "Acme", "Logins", "3" } }, { NULL } },
  { "wide-short-years",
    { { "w.csv", "Firma;Umsatz Jan 26;Umsatz Feb 26;Umsatz M\xc3\xa4rz 26\nAcme;1,5;2,5;3,5\nBeta;4;5;6\n" } },
    NULL, { "2026-01-31", "2026-02-28", "2026-03-31" }, { { 2, "Acme", "Umsatz", "3.5" } }, { NULL } },
  { "wide-bare",
    { { "mrr.csv", "Company,Jan 2026,Feb 2026,Mar 2026\nAcme,1,2,3\nBeta,4,5,6\n" } },
    NULL, { "2026-01-31", "2026-02-28", "2026-03-31" }, { { 0, "Acme", "mrr", "1" } }, { NULL } },
  { "wide-quarters",
    { { "w.csv", "Company,Revenue Q1 2026,Revenue Q2 2026,Revenue Q3 2026\nAcme,1,2,3\nBeta,4,5,6\n" } },
    NULL, { "2026-03-31", "2026-06-30", "2026-09-30" }, { { 2, "Beta", "Revenue", "6" } }, { NULL } },
  { "numbered-several-stems",
    { { "credit-2026-09.csv", "Customer ID,LIMIT,BILL_AMT1,BILL_AMT2,BILL_AMT3,PAY_AMT1,PAY_AMT2,PAY_AMT3\n"
        "C1,9,1,2,3,4,5,6\nC2,9,7,8,9,10,11,12\n" } },
    NULL, { "2026-07-31", "2026-08-31", "2026-09-30" },
    { { 2, "C1", "BILL_AMT", "3" }, { 0, "C2", "PAY_AMT", "10" }, { 1, "C1", "LIMIT", "9" } },
    { "“BILL_AMT1” to “BILL_AMT3” are read as one quantity over time, the last of them as of 2026-09-30" } },
  { "numbered-with-a-gap",
    { { "c.csv", "Customer ID,BILL_1,BILL_2,BILL_3,BILL_4,PAY_1,PAY_3,PAY_4\nC1,1,2,3,4,5,6,7\nC2,8,9,10,11,12,13,14\n" } },
    "2026-12-15", { "2026-09-30", "2026-10-31", "2026-11-30", "2026-12-15" },
    { { 3, "C1", "BILL", "4" }, { 1, "C1", "PAY", "-" }, { 2, "C2", "PAY", "13" } }, { NULL } },
  { "numbered-months-of-the-year",
    { { "telco.csv", "customer_id,arpu_6,arpu_7,arpu_8,calls_6,calls_7,calls_8\n7001,1.5,2,3,4,5,6\n7002,7,8,9,1,2,3\n" } },
    "2014-08-31", { "2014-06-30", "2014-07-31", "2014-08-31" },
    { { 0, "7001", "arpu", "1.5" }, { 2, "7002", "calls", "3" } }, { NULL } },
  { "counting-back",
    { { "u.csv", "Customer ID,Logins M-1,Logins M-2,Logins M-3,Logins M-4\nC1,1,2,3,4\nC2,5,6,7,8\n" } },
    "2026-05-31", { "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31" },
    { { 3, "C1", "Logins", "1" }, { 0, "C2", "Logins", "8" } }, { NULL } },
  { "numbered-weeks",
    { { "u.csv", "Customer ID,W1,W2,W3,W4\nC1,1,2,3,4\nC2,5,6,7,8\n" } },
    "2026-05-31", { "2026-05-10", "2026-05-17", "2026-05-24", "2026-05-31" },
    { { 3, "C1", "u", "4" }, { 0, "C2", "u", "5" } }, { NULL } },
  { "numbered-and-undated",
    { { "u.csv", "Customer ID,arpu_6,arpu_7,arpu_8,arpu_9\nC1,1,2,3,4\nC2,5,6,7,8\n" } },
    NULL, { "-" }, { { 0, "C1", "arpu_6", "1" } }, { "nothing says which month the newest is" } },
  { "questions-are-no-months",
    { { "survey.csv", "Customer ID,Q1,Q2,Q3,Q4,Q5\nC1,1,2,3,4,5\nC2,5,6,7,8,9\n" } },
    "2026-05-31", { "2026-05-31" }, { { 0, "C1", "Q3", "3" } }, { NULL } },
  { "every-three-months",
    { { "h.csv", "Customer,Quarter end,Seats\nC1,2026-03-31,1\nC2,2026-03-31,2\nC1,2026-06-30,3\nC2,2026-06-30,4\n"
        "C1,2026-09-30,5\nC2,2026-09-30,6\n" } },
    NULL, { "2026-03-31", "2026-06-30", "2026-09-30" }, { { 1, "C2", "Seats", "4" } }, { NULL } },
  { "every-week",
    { { "h.csv", "Customer,Week ending,Seats\nC1,2026-05-03,1\nC2,2026-05-03,2\nC1,2026-05-10,3\nC2,2026-05-10,4\n"
        "C1,2026-05-17,5\nC2,2026-05-17,6\n" } },
    NULL, { "2026-05-03", "2026-05-10", "2026-05-17" }, { { 1, "C2", "Seats", "4" } }, { NULL } },
  { "overlapping-tickets",
    { { "accounts.csv", "Account ID,Plan\nC1,Pro\nC2,Basic\n" },
      { "tickets-2026-07.csv", "Ticket ID,Account ID,Opened,Hours\nT1,C1,2026-07-02,1\nT2,C1,2026-07-09,2\n"
        "T3,C2,2026-07-30,4\n" },
      { "tickets-2026-08.csv", "Ticket ID,Account ID,Opened,Hours\nT3,C2,2026-07-30,8\nT2,C1,2026-07-09,2\n"
        "T4,C2,2026-07-31,16\n" } },
    NULL, { "2026-07-31" }, { { 0, "C1", "tickets (all)", "2" }, { 0, "C2", "tickets (all)", "2" },
                              { 0, "C2", "Hours (mean)", "12" } },
    { "tickets-2026-07.csv:4:2: This is there again in line 2 of tickets-2026-08.csv",
      "tickets-2026-08.csv:3:2: The same as line 3 of tickets-2026-07.csv, and counted once" } },
  { "overlapping-log",
    { { "accounts.csv", "Account ID,Plan\nC1,Pro\nC2,Basic\n" },
      { "log-2026-07.csv", "Account ID,Day,Feature\nC1,2026-07-30,a\nC1,2026-07-30,a\nC2,2026-07-30,b\n" },
      { "log-2026-08.csv", "Account ID,Day,Feature\nC1,2026-07-30,a\nC1,2026-07-30,a\nC1,2026-07-30,a\n"
        "C2,2026-07-31,b\n" } },
    NULL, { "2026-07-31" }, { { 0, "C1", "log (all)", "3" }, { 0, "C2", "log (all)", "2" } },
    { "log-2026-08.csv:2:1: The same as line 2 of log-2026-07.csv, and counted once" } },
  { "one-file-without-a-date",
    { { "accounts-emea-2026-07.csv", "Account ID,ARR\nC1,10\nC2,20\n" },
      { "accounts-us.csv", "Account ID,ARR\nD1,30\nD2,40\n" } },
    NULL, { "2026-07-31" }, { { 0, "C1", "ARR", "10" }, { 0, "D1", "ARR", "30" } },
    { "accounts-us.csv: The name of this file has no date" } },
  { "vanished",
    { { "u-2026-06.csv", "Customer ID,Seats\nC1,1\nC2,2\nC3,3\nC4,4\n" },
      { "u-2026-07.csv", "Customer ID,Seats\nC1,1\nC3,3\nC4,5\n" },
      { "u-2026-08.csv", "Customer ID,Seats\nC1,1\nC2,2\nC4,7\n" } },
    NULL, { "2026-06-30", "2026-07-31", "2026-08-31" }, { { 1, "C2", "Seats", "absent" } },
    { "u-2026-07.csv: 1 customer of 2026-06-30 is not there on 2026-07-31, but back later: C2",
      "u-2026-08.csv: 1 customer of 2026-07-31 is no longer there on 2026-08-31: C3" } },
  { "another-spelling-of-headers",
    { { "u-2026-06.csv", "Customer ID,Seats,Plan\nC1,1,a\nC2,2,b\n" },
      { "u-2026-07.csv", "customer_id,SEATS,Plan\nC1,3,a\nC2,4,b\n" } },
    NULL, { "2026-06-30", "2026-07-31" }, { { 1, "C1", "Seats", "3" }, { 0, "C2", "Seats", "2" } }, { NULL } },
  { "renamed-column",
    { { "u-2026-06.csv", "Customer ID,Seats,City,Plan\nC1,1,Bonn,a\nC2,2,Ulm,b\nC3,2,Linz,c\n" },
      { "u-2026-07.csv", "Customer ID,Seats,Town,Plan\nC1,3,Bonn,a\nC2,4,Ulm,b\nC3,5,Linz,c\n" } },
    NULL, { "2026-06-30", "2026-07-31" }, { { 1, "C1", "Seats", "3" } },
    { "u-2026-07.csv: The column “City” is not in this file; its values are missing. “Town” may be" } },
  { "events-without-a-date",
    { { "accounts.csv", "Account ID,Plan\nC1,Pro\nC2,Basic\nC3,Pro\n" },
      { "tickets.csv", "Ticket ID,Account ID,Hours\nT1,C1,2\nT2,C1,3\nT3,C2,4\n" } },
    NULL, { "-" }, { { 0, "C1", "tickets (all)", "2" }, { 0, "C3", "tickets (all)", "0" } }, { NULL } },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  const BwWish wish = { .as_of = day (c->as_of) };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (c->files, MOST, &wish, &error);
  BwPanel *panel;
  guint n = 0;

  g_assert_no_error (error);
  panel = bw_intake_get_panel (intake);
  while (n < G_N_ELEMENTS (c->dates) && c->dates[n] != NULL)
    n++;
  g_assert_cmpuint (bw_panel_get_n_snapshots (panel), ==, n);
  for (guint i = 0; i < n; i++)
    {
      const double date = bw_snapshot_get_date (bw_panel_get_snapshot (panel, i));

      if (g_str_equal (c->dates[i], "-"))
        g_assert_true (isnan (date));
      else
        g_assert_cmpfloat (date, ==, day (c->dates[i]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (c->cells) && c->cells[i].key != NULL; i++)
    assert_cell (intake, c->cells[i].snapshot, c->cells[i].key, c->cells[i].column, c->cells[i].value);
  for (guint i = 0; i < G_N_ELEMENTS (c->says) && c->says[i] != NULL; i++)
    assert_reports (intake, c->says[i]);
}

/* The mapping that was proposed, as a file, gives the very same values. */
static void
test_again (gconstpointer data)
{
  const Case *c = data;
  const BwWish wish = { .as_of = day (c->as_of) };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (c->files, MOST, &wish, &error);
  g_autofree char *json = bw_mapping_to_json (bw_intake_get_mapping (intake));
  g_autoptr(BwMapping) mapping = bw_mapping_from_json (json, "m.json", &error);
  const BwWish mapped = { .mapping = mapping, .as_of = NAN };
  g_autoptr(BwIntake) again = read_texts (c->files, MOST, &mapped, &error);
  BwPanel *a = bw_intake_get_panel (intake), *b;

  g_assert_no_error (error);
  b = bw_intake_get_panel (again);
  g_assert_cmpuint (bw_panel_get_n_columns (a), ==, bw_panel_get_n_columns (b));
  g_assert_cmpuint (bw_panel_get_n_snapshots (a), ==, bw_panel_get_n_snapshots (b));
  for (guint i = 0; i < bw_panel_get_n_snapshots (a); i++)
    {
      for (guint j = 0; j < bw_panel_get_n_columns (a); j++)
        g_assert_true (bw_column_equal (bw_snapshot_get_column (bw_panel_get_snapshot (a, i), j),
                                        bw_snapshot_get_column (bw_panel_get_snapshot (b, i), j)));
    }
}

/* Those that vanish count as churned where the mapping says so; who comes back has not churned. */
static void
test_vanished (void)
{
  static const TextFile files[] = {
    { "u-2026-06.csv", "Customer ID,Seats\nC1,1\nC2,2\nC3,3\nC4,4\n" },
    { "u-2026-07.csv", "Customer ID,Seats\nC1,1\nC3,3\n" },
    { "u-2026-08.csv", "Customer ID,Seats\nC1,1\nC2,2\n" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (files, 3, NULL, &error);
  g_autoptr(BwMapping) churned = bw_mapping_with_vanished (bw_intake_get_mapping (intake), TRUE);
  g_autoptr(BwIntake) changed = bw_intake_with_mapping (intake, churned, NULL, &error);
  g_autofree char *july = g_strdup_printf ("%.0f", day ("2026-07-31"));
  g_autofree char *august = g_strdup_printf ("%.0f", day ("2026-08-31"));
  BwPanel *panel;

  g_assert_no_error (error);
  panel = bw_intake_get_panel (changed);
  g_assert_cmpuint (bw_panel_find_column (bw_intake_get_panel (intake), "vanished"), ==, BW_NONE);
  g_assert_cmpint (bw_panel_get_column (panel, bw_panel_find_column (panel, "vanished"))->role, ==,
                   BW_ROLE_OUTCOME);
  assert_cell (changed, 0, "C1", "vanished", "-");
  assert_cell (changed, 0, "C2", "vanished", "-");
  assert_cell (changed, 2, "C2", "vanished", "-");
  assert_cell (changed, 0, "C3", "vanished", august);
  assert_cell (changed, 1, "C3", "vanished", august);
  assert_cell (changed, 0, "C4", "vanished", july);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/history/", cases[i].name, NULL);
      g_autofree char *again = g_strconcat (path, "/again", NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (again, &cases[i], test_again);
    }
  g_test_add_func ("/panel/history/vanished-as-churned", test_vanished);

  return g_test_run ();
}
