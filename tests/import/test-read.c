/* Whole files: dialects, layouts and encodings found, types judged, problems named. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <string.h>

/* @problems: lines of the report, parted by LF, without the file's name. */
typedef struct
{
  const char *name;
  const char *text;
  const char *table;
  const char *problems;
} Case;

static const Case cases[] = {
  { "comma", "id,plan,arr\nA1,Pro,10\nA2,Basic,20\nA3,Pro,30\n",
    "id:key=A1,A2,A3 plan:category=Pro,Basic,Pro arr:number=10,20,30", "" },
  { "semicolon-decimal-comma", "name;umsatz;datum\nA;1.234,50;31.01.2026\nB;2,75;01.02.2026\n",
    "name:text=A,B umsatz:number=1234.5,2.75 datum:date=20484,20485", "" },
  { "lists-in-cells", "id;tags;n\n1;red,green,blue;3\n2;red,green;2\n3;blue;1\n",
    "id:key=1,2,3 tags:text=red,green,blue,red,green,blue n:number=3,2,1", "" },
  { "tab-with-stray-quotes", "id\tname\tn\n1\tO'Brien, Ltd\t1\n2\tX \"y\" Z\t2\n3\t5\" pipe\t3\n",
    "id:key=1,2,3 name:text=O'Brien, Ltd,X \"y\" Z,5\" pipe n:number=1,2,3", "" },
  { "pipe", "id|name|n\n1|a|2\n2|b|3\n", "id:key=1,2 name:text=a,b n:number=2,3", "" },
  { "single-quotes", "id,'name','v'\n1,'a,b','x'\n2,'c''d','y'\n3,'e','z'\n",
    "id:key=1,2,3 name:text=a,b,c'd,e v:text=x,y,z", "" },
  { "blank-behind-comma", "id, name, n\n1, \"Smith, John\", 1\n2, \"Doe, Jane\", 2\n3, Bob, 3\n",
    "id:key=1,2,3 name:text=Smith, John,Doe, Jane,Bob n:number=1,2,3", "" },
  { "backslash", "id,name\n1,\"he said \\\"hi\\\", ok\"\n2,\"plain\"\n",
    "id:key=1,2 name:text=he said \"hi\", ok,plain", "" },
  { "sep-line", "sep=;\nid;name\n1;a,b\n2;c\n", "id:key=1,2 name:text=a,b,c",
    ": The header is in line 2; what is above it is left out" },
  { "cr", "id,name\r1,a\r2,b\r", "id:key=1,2 name:text=a,b", "" },
  { "cr-cr-lf", "id,name\r\r\n1,a\r\r\n2,b\r\r\n", "id:key=1,2 name:text=a,b", "" },
  { "mixed-line-ends", "id,name\r\n1,a\n2,b\r3,c", "id:key=1,2,3 name:text=a,b,c", "" },
  { "blank-lines", "\n\nid,name\n\n1,a\n\n2,b\n\n", "id:key=1,2 name:text=a,b",
    ": The header is in line 3; what is above it is left out" },
  { "line-ends-in-cells", "\"id\",\"note\"\r\n\"1\",\"a\r\nb\"\r\n\"2\",\"c\"\r\n",
    "id:key=1,2 note:text=a\r\nb,c", "" },
  { "titles", "Customers\nExported by Ann\n\nid,name,n\n1,A,10\n2,B,20\n3,C,30\n\nTotal (3)\n",
    "id:key=1,2,3 name:text=A,B,C n:number=10,20,30",
    ": The header is in line 4; what is above it is left out\n"
    ":9: Row set aside: a note, no data (“Total (3)”)" },
  { "titles-padded", "Customers,,\n,,\nid,name,n\n1,A,10\n2,B,20\n",
    "id:key=1,2 name:text=A,B n:number=10,20",
    ": The header is in line 3; what is above it is left out" },
  { "no-header", "1,Alice,10.5\n2,Bob,11.5\n3,Cem,12\n",
    "Column 1:number=1,2,3 Column 2:text=Alice,Bob,Cem Column 3:number=10.5,11.5,12",
    ": No header was found; the columns are numbered" },
  { "same-headers", "id,name, name ,,n\n1,a,b,c,9\n2,d,e,f,8\n",
    "id:key=1,2 name:text=a,d name 2:text=b,e Column 4:text=c,f n:number=9,8",
    ":1:3: Another column has the same header; this one is called “name 2” (name)\n"
    ":1:4: The column has no header; it is called “Column 4”" },
  { "double-space-in-header", " Call  Failure ,n\n1.5,2\n2.5,3\n",
    "Call  Failure:number=1.5,2.5 n:number=2,3", "" },
  { "delimiter-at-line-end", "id,name,\n1,a,\n2,b,\n", "id:key=1,2 name:text=a,b", "" },
  { "names-of-rows", "\"name\",\"v\"\n\"1\",\"a\",3\n\"2\",\"b\",4\n",
    "Column 1:number=1,2 name:text=a,b v:number=3,4",
    ":1:1: The column has no header; it is called “Column 1”" },
  { "ragged", "id,name,n\n1,a,1\n2,b\n3,c,3,4\n5,e,5,\n6,f,6\n",
    "id:key=1,2,5,6 name:text=a,b,e,f n:number=1,?,5,6",
    ":3: Short row: fields found 2, columns 3; the rest is taken as missing\n"
    ":4: Row set aside: fields found 4, columns 3" },
  { "quote-without-end", "id,name,n\n1,\"open,3\n2,b,4\n3,c,5\n4,d,6\n",
    "id:key=1,2,3,4 name:text=\"open,b,c,d n:number=3,4,5,6",
    ":2: A quote opens here and never closes; the line was read as if it had none" },
  { "quote-closed-by-another", "id,name,n\n1,\"open,3\n2,\"b\",4\n3,c,5\n4,\"d\",6\n",
    "id:key=1,2,3,4 name:text=\"open,b,c,d n:number=3,4,5,6",
    ":2: A quote opens here and never closes; the line was read as if it had none" },
  { "bad-number", "id,arr\na,10\nb,20\nc,abc\nd,40\n", "id:key=a,b,c,d arr:number=10,20,?,40",
    ":4:2: Not a number, so taken as missing (arr: “abc”)" },
  { "bad-date-behind-long-cell", "id,note,d\na,\"x\ny\",2026-01-31\nb,z,2026-02-30\n"
    "c,z,2026-03-01\nd,z,2026-03-02\n",
    "id:key=a,b,c,d note:category=x\ny,z,z,z d:date=20484,?,20513,20514",
    ":4:3: Not a date, so taken as missing (d: “2026-02-30”)" },
  { "ids-stay-text", "zip,long,code\n01234,1234567890123456789012,1E5\n94105,12345678901234567890"
    "13,2E7\n00501,1234567890123456789014,3E1\n",
    "zip:key=01234,94105,00501 long:key=1234567890123456789012,1234567890123456789013,"
    "1234567890123456789014 code:key=1E5,2E7,3E1", "" },
  { "missing-by-type", "name,plan,n,d\nNA,NA,NA,n/a\nN/A,N/A,-,2026-01-01\nx,NA,3,0000-00-00\n"
    "x,Pro,4,2026-01-02\n",
    "name:text=NA,N/A,x,x plan:category=NA,?,NA,Pro n:number=?,?,3,4 d:date=?,20454,?,20455", "" },
  { "flags", "a;b;c;d\nja;1;Evet;y\nnein;0;Hayır;n\nja;1;Evet;y\n",
    "a:flag=1,0,1 b:flag=1,0,1 c:flag=1,0,1 d:flag=1,0,1", "" },
  { "three-answers", "id,s\na,Yes\nb,No\nc,No internet service\nd,Yes\n",
    "id:key=a,b,c,d s:category=Yes,No,No internet service,Yes", "" },
  { "percent-and-money", "id,p,m\na,45 %,\"$1,200.50\"\nb,5%,$3\nc,0,5 €\nd,7,$4\n",
    "id:key=a,b,c,d p:percent=0.45,0.05,0,? m:money=1200.5,3,?,4",
    ":4:3: In another currency than the column, so taken as missing (m: “5 €”)\n"
    ":5:2: No percent sign in a column of percentages, so taken as missing (p: “7”)" },
  { "open-date-order", "id,d\na,3/4/2026\nb,5/6/2026\n", "id:key=a,b d:date=20516,20579",
    ": Fits two readings, and no row tells which; read month first: line 2 is 2026-03-04, "
    "not 2026-04-03 (d: “3/4/2026”)" },
  { "date-order-from-another", "id,d,e\na,3/4/2026,31/12/2026\nb,5/6/2026,1/2/2026\n",
    "id:key=a,b d:date=20546,20609 e:date=20818,20485",
    ": Fits two readings, and no row tells which; read day first like other columns of this file: "
    "line 2 is 2026-04-03, not 2026-03-04 (d: “3/4/2026”)" },
  { "months-side-by-side", "customer,2024-01,2024-02\nA,1,2\nB,4,5\n",
    "customer:text=A,B 2024-01:number=1,4 2024-02:number=2,5", "" },
  { "excel-days", "id,start_date\na,45292\nb,45300\n", "id:key=a,b start_date:date=19723,19731",
    ": Plain numbers, read as dates as Excel counts them (start_date)" },
  { "bom", "\xEF\xBB\xBFid,n\na,1\nb,2\n", "id:key=a,b n:number=1,2", "" },
  { "one-bad-line", "id,name\n1,M\xC3\xBCller\n2,K\xC3\xB6ln\n3,Z\xC3\xBCrich\n4,M\xFCller\n"
    "5,\xC3\x84pfel\n6,B\xC3\xA4r\n",
    "id:key=1,2,3,4,5,6 name:text=Müller,Köln,Zürich,Müller,Äpfel,Bär",
    ":5: Bytes that are not UTF-8, read as Windows-1252" },
  { "windows-1252", "id,name\n1,M\xFCller\n2,Pe\xF1" "a\n3,\x80uro\n",
    "id:key=1,2,3 name:text=Müller,Peña,€uro",
    ": Read in the encoding WINDOWS-1252, which is a guess; look at letters with accents, as in line 2" },
};

