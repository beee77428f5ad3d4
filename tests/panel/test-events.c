/* Events summed up by customer and snapshot, by numbers worked out by hand. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "texts.h"

static const TextFile files[] = {
  { "accounts.csv", "Account ID,Name\nA1,One\nA2,Two\nA3,Three\n" },
  { "tickets.csv",
    "Ticket ID,Account ID,Opened,Hours,Agent\n"
    "T1,A1,2026-01-05,2,ann\n"
    "T2,A1,2026-01-31,4,bob\n"
    "T3,A1,2026-02-10,,ann\n"
    "T4,A1,2026-03-02,6,ann\n"
    "T5,A2,2026-02-01,8,bob\n"
    "T6,X9,2026-02-02,1,bob\n"
    "T7,,2026-02-03,1,bob\n"
    "T8,A2,,1,bob\n" },
};

static const char mapping_json[] =
  "{\"format\": \"bellwether-mapping\", \"version\": 1, \"sources\": ["
  "{\"id\": \"accounts\", \"pattern\": \"accounts.csv\", \"shape\": \"snapshot\", "
  "\"join\": \"Account ID\", \"columns\": [{\"header\": \"Account ID\", \"role\": \"key\"}, "
  "{\"header\": \"Name\", \"role\": \"name\"}]},"
  "{\"id\": \"tickets\", \"pattern\": \"tickets.csv\", \"shape\": \"events\", "
  "\"join\": \"Account ID\", \"columns\": [{\"header\": \"Ticket ID\", \"role\": \"ignore\"}, "
  "{\"header\": \"Account ID\", \"role\": \"key\"}, {\"header\": \"Opened\", \"role\": \"date\"}, "
  "{\"header\": \"Hours\", \"role\": \"metric\"}, {\"header\": \"Agent\", \"role\": \"attribute\"}], "
  "\"events\": [{\"name\": \"n30\", \"aggregate\": \"count\", \"window\": 30},"
  "{\"name\": \"n\", \"aggregate\": \"count\", \"window\": \"all\"},"
  "{\"name\": \"since\", \"aggregate\": \"count\", \"window\": \"snapshot\"},"
  "{\"name\": \"with hours\", \"aggregate\": \"count\", \"column\": \"Hours\", \"window\": \"all\"},"
  "{\"name\": \"sum\", \"aggregate\": \"sum\", \"column\": \"Hours\", \"window\": 30},"
  "{\"name\": \"mean\", \"aggregate\": \"mean\", \"column\": \"Hours\", \"window\": \"all\"},"
  "{\"name\": \"min\", \"aggregate\": \"min\", \"column\": \"Hours\", \"window\": \"all\"},"
  "{\"name\": \"max\", \"aggregate\": \"max\", \"column\": \"Hours\", \"window\": 30},"
  "{\"name\": \"last\", \"aggregate\": \"last\", \"column\": \"Hours\", \"window\": \"all\"},"
  "{\"name\": \"who\", \"aggregate\": \"last\", \"column\": \"Agent\", \"window\": \"all\"},"
  "{\"name\": \"agents\", \"aggregate\": \"distinct\", \"column\": \"Agent\", \"window\": \"all\"},"
  "{\"name\": \"agents30\", \"aggregate\": \"distinct\", \"column\": \"Agent\", \"window\": 30},"
  "{\"name\": \"days\", \"aggregate\": \"days-since-last\", \"window\": \"all\"},"
  "{\"name\": \"days30\", \"aggregate\": \"days-since-last\", \"window\": 30}]}]}";

/* The snapshots are 31 January, 28 February and, with the newest event, 2 March. */
typedef struct
{
  const char *column;
  const char *key;
  const char *values[3];
} Case;

static const Case cases[] = {
  { "n30", "A1", { "2", "2", "2" } },     /* 2–31 Jan; 30 Jan–28 Feb; 1 Feb–2 Mar */
  { "n30", "A2", { "0", "1", "1" } },
  { "n30", "A3", { "0", "0", "0" } },
  { "n", "A1", { "2", "3", "4" } },
  { "since", "A1", { "2", "1", "1" } },
  { "since", "A2", { "0", "1", "0" } },
  { "with hours", "A1", { "2", "2", "3" } },
  { "sum", "A1", { "6", "4", "6" } },
  { "sum", "A3", { "0", "0", "0" } },
  { "mean", "A1", { "3", "3", "4" } },
  { "mean", "A2", { "-", "8", "8" } },
  { "mean", "A3", { "-", "-", "-" } },
  { "min", "A1", { "2", "2", "2" } },
  { "max", "A1", { "4", "4", "6" } },
  { "max", "A2", { "-", "8", "8" } },
  { "last", "A1", { "4", "4", "6" } },
  { "who", "A1", { "bob", "ann", "ann" } },
  { "who", "A3", { "-", "-", "-" } },
  { "agents", "A1", { "2", "2", "2" } },
  { "agents", "A3", { "0", "0", "0" } },
  { "agents30", "A1", { "2", "2", "1" } },
  { "days", "A1", { "0", "18", "0" } },
  { "days", "A2", { "-", "27", "29" } },
  { "days", "A3", { "-", "-", "-" } },
  { "days30", "A2", { "-", "27", "29" } },
};

static BwIntake *
read_events (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwMapping) mapping = bw_mapping_from_json (mapping_json, "m", &error);
  const BwWish wish = { .mapping = mapping, .as_of = NAN };
  BwIntake *intake;

  g_assert_no_error (error);
  intake = read_texts (files, G_N_ELEMENTS (files), &wish, &error);
  g_assert_no_error (error);

  return intake;
}

