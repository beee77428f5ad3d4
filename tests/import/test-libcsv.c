/* Records are those of libcsv: over generated texts, and over whole exports. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "by-libcsv.h"
#include "import/records.h"
#include "import/source.h"

#include <string.h>

#define N_TEXTS 100000
#define OTHERS  4 /* one in so many texts is in another dialect */

/* Text in pieces of any size. */
typedef struct
{
  const char *text;
  gsize       length;
  guint       state;
} Pieces;

static gssize
give_piece (gpointer user_data,
            char    *buffer,
            gsize    size,
            GError **error)
{
  Pieces *pieces = user_data;
  gsize n;

  pieces->state = pieces->state * 1103515245u + 12345u;
  n = MIN (MIN (1 + (pieces->state >> 16) % 50, size), pieces->length);
  memcpy (buffer, pieces->text, n);
  pieces->text += n;
  pieces->length -= n;

  return n;
}

static char *
read_ours (const BwDialect *dialect,
           guint            width,
           const char      *text,
           gsize            length)
{
  Pieces pieces = { text, length, length };
  g_autoptr(BwRecords) records = bw_records_new (dialect, give_piece, &pieces);
  GString *made = g_string_new (NULL);
  BwRecord record;

  bw_records_set_width (records, width);
  while (bw_records_next (records, &record, NULL))
    {
      for (guint i = 0; i < record.n_fields; i++)
        {
          g_assert_cmpint (record.fields[i][record.lengths[i]], ==, '\0');
          g_assert_true (record.fields[i] >= record.text);
          g_assert_true (record.fields[i] + record.lengths[i] <= record.text + record.size);
          bw_test_add_field (made, record.fields[i], record.lengths[i]);
        }
      g_string_append_c (made, '\n');
    }

  return g_string_free (made, FALSE);
}

static void
generate (GRand     *rand,
          GString   *text,
          BwDialect *dialect,
          guint     *width)
{
  static const char *const pieces[] = {
    "a", "bc", "0", "12.5", ",", ",", ",", ",", ";", "\t", "\"", "\"", "\"\"", "'", "\n", "\n", "\r\n",
    "\r", "\r\r\n", " ", "\\", "\\\"", "\"x\"", "\"y,z\"", ",\"", "\",", "\"\n", "\"a\nb\"", "é", "北京",
    "\xEF\xBB\xBF", "a longer text that reaches over the edge of a block of sixty-four bytes",
  };
  static const char delimiters[] = ",,,;\t ", quotes[] = "\"\"\"'";
  const guint n = g_rand_int_range (rand, 1, 30);
  const gboolean other = g_rand_int_range (rand, 0, OTHERS) == 0;

  g_string_truncate (text, 0);
  for (guint k = 0; k < n; k++)
    g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
  *dialect = (BwDialect) { ',', '"', FALSE, FALSE };
  *width = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 1, 6);
  if (!other)
    return;

  dialect->delimiter = delimiters[g_rand_int_range (rand, 0, strlen (delimiters))];
  dialect->quote = quotes[g_rand_int_range (rand, 0, sizeof quotes)]; /* its NUL is for none */
  dialect->blanks = dialect->delimiter != ' ' && g_rand_boolean (rand);
  dialect->backslash = dialect->quote != 0 && g_rand_boolean (rand);
}

static void
test_generated (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autoptr(GString) text = g_string_new (NULL);
  guint n_taken_back = 0;

  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *ours = NULL;
      g_autofree char *theirs = NULL;
      BwDialect dialect;
      guint width;

      generate (rand, text, &dialect, &width);
      theirs = bw_test_by_libcsv (&dialect, width, text->str, text->len, &n_taken_back);
      ours = read_ours (&dialect, width, text->str, text->len);
      if (strcmp (ours, theirs) != 0)
        g_test_message ("text %u: %s", i, text->str);
      g_assert_cmpstr (ours, ==, theirs);
    }
  g_assert_cmpuint (n_taken_back, >, N_TEXTS / 100);
}

