/* Every file of the corpus is read as its expectation says. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file tests/import/data/THEME/NAME has its expectation beside it in NAME.expect.json: an object
 * with any of these members, each checked where it is there.
 *
 * about:     why the file is here
 * refused:   words of the message with which the file is refused; then nothing else is given
 * encoding:  as iconv names it
 * delimiter: one character
 * quote:     one character, or "none"
 * header:    the names of the columns
 * types:     of the columns, money with its currency: "money EUR"
 * rows:      the table: numbers as such, flags as true and false, dates as ISO text, a missing value
 *            as null
 * n_rows:    where there are too many to write them down
 * lines:     the line on which each row begins
 * problems:  the whole report, each as [line, column, kind], in any order */

#include "expect.h"
#include "files.h"

#include <locale.h>
#include <string.h>

#define SUFFIX ".expect.json"

static const char *const members[] = {
  "about", "refused", "encoding", "delimiter", "quote", "header", "types", "rows", "n_rows", "lines",
  "problems",
};

static JsonObject *
load_expectation (JsonParser *parser,
                  const char *path)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *expectation = g_strconcat (path, SUFFIX, NULL);
  g_autoptr(GList) given = NULL;
  JsonObject *object;

  json_parser_load_from_file (parser, expectation, &error);
  g_assert_no_error (error);
  object = json_node_get_object (json_parser_get_root (parser));
  given = json_object_get_members (object);
  for (GList *l = given; l != NULL; l = l->next)
    {
      gboolean known = FALSE;

      for (guint i = 0; i < G_N_ELEMENTS (members); i++)
        known |= g_str_equal (members[i], l->data);
      if (!known)
        bw_test_differ ("%s: no such member: “%s”", expectation, (const char *) l->data);
    }

  return object;
}

static void
check_refused (JsonObject   *expected,
               BwSource     *source,
               const GError *error)
{
  const char *words = json_object_get_string_member (expected, "refused");

  if (source != NULL)
    bw_test_differ ("expected to be refused as “%s”, but it was read", words);
  else if (strstr (error->message, words) == NULL)
    bw_test_differ ("expected to be refused as “%s”, but: %s", words, error->message);
}

/* Read with the choices that were found, a file gives the same table. */
static void
check_again (GFile    *file,
             BwSource *first)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) second = bw_source_read (file, bw_source_get_reading (first), NULL, NULL,
                                               NULL, &error);
  BwTable *table = bw_source_get_table (first), *other;

  g_assert_no_error (error);
  other = bw_source_get_table (second);
  g_assert_cmpuint (bw_table_get_n_columns (other), ==, bw_table_get_n_columns (table));
  g_assert_cmpuint (bw_table_get_n_rows (other), ==, bw_table_get_n_rows (table));
  for (guint i = 0; i < bw_table_get_n_columns (table); i++)
    {
      for (gsize row = 0; row < bw_table_get_n_rows (table); row++)
        {
          g_autofree char *one = bw_test_cell_to_text (bw_table_get_column (table, i), row);
          g_autofree char *again = bw_test_cell_to_text (bw_table_get_column (other, i), row);

          if (strcmp (one, again) != 0)
            bw_test_differ ("read again: first “%s”, then “%s”", one, again);
        }
    }
}

static void
test_file (gconstpointer path)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *expected = load_expectation (parser, path);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);

  if (json_object_has_member (expected, "refused"))
    {
      check_refused (expected, source, error);
      return;
    }
  if (source == NULL)
    {
      bw_test_differ ("expected a table, but: %s", error->message);
      return;
    }

  bw_test_expect (expected, source);
  check_again (file, source);
}

/* The same text as another program might hand it over. */
typedef enum
{
  WITH_MARK,
  IN_UTF16,
  COMPRESSED,
  WITH_CR,
} Disguise;

#define N_DISGUISES (WITH_CR + 1)

static char *
compress (const char *text,
          gsize      *length)
{
  g_autoptr(GConverter) gzip =
    G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr(GInputStream) plain = g_memory_input_stream_new_from_data (text, -1, NULL);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (plain, gzip);
  char *bytes = g_malloc (65536);

  g_assert_true (g_input_stream_read_all (stream, bytes, 65536, length, NULL, NULL));

  return bytes;
}

