/* Real exports and the sample, with nothing given by hand; and rows that are there twice. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/mapped-source.h"

#include "texts.h"

typedef struct
{
  const char *name;
  const char *folder;
  const char *variable; /* of the environment, that says where the folder is */
  guint       n_files;
  guint       n_customers;
  guint       n_snapshots;
  const char *first_date;
  const char *last_date;
  const char *key;
  const char *segment; /* panel columns; NULL where there is none */
  const char *money;
  const char *outcome;
} Case;

static const Case cases[] = {
  { "telco", "ibm-telco", "BW_SHARED_DATA", 1, 7043, 1, NULL, NULL, "customerID", "Contract",
    "MonthlyCharges", "Churn" },
  { "iranian", "iranian-churn", "BW_SHARED_DATA", 1, 3150, 1, NULL, NULL, NULL, "Tariff Plan",
    "Customer Value", "Churn" },
  { "salesforce", "salesforce-dataloader", "BW_SHARED_DATA", 2, 423, 1, "2006-06-16", "2006-06-16",
    "ID", NULL, NULL, NULL },
  { "ravenstack", "ravenstack", "BW_SHARED_DATA", 5, 500, 24, "2023-01-31", "2024-12-31",
    "account_id", "plan_tier", "arr_amount", "churn_flag" },
  { "completejourney", "completejourney", "BW_SHARED_DATA", 4, 801, 12, "2017-01-31", "2017-12-31",
    "household_id", NULL, NULL, NULL },
  { "sample", ".", "BW_SAMPLE_DATA", 15, 480, 12, "2025-12-31", "2026-11-30", "Customer ID", "Segment",
    "ARR", "Churned" },
};

static GPtrArray *
list_files (const Case *c)
{
  const char *root = g_getenv (c->variable);
  g_autofree char *folder = root != NULL ? g_build_filename (root, c->folder, NULL) : NULL;
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
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
assert_role (BwPanel    *panel,
             BwRole      role,
             const char *name)
{
  const guint column = bw_panel_find_role (panel, role);

  g_assert_cmpstr (column == BW_NONE ? NULL : bw_panel_get_column (panel, column)->name, ==, name);
}

static void
test_export (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GPtrArray) files = list_files (c);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = NULL;
  BwSnapshot *first, *last;
  BwPanel *panel;

  if (files->len == 0)
    {
      g_test_skip ("the exports are not here");
      return;
    }
  g_assert_cmpuint (files->len, ==, c->n_files);
  intake = bw_intake_read ((GFile **) files->pdata, files->len, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  panel = bw_intake_get_panel (intake);
  g_assert_cmpuint (bw_panel_get_n_customers (panel), ==, c->n_customers);
  g_assert_cmpuint (bw_panel_get_n_snapshots (panel), ==, c->n_snapshots);
  first = bw_panel_get_snapshot (panel, 0);
  last = bw_panel_get_snapshot (panel, c->n_snapshots - 1);
  if (c->first_date == NULL)
    g_assert_true (isnan (bw_snapshot_get_date (first)));
  else
    g_assert_cmpfloat (bw_snapshot_get_date (first), ==, day (c->first_date));
  if (c->last_date != NULL)
    g_assert_cmpfloat (bw_snapshot_get_date (last), ==, day (c->last_date));
  g_assert_cmpuint (bw_snapshot_get_n_rows (last), ==, c->n_customers);
  g_assert_cmpstr (bw_mapping_get_source (bw_intake_get_mapping (intake), 0)->join, ==, c->key);
  assert_role (panel, BW_ROLE_SEGMENT, c->segment);
  assert_role (panel, BW_ROLE_MONEY, c->money);
  assert_role (panel, BW_ROLE_OUTCOME, c->outcome);
}

/* What every panel promises, whatever it was made of. */
static void
test_promises (gconstpointer data)
{
  g_autoptr(GPtrArray) files = list_files (data);
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(BwIntake) intake = NULL;
  BwPanel *panel;

  if (files->len == 0)
    {
      g_test_skip ("the exports are not here");
      return;
    }
  intake = bw_intake_read ((GFile **) files->pdata, files->len, NULL, NULL, NULL, NULL, NULL);
  panel = bw_intake_get_panel (intake);
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      const BwPanelColumn *column = bw_panel_get_column (panel, i);
      BwColumn *newest = bw_snapshot_get_column (bw_panel_get_snapshot (panel, 0), i);

      g_assert_true (g_hash_table_add (names, (char *) column->name));
      for (guint s = 0; s < bw_panel_get_n_snapshots (panel); s++)
        {
          BwColumn *values = bw_snapshot_get_column (bw_panel_get_snapshot (panel, s), i);

          g_assert_cmpstr (bw_column_get_name (values), ==, column->name);
          g_assert_cmpint (bw_column_get_type (values), ==, column->type);
          g_assert_true (bw_column_get_dictionary (values) == bw_column_get_dictionary (newest));
        }
    }
  for (guint s = 1; s < bw_panel_get_n_snapshots (panel); s++)
    g_assert_cmpfloat (bw_snapshot_get_date (bw_panel_get_snapshot (panel, s - 1)), <,
                       bw_snapshot_get_date (bw_panel_get_snapshot (panel, s)));
}