/* Texts of many blocks, whose records lie over their edges. */
static void
test_long (void)
{
  const BwDialect dialect = { ',', '"', FALSE, FALSE };
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  guint n_taken_back = 0;

  for (guint i = 0; i < 60000; i++)
    g_string_append_printf (text, "%u,\"name %u\",\"%s\",%.*s\r\n", i, i,
                            i % 7 == 0 ? "two\nlines, \"\"quoted\"\"" : "plain",
                            g_rand_int_range (rand, 0, 60),
                            "a text of some length or other, which ends somewhere in");
  theirs = bw_test_by_libcsv (&dialect, 0, text->str, text->len, &n_taken_back);
  ours = read_ours (&dialect, 0, text->str, text->len);
  g_assert_true (strlen (text->str) > 4 * 256 * 1024);
  g_assert_cmpuint (n_taken_back, ==, 0);
  g_assert_cmpuint (strlen (ours), ==, strlen (theirs));
  g_assert_true (strcmp (ours, theirs) == 0);
}

static gboolean
add_record (const char *const *fields,
            const gsize       *lengths,
            guint              n_fields,
            gsize              line,
            gpointer           user_data)
{
  GString *made = user_data;

  for (guint i = 0; i < n_fields; i++)
    bw_test_add_field (made, fields[i], lengths[i]);
  g_string_append_c (made, '\n');

  return TRUE;
}

/* The text of a file that was read, in UTF-8 without a byte order mark. */
static char *
text_of (GFile           *file,
         const BwReading *reading,
         gsize           *length)
{
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;
  char *text;
  gsize n;

  g_assert_true (g_file_load_contents (file, NULL, &bytes, &n, NULL, NULL));
  text = g_convert (bytes, n, "UTF-8", reading->encoding, NULL, length, &error);
  g_assert_no_error (error);
  if (g_str_has_prefix (text, "\xEF\xBB\xBF"))
    memmove (text, text + 3, *length -= 3);

  return text;
}

static void
compare_file (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);
  g_autoptr(GString) ours = g_string_new (NULL);
  g_autofree char *theirs = NULL;
  g_autofree char *text = NULL;
  const BwReading *reading;
  BwDialect dialect = { 0 };
  guint n_taken_back = 0;
  gsize length;

  g_test_message ("%s", path);
  g_assert_no_error (error);
  reading = bw_source_get_reading (source);
  dialect.delimiter = reading->delimiter;
  dialect.quote = reading->quote == BW_QUOTE_NONE ? 0 : reading->quote;
  text = text_of (file, reading, &length);
  theirs = bw_test_by_libcsv (&dialect, 0, text, length, &n_taken_back);
  g_assert_true (bw_source_read_raw (file, NULL, add_record, ours, NULL, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (n_taken_back, ==, 0);
  g_assert_cmpuint (ours->len, ==, strlen (theirs));
  g_assert_true (strcmp (ours->str, theirs) == 0);
}

static guint
compare_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inside = g_build_filename (path, name, NULL);

      if (g_file_test (inside, G_FILE_TEST_IS_DIR))
        {
          n += compare_folder (inside);
        }
      else if (g_str_has_suffix (name, ".csv"))
        {
          compare_file (inside);
          n++;
        }
    }

  return n;
}

static void
test_exports (gconstpointer variable)
{
  const char *path = g_getenv (variable);

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_DIR))
    g_test_skip ("no such folder");
  else
    g_assert_cmpuint (compare_folder (path), >, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/libcsv/generated", test_generated);
  g_test_add_func ("/libcsv/long", test_long);
  g_test_add_data_func ("/libcsv/sample", "BW_SAMPLE_DATA", test_exports);
  g_test_add_data_func ("/libcsv/exports", "BW_SHARED_DATA", test_exports);

  return g_test_run ();
}