static char *
disguise (const char *text,
          Disguise    how,
          gsize      *length)
{
  g_autofree char *marked = g_strconcat ("\uFEFF", text, NULL);
  g_auto(GStrv) lines = NULL;
  char *bytes;

  switch (how)
    {
    case IN_UTF16:
      return g_convert (marked, -1, "UTF-16BE", "UTF-8", NULL, length, NULL);

    case COMPRESSED:
      return compress (text, length);

    case WITH_CR:
      lines = g_strsplit (text, "\n", -1);
      bytes = g_strjoinv ("\r\n", lines);
      break;

    case WITH_MARK:
    default:
      bytes = g_steal_pointer (&marked);
    }
  *length = strlen (bytes);

  return bytes;
}

/* Whether what stands in a file is plain UTF-8, and means the same in disguise. */
static gboolean
is_plain (const char *text,
          gsize       length)
{
  return strlen (text) == length && length < 65536 && g_utf8_validate (text, length, NULL)
         && strchr (text, 0x1B) == NULL
         && !g_str_has_prefix (text, "\uFEFF");
}

/* Whether all of its line ends part records. */
static gboolean
is_in_lines (const char *text)
{
  return strpbrk (text, "\r\f\"'") == NULL;
}

/* In UTF-16, compressed, with a mark or with other line ends, a file gives the same table. */
static void
test_disguised (gconstpointer path)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  JsonObject *expected = load_expectation (parser, path);
  g_autofree char *text = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  if (!is_plain (text, length) || json_object_has_member (expected, "refused"))
    {
      g_test_skip ("Not plain UTF-8");
      return;
    }

  json_object_remove_member (expected, "encoding");
  for (Disguise how = 0; how < (is_in_lines (text) ? N_DISGUISES : WITH_CR); how++)
    {
      g_autofree char *bytes = disguise (text, how, &length);
      g_autofree char *name = g_path_get_basename (path);
      g_autoptr(GFile) file = bw_test_file (name, bytes, length);
      g_autoptr(GFile) folder = g_file_get_parent (file);
      g_autoptr(GError) error = NULL;
      g_autoptr(BwSource) source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);

      g_test_message ("Disguise %u", how);
      if (source != NULL)
        bw_test_expect (expected, source);
      else
        bw_test_differ ("expected a table, but: %s", error->message);
      g_file_delete (file, NULL, NULL);
      g_file_delete (folder, NULL, NULL);
    }
}

static void
test_pair (gconstpointer path)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    bw_test_differ ("%s is missing", (const char *) path);
}

/* A case for each file; one that fails for each file or expectation without the other. */
static guint
add_folder (const char *folder,
            const char *theme)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      char *path = g_build_filename (folder, name, NULL);
      g_autofree char *stem = g_str_has_suffix (name, SUFFIX)
                              ? g_strndup (path, strlen (path) - strlen (SUFFIX)) : NULL;
      g_autofree char *other = g_strconcat (path, SUFFIX, NULL);
      g_autofree char *id = g_strconcat ("/corpus", theme, "/", name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        n += add_folder (path, id + strlen ("/corpus"));
      else if (stem != NULL && !g_file_test (stem, G_FILE_TEST_EXISTS))
        g_test_add_data_func_full (id, g_steal_pointer (&stem), test_pair, g_free);
      else if (stem == NULL && !g_file_test (other, G_FILE_TEST_EXISTS))
        g_test_add_data_func_full (id, g_steal_pointer (&other), test_pair, g_free);
      else if (stem == NULL)
        {
          g_autofree char *again = g_strconcat ("/disguised", theme, "/", name, NULL);

          g_test_add_data_func_full (id, g_strdup (path), test_file, g_free);
          g_test_add_data_func_full (again, g_strdup (path), test_disguised, g_free);
          n++;
        }
      g_free (path);
    }

  return n;
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_build_filename (g_getenv ("BW_SOURCE_ROOT"), "tests", "import",
                                              "data", NULL);

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  if (add_folder (folder, "") == 0)
    g_error ("%s: no corpus", folder);

  return g_test_run ();
}
