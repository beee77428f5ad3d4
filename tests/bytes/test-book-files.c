/* Workbooks as different programs write them, and what must not be read. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "books.h"
#include "files.h"

#include <string.h>
#include <zip.h>

typedef struct
{
  const char *file;  /* in tests/bytes/books */
  const char *sheet; /* wanted */
  const char *raw;   /* as bw_test_raw() gives it, or NULL where the file is refused */
  const char *says;  /* a part of the error, or a line that is in the report, or NULL */
} Book;

/* What was put into the files, in the order in which it was. */
static const Book books[] = {
  { "openpyxl-accounts.xlsx", NULL,
    "1:Account ID|Account|Plan|ARR|Renewal date|Adoption|Active|Last login\n"
    "2:0012|Müller & Söhne, GmbH|Pro|€12000.5|2026-03-31|45%|TRUE|2026-01-05 14:30:00\n"
    "3:0013|Acme \"Best\" Ltd|Basic|€900|2026-06-30|7.5%|FALSE|2026-01-06 09:00:05\n"
    "4:0014|Zwei\nZeilen|Pro|€1.234|2027-12-01|100%|TRUE|2025-12-31 23:59:59\n"
    "5:0015|Delta|Enterprise|€250000||12.345%|FALSE|\n",
    "The sheet “Accounts” was read; these were not: Read me" },
  { "openpyxl-accounts.xlsx", "Lists", "1:plan\n2:Pro\n", NULL },
  { "openpyxl-formulas-never-calculated.xlsx", NULL,
    "1:id|seats|used|share\n2:k2|20|8|\n3:k3|30|12|\n4:k4|40|16|\n5:k5|50|20|\n",
    "openpyxl-formulas-never-calculated.xlsx:5:4: The formula’s result is not stored" },
  { "openpyxl-merged-headers-and-rows.xlsx", NULL,
    "1:Usage report 2026||||\n2:\n3:Customer|Q1|||Q2\n4:Customer|Jan|Feb|Mar|Apr\n"
    "5:Acme|1|10|100|1000\n6:Acme|2|20|200|2000\n7:Birch|3|30|300|3000\n8:Birch|4|40|400|4000\n"
    "9:Cedar|5|50|500|5000\n", "in 3 cells below" },
  { "xlsxwriter-from-1904.xlsx", NULL,
    "1:contract|start|value|total|time spent|won\n"
    "2:K-1|2020-02-28|$1000.25|$2000.5|1.5|TRUE\n3:K-2|2021-02-28|$2000.5|$4001|2.5|FALSE\n"
    "4:K-3|2022-02-28|$3000.75|$6001.5|3.5|TRUE\n5:K-4|2023-02-28|$4001|$8002|4.5|FALSE\n",
    "Times without a date" },
  { "xlsxwriter-inline-strings.xlsx", NULL,
    "1:id|name|site|score\n2:C0|  padded name 0 |https://example.com/0|0\n"
    "3:C1|Big Bold Co|https://example.com/1|0.125\n"
    "4:C2|  padded name 2 |https://example.com/2|0.3\n"
    "5:C3|  padded name 3 |https://example.com/3|0.375\n"
    "6:C4|  padded name 4 |https://example.com/4|0.5\n",
    "xlsxwriter-inline-strings.xlsx:5: 1 row is hidden" },
  { "xlsxwriter-starts-at-c3.xlsx", NULL,
    "1:\n2:\n3:||id|n|m\n4:||a|1|2\n5:\n6:||b|3|\n7:||c|#DIV/0!|9\n8:||d|7|8\n",
    "xlsxwriter-starts-at-c3.xlsx:7:4: " },
  { "xlsxwriter-empty-first-sheet.xlsx", NULL, "1:id|n\n2:a|1\n3:b|2\n", NULL },
  { "xlsxwriter-empty-first-sheet.xlsx", "Cover", NULL, "nothing in its sheet “Cover”" },
  { "xlsxwriter-table-object.xlsx", NULL, "1:id|n|plan\n2:a|1|x\n3:b|2|y\n4:c|3|x\n", NULL },
  { "exceljs-konten.xlsx", NULL,
    "1:Kunde|Umsatz|Quote|Beginn|Notiz|Summe|Text\n"
    "2:K1|€1234.5|50%|2026-01-31|ok|20|fett und nicht\n"
    "3:K2|€99|12.5%|2025-12-01 12:00:00||30|Link\n"
    "4:K3|-€5.25|0%|2024-02-29|a,b \"c\"|40|#N/A\n", NULL },
  { "sheetjs-iso-dates.xlsx", "S & P",
    "1:id|date|flag|n\n2:0001|2026-01-31|TRUE|1E+21\n3:0002|2026-02-28|FALSE|0.1\n"
    "4:0003||TRUE|12345678901\n", NULL },
  { "sheetjs-macros.xlsm", NULL,
    "1:id|date|flag|n\n2:0001|2026-01-31|TRUE|1E+21\n3:0002|2026-02-28|FALSE|0.1\n"
    "4:0003||TRUE|12345678901\n", NULL },
  { "sheetjs-refused.xlsb", NULL, NULL, "binary workbook" },
  { "sheetjs-refused.ods", NULL, NULL, "OpenDocument spreadsheet" },
  { "sheetjs-refused.xls", NULL, NULL, "save it as .xlsx or CSV" },
};

