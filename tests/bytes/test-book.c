/* Workbooks in every form that programs write them, cell by cell. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "books.h"
#include "files.h"

#include <string.h>

#define NS    "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define WORDS "<row r='1'><c r='A1' t='str'><v>id</v></c><c r='B1' t='str'><v>n</v></c></row>"

typedef struct
{
  const char *name;
  BwTestBook  book;
  const char *raw; /* what bw_test_raw() is to give */
} Case;

/* Serials were worked out with Python's datetime: 1899-12-30 plus days; 46053 is 31 January 2026. */
static const Case cases[] = {
  { "shared-strings",
    { .rows = "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c></row>"
              "<row r='2'><c r='A2' t='s'><v>2</v></c><c r='B2' t='s'><v>3</v></c></row>",
      .strings = "<si><t>id</t></si><si><r><rPr><b/></rPr><t>na</t></r><r><t>me</t></r></si>"
                 "<si><t xml:space='preserve'> a </t></si>"
                 "<si><t>\xE6\x9D\xB1</t><rPh sb='0' eb='1'><t>x</t></rPh><phoneticPr/></si>" },
    "1:id|name\n2: a |\xE6\x9D\xB1\n" },
  { "inline-strings",
    { .rows = "<row><c t='inlineStr'><is><t>id</t></is></c><c t='inlineStr'><is><r><t>a</t></r>"
              "<r><t>b</t></r></is></c></row>" },
    "1:id|ab\n" },
  { "entities-and-sections",
    { .rows = "<row><c t='str'><v>a&amp;b&lt;&#65;&#x42;&quot;</v></c>"
              "<c t='str'><v><![CDATA[x<y&z]]></v></c><!-- c --><c t='str'><v>1<!-- c -->2</v></c>"
              "</row>" },
    "1:a&b<AB\"|x<y&z|12\n" },
  { "escapes",
    { .rows = "<row><c t='str'><v>a_x000D_b_x000A_c</v></c><c t='str'><v>_x005F_x0041_</v></c>"
              "<c t='str'><v>_xD83D__xDE00_ _x0000_ _xZZZZ_ _x41_</v></c></row>" },
    "1:a\rb\nc|_x0041_|\xF0\x9F\x98\x80 _x0000_ _xZZZZ_ _x41_\n" },
  { "quotes-and-commas",
    { .rows = "<row><c t='str'><v>\"</v></c><c t='str'><v>a,b</v></c><c t='str'><v>'x'</v></c>"
              "</row>" },
    "1:\"|a,b|'x'\n" },
  { "line-breaks-keep-rows",
    { .rows = "<row r='1'><c r='A1' t='str'><v>a\nb\r\nc</v></c><c r='B1'><v>1</v></c></row>"
              "<row r='2'><c r='A2' t='str'><v>d</v></c><c r='B2'><v>2</v></c></row>" },
    "1:a\nb\nc|1\n2:d|2\n" },
  { "gaps",
    { .rows = "<row r='2'><c r='B2' t='str'><v>x</v></c></row><row r='3'><c r='A3' s='0'/></row>"
              "<row r='5'><c r='A5' t='str'><v>y</v></c><c r='D5'><v>3</v></c></row>"
              "<row r='900'><c r='A900'/></row>" },
    "1:\n2:|x||\n3:\n4:\n5:y|||3\n" },
  { "no-references",
    { .rows = "<row><c t='str'><v>a</v></c><c/><c><v>1</v></c></row><row/><row><c><v>2</v></c></row>" },
    "1:a||1\n2:\n3:2||\n" },
  { "out-of-order",
    { .rows = "<row r='3'><c r='C3'><v>3</v></c><c r='A3'><v>1</v></c><c r='C3'><v>4</v></c></row>"
              "<row r='2'><c r='A2'><v>5</v></c></row>" },
    "1:\n2:\n3:1||4\n4:5||\n" },
  { "wild-references",
    { .rows = "<row r='x'><c r='1A'><v>1</v></c><c r='XFD1'><v>2</v></c></row>"
              "<row r='99999999999'><c r='ZZZZ9'><v>3</v></c></row>" },
    NULL },
  { "numbers",
    { .rows = "<row><c><v>0.45000000000000001</v></c><c><v>1.1000000000000001</v></c>"
              "<c><v>1E5</v></c><c><v>12345678901234567</v></c><c><v>1.2E-3</v></c>"
              "<c><v>-0.5</v></c><c><v>1e300</v></c><c t='n'><v>45.10</v></c>"
              "<c><v>2.2250738585072014E-308</v></c></row>" },
    "1:0.45|1.1|100000|12345678901234568|0.0012|-0.5|1E+300|45.10|2.2250738585072014E-308\n" },
  { "flags-and-errors",
    { .rows = "<row><c t='b'><v>1</v></c><c t='b'><v>0</v></c><c t='e'><v>#N/A</v></c>"
              "<c t='e'><v>#DIV/0!</v></c></row>" },
    "1:TRUE|FALSE|#N/A|#DIV/0!\n" },
  { "formulas",
    { .rows = "<row><c t='str'><f>A1</f><v>x</v></c><c><f t='shared' si='0'/><v>5</v></c>"
              "<c t='str'><f>B</f><v></v></c><c><v>1</v></c></row>" },
    "1:x|5||1\n" },
  { "built-in-dates",
    { .formats = "14\0" "22\0" "45\0" "58\0" "30\0",
      .rows = "<row><c s='1'><v>46053</v></c><c s='2'><v>46053.604166666664</v></c>"
              "<c s='3'><v>0.25</v></c><c s='4'><v>1</v></c><c s='5'><v>61</v></c></row>" },
    "1:2026-01-31|2026-01-31 14:30:00|0.25|1900-01-01|1900-03-01\n" },
  { "days-that-never-were",
    { .formats = "14\0",
      .rows = "<row><c s='1'><v>0</v></c><c s='1'><v>60</v></c><c s='1'><v>59</v></c>"
              "<c s='1'><v>-1</v></c><c s='1'><v>2958465.9999999999</v></c>"
              "<c s='1'><v>2958466</v></c></row>" },
    "1:1900-01-00|1900-02-29|1900-02-28|-1|2958466|2958466\n" },
  { "milliseconds",
    { .formats = "yyyy-mm-dd hh:mm:ss.000\0",
      .rows = "<row><c s='1'><v>46053.00001157407</v></c><c s='1'><v>46053.000005787036</v></c>"
              "<c s='1'><v>46052.9999999999</v></c></row>" },
    "1:2026-01-31 00:00:01|2026-01-31 00:00:00.500|2026-01-31\n" },
  { "custom-dates",
    { .formats = "[$-409]d\\-mmm\\-yy;@\0" "dd\"d\"/mm\0" "mmmm\0" "yyyy\\y\0" "[Red]dd.mm.yyyy\0"
                 "m/d/yy h:mm\0" "e/m\0",
      .rows = "<row><c s='1'><v>46053</v></c><c s='2'><v>46053</v></c><c s='3'><v>46053</v></c>"
              "<c s='4'><v>46053</v></c><c s='5'><v>46053</v></c><c s='6'><v>46053</v></c>"
              "<c s='7'><v>46053</v></c></row>" },
    "1:2026-01-31|2026-01-31|2026-01-31|2026-01-31|2026-01-31|2026-01-31|2026-01-31\n" },
  { "no-dates",
    { .formats = "[h]:mm:ss\0" "General\0" "0.00E+00\0" "\"day\" 0\0" "#,##0\\d\0" "[mm]:ss\0"
                 "h:mm AM/PM\0" "@\0" "_-* 0_d\0",
      .rows = "<row><c s='1'><v>1.5</v></c><c s='2'><v>46053</v></c><c s='3'><v>46053</v></c>"
              "<c s='4'><v>46053</v></c><c s='5'><v>46053</v></c><c s='6'><v>0.5</v></c>"
              "<c s='7'><v>0.5</v></c><c s='8'><v>46053</v></c><c s='9'><v>46053</v></c></row>" },
    "1:1.5|46053|46053|46053|46053|0.5|0.5|46053|46053\n" },
  { "from-1904",
    { .formats = "14\0",
      .rows = "<row><c s='1'><v>0</v></c><c s='1'><v>60</v></c><c s='1'><v>44591</v></c></row>",
      .book = "<workbook xmlns='" NS "' xmlns:q='r'><workbookPr date1904='true'/>"
              "<sheets><sheet name='Data' q:id='r1'/></sheets></workbook>" },
    "1:1904-01-01|1904-03-01|2026-01-31\n" },
  { "percents",
    { .formats = "0%\0" "10\0" "0.0\"%\"\0",
      .rows = "<row><c s='1'><v>0.45000000000000001</v></c><c s='2'><v>0.12345</v></c>"
              "<c s='1'><v>-1</v></c><c s='1'><v>0</v></c><c s='1'><v>1E-4</v></c>"
              "<c s='3'><v>45</v></c><c s='1'><v>12.5</v></c></row>" },
    "1:45%|12.345%|-100%|0%|0.01%|45|1250%\n" },
  { "money",
    { .formats = "[$\xE2\x82\xAC-407] #,##0.00\0" "\"$\"#,##0\0" "#,##0.00\\ \"\xE2\x82\xAC\"\0"
                 "_-[$\xC2\xA3-809]* #,##0.00_-\0" "[$$-1009]#,##0\0" "#,##0 [$kr-41D]\0"
                 "[$CHF] 0.00\0" "[$-409]#,##0\0" "[$\xC2\xA5-804]0\0",
      .rows = "<row><c s='1'><v>1200.5</v></c><c s='2'><v>-900</v></c><c s='3'><v>1.234</v></c>"
              "<c s='4'><v>5</v></c><c s='5'><v>5</v></c><c s='6'><v>5</v></c><c s='7'><v>5</v></c>"
              "<c s='8'><v>5</v></c><c s='9'><v>5</v></c></row>" },
    "1:\xE2\x82\xAC" "1200.5|-$900|\xE2\x82\xAC" "1.234|\xC2\xA3" "5|5 CAD|5 SEK|5 CHF|5|5 CNY\n" },
  { "iso-dates",
    { .rows = "<row><c t='d'><v>2026-01-31</v></c><c t='d'><v>2026-01-31T00:00:00Z</v></c>"
              "<c t='d'><v>2026-01-31T14:30:00</v></c></row>" },
    "1:2026-01-31|2026-01-31|2026-01-31T14:30:00\n" },
  { "merged",
    { .rows = "<row r='1'><c r='A1' t='str'><v>Customer</v></c><c r='B1' t='str'><v>Q1</v></c></row>"
              "<row r='2'><c r='B2' t='str'><v>Jan</v></c><c r='C2' t='str'><v>Feb</v></c></row>"
              "<row r='3'><c r='A3' t='str'><v>Acme</v></c><c r='B3'><v>1</v></c></row>"
              "<row r='4'><c r='A4'/><c r='B4'><v>2</v></c></row>"
              "<row r='6'><c r='C6'><v>3</v></c></row>"
              "<row r='9'><c r='A9' t='str'><v>Birch</v></c></row>",
      .behind = "<mergeCells><mergeCell ref='A3:A7'/><mergeCell ref='A1:A2'/>"
                "<mergeCell ref='B1:C1'/><mergeCell ref='nonsense'/></mergeCells>" },
    "1:Customer|Q1|\n2:Customer|Jan|Feb\n3:Acme|1|\n4:Acme|2|\n5:\n6:Acme||3\n7:\n8:\n9:Birch||\n" },
  { "other-namespaces-inside",
    { .rows = WORDS "<row r='2'><c r='A2'><v>1</v><extLst><ext><x14:v xmlns:x14='q'>9</x14:v>"
              "</ext></extLst></c></row>",
      .behind = "<mc:AlternateContent xmlns:mc='q'><mc:Choice><row r='7'><c r='A7'><v>8</v></c>"
                "</row></mc:Choice></mc:AlternateContent>" },
    "1:id|n\n2:1|\n" },
  { "prefixed",
    { .sheet = "\xEF\xBB\xBF<?xml version='1.0'?>\n<x:worksheet xmlns:x='" NS "'><x:sheetData>"
               "<x:row r='1'><x:c r='A1' t='str'><x:v>a</x:v></x:c></x:row></x:sheetData>"
               "<x:mergeCells/></x:worksheet>\n" },
    "1:a\n" },
  { "strict-namespace",
    { .sheet = "<worksheet xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'><sheetData>"
               "<row><c t='str'><v>a</v></c></row></sheetData></worksheet>" },
    "1:a\n" },
  { "latin-1",
    { .sheet = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><worksheet xmlns='n'><sheetData>"
               "<row><c t='str'><v>M\xFCller</v></c></row></sheetData></worksheet>" },
    "1:M\xC3\xBCller\n" },
  { "nothing-in-rows", { .rows = "<row r='1'><c r='A1'/></row>" }, "" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GBytes) bytes = bw_test_book (&c->book);
  g_autoptr(GFile) file = bw_test_file_of ("export.csv", bytes);
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(GError) error = NULL;
  g_autofree char *raw = NULL;

  reading->sheet = g_strdup ("Data");
  raw = bw_test_raw (file, reading, &error);
  bw_test_remove (file);
  if (c->raw == NULL)
    {
      g_assert_no_error (error);
      g_assert_nonnull (raw);
    }
  else if (c->raw[0] == '\0')
    {
      g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_EMPTY);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_cmpstr (raw, ==, c->raw);
    }
}

/* UTF-16 with a byte order mark, as some programs write parts. */
static void
test_utf16 (void)
{
  static const char sheet[] =
    "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-16'?><worksheet><sheetData><row>"
    "<c t='str'><v>K\xC3\xB6ln</v></c></row></sheetData></worksheet>";
  gsize n;
  g_autofree char *wide = g_convert (sheet, -1, "UTF-16LE", "UTF-8", NULL, &n, NULL);
  const BwTestBook book = { .sheet = wide, .n_sheet = n };
  g_autoptr(GBytes) bytes = bw_test_book (&book);
  g_autoptr(GFile) file = bw_test_file_of ("export.xlsx", bytes);
  g_autoptr(GError) error = NULL;
  g_autofree char *raw = bw_test_raw (file, NULL, &error);

  bw_test_remove (file);
  g_assert_no_error (error);
  g_assert_cmpstr (raw, ==, "1:K\xC3\xB6ln\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/book/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/book/utf-16", test_utf16);

  return g_test_run ();
}
