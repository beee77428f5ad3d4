/* Where the table of a file begins and ends, and what is no row of it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <string.h>

/* @names: of the columns, parted by “|”. @rows: lines on which the rows begin. @problems: of rows,
 * columns and notes about them, as LINE:COLUMN:KIND. */
typedef struct
{
  const char *name;
  const char *text;
  const char *names;
  const char *rows;
  const char *problems;
} Case;

static const Case cases[] = {
  { "groups-over-names", "Customer,,Q1,,Q2,\nid,name,Jan,Feb,Apr,May\n1,A,10,20,30,40\n2,B,1,2,3,4\n",
    "Customer id|Customer name|Q1 Jan|Q1 Feb|Q2 Apr|Q2 May", "3 4", "" },
  { "groups-and-plain-names", "id,Usage,,Money\n,seats,logins,\n1,10,20,30\n2,11,21,31\n",
    "id|Usage seats|Usage logins|Money", "3 4", "" },
  { "years-over-quarters", "customer,2025,,2026,\n,Q1,Q2,Q1,Q2\nA,1,2,3,4\nB,5,6,7,8\n",
    "customer|2025 Q1|2025 Q2|2026 Q1|2026 Q2", "3 4", "" },
  { "merged-over-both", "Customer,Usage,Usage\nCustomer,seats,logins\nA,1,2\nB,3,4\n",
    "Customer|Usage seats|Usage logins", "3 4", "" },
  { "line-break-in-a-name", "id,\"Annual\nrevenue\",n\n1,10,2\n2,20,3\n",
    "id|Annual revenue|n", "3 4", "" },
  { "types-below-names", "id,name,arr\ntext,text,number\nA1,Acme,10\nA2,Birch,20\n", "id|name|arr",
    "3 4", "2:0:note-row" },
  { "descriptions-below-names", "id,name,arr,seats\nUnique id,Legal name,Revenue in euro,Seats sold\n"
    "A1,Acme,10,1\nA2,Birch,20,2\n", "id|name|arr|seats", "3 4", "2:0:note-row" },
  { "rule-below-names", "id,name,arr\n--,----,---\n1,Acme,10\n2,Birch,20\n", "id|name|arr", "3 4",
    "2:0:note-row" },
  { "placeholders-are-a-row", "name,arr,seats\nAcme,later,5\nBirch,20,6\nCedar,30,7\n",
    "name|arr|seats", "2 3 4", "" },
  { "total", "id,name,arr\n1,Acme,10\n2,Birch,20\nTotal,,30\n", "id|name|arr", "2 3",
    "4:0:total-row" },
  { "total-in-the-second-column", "id,name,arr\n1,Acme,10\n2,Birch,20\n,Summe,30\n", "id|name|arr",
    "2 3", "4:0:total-row" },
  { "total-of-names-and-numbers", "name,arr\nAcme,10\nBirch,20\nGesamt,30\n", "name|arr", "2 3",
    "4:0:total-row" },
  { "subtotals", "region,name,arr\nEMEA,Acme,10\nEMEA,Birch,20\nEMEA Total,,30\nAMER,Cedar,5\n"
    "AMER Total,,5\nGrand Total,,35\n", "region|name|arr", "2 3 5",
    "4:0:total-row 6:0:total-row 7:0:total-row" },
  { "sums-without-a-word", "id,name,arr,seats\nA1,Acme,10,1\nA2,Birch,20,2\nA3,Cedar,5,4\n,,35,7\n",
    "id|name|arr|seats", "2 3 4", "5:0:total-row" },
  { "no-sums-without-a-word", "id,name,arr,seats\nA1,Acme,10,1\nA2,Birch,20,2\nA3,Cedar,5,4\n,,34,8\n",
    "id|name|arr|seats", "2 3 4 5", "" },
  { "customers-called-total", "name,plan,arr\nTotal Gas Ltd,Pro,600\nTotal,Basic,50\nAcme,Pro,10\n"
    "Total Gas Ltd,,9\nSubtotal Brewing,Pro,1\n", "name|plan|arr", "2 3 4 5 6", "" },
  { "customer-called-total-alone", "name,arr\nAcme,10\nTotal,600\nZeta,5\n", "name|arr", "2 3 4", "" },
  { "notes-below", "id,name,arr\n1,Acme,10\n2,Birch,20\n\nReport generated 2026-01-31\n"
    "Copyright (c) 2000-2026 example, inc. All rights reserved.\nConfidential,,\n", "id|name|arr",
    "2 3", "5:0:note-row 6:0:note-row 7:0:note-row" },
  { "a-name-alone-is-a-row", "name,plan,arr\nAcme,Pro,10\nBirch,,\nCedar,Pro,30\n", "name|plan|arr",
    "2 3 4", "" },
  { "captions-over-groups", "name,plan,arr\nEMEA,,\nAcme,Pro,10\nBirch,Pro,20\n\nAMER,,\n"
    "Cedar,Basic,30\nDune,Pro,40\n", "name|plan|arr", "3 4 7 8", "2:0:note-row 6:0:note-row" },
  { "blank-lines-between-rows", "id,name,arr\n\nA1,Acme,10\n\n\nA2,Birch,20\nA3,Cedar,\n\nA4,Dune,3\n",
    "id|name|arr", "3 6 7 9", "" },
  { "header-on-each-page", "id,name,arr\n1,Acme,10\n2,Birch,20\nid,name,arr\n3,Cedar,30\n",
    "id|name|arr", "2 3 5", "4:0:header-again" },
  { "header-behind-a-mark", "id,name,arr\n1,Acme,10\n\xEF\xBB\xBFid,name,arr\n3,Cedar,30\n",
    "id|name|arr", "2 4", "3:0:header-again" },
  { "table-below", "id,name,arr\n1,Acme,10\n2,Birch,20\n3,Cedar,30\n\nContacts\nname,email\n"
    "Ann,ann@example.com\nBob,bob@example.com\n", "id|name|arr", "2 3 4",
    "6:0:other-table 7:0:other-table 8:0:other-table 9:0:other-table" },
  { "table-below-without-a-blank-line", "id,name,arr\n1,Acme,10\n2,Birch,20\n3,Cedar,30\n"
    "ticket,opened\nT1,2026-01-01\nT2,2026-01-02\n", "id|name|arr", "2 3 4",
    "5:0:other-table 6:0:other-table 7:0:other-table" },
  { "table-below-and-back", "id,name,arr\n1,Acme,10\n2,Birch,20\n3,Cedar,30\n\nregion,n\nEMEA,2\n\n"
    "id,name,arr\n4,Dune,40\n", "id|name|arr", "2 3 4 10",
    "6:0:other-table 7:0:other-table 9:0:header-again" },
  { "table-beside", "id,arr,,ticket,opened\n1,10,,T1,2026-01-01\n2,20,,T2,2026-01-02\n3,30,,,\n",
    "id|arr", "2 3 4", "1:4:other-table" },
  { "longer-table-beside", "id,arr,,ticket,opened\n1,10,,T1,2026-01-01\n2,20,,T2,2026-01-02\n"
    ",,,T3,2026-01-03\n", "id|arr", "2 3", "1:4:other-table" },
  { "an-empty-column-is-no-border", "id,arr,,plan,opened\n1,10,,Pro,2026-01-01\n2,20,,,2026-01-02\n"
    "3,30,,Pro,2026-01-03\n", "id|arr|plan|opened", "2 3 4", "" },
  { "short-and-long", "id,name,arr\n1,Acme,10\n2,Birch\n3,Cedar,30,40\n4,Dune,5,\n", "id|name|arr",
    "2 3 5", "3:0:short-row 4:0:long-row" },
  { "formulas", "id,zip\n=\"0042\",=\"01067\"\n=\"0043\",=\"80331\"\n", "id|zip", "2 3", "" },
  { "open-quote", "id,name,arr\n1,\"Acme,10\n2,Birch,20\n3,Cedar,30\n", "id|name|arr", "2 3 4",
    "2:0:quote" },
  { "dos-end", "id,name\n1,a\n2,b\n\x1A", "id|name", "2 3", "" },
};