static char *
describe_problems (const BwSource *source)
{
  const BwReport *report = bw_source_get_report (source);
  const gsize n_name = strlen (bw_source_get_file_name (source));
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      g_autofree char *line = bw_problem_to_line (bw_report_get_problem (report, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line + n_name);
    }

  return g_string_free (text, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwSource) source = bw_test_read ("export.csv", c->text, -1);
  g_autofree char *table = bw_test_describe (source);
  g_autofree char *problems = describe_problems (source);

  g_assert_cmpstr (table, ==, c->table);
  g_assert_cmpstr (problems, ==, c->problems);
}

/* Read again with the reading that came of it, a file gives the same table. */
static void
test_again (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GFile) file = bw_test_file ("export.csv", c->text, -1);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) first = bw_source_read (file, NULL, NULL, NULL, NULL, &error);
  g_autoptr(BwSource) second = NULL;
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;

  g_assert_no_error (error);
  second = bw_source_read (file, bw_source_get_reading (first), NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  one = bw_test_describe (first);
  other = bw_test_describe (second);
  g_assert_cmpstr (one, ==, other);
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
test_lines (void)
{
  g_autoptr(BwSource) source = bw_test_read ("lines.csv", "t\n\nid,a,b\n1,x,y\n2,\"p\nq\",r\n\n"
                                             "3\n4,x,z\n", -1);

  g_assert_cmpuint (bw_source_get_line (source, 0), ==, 4);
  g_assert_cmpuint (bw_source_get_line (source, 1), ==, 5);
  g_assert_cmpuint (bw_source_get_line (source, 2), ==, 9);
  g_assert_cmpint (bw_source_get_reading (source)->header, ==, 2);
}

static void
test_forced (void)
{
  g_autoptr(GFile) file = bw_test_file ("forced.csv", "1;3/4/2026;1.234\n2;5/6/2026;5\n", -1);
  g_autoptr(GFile) folder = g_file_get_parent (file);
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(BwSource) source = NULL;
  g_autofree char *table = NULL;

  reading->header = BW_HEADER_NONE;
  reading->decimal = ',';
  reading->date_order = BW_DATE_ORDER_DMY;
  reading->n_forced = 1;
  reading->forced = g_new0 (BwForcedType, 1);
  reading->forced[0].column = g_strdup ("Column 1");
  reading->forced[0].type = BW_COLUMN_TEXT;
  source = bw_source_read (file, reading, NULL, NULL, NULL, NULL);
  table = bw_test_describe (source);
  g_assert_cmpstr (table, ==, "Column 1:text=1,2 Column 2:date=20546,20609 "
                   "Column 3:number=1234,5");
  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/read/", cases[i].name, NULL);
      g_autofree char *again = g_strconcat ("/read-again/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
      g_test_add_data_func (again, &cases[i], test_again);
    }
  g_test_add_func ("/read/lines", test_lines);
  g_test_add_func ("/read/forced", test_forced);

  return g_test_run ();
}
