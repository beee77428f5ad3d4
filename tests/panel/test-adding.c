/* An intake with more files, without one, or with one read another way; next month with one mapping. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "texts.h"

/* A folder of texts that stays for one test. */
typedef struct
{
  char      *path;
  GPtrArray *files;
} Folder;

static Folder *
folder_new (void)
{
  Folder *self = g_new0 (Folder, 1);

  self->path = g_dir_make_tmp ("bellwether-adding-XXXXXX", NULL);
  self->files = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

static void
folder_free (Folder *self)
{
  for (guint i = 0; i < self->files->len; i++)
    g_file_delete (self->files->pdata[i], NULL, NULL);
  g_rmdir (self->path);
  g_ptr_array_unref (self->files);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Folder, folder_free)

/* (transfer none) */
static GFile *
put (Folder     *self,
     const char *name,
     const char *text)
{
  g_autofree char *path = g_build_filename (self->path, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_ptr_array_add (self->files, g_file_new_for_path (path));

  return g_ptr_array_index (self->files, self->files->len - 1);
}

static BwIntake *
read_all (Folder    *self,
          BwMapping *mapping)
{
  const BwWish wish = { .mapping = mapping, .as_of = NAN };
  g_autoptr(GError) error = NULL;
  BwIntake *intake = bw_intake_read ((GFile **) self->files->pdata, self->files->len, &wish, NULL, NULL,
                                     NULL, &error);

  g_assert_no_error (error);

  return intake;
}

static BwIntake *
add (BwIntake *intake,
     GFile    *file)
{
  g_autoptr(GError) error = NULL;
  BwIntake *more = bw_intake_with_files (intake, &file, 1, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return more;
}

static void
assert_same_panel (const BwIntake *a,
                   const BwIntake *b)
{
  BwPanel *first = bw_intake_get_panel (a), *second = bw_intake_get_panel (b);

  g_assert_cmpuint (bw_panel_get_n_customers (first), ==, bw_panel_get_n_customers (second));
  g_assert_cmpuint (bw_panel_get_n_snapshots (first), ==, bw_panel_get_n_snapshots (second));
  g_assert_cmpuint (bw_panel_get_n_columns (first), ==, bw_panel_get_n_columns (second));
  for (guint i = 0; i < bw_panel_get_n_snapshots (first); i++)
    {
      for (guint j = 0; j < bw_panel_get_n_columns (first); j++)
        g_assert_true (bw_column_equal (bw_snapshot_get_column (bw_panel_get_snapshot (first, i), j),
                                        bw_snapshot_get_column (bw_panel_get_snapshot (second, i), j)));
    }
}

#define JULY   "Customer ID,Plan,Logins\nC1,Pro,1\nC2,Basic,2\nC3,Pro,3\n"
#define AUGUST "Customer ID,Plan,Logins\nC1,Pro,4\nC2,Pro,5\nC3,Pro,6\n"

/* Next month's export adds a snapshot, keeps what was chosen, and equals reading both at once. */
static void
test_next_month (void)
{
  g_autoptr(Folder) folder = folder_new ();
  GFile *july = put (folder, "usage-2026-07.csv", JULY);
  g_autoptr(BwIntake) first = read_all (folder, NULL);
  g_autoptr(BwMapping) chosen = bw_mapping_with_role (bw_intake_get_mapping (first), 0, "Plan",
                                                      BW_ROLE_METRIC);
  g_autoptr(BwIntake) mapped = bw_intake_with_mapping (first, chosen, NULL, NULL);
  GFile *august = put (folder, "usage-2026-08.csv", AUGUST);
  g_autoptr(BwIntake) more = add (mapped, august);
  g_autoptr(BwIntake) both = read_all (folder, chosen);
  BwPanel *panel = bw_intake_get_panel (more);

  g_assert_cmpuint (bw_panel_get_n_snapshots (panel), ==, 2);
  g_assert_cmpuint (bw_mapping_get_n_sources (bw_intake_get_mapping (more)), ==, 1);
  g_assert_cmpint (bw_panel_get_column (panel, bw_panel_find_column (panel, "Plan"))->role, ==,
                   BW_ROLE_METRIC);
  assert_cell (more, 0, "C2", "Logins", "2");
  assert_cell (more, 1, "C2", "Logins", "5");
  assert_cell (more, 1, "C2", "Plan", "Pro");
  assert_same_panel (more, both);
  g_assert_true (g_file_equal (bw_intake_get_file (more, 0), july));
  g_assert_true (g_file_equal (bw_intake_get_file (more, 1), august));
  g_assert_cmpuint (bw_intake_get_mapped (more, 1), ==, 0);
}

/* Files that are only numbered, whose rows say of which month they are: one kind, at once or one by one.
 * Where the rows do not say it, two lists stand side by side. */
static void
test_numbered (void)
{
  g_autoptr(Folder) folder = folder_new ();
  g_autoptr(Folder) undated = folder_new ();
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwIntake) more = NULL;
  g_autoptr(BwIntake) both = NULL;
  g_autoptr(BwIntake) lists = NULL;

  put (folder, "month-1.csv", "Customer ID,Date,Logins\nC1,2026-07-31,1\nC2,2026-07-31,2\nC3,2026-07-31,3\n");
  first = read_all (folder, NULL);
  more = add (first, put (folder, "month-2.csv",
                          "Customer ID,Date,Logins\nC1,2026-08-31,4\nC2,2026-08-31,5\nC3,2026-08-31,6\n"));
  both = read_all (folder, NULL);
  g_assert_cmpuint (bw_mapping_get_n_sources (bw_intake_get_mapping (more)), ==, 1);
  assert_cell (more, 0, "C2", "Logins", "2");
  assert_cell (more, 1, "C2", "Logins", "5");
  assert_same_panel (more, both);

  put (undated, "list-1.csv", "Customer ID,Logins\nC1,1\nC2,2\nC3,3\n");
  put (undated, "list-2.csv", "Customer ID,Logins\nC1,4\nC2,5\nC3,6\n");
  lists = read_all (undated, NULL);
  g_assert_cmpuint (bw_mapping_get_n_sources (bw_intake_get_mapping (lists)), ==, 2);
}

/* Next month's export is written in another way: semicolons, another decimal mark, a mark at its start.
 * It is one more of its kind, and the older ones are read as they were; a column that was chosen stays. */
static void
test_other_dialect (void)
{
  g_autoptr(Folder) folder = folder_new ();
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwIntake) more = NULL;
  g_autoptr(BwIntake) again = NULL;
  g_autoptr(BwIntake) both = NULL;

  put (folder, "usage-2026-07.csv", "Customer ID,Plan,Logins\nC1,Pro,1.5\nC2,Basic,2.5\nC3,Pro,3.5\n");
  first = read_all (folder, NULL);
  more = add (first, put (folder, "usage-2026-08.csv", "\xef\xbb\xbf" "Customer ID;Plan;Logins\nC1;Pro;4,25\nC2;Basic;5,25\nC3;Pro;6,25\n"));
  g_assert_cmpuint (bw_mapping_get_n_sources (bw_intake_get_mapping (more)), ==, 1);
  g_assert_cmpuint (bw_panel_get_n_snapshots (bw_intake_get_panel (more)), ==, 2);
  assert_cell (more, 0, "C2", "Logins", "2.5");
  assert_cell (more, 1, "C2", "Logins", "5.25");

  both = read_all (folder, NULL);
  assert_same_panel (more, both);
  again = read_all (folder, bw_intake_get_mapping (more));
  assert_same_panel (again, both);
}

/* Next month the columns are in another order, one is spelt otherwise, one went and one came. */
static void
test_changed_columns (void)
{
  g_autoptr(Folder) folder = folder_new ();
  GFile *august;
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwIntake) more = NULL;

  put (folder, "usage-2026-07.csv", "Customer ID,Plan,Logins,Seats\nC1,Pro,1,5\nC2,Basic,2,6\nC3,Pro,3,7\n");
  first = read_all (folder, NULL);
  august = put (folder, "usage-2026-08.csv", "logins,customer_id,Plan,Errors\n4,C1,Pro,1\n5,C2,Pro,2\n6,C3,Pro,3\n");
  more = add (first, august);
  g_assert_cmpuint (bw_mapping_get_n_sources (bw_intake_get_mapping (more)), ==, 1);
  assert_cell (more, 1, "C2", "Logins", "5");
  assert_cell (more, 0, "C2", "Logins", "2");
  assert_cell (more, 1, "C2", "Seats", "-");
  assert_reports (more, "usage-2026-08.csv: The column “Errors” is not in the mapping and is left out.");
  assert_reports (more, "usage-2026-08.csv: The column “Seats” is not in this file");
}