static char *
describe_names (const BwSource *source)
{
  BwTable *table = bw_source_get_table (source);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            bw_column_get_name (bw_table_get_column (table, i)));

  return g_string_free (text, FALSE);
}

static char *
describe_rows (const BwSource *source)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < bw_table_get_n_rows (bw_source_get_table (source)); i++)
    g_string_append_printf (text, "%s%zu", i > 0 ? " " : "", bw_source_get_line (source, i));

  return g_string_free (text, FALSE);
}

static char *
describe_problems (const BwSource *source)
{
  const BwReport *report = bw_source_get_report (source);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      if (problem->line > 0 && problem->kind != BW_PROBLEM_COLUMN_NAME)
        g_string_append_printf (text, "%s%zu:%u:%s", text->len > 0 ? " " : "", problem->line,
                                problem->column, bw_problem_kind_get_id (problem->kind));
    }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwSource) source = bw_test_read ("export.csv", c->text, -1);
  g_autofree char *names = describe_names (source);
  g_autofree char *rows = describe_rows (source);
  g_autofree char *problems = describe_problems (source);

  g_assert_cmpstr (names, ==, c->names);
  g_assert_cmpstr (rows, ==, c->rows);
  g_assert_cmpstr (problems, ==, c->problems);
}

static BwSource *
read_with (const char      *text,
           const BwReading *reading)
{
  g_autoptr(GFile) file = bw_test_file ("export.csv", text, -1);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GError) error = NULL;
  BwSource *source = bw_source_read (file, reading, NULL, NULL, NULL, &error);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
  g_assert_no_error (error);

  return source;
}

