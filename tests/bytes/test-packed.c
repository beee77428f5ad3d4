/* Archives and workbooks as a whole: what is chosen, what is said, what is refused. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "books.h"
#include "files.h"

#include <string.h>
#include <zip.h>

#define TABLE "id;n\na;1,5\nb;2,5\nc;3,7\n"
#define MAX_ENTRIES 6

typedef struct
{
  const char *name;
  BwTestEntry entries[MAX_ENTRIES];
  const char *sheet; /* wanted */
  const char *table; /* or NULL where it is refused */
  const char *says;  /* the sheet read, or a part of the error */
} Archive;

#define READ "id:key=a,b,c n:number=1.5,2.5,3.7"

static const Archive archives[] = {
  { "one", { { "data.csv", TABLE } }, NULL, READ, "data.csv" },
  { "in-a-folder", { { "export/", "" }, { "export/data.csv", TABLE } }, NULL, READ,
    "export/data.csv" },
  { "beside-litter",
    { { "__MACOSX/._data.csv", "x" }, { ".hidden.csv", TABLE }, { "Thumbs.db", "x" },
      { "data.CSV", TABLE }, { "read me.txt", "hello" }, { "logo.png", "x" } },
    NULL, READ, "data.CSV" },
  { "no-name-tells", { { "data", TABLE } }, NULL, READ, "data" },
  { "text", { { "data.txt", TABLE }, { "logo.png", "x" } }, NULL, READ, "data.txt" },
  { "chosen", { { "a.csv", "x,y\n1,2\n" }, { "b/data.csv", TABLE } }, "data.csv", READ,
    "b/data.csv" },
  { "several", { { "a.csv", TABLE }, { "b.csv", TABLE } }, NULL, NULL,
    "holds several files; choose one of them, or unpack it: a.csv, b.csv" },
  { "not-in-it", { { "a.csv", TABLE } }, "c.csv", NULL, "holds no “c.csv”; choose one of these: a.csv" },
  { "two-of-that-name", { { "1/a.csv", TABLE }, { "2/a.csv", TABLE } }, "a.csv", NULL,
    "holds no “a.csv”; choose one of these: 1/a.csv, 2/a.csv" },
  { "empty", { { "folder/", "" } }, NULL, NULL, "nothing in it" },
  { "no-table", { { "logo.png", "\x89PNG\r\n\x1A\nxxxxxxxx" } }, NULL, NULL, "picture" },
  { "ods", { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
             { "content.xml", "<a/>" } }, NULL, NULL, "OpenDocument spreadsheet" },
  { "odt", { { "mimetype", "application/vnd.oasis.opendocument.text" }, { "content.xml", "<a/>" } },
    NULL, NULL, "document" },
  { "xlsb", { { "[Content_Types].xml", "<a/>" }, { "xl/workbook.bin", "x" } }, NULL, NULL, "xlsb" },
  { "docx", { { "[Content_Types].xml", "<a/>" },
              { "_rels/.rels", "<r><Relationship Id='a' Type='t/officeDocument' "
                "Target='word/document.xml'/></r>" } }, NULL, NULL, "document" },
  { "numbers", { { "Index/Document.iwa", "x" } }, NULL, NULL, "Numbers document" },
  { "no-workbook", { { "[Content_Types].xml", "<a/>" } }, NULL, NULL, "lacks a part" },
};

