/* What is no table is refused with a reason, and nothing hangs or stays behind. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "files.h"

#include <string.h>
#include <sys/stat.h>

typedef struct
{
  const char   *name;
  const char   *bytes;
  gsize         length; /* 0 where the bytes end at their NUL */
  BwImportError code;
  const char   *says;   /* a part of the message */
} Case;

static const Case cases[] = {
  { "empty", "", 0, BW_IMPORT_ERROR_EMPTY, "is empty" },
  { "blank", "\n \r\n\n", 0, BW_IMPORT_ERROR_EMPTY, "is empty" },
  { "bom", "\xEF\xBB\xBF", 0, BW_IMPORT_ERROR_EMPTY, "is empty" },
  { "header", "id,name,arr\n", 0, BW_IMPORT_ERROR_NO_ROWS, "no rows" },
  { "header-without-end", "id;name", 0, BW_IMPORT_ERROR_NO_ROWS, "no rows" },
  { "header-and-blanks", "id,name\n,\n\n", 0, BW_IMPORT_ERROR_NO_ROWS, "no rows" },
  { "png", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16, BW_IMPORT_ERROR_NOT_A_TABLE, "picture" },
  { "jpeg", "\xFF\xD8\xFF\xE0\0\x10JFIF", 10, BW_IMPORT_ERROR_NOT_A_TABLE, "picture" },
  { "pdf", "%PDF-1.7\n%\xE2\xE3\n1 0 obj", 0, BW_IMPORT_ERROR_NOT_A_TABLE, "document" },
  { "html", "\n<!DOCTYPE html>\n<html><body>Log in</body></html>", 0,
    BW_IMPORT_ERROR_NOT_A_TABLE, "web page" },
  { "json", "[{\"a\": 1, \"b\": 2},\n {\"a\": 3}]", 0, BW_IMPORT_ERROR_NOT_A_TABLE, "JSON" },
  { "json-lines", "{\"a\": 1}\n{\"a\": 2}\n", 0, BW_IMPORT_ERROR_NOT_A_TABLE, "JSON" },
  { "xml", "<?xml version=\"1.0\"?>\n<a/>", 0, BW_IMPORT_ERROR_NOT_A_TABLE, "XML" },
  { "other-xml", "<rows>\n<row a=\"1\"/>\n</rows>", 0, BW_IMPORT_ERROR_NOT_A_TABLE, "XML" },
  { "zip", "PK\3\4\x14\0\0\0\x08\0data.csv", 18, BW_IMPORT_ERROR_NOT_A_TABLE, "damaged" },
  { "xlsx", "PK\3\4\x14\0\6\0\x08\0[Content_Types].xml", 29, BW_IMPORT_ERROR_NOT_A_TABLE,
    "damaged" },
  { "xls", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0", 10, BW_IMPORT_ERROR_NOT_A_TABLE, "workbook" },
  { "sqlite", "SQLite format 3\0\x10\0\1\1", 20, BW_IMPORT_ERROR_NOT_A_TABLE, "database" },
  { "elf", "\x7F" "ELF\2\1\1\0\0\0\0\0", 12, BW_IMPORT_ERROR_NOT_A_TABLE, "program" },
  { "zeros", "\0\0\0\0\0\0\0\0\0\0\0\0", 12, BW_IMPORT_ERROR_NOT_A_TABLE, "zero bytes" },
  { "controls", "\2\3\4\5\6\7,\2\3\4\n\2\3", 0, BW_IMPORT_ERROR_NOT_A_TABLE, "not text" },
};

static void
delete_file (GFile *file)
{
  g_autoptr(GFile) folder = g_file_get_parent (file);

  g_file_delete (file, NULL, NULL);
  g_file_delete (folder, NULL, NULL);
}

static void
test_refused (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GFile) file = bw_test_file ("export.csv", c->bytes,
                                        c->length > 0 ? (gssize) c->length : -1);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);

  delete_file (file);
  g_assert_null (source);
  g_assert_error (error, BW_IMPORT_ERROR, (int) c->code);
  g_assert_nonnull (strstr (error->message, "export.csv"));
  g_assert_nonnull (strstr (error->message, c->says));
}