/* Months side by side: next month's export has one more, which last month's mapping takes in. */
static void
test_one_month_more (void)
{
  g_autoptr(Folder) folder = folder_new ();
  g_autoptr(Folder) next = folder_new ();
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwIntake) more = NULL;

  put (folder, "mrr.csv", "Company,Jan 2026,Feb 2026,Mar 2026\nAcme,1,2,3\nBeta,4,5,6\n");
  first = read_all (folder, NULL);
  put (next, "mrr.csv", "Company,Feb 2026,Mar 2026,Apr 2026\nAcme,2,3,7\nBeta,5,6,8\n");
  more = read_all (next, bw_intake_get_mapping (first));
  g_assert_cmpuint (bw_panel_get_n_snapshots (bw_intake_get_panel (more)), ==, 3);
  assert_cell (more, 2, "Beta", "mrr", "8");
}

static void
test_same_again (void)
{
  g_autoptr(Folder) folder = folder_new ();
  GFile *july = put (folder, "usage-2026-07.csv", JULY);
  g_autoptr(BwIntake) first = read_all (folder, NULL);
  g_autoptr(BwIntake) same = add (first, july);
  GFile *copy = put (folder, "usage-2026-07 (1).csv", JULY);
  g_autoptr(BwIntake) again = add (same, copy);

  g_assert_cmpuint (bw_intake_get_n_sources (again), ==, 1);
  assert_same_panel (first, again);
  assert_reports (again, "usage-2026-07 (1).csv: The same as usage-2026-07.csv");
  g_assert_cmpuint (bw_report_count (bw_intake_get_report (again), BW_SEVERITY_ROW), ==, 0);
}