/* What was found is told, and read with that the file is the same table. */
static void
test_told (void)
{
  static const char text[] = "Report\n\n,Q1,\nid,Jan,Feb\nkey,number,number\n1,2,3\n4,5,6\n";
  g_autoptr(BwSource) first = bw_test_read ("export.csv", text, -1);
  const BwReading *reading = bw_source_get_reading (first);
  g_autoptr(BwSource) second = read_with (text, reading);
  g_autofree char *one = bw_test_describe (first);
  g_autofree char *other = bw_test_describe (second);

  g_assert_cmpint (reading->header, ==, 2);
  g_assert_cmpuint (reading->header_rows, ==, 2);
  g_assert_cmpint (reading->first_row, ==, 5);
  g_assert_cmpstr (one, ==, "id:key=1,4 Q1 Jan:number=2,5 Q1 Feb:number=3,6");
  g_assert_cmpstr (other, ==, one);
}

/* What the user says holds, whatever it looks like. */
static void
test_wanted (void)
{
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(BwSource) source = NULL;
  g_autofree char *table = NULL;
  g_autofree char *problems = NULL;

  reading->header = 1;
  reading->header_rows = 2;
  reading->first_row = 4;
  source = read_with ("a,b\nc,d\ne,f\n1,2\n3,4\n5,6\n", reading);
  table = bw_test_describe (source);
  problems = describe_problems (source);
  g_assert_cmpstr (table, ==, "c e:number=3,5 d f:number=4,6");
  g_assert_cmpstr (problems, ==, "4:0:note-row");
}

/* A million lines with an open quote are no million problems, and are read all the same. */
static void
test_many_quotes (void)
{
  g_autoptr(GString) text = g_string_new ("id,name\n");
  g_autoptr(BwSource) source = NULL;
  const BwReport *report;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "%u,\"open\n", i);
  source = bw_test_read ("export.csv", text->str, text->len);
  report = bw_source_get_report (source);
  g_assert_cmpuint (bw_table_get_n_rows (bw_source_get_table (source)), ==, 50000);
  g_assert_cmpuint (bw_report_get_n_problems (report), <, 200);
  g_assert_nonnull (strstr (bw_report_get_problem (report, bw_report_get_n_problems (report) - 1)->what,
                            "50001"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/layout/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/layout/told", test_told);
  g_test_add_func ("/layout/wanted", test_wanted);
  g_test_add_func ("/layout/many-quotes", test_many_quotes);

  return g_test_run ();
}
