/* In which encoding a text is found to be, and which lines of it had to be mended. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <string.h>

/* The text is UTF-8, and written in @encoding behind @mark, which it is found to be in as @found. */
typedef struct
{
  const char *name;
  const char *encoding;
  const char *mark;
  gsize       n_mark;
  const char *found;
  const char *cells; /* two of them, parted by “|” */
} Written;

static const Written written[] = {
  { "utf-8", "UTF-8", "", 0, "UTF-8", "Müller|Žižek 東京" },
  { "utf-8-marked", "UTF-8", "\xEF\xBB\xBF", 3, "UTF-8", "Müller|Žižek" },
  { "utf-8-marked-twice", "UTF-8", "\xEF\xBB\xBF\xEF\xBB\xBF", 6, "UTF-8", "Müller|Žižek" },
  { "utf-16le", "UTF-16LE", "", 0, "UTF-16LE", "Müller|Köln" },
  { "utf-16be", "UTF-16BE", "", 0, "UTF-16BE", "Müller|Köln" },
  { "utf-16le-marked", "UTF-16LE", "\xFF\xFE", 2, "UTF-16LE", "Müller|東京" },
  { "utf-16be-marked", "UTF-16BE", "\xFE\xFF", 2, "UTF-16BE", "Müller|東京" },
  { "utf-32le", "UTF-32LE", "", 0, "UTF-32LE", "Müller|Köln" },
  { "utf-32be", "UTF-32BE", "", 0, "UTF-32BE", "Müller|Köln" },
  { "utf-32le-marked", "UTF-32LE", "\xFF\xFE\0\0", 4, "UTF-32LE", "Müller|東京" },
  { "windows-1252", "WINDOWS-1252", "", 0, "WINDOWS-1252", "Müller – Söhne|Peña €"  },
  { "latin-1", "ISO-8859-1", "", 0, "WINDOWS-1252", "Müller|Peña" },
  { "windows-1250", "WINDOWS-1250", "", 0, "WINDOWS-1250", "Szőlő és Bor|Hűtő Szervíz Árvíztűrő" },
  { "dos", "IBM850", "", 0, "IBM850", "Müller & Söhne|Bäckerei Grün" },
  { "macintosh", "MACINTOSH", "", 0, "MACINTOSH", "Müller & Söhne|Bäckerei Grün" },
  { "shift-jis", "CP932", "", 0, "CP932", "株式会社東京商事\\支店|大阪営業部の顧客一覧表です" },
  { "iso-2022-jp", "ISO-2022-JP", "", 0, "ISO-2022-JP", "株式会社|大阪" },
  { "gb18030", "GB18030", "", 0, "GB18030", "北京科技有限公司的客户名单|上海贸易有限公司在中国" },
};

static void
test_written (gconstpointer data)
{
  const Written *w = data;
  g_auto(GStrv) cells = g_strsplit (w->cells, "|", 2);
  g_autofree char *text = g_strdup_printf ("id,name,n\nA1,%s,1\nA2,%s,2\n", cells[0], cells[1]);
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = NULL;
  g_autofree char *converted = NULL;
  const BwColumn *name;
  gsize length;

  converted = g_convert (text, -1, w->encoding, "UTF-8", NULL, &length, &error);
  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) w->mark, w->n_mark);
  g_byte_array_append (bytes, (const guint8 *) converted, length);
  source = bw_test_read ("export.csv", bytes->data, bytes->len);

  name = bw_table_get_column (bw_source_get_table (source), 1);
  g_assert_cmpstr (bw_column_get_name (bw_table_get_column (bw_source_get_table (source), 0)), ==,
                   "id");
  g_assert_cmpstr (bw_column_get_text (name, 0), ==, cells[0]);
  g_assert_cmpstr (bw_column_get_text (name, 1), ==, cells[1]);
  g_assert_cmpstr (bw_source_get_reading (source)->encoding, ==, w->found);
}

/* @problems: LINE:KIND of those that name a line. */
typedef struct
{
  const char *name;
  const char *bytes;
  gsize       length; /* 0 where it ends at its NUL */
  const char *table;
  const char *problems;
} Broken;

#define GOOD "id,name\n1,M\xC3\xBCller\n2,K\xC3\xB6ln\n3,\xC3\x84pfel\n4,B\xC3\xA4r\n5,Caf\xC3\xA9\n"
#define READ "id:key=1,2,3,4,5,6 name:text=Müller,Köln,Äpfel,Bär,Café,"

static const Broken broken[] = {
  { "a-line-of-windows-1252", GOOD "6,Z\xFCrich\n", 0, READ "Zürich", "7:encoding" },
  { "overlong", GOOD "6,a\xC0\xAF" "b\n", 0, READ "aÀ¯b", "7:encoding" },
  { "cut-off", GOOD "6,a\xC3", 0, READ "aÃ", "7:encoding" },
  { "a-line-of-utf-8", "id,name\n1,M\xFCller\n2,K\xF6ln\n3,\xC4pfel\n4,Z\xC3\xBCrich\n", 0,
    "id:key=1,2,3,4 name:text=Müller,Köln,Äpfel,Zürich", "5:encoding" },
  { "mark-in-quotes", "\"\xEF\xBB\xBFid\",\"name\"\n\"1\",\"a\"\n\"2\",\"b\"\n", 0,
    "id:key=1,2 name:text=a,b", "" },
  { "zero-byte", "id,name\n1,a\0b\n2,c\n", 18, "id:key=1,2 name:text=ab,c", "2:nul" },
  { "padded-with-zero-bytes", "id,name\n1,abc\0\0\0\0\0,\n2,de\0\0\0\0\0\0,\n", 32,
    "id:key=1,2 name:text=abc,de", "2:nul 3:nul" },
  { "odd-byte-behind-utf-16", "\xFF\xFEi\0d\0,\0n\0\n\0" "1\0,\0a\0\n\0" "2\0,\0b\0\n\0x", 29,
    "id:key=1,2 n:text=a,b", "4:encoding" },
};

static char *
describe_problems (const BwSource *source)
{
  const BwReport *report = bw_source_get_report (source);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      if (problem->line > 0)
        g_string_append_printf (text, "%s%zu:%s", text->len > 0 ? " " : "", problem->line,
                                bw_problem_kind_get_id (problem->kind));
    }

  return g_string_free (text, FALSE);
}

static void
test_broken (gconstpointer data)
{
  const Broken *b = data;
  g_autoptr(BwSource) source = bw_test_read ("export.csv", b->bytes,
                                             b->length > 0 ? (gssize) b->length : -1);
  g_autofree char *table = bw_test_describe (source);
  g_autofree char *problems = describe_problems (source);

  g_assert_cmpstr (table, ==, b->table);
  g_assert_cmpstr (problems, ==, b->problems);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (written); i++)
    {
      g_autofree char *path = g_strconcat ("/encoding/", written[i].name, NULL);

      g_test_add_data_func (path, &written[i], test_written);
    }
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strconcat ("/encoding/", broken[i].name, NULL);

      g_test_add_data_func (path, &broken[i], test_broken);
    }

  return g_test_run ();
}
