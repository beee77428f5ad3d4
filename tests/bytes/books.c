/* Workbooks and archives for tests, put together from texts. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "books.h"

#include "files.h"

#include <string.h>
#include <zip.h>

#define MAIN      "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define PACKAGE_RELATIONS                                                                          \
  "<Relationships><Relationship Id='a' Type='" RELATIONS "/officeDocument' "                       \
  "Target='xl/workbook.xml'/></Relationships>"
#define BOOK_RELATIONS                                                                             \
  "<Relationships>"                                                                                \
  "<Relationship Id='r1' Type='" RELATIONS "/worksheet' Target='worksheets/sheet1.xml'/>"          \
  "<Relationship Id='r2' Type='" RELATIONS "/worksheet' Target='/xl/worksheets/sheet2.xml'/>"      \
  "<Relationship Id='r3' Type='" RELATIONS "/worksheet' Target='../xl/worksheets/sheet3.xml'/>"    \
  "<Relationship Id='r4' Type='" RELATIONS "/sharedStrings' Target='sharedStrings.xml'/>"          \
  "<Relationship Id='r5' Type='" RELATIONS "/styles' Target='styles.xml'/>"                        \
  "<Relationship Id='r6' Type='" RELATIONS "/externalLink' Target='file:///etc/passwd' "           \
  "TargetMode='External'/></Relationships>"
#define BOOK                                                                                       \
  "<workbook xmlns='" MAIN "' xmlns:r='" RELATIONS "'><sheets>"                                    \
  "<sheet name='Data' sheetId='1' r:id='r1'/><sheet name='More' sheetId='2' r:id='r2'/>"           \
  "<sheet name='Hidden' sheetId='3' state='veryHidden' r:id='r3'/></sheets></workbook>"
#define OTHER_SHEET                                                                                \
  "<worksheet xmlns='" MAIN "'><sheetData>"                                                        \
  "<row><c t='str'><v>key</v></c><c t='str'><v>n</v></c></row>"                                    \
  "<row><c t='str'><v>x</v></c><c><v>7</v></c></row></sheetData></worksheet>"

/* An archive of that content, as its bytes. */
GBytes *
bw_test_archive (const BwTestEntry *entries,
                 guint              n_entries)
{
  zip_source_t *target = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (target, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  zip_stat_t facts;
  guint8 *data;

  g_assert_nonnull (zip);
  zip_source_keep (target);
  for (guint i = 0; i < n_entries; i++)
    {
      const gsize n = entries[i].n > 0 ? entries[i].n : strlen (entries[i].content);
      zip_source_t *source = zip_source_buffer (zip, entries[i].content, n, 0);

      g_assert_cmpint (zip_file_add (zip, entries[i].name, source, ZIP_FL_ENC_UTF_8), >=, 0);
    }
  g_assert_cmpint (zip_close (zip), ==, 0);

  g_assert_cmpint (zip_source_stat (target, &facts), ==, 0);
  g_assert_cmpint (zip_source_open (target), ==, 0);
  data = g_malloc (facts.size);
  g_assert_cmpint (zip_source_read (target, data, facts.size), ==, facts.size);
  zip_source_close (target);
  zip_source_free (target);

  return g_bytes_new_take (data, facts.size);
}

static char *
make_styles (const char *formats)
{
  g_autoptr(GString) codes = g_string_new (NULL);
  g_autoptr(GString) cells = g_string_new ("<xf numFmtId='0'/>");
  guint id = 164;

  for (const char *code = formats; code != NULL && *code != '\0'; code += strlen (code) + 1)
    {
      g_autofree char *escaped = g_markup_escape_text (code, -1);

      if (strspn (code, "0123456789") == strlen (code) && strlen (code) > 1)
        {
          g_string_append_printf (cells, "<xf numFmtId='%s'/>", code);
          continue;
        }
      g_string_append_printf (codes, "<numFmt numFmtId='%u' formatCode=\"%s\"/>", id, escaped);
      g_string_append_printf (cells, "<xf numFmtId='%u'/>", id++);
    }

  return g_strdup_printf ("<styleSheet xmlns='" MAIN "'><numFmts>%s</numFmts><cellStyleXfs>"
                          "<xf numFmtId='14'/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>",
                          codes->str, cells->str);
}

/* A workbook as its bytes. A format of two or more digits is the number of one that is built in. */
GBytes *
bw_test_book (const BwTestBook *book)
{
  g_autofree char *styles = make_styles (book->formats);
  g_autofree char *strings =
    g_strdup_printf ("<sst xmlns='" MAIN "'>%s</sst>", book->strings != NULL ? book->strings : "");
  g_autofree char *sheet =
    g_strdup_printf ("<worksheet xmlns='" MAIN "'><dimension ref='A1'/><sheetData>%s</sheetData>%s"
                     "</worksheet>", book->rows, book->behind != NULL ? book->behind : "");
  const BwTestEntry entries[] = {
    { "[Content_Types].xml", "<Types/>", 0 },
    { "_rels/.rels", PACKAGE_RELATIONS, 0 },
    { "xl/workbook.xml", book->book != NULL ? book->book : BOOK, 0 },
    { "xl/_rels/workbook.xml.rels", BOOK_RELATIONS, 0 },
    { "xl/worksheets/sheet1.xml", book->sheet != NULL ? book->sheet : sheet, book->n_sheet },
    { "xl/worksheets/sheet2.xml", OTHER_SHEET, 0 },
    { "xl/worksheets/sheet3.xml", OTHER_SHEET, 0 },
    { "xl/sharedStrings.xml", strings, 0 },
    { "xl/styles.xml", styles, 0 },
  };

  return bw_test_archive (entries, G_N_ELEMENTS (entries));
}

GFile *
bw_test_file_of (const char *name,
                 GBytes     *bytes)
{
  gsize n;
  const void *data = g_bytes_get_data (bytes, &n);

  return bw_test_file (name, data, n);
}

/* Removes a file that bw_test_file() made, and its folder. */
void
bw_test_remove (GFile *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static gboolean
add_record (const char *const *fields,
            const gsize       *lengths,
            guint              n_fields,
            gsize              line,
            gpointer           user_data)
{
  GString *text = user_data;

  g_string_append_printf (text, "%zu:", line);
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", fields[i]);
  g_string_append_c (text, '\n');

  return TRUE;
}

/* All records as they stand: "1:id|n\n2:A|5\n", each behind its line; or %NULL with @error set. */
char *
bw_test_raw (GFile           *file,
             const BwReading *reading,
             GError         **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (!bw_source_read_raw (file, reading, add_record, text, NULL, error))
    return NULL;

  return g_strdup (text->str);
}