static GFile *
book_file (const char *name)
{
  return g_file_new_build_filename (g_getenv ("BW_SOURCE_ROOT"), "tests", "bytes", "books", name,
                                    NULL);
}

static char *
lines_of (BwReport *report)
{
  GString *lines = g_string_new (NULL);

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      g_autofree char *line = bw_problem_to_line (bw_report_get_problem (report, i));

      g_string_append_printf (lines, "%s\n", line);
    }

  return g_string_free (lines, FALSE);
}

static void
test_book (gconstpointer data)
{
  const Book *book = data;
  g_autoptr(GFile) file = book_file (book->file);
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = NULL;
  g_autofree char *raw = NULL, *lines = NULL;

  reading->sheet = g_strdup (book->sheet);
  raw = bw_test_raw (file, reading, &error);
  g_assert_cmpstr (raw, ==, book->raw);
  if (book->raw == NULL)
    {
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, book->says));
      return;
    }

  g_assert_no_error (error);
  source = bw_source_read (file, reading, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  lines = lines_of (bw_source_get_report (source));
  if (book->says != NULL && strstr (lines, book->says) == NULL)
    g_error ("no “%s” in: %s", book->says, lines);
}

/* A workbook in an archive is read as if it were unpacked; an archive in one is not. */
static void
test_inside_of_an_archive (void)
{
  g_autoptr(GFile) book = book_file ("xlsxwriter-table-object.xlsx");
  g_autoptr(GBytes) inner = g_file_load_bytes (book, NULL, NULL, NULL);
  const BwTestEntry entry = { "mail/book.xlsx", g_bytes_get_data (inner, NULL),
                              g_bytes_get_size (inner) };
  g_autoptr(GBytes) once = bw_test_archive (&entry, 1);
  const BwTestEntry outer = { "once.zip", g_bytes_get_data (once, NULL), g_bytes_get_size (once) };
  g_autoptr(GBytes) twice = bw_test_archive (&outer, 1);
  g_autoptr(GFile) file = bw_test_file_of ("once.zip", once);
  g_autoptr(GFile) other = bw_test_file_of ("twice.zip", twice);
  g_autoptr(GError) error = NULL;
  g_autofree char *raw = bw_test_raw (file, NULL, &error);
  g_autofree char *none = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (raw, ==, "1:id|n|plan\n2:a|1|x\n3:b|2|y\n4:c|3|x\n");
  none = bw_test_raw (other, NULL, &error);
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE);
  g_assert_nonnull (strstr (error->message, "another archive"));
  bw_test_remove (file);
  bw_test_remove (other);
}

static void
test_locked (void)
{
  g_autoptr(GFile) file = bw_test_file ("locked.zip", "", 0);
  g_autofree char *path = g_file_get_path (file);
  zip_t *zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  zip_source_t *source = zip_source_buffer (zip, "id,n\na,1\n", 9, 0);
  const zip_int64_t index = zip_file_add (zip, "data.csv", source, 0);
  g_autoptr(GError) error = NULL;
  g_autofree char *raw = NULL;

  g_assert_cmpint (zip_file_set_encryption (zip, index, ZIP_EM_AES_256, "secret"), ==, 0);
  g_assert_cmpint (zip_close (zip), ==, 0);
  raw = bw_test_raw (file, NULL, &error);
  bw_test_remove (file);
  g_assert_null (raw);
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE);
  g_assert_nonnull (strstr (error->message, "password"));
}

/* What unpacks to 200 MB of the same is no table. */
static void
test_bombs (void)
{
  const gsize n = 200 * 1024 * 1024;
  g_autofree char *same = g_malloc0 (n);
  g_autoptr(GConverter) zipper =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autofree guint8 *packed = g_malloc (1024 * 1024);
  gsize n_read, n_packed;
  g_autoptr(GBytes) archive = NULL;
  const BwTestEntry entry = { "data.csv", same, n };

  memset (same, '0', n);
  g_converter_convert (zipper, same, n, packed, 1024 * 1024, G_CONVERTER_INPUT_AT_END, &n_read,
                       &n_packed, NULL);
  g_assert_cmpuint (n_read, ==, n);
  archive = bw_test_archive (&entry, 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(GFile) file = i == 0 ? bw_test_file ("bomb.csv.gz", packed, n_packed)
                                     : bw_test_file_of ("bomb.zip", archive);
      g_autoptr(GError) error = NULL;
      g_autofree char *raw = bw_test_raw (file, NULL, &error);

      bw_test_remove (file);
      g_assert_null (raw);
      g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE);
      g_assert_nonnull (strstr (error->message, "far more than a table"));
    }
}

/* Cancelling stops a workbook, too. */
static void
test_cancelled (void)
{
  g_autoptr(GFile) file = book_file ("openpyxl-accounts.xlsx");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (bw_source_read (file, NULL, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (books); i++)
    {
      g_autofree char *path = g_strdup_printf ("/book-files/%s/%s", books[i].file,
                                               books[i].sheet != NULL ? books[i].sheet : "first");

      g_test_add_data_func (path, &books[i], test_book);
    }
  g_test_add_func ("/book-files/inside-of-an-archive", test_inside_of_an_archive);
  g_test_add_func ("/book-files/locked", test_locked);
  g_test_add_func ("/book-files/bombs", test_bombs);
  g_test_add_func ("/book-files/cancelled", test_cancelled);

  return g_test_run ();
}