static void
test_archive (gconstpointer data)
{
  const Archive *c = data;
  guint n_entries = 0;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GFile) file = NULL;
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = NULL;
  g_autofree char *table = NULL;

  while (n_entries < MAX_ENTRIES && c->entries[n_entries].name != NULL)
    n_entries++;
  bytes = bw_test_archive (c->entries, n_entries);
  file = bw_test_file_of ("export.dat", bytes);
  reading->sheet = g_strdup (c->sheet);
  source = bw_source_read (file, reading, NULL, NULL, NULL, &error);
  bw_test_remove (file);
  if (c->table == NULL)
    {
      const gboolean several = strstr (c->says, "choose one of") != NULL;

      g_assert_error (error, BW_IMPORT_ERROR,
                      (several ? BW_IMPORT_ERROR_SEVERAL : BW_IMPORT_ERROR_NOT_A_TABLE));
      g_assert_nonnull (strstr (error->message, "export.dat"));
      g_assert_nonnull (strstr (error->message, c->says));
      return;
    }

  g_assert_no_error (error);
  table = bw_test_describe (source);
  g_assert_cmpstr (table, ==, c->table);
  g_assert_cmpstr (bw_source_get_reading (source)->sheet, ==, c->says);
}

/* Whether the report has a line with that in it. */
static gboolean
says (const BwSource *source,
      const char     *what)
{
  BwReport *report = bw_source_get_report (source);

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      g_autofree char *line = bw_problem_to_line (bw_report_get_problem (report, i));

      if (strstr (line, what) != NULL)
        return TRUE;
    }

  return FALSE;
}

#define TEXT(text)     "<c t='str'><v>" text "</v></c>"
#define NUMBER(number) "<c><v>" number "</v></c>"

/* What is not as it stands is told with its row and column. */
static void
test_notes (void)
{
  static const BwTestBook book = {
    .rows = "<row>" TEXT ("id") TEXT ("n") TEXT ("time") TEXT ("plan") "</row>"
            "<row>" TEXT ("a&#10;b") NUMBER ("1.234") "<c s='1'><v>0.5</v></c>" TEXT ("Pro") "</row>"
            "<row>" TEXT ("c") "<c><f>A1</f></c><c s='1'><v>0.25</v></c></row>"
            "<row hidden='1'>" TEXT ("d") NUMBER ("2.5") "<c s='1'><v>1.5</v></c>" TEXT ("Basic")
            "</row><row>" TEXT ("e") NUMBER ("3.5") "<c t='s'><v>99</v></c></row>",
    .behind = "<mergeCells><mergeCell ref='D2:D3'/></mergeCells>",
    .formats = "[h]:mm\0",
  };
  static const char *const names[] = { "Data", "More", NULL };
  g_autoptr(GBytes) bytes = bw_test_book (&book);
  g_autoptr(GFile) file = bw_test_file_of ("export.xlsx", bytes);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);
  g_autofree char *table = NULL;
  g_auto(GStrv) listed = bw_source_list_sheets (file, NULL, NULL);

  bw_test_remove (file);
  g_assert_no_error (error);
  table = bw_test_describe (source);
  g_assert_cmpstr (table, ==, "id:key=a\nb,c,d,e n:number=1.234,?,2.5,3.5 time:number=0.5,0.25,1.5,? "
                   "plan:category=Pro,Pro,Basic,?");
  g_assert_cmpuint (bw_source_get_line (source, 3), ==, 5);
  g_assert_true (says (source, "export.xlsx:3:2: The formula’s result is not stored"));
  g_assert_true (says (source, "export.xlsx:5:3: The cell refers to a text"));
  g_assert_true (says (source, "export.xlsx:3: Merged cells"));
  g_assert_true (says (source, "export.xlsx:4: 1 row is hidden"));
  g_assert_true (says (source, "Times without a date"));
  g_assert_true (says (source, "The sheet “Data” was read; these were not: More"));
  g_assert_cmpstrv (bw_source_get_sheets (source), names);
  g_assert_cmpstrv (listed, names);
  g_assert_cmpstr (bw_source_get_reading (source)->sheet, ==, "Data");
  g_assert_cmpint (bw_source_get_reading (source)->delimiter, ==, ',');
}