/* Equal exports of two months are two months. */
static void
test_equal_months (void)
{
  g_autoptr(Folder) folder = folder_new ();
  GFile *august;
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwIntake) more = NULL;

  put (folder, "usage-2026-07.csv", JULY);
  first = read_all (folder, NULL);
  august = put (folder, "usage-2026-08.csv", JULY);
  more = add (first, august);
  g_assert_cmpuint (bw_panel_get_n_snapshots (bw_intake_get_panel (more)), ==, 2);
}

static void
test_newer_content (void)
{
  g_autoptr(Folder) folder = folder_new ();
  GFile *file;
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwIntake) newer = NULL;

  put (folder, "accounts.csv", JULY);
  first = read_all (folder, NULL);
  file = put (folder, "accounts (1).csv", AUGUST);
  newer = add (first, file);
  g_assert_cmpuint (bw_intake_get_n_sources (newer), ==, 1);
  assert_cell (newer, 0, "C2", "Logins", "5");
  assert_reports (newer, "accounts (1).csv: A file of this name was here already");
}

/* A file of another kind is joined to what is there, whose roles stay. */
static void
test_another_kind (void)
{
  g_autoptr(Folder) folder = folder_new ();
  GFile *tickets;
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwMapping) chosen = NULL;
  g_autoptr(BwIntake) mapped = NULL;
  g_autoptr(BwIntake) more = NULL;

  put (folder, "accounts.csv", "Account ID,Name,Plan\nC1,One,Pro\nC2,Two,Basic\n");
  first = read_all (folder, NULL);
  chosen = bw_mapping_with_role (bw_intake_get_mapping (first), 0, "Plan", BW_ROLE_METRIC);
  mapped = bw_intake_with_mapping (first, chosen, NULL, NULL);
  tickets = put (folder, "tickets.csv", "Ticket ID,Account ID,Opened\nT1,C1,2026-01-20\nT2,C1,2026-01-30\n");
  more = add (mapped, tickets);

  g_assert_cmpuint (bw_mapping_get_n_sources (bw_intake_get_mapping (more)), ==, 2);
  g_assert_cmpint (bw_mapping_get_source (bw_intake_get_mapping (more), 0)->columns[2].role, ==,
                   BW_ROLE_METRIC);
  g_assert_cmpint (bw_mapping_get_source (bw_intake_get_mapping (more), 1)->shape, ==, BW_SHAPE_EVENTS);
  assert_cell (more, 0, "C1", "tickets (all)", "2");
  assert_cell (more, 0, "C2", "tickets (all)", "0");
}