static void
test_sums (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwIntake) intake = read_events ();

  for (guint i = 0; i < 3; i++)
    assert_cell (intake, i, c->key, c->column, c->values[i]);
}

static void
test_snapshots (void)
{
  g_autoptr(BwIntake) intake = read_events ();
  BwPanel *panel = bw_intake_get_panel (intake);
  static const char *const dates[] = { "2026-01-31", "2026-02-28", "2026-03-02" };

  g_assert_cmpuint (bw_panel_get_n_snapshots (panel), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (bw_snapshot_get_date (bw_panel_get_snapshot (panel, i)), ==, day (dates[i]));
      g_assert_cmpuint (bw_snapshot_get_n_rows (bw_panel_get_snapshot (panel, i)), ==, 3);
    }
  g_assert_cmpstr (bw_panel_get_name (panel, 1), ==, "Two");
}

static void
test_report (void)
{
  g_autoptr(BwIntake) intake = read_events ();
  BwReport *report = bw_intake_get_report (intake);

  g_assert_cmpuint (bw_report_count (report, BW_SEVERITY_ROW), ==, 3);
  g_assert_true (reports (intake, "tickets.csv:7:2: No customer has this key (Account ID: “X9”)"));
  g_assert_true (reports (intake, "tickets.csv:8:2: The key is missing"));
  g_assert_true (reports (intake, "tickets.csv:9:3: The date is missing"));
}

/* What is proposed for the same files. */
static void
test_proposed (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (files, G_N_ELEMENTS (files), NULL, &error);

  g_assert_no_error (error);
  assert_cell (intake, 1, "A1", "tickets (30 days)", "2");
  assert_cell (intake, 2, "A1", "tickets (all)", "4");
  assert_cell (intake, 2, "A2", "tickets (days since last)", "29");
  assert_cell (intake, 2, "A1", "Hours (mean)", "4");
  assert_cell (intake, 2, "A1", "Agent (distinct)", "1");
}

/* A date that the user gives makes one snapshot, and later events do not count. */
static void
test_as_of (void)
{
  const BwWish wish = { .as_of = day ("2026-02-05") };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (files, G_N_ELEMENTS (files), &wish, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bw_panel_get_n_snapshots (bw_intake_get_panel (intake)), ==, 1);
  assert_cell (intake, 0, "A1", "tickets (all)", "2");
  assert_cell (intake, 0, "A1", "tickets (days since last)", "5");
}

/* Without a date all rows count at every snapshot. */
static void
test_undated (void)
{
  static const TextFile undated[] = {
    { "accounts.csv", "Account ID,ARR\nA1,10\nA2,20\n" },
    { "campaigns.csv", "campaign_id,Account ID\n1,A1\n2,A1\n3,A1\n" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (undated, 2, NULL, &error);

  g_assert_no_error (error);
  assert_cell (intake, 0, "A1", "campaigns (all)", "3");
  assert_cell (intake, 0, "A2", "campaigns (all)", "0");
  g_assert_true (isnan (bw_snapshot_get_date (bw_panel_get_snapshot (bw_intake_get_panel (intake), 0))));
}

/* The last event of a day is the one of the latest time. */
static void
test_times (void)
{
  static const TextFile timed[] = {
    { "accounts.csv", "Account ID,ARR\nA1,10\nA2,20\n" },
    { "health.csv", "Account ID,Created at,Health\nA1,2026-01-05 16:00,7\nA1,2026-01-05 09:00,3\n"
      "A1,2026-01-04 23:00,5\nA2,2026-01-05 10:00,9\nA2,2026-01-05 08:00,1\n" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (timed, 2, NULL, &error);

  g_assert_no_error (error);
  assert_cell (intake, 0, "A1", "Health", "7");
  assert_cell (intake, 0, "A2", "Health", "9");
  assert_cell (intake, 0, "A2", "health (days since last)", "0");
}

/* Without a table whoever has an event is a customer, from the first event on. */
static void
test_events_alone (void)
{
  static const TextFile alone[] = {
    { "orders.csv", "order_id,customer_id,order_date,amount\n1,K1,2026-01-03,10\n2,K2,2026-02-07,5\n"
      "3,K1,2026-02-09,20\n4,K1,2026-02-20,1\n" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (alone, 1, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bw_panel_get_n_customers (bw_intake_get_panel (intake)), ==, 2);
  assert_cell (intake, 0, "K1", "orders (all)", "1");
  assert_cell (intake, 0, "K2", "orders (all)", "absent");
  assert_cell (intake, 1, "K2", "amount (30 days)", "5");
  assert_cell (intake, 1, "K1", "amount (30 days)", "21");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/panel/events/%s/%s", cases[i].column, cases[i].key);

      g_test_add_data_func (path, &cases[i], test_sums);
    }
  g_test_add_func ("/panel/events/snapshots", test_snapshots);
  g_test_add_func ("/panel/events/report", test_report);
  g_test_add_func ("/panel/events/proposed", test_proposed);
  g_test_add_func ("/panel/events/as-of", test_as_of);
  g_test_add_func ("/panel/events/undated", test_undated);
  g_test_add_func ("/panel/events/times", test_times);
  g_test_add_func ("/panel/events/alone", test_events_alone);

  return g_test_run ();
}