static void
test_sheets (void)
{
  static const struct { const char *sheet; const char *says; } wanted[] = {
    { NULL, "More" }, { "More", "More" }, { "Hidden", "Hidden" }, { "Data", NULL }, { "Foo", NULL },
  };
  static const BwTestBook book = { .rows = "<row r='1'><c r='A1' s='1'/></row>" };
  g_autoptr(GBytes) bytes = bw_test_book (&book);
  g_autoptr(GFile) file = bw_test_file_of ("export.xlsx", bytes);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr(BwReading) reading = bw_reading_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(BwSource) source = NULL;

      reading->sheet = g_strdup (wanted[i].sheet);
      source = bw_source_read (file, reading, NULL, NULL, NULL, &error);
      g_assert_true ((source != NULL) == (wanted[i].says != NULL));
      if (source != NULL)
        g_assert_cmpstr (bw_source_get_reading (source)->sheet, ==, wanted[i].says);
      else if (g_str_equal (wanted[i].sheet, "Foo"))
        g_assert_nonnull (strstr (error->message, "no sheet “Foo”; choose one of these: Data, More"));
      else
        g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_EMPTY);
    }
  bw_test_remove (file);
}

static const struct
{
  const char *name;
  const char *sheet;
} damaged[] = {
  { "doctype", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet><sheetData/></worksheet>" },
  { "entity", "<worksheet><sheetData><row><c t='str'><v>&b;</v></c></row></sheetData></worksheet>" },
  { "cut", "<worksheet><sheetData><row><c><v>1</v></c></row>" },
  { "crossed", "<worksheet><sheetData><row></sheetData></row></worksheet>" },
  { "no-utf-8", "<worksheet><sheetData><row><c t='str'><v>\xFF</v></c></row></sheetData></worksheet>" },
  { "no-xml", "hello" },
  { "nothing", " " },
  { "no-tag", "<worksheet><sheetData><row><></row></sheetData></worksheet>" },
};

static void
test_damaged (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (damaged); i++)
    {
      const BwTestBook book = { .sheet = damaged[i].sheet };
      g_autoptr(GBytes) bytes = bw_test_book (&book);
      g_autoptr(GFile) file = bw_test_file_of ("export.xlsx", bytes);
      g_autoptr(BwReading) reading = bw_reading_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(BwSource) source = NULL;

      g_test_message ("%s", damaged[i].name);
      reading->sheet = g_strdup ("Data");
      source = bw_source_read (file, reading, NULL, NULL, NULL, &error);
      bw_test_remove (file);
      g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE);
      g_assert_nonnull (strstr (error->message, "“export.xlsx”"));
      g_assert_nonnull (strstr (error->message, "damaged"));
    }
}

/* Every byte of a workbook in turn is changed: read or refused, but never worse. */
static void
test_any_byte (void)
{
  static const BwTestBook book = {
    .rows = "<row>" TEXT ("id") TEXT ("n") "</row><row>" TEXT ("a") NUMBER ("1") "</row>",
  };
  g_autoptr(GBytes) bytes = bw_test_book (&book);
  gsize n;
  const guint8 *data = g_bytes_get_data (bytes, &n);

  for (gsize i = 0; i < n; i += 3)
    {
      g_autofree guint8 *changed = g_memdup2 (data, n);
      g_autoptr(GFile) file = NULL;
      g_autoptr(BwSource) source = NULL;
      g_autoptr(GError) error = NULL;

      changed[i] ^= 1 << (i % 8);
      file = bw_test_file ("export.xlsx", changed, i % 7 == 0 ? i + 1 : n);
      source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);
      bw_test_remove (file);
      g_assert_true ((source == NULL) == (error != NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (archives); i++)
    {
      g_autofree char *path = g_strconcat ("/packed/archive/", archives[i].name, NULL);

      g_test_add_data_func (path, &archives[i], test_archive);
    }
  g_test_add_func ("/packed/notes", test_notes);
  g_test_add_func ("/packed/sheets", test_sheets);
  g_test_add_func ("/packed/damaged", test_damaged);
  g_test_add_func ("/packed/any-byte", test_any_byte);

  return g_test_run ();
}