/* What came first was no list of customers, and what comes then is. */
static void
test_better_roster (void)
{
  g_autoptr(Folder) folder = folder_new ();
  GFile *accounts;
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwIntake) more = NULL;

  put (folder, "usage.csv", "usage_id,account_id,usage_date,clicks\nU1,A-aa,2026-01-05,5\n"
       "U2,A-bb,2026-01-06,6\nU3,A-aa,2026-01-07,7\n");
  first = read_all (folder, NULL);
  accounts = put (folder, "accounts.csv", "account_id,account_name\nA-aa,One\nA-bb,Two\nA-cc,Three\n");
  more = add (first, accounts);
  g_assert_cmpuint (bw_panel_get_n_customers (bw_intake_get_panel (more)), ==, 3);
  g_assert_cmpstr (bw_mapping_get_source (bw_intake_get_mapping (more), 0)->id, ==, "accounts");
  assert_cell (more, 0, "A-aa", "usage (all)", "2");
  assert_cell (more, 0, "A-cc", "usage (all)", "0");
}

/* One export had no key of its own; the other names what joins them. */
static void
test_keyless_first (void)
{
  g_autoptr(Folder) folder = folder_new ();
  GFile *other;
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwIntake) more = NULL;

  put (folder, "a.csv", "Minutes,Churn\n5,yes\n5,yes\n7,no\n");
  first = read_all (folder, NULL);
  other = put (folder, "b.csv", "Customer ID,Plan\nC1,Pro\nC2,Basic\n");
  more = bw_intake_with_files (first, &other, 1, NULL, NULL, NULL, NULL);
  g_assert_null (more); /* nothing joins them, and that is said */
}

static void
test_without (void)
{
  g_autoptr(Folder) folder = folder_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) all = NULL;
  g_autoptr(BwIntake) less = NULL;
  g_autoptr(BwIntake) one = NULL;
  g_autoptr(BwIntake) none = NULL;

  put (folder, "accounts.csv", "account_id,account_name\nA-aa,One\nA-bb,Two\n");
  put (folder, "subs.csv", "subscription_id,account_id,mrr\nS-x,A-aa,10\nS-y,A-bb,20\nS-z,A-aa,30\n");
  put (folder, "usage.csv", "usage_id,subscription_id,account_id,usage_date,clicks\n"
       "U1,S-x,A-aa,2026-01-05,5\nU2,S-z,A-aa,2026-01-06,6\nU3,S-y,A-bb,2026-01-06,7\n");
  all = read_all (folder, NULL);
  less = bw_intake_without_file (all, 1, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bw_intake_get_n_sources (less), ==, 2);
  g_assert_cmpuint (bw_mapping_get_n_sources (bw_intake_get_mapping (less)), ==, 2);
  assert_cell (less, 0, "A-aa", "usage (all)", "2");
  one = bw_intake_without_file (less, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bw_panel_get_n_customers (bw_intake_get_panel (one)), ==, 2);
  none = bw_intake_without_file (one, 0, NULL, &error);
  g_assert_null (none);
  g_assert_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_EMPTY);
}