static void
test_folder (void)
{
  g_autoptr(GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr(GError) error = NULL;

  g_assert_null (bw_source_read (folder, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE);
}

static void
test_pipe (void)
{
  g_autoptr(GFile) file = bw_test_file ("pipe", "", 0);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr(GError) error = NULL;

  g_file_delete (file, NULL, NULL);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_null (bw_source_read (file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_NOT_A_TABLE);
  delete_file (file);
}

static void
test_not_there (void)
{
  g_autoptr(GFile) file = g_file_new_for_path ("/nonexistent/export.csv");
  g_autoptr(GError) error = NULL;

  g_assert_null (bw_source_read (file, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "export.csv"));
}

static void
test_wrong_encoding (void)
{
  g_autoptr(GFile) file = bw_test_file ("export.csv", "a,b\n1,2\n", -1);
  g_autoptr(BwReading) reading = bw_reading_new ();
  g_autoptr(GError) error = NULL;

  reading->encoding = g_strdup ("NO-SUCH-ENCODING");
  g_assert_null (bw_source_read (file, reading, NULL, NULL, NULL, &error));
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_ENCODING);
  delete_file (file);
}

static void
cancel (goffset  n_bytes,
        goffset  n_total,
        gsize    n_rows,
        gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* When all rows are there, and before they are columns. */
static void
cancel_late (goffset  n_bytes,
             goffset  n_total,
             gsize    n_rows,
             gpointer user_data)
{
  if (n_rows == 200000)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (gconstpointer when)
{
  const BwProgressFunc func = GPOINTER_TO_INT (when) ? cancel_late : cancel;
  g_autoptr(GString) text = g_string_new ("id,n\n");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "%u,%u\n", i, i * 7);
  file = bw_test_file ("export.csv", text->str, text->len);
  g_assert_null (bw_source_read (file, NULL, func, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  delete_file (file);
}

/* Files too large to be remembered are read twice, and must not change meanwhile. */
static void
change (goffset  n_bytes,
        goffset  n_total,
        gsize    n_rows,
        gpointer user_data)
{
  g_autoptr(GFileOutputStream) stream = NULL;

  if (n_rows > 0)
    return;
  stream = g_file_append_to (user_data, G_FILE_CREATE_NONE, NULL, NULL);
  g_output_stream_write_all (G_OUTPUT_STREAM (stream), "9,9\n", 4, NULL, NULL, NULL);
}

static void
test_changed (void)
{
  g_autoptr(GString) text = g_string_new ("id,n\n");
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;

  while (text->len < 17 * 1024 * 1024)
    g_string_append (text, "12345678901234567890123456789012345678901234567890,1\n");
  file = bw_test_file ("export.csv", text->str, text->len);
  g_assert_null (bw_source_read (file, NULL, change, file, NULL, &error));
  g_assert_error (error, BW_IMPORT_ERROR, BW_IMPORT_ERROR_CHANGED);
  delete_file (file);
}

/* Any bytes at all: refused or read, never a crash, a hang or a warning. */
static void
test_any_bytes (void)
{
  static const char pieces[][8] = {
    ",", ";", "\"", "\"\"", "'", "\n", "\r", "\r\n", "\t", "a", "1", "1.5", "\xC3\xBC", "\xFC",
    "\\", " ", "2026-", "|", "=", "\xEF\xBB\xBF", "\xE2\x82", "%", "(", "-", "{", "<",
  };
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GFile) file = NULL;
      g_autoptr(BwSource) source = NULL;
      const guint n = g_rand_int_range (rand, 1, 80);

      for (guint k = 0; k < n; k++)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      if (i % 10 == 0)
        g_string_append_c (text, '\0');
      file = bw_test_file ("any.csv", text->str, text->len);
      source = bw_source_read (file, NULL, NULL, NULL, NULL, NULL);
      delete_file (file);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/bad/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_refused);
    }
  g_test_add_func ("/bad/folder", test_folder);
  g_test_add_func ("/bad/pipe", test_pipe);
  g_test_add_func ("/bad/not-there", test_not_there);
  g_test_add_func ("/bad/wrong-encoding", test_wrong_encoding);
  g_test_add_data_func ("/bad/cancelled", GINT_TO_POINTER (FALSE), test_cancelled);
  g_test_add_data_func ("/bad/cancelled-late", GINT_TO_POINTER (TRUE), test_cancelled);
  g_test_add_func ("/bad/changed", test_changed);
  g_test_add_func ("/bad/any-bytes", test_any_bytes);

  return g_test_run ();
}
