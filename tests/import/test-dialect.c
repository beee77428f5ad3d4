/* Which delimiter and quote a text is found to have, and whether quotes are doubled. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <string.h>

/* @quote: '"', '\'', or 0 where it does not matter. @table: as bw_test_describe() has it. */
typedef struct
{
  const char *name;
  const char *text;
  char        delimiter;
  char        quote;
  const char *table;
} Case;

static const Case cases[] = {
  { "comma", "id,name\n1,a\n2,b\n", ',', 0, "id:key=1,2 name:text=a,b" },
  { "semicolon", "id;name\n1;a\n2;b\n", ';', 0, "id:key=1,2 name:text=a,b" },
  { "tab", "id\tname\n1\ta\n2\tb\n", '\t', 0, "id:key=1,2 name:text=a,b" },
  { "pipe", "id|name\n1|a\n2|b\n", '|', 0, "id:key=1,2 name:text=a,b" },
  { "colon", "id:name:n\n1:a:5\n2:b:6\n", ':', 0, "id:key=1,2 name:text=a,b n:number=5,6" },
  { "tilde", "id~name~n\n1~a~5\n2~b~6\n", '~', 0, "id:key=1,2 name:text=a,b n:number=5,6" },
  { "caret", "id^name^n\n1^a^5\n2^b^6\n", '^', 0, "id:key=1,2 name:text=a,b n:number=5,6" },
  { "blank", "id name n\n1 a 5\n2 \"b c\" 6\n", ' ', '"', "id:key=1,2 name:text=a,b c n:number=5,6" },
  { "blank-behind", "id, name, n\n1, a, 5\n2, \"b, c\", 6\n", ',', '"',
    "id:key=1,2 name:text=a,b, c n:number=5,6" },
  { "single-quotes", "'id','name'\n'1','a,b'\n'2','it''s'\n", ',', '\'',
    "id:key=1,2 name:text=a,b,it's" },
  { "apostrophes-are-no-quotes", "id,name\n1,O'Brien\n2,D'Arcy, Ltd\n3,Rock 'n' Roll\n", ',', 0,
    "id:key=1,3 name:text=O'Brien,Rock 'n' Roll" },
  { "sep-line", "sep=|\r\nid|name\r\n1|a,b,c\r\n2|d,e,f\r\n", '|', 0,
    "id:key=1,2 name:text=a,b,c,d,e,f" },
  { "decimal-commas", "a;b;c\n1,5;2,5;3,5\n1,25;2,25;3,25\n", ';', 0,
    "a:number=1.5,1.25 b:number=2.5,2.25 c:number=3.5,3.25" },
  { "decimal-commas-without-header", "1,5;2,5\n1,25;2,25\n7,5;8,5\n", ';', 0,
    "Column 1:number=1.5,1.25,7.5 Column 2:number=2.5,2.25,8.5" },
  { "lists-of-one-length", "id;tags\n1;a,b,c\n2;d,e,f\n3;g,h,i\n", ';', 0,
    "id:key=1,2,3 tags:text=a,b,c,d,e,f,g,h,i" },
  { "times-are-no-colons", "id,at\n1,10:30\n2,11:45\n3,12:00\n", ',', 0, NULL },
  { "titles-above", "Export of all accounts\nmade by Ann, Bob\n\nid;name;n\n1;a;5\n2;b;6\n3;c;7\n",
    ';', 0, "id:key=1,2,3 name:text=a,b,c n:number=5,6,7" },
  { "quoted-notes-below", "\"a\",\"b\"\n\"x\",\"1\"\n\"y\",\"2\"\n\n\"Copyright, all rights\"\n\"One\"\n"
    "\"Two\"\n\"Three\"\n", ',', '"', "a:text=x,y b:number=1,2" },
  { "one-column-of-sentences", "comment\nGood, really\nNot bad\nWell, well, well\nNo\nNever\n", 0, 0,
    "comment:text=Good, really,Not bad,Well, well, well,No,Never" },
  { "one-column-in-quotes", "name\n\"Acme, Inc\"\n\"Birch, Ltd\"\n", 0, 0,
    "name:text=Acme, Inc,Birch, Ltd" },
  { "backslash-escapes", "id,name\n1,\"say \\\"hi\\\", ok\"\n2,\"\"\n3,\"C:\\\\x\"\n", ',', '"',
    "id:key=1,2,3 name:text=say \"hi\", ok,?,C:\\x" },
  { "backslash-is-a-character", "id,path,n\n1,\"D:\\\",5\n2,\"E:\\\",6\n", ',', '"',
    "id:key=1,2 path:text=D:\\,E:\\ n:number=5,6" },
  { "doubled", "id,name\n1,\"say \"\"hi\"\", ok\"\n2,\"\"\n", ',', '"',
    "id:key=1,2 name:text=say \"hi\", ok,?" },
  { "quotes-within-are-characters", "id\tname\n1\t5\" pipe\n2\t\"x\" and y\n", '\t', 0, NULL },
  { "drawn-with-pipes", "| id | name | n |\n|----|------|---|\n| 1 | a b | 5 |\n| 2 | c | 6 |\n",
    '|', 0, "id:key=1,2 name:text=a b,c n:number=5,6" },
  { "no-line-end", "id;name\n1;a\n2;b", ';', 0, "id:key=1,2 name:text=a,b" },
  { "cr-alone", "id;name\r1;a\r2;b\r", ';', 0, "id:key=1,2 name:text=a,b" },
  { "one-row", "id;name\n1;a\n", ';', 0, "id:key=1 name:text=a" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(BwSource) source = bw_test_read ("export.csv", c->text, -1);
  const BwReading *reading = bw_source_get_reading (source);
  g_autofree char *table = bw_test_describe (source);

  if (c->delimiter != 0)
    g_assert_cmpint (reading->delimiter, ==, c->delimiter);
  if (c->quote != 0)
    g_assert_cmpint (reading->quote, ==, c->quote);
  if (c->table != NULL)
    g_assert_cmpstr (table, ==, c->table);
}

/* A few lines at the start do not decide over thousands behind them. */
static void
test_spread (void)
{
  g_autoptr(GString) text = g_string_new ("Report, made by Ann, Bob, and Cem\nFilter: a, b, c, d\n\n"
                                          "id;tags;price\n");
  g_autoptr(BwSource) source = NULL;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "%u;a,b,c;%u,50\n", i, i % 90);
  source = bw_test_read ("export.csv", text->str, text->len);
  g_assert_cmpint (bw_source_get_reading (source)->delimiter, ==, ';');
  g_assert_cmpuint (bw_table_get_n_columns (bw_source_get_table (source)), ==, 3);
  g_assert_cmpuint (bw_table_get_n_rows (bw_source_get_table (source)), ==, 20000);
}

static void
test_wide (void)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(BwSource) source = NULL;

  for (guint row = 0; row < 4; row++)
    {
      for (guint i = 0; i < 3000; i++)
        g_string_append_printf (text, row == 0 ? "%sc%u" : "%s%u", i > 0 ? ";" : "", i + row);
      g_string_append_c (text, '\n');
    }
  source = bw_test_read ("export.csv", text->str, text->len);
  g_assert_cmpuint (bw_table_get_n_columns (bw_source_get_table (source)), ==, 3000);
  g_assert_cmpuint (bw_table_get_n_rows (bw_source_get_table (source)), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/dialect/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/dialect/spread", test_spread);
  g_test_add_func ("/dialect/wide", test_wide);

  return g_test_run ();
}