/* A file read with another delimiter has other columns; those that stay keep what was chosen. */
static void
test_with_reading (void)
{
  g_autoptr(Folder) folder = folder_new ();
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) first = NULL;
  g_autoptr(BwMapping) chosen = NULL;
  g_autoptr(BwIntake) mapped = NULL;
  g_autoptr(BwIntake) read = NULL;
  const BwMappedSource *source;
  BwForcedType forced = { (char *) "Zip", BW_COLUMN_TEXT, BW_CHOOSE, BW_DATE_ORDER_FIND };

  put (folder, "a.csv", "Customer ID,Zip,Plan,Logins\nC1,01234,Pro,5\nC2,98765,Basic,7\nC3,33333,Pro,9\n");
  first = read_all (folder, NULL);
  chosen = bw_mapping_with_role (bw_intake_get_mapping (first), 0, "Plan", BW_ROLE_METRIC);
  mapped = bw_intake_with_mapping (first, chosen, NULL, NULL);
  reading->delimiter = ',';
  reading->forced = g_memdup2 (&forced, sizeof forced);
  reading->forced[0].column = g_strdup ("Zip");
  reading->n_forced = 1;
  read = bw_intake_with_reading (mapped, 0, reading, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  source = bw_mapping_get_source (bw_intake_get_mapping (read), 0);
  g_assert_cmpint (source->columns[2].role, ==, BW_ROLE_METRIC);
  g_assert_cmpstr (source->join, ==, "Customer ID");
  g_assert_cmpuint (source->reading->n_forced, ==, 1);
  assert_cell (read, 0, "C1", "Zip", "01234");
}

/* Two files of one name from two tools are told apart by their columns. */
static void
test_one_name (void)
{
  g_autoptr(Folder) folder = folder_new ();
  g_autoptr(Folder) other = folder_new ();
  GFile *files[2];
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;

  files[0] = put (folder, "export.csv", "Account ID,Plan\nC1,Pro\nC2,Basic\n");
  files[1] = put (other, "export.csv", "Account ID,Seats,Paid\nC1,5,1\nC2,7,2\n");
  intake = bw_intake_read (files, 2, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bw_intake_get_mapped (intake, 0), !=, bw_intake_get_mapped (intake, 1));
  assert_cell (intake, 0, "C2", "Plan", "Basic");
  assert_cell (intake, 0, "C2", "Seats", "7");
}

/* What the user says of how files are read goes into the mapping. */
static void
test_wished_reading (void)
{
  g_autoptr(Folder) folder = folder_new ();
  g_autoptr(BwReading) reading = bw_reading_new ();
  const BwWish wish = { .as_of = NAN, .reading = reading };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  const BwMappedSource *source;

  put (folder, "a.csv", "Customer ID|Seats;x\nC1|5\nC2|7\n");
  reading->delimiter = '|';
  intake = bw_intake_read ((GFile **) folder->files->pdata, 1, &wish, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  source = bw_mapping_get_source (bw_intake_get_mapping (intake), 0);
  g_assert_cmpint (source->reading->delimiter, ==, '|');
  assert_cell (intake, 0, "C1", "Seats;x", "5");
}

typedef struct
{
  const char *name;
  GTestFunc   func;
} Test;

static const Test tests[] = {
  { "next-month", test_next_month },
  { "numbered", test_numbered },
  { "other-dialect", test_other_dialect },
  { "changed-columns", test_changed_columns },
  { "one-month-more", test_one_month_more },
  { "same-again", test_same_again },
  { "equal-months", test_equal_months },
  { "newer-content", test_newer_content },
  { "another-kind", test_another_kind },
  { "better-roster", test_better_roster },
  { "keyless-first", test_keyless_first },
  { "without", test_without },
  { "with-reading", test_with_reading },
  { "one-name", test_one_name },
  { "wished-reading", test_wished_reading },
};

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/adding/", tests[i].name, NULL);

      g_test_add_func (path, tests[i].func);
    }

  return g_test_run ();
}