static void
test_doubles (void)
{
  static const TextFile file = {
    "a.csv", "Customer ID,Plan,Logins\nC1,Pro,5\nC2,Pro,6\nC3,Pro,6\nC4,Pro,6\nC5,Pro,6\nC6,Pro,6\n"
    "C7,Pro,6\nC8,Pro,6\nC9,Pro,6\nCA,Pro,6\nCB,Pro,6\nC1,Pro,5\nCC,Pro,1\nCD,Pro,1\nCE,Pro,1\nCF,Pro,1\n"
    "CG,Pro,1\nCH,Pro,1\nCI,Pro,1\nC2,Pro,9\n"
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&file, 1, NULL, &error);

  g_assert_no_error (error);
  assert_cell (intake, 0, "C1", "Logins", "5");
  assert_cell (intake, 0, "C2", "Logins", "9");
  g_assert_cmpuint (bw_report_count (bw_intake_get_report (intake), BW_SEVERITY_ROW), ==, 2);
  g_assert_true (reports (intake, "a.csv:13:1: The same as line 2 of a.csv, and counted once"));
  g_assert_true (reports (intake, "a.csv:3:1: This customer is there again in line 21 of a.csv"));
}

/* The same file twice changes nothing. */
static void
test_same_file (void)
{
  static const TextFile twice[] = {
    { "u-2026-01.csv", "Customer ID,Logins\nC1,1\nC2,2\n" },
    { "u-2026-01 (1).csv", "Customer ID,Logins\nC1,1\nC2,2\n" },
  };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (twice, 2, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (bw_panel_get_n_customers (bw_intake_get_panel (intake)), ==, 2);
  g_assert_cmpuint (bw_panel_get_n_snapshots (bw_intake_get_panel (intake)), ==, 1);
  g_assert_cmpuint (bw_panel_get_n_columns (bw_intake_get_panel (intake)), ==, 1);
}

static void
test_no_join (void)
{
  static const TextFile files[] = {
    { "a.csv", "Customer ID,Logins\nC1,1\nC2,2\n" }, { "b.csv", "Rain,Sun\n1.5,2.5\n3.5,4.5\n" },
  };
  g_autoptr(GError) error = NULL;

  g_assert_null (read_texts (files, 2, NULL, &error));
  g_assert_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_JOIN);
  g_assert_nonnull (strstr (error->message, "b.csv"));
}

static void
test_no_key (void)
{
  static const TextFile file = { "a.csv", "Customer ID,Logins\n,1\n,2\n" };
  BwWish wish = { .as_of = NAN };
  g_autoptr(GError) error = NULL;

  wish.roles[BW_ROLE_KEY] = "Customer ID";
  g_assert_null (read_texts (&file, 1, &wish, &error));
  g_assert_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_EMPTY);
}

static void
test_not_in_mapping (void)
{
  static const TextFile first = { "a.csv", "Customer ID,Logins\nC1,1\n" };
  static const TextFile other = { "b.csv", "Customer ID,Logins\nC1,1\n" };
  static const TextFile changed = { "a.csv", "Customer ID,Visits\nC1,7\n" };
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) intake = read_texts (&first, 1, NULL, &error);
  const BwWish wish = { .mapping = bw_intake_get_mapping (intake), .as_of = NAN };
  g_autoptr(BwIntake) next = NULL;

  g_assert_null (read_texts (&other, 1, &wish, &error));
  g_assert_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING);
  g_clear_error (&error);

  next = read_texts (&changed, 1, &wish, &error);
  g_assert_no_error (error);
  g_assert_true (reports (next, "The column “Visits” is not in the mapping"));
  g_assert_true (reports (next, "The column “Logins” is not in this file"));
}

static void
test_cancelled (void)
{
  const Case *c = &cases[G_N_ELEMENTS (cases) - 1];
  g_autoptr(GPtrArray) files = list_files (c);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  if (files->len == 0)
    {
      g_test_skip ("the sample is not here");
      return;
    }
  g_assert_null (bw_intake_read ((GFile **) files->pdata, files->len, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/panel/exports/", cases[i].name, NULL);
      g_autofree char *promises = g_strconcat ("/panel/promises/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_export);
      g_test_add_data_func (promises, &cases[i], test_promises);
    }
  g_test_add_func ("/panel/doubles", test_doubles);
  g_test_add_func ("/panel/same-file", test_same_file);
  g_test_add_func ("/panel/no-join", test_no_join);
  g_test_add_func ("/panel/no-key", test_no_key);
  g_test_add_func ("/panel/not-in-mapping", test_not_in_mapping);
  g_test_add_func ("/panel/cancelled", test_cancelled);

  return g_test_run ();
}
