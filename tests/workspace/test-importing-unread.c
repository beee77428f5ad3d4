/* Files that cannot be read: kept with their reason, tried in another way, remembered. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "books.h"
#include "workspace/importing.h"

#include <string.h>

static char *folder;

static const char accounts[] =
  "Id,Name,Usage,Tickets\na,Alder,90,1\nb,Birch,50,5\nc,Cedar,20,9\n";
static const char usage[] = "Id,Logins\na,4\na,5\nb,6\nc,7\n";

static GFile *
write_file (const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));

  return g_file_new_for_path (path);
}

/* An archive with two tables and a text. */
static GFile *
write_archive (const char *name)
{
  const BwTestEntry entries[] = {
    { "accounts.csv", accounts }, { "more/usage.csv", usage }, { "readme.txt", "Hello" },
  };
  g_autoptr(GBytes) bytes = bw_test_archive (entries, G_N_ELEMENTS (entries));

  return write_file (name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
on_ended (BwImporting *importing,
          gboolean    *ended)
{
  *ended = TRUE;
}

static void
wait_for_end (BwImporting *importing)
{
  gboolean ended = !bw_importing_get_busy (importing);
  const gulong handler = g_signal_connect (importing, "ended", G_CALLBACK (on_ended), &ended);

  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (importing, handler);
}

static BwImporting *
read_one (GFile *file,
          GFile *memory)
{
  BwImporting *importing = bw_importing_new (NULL, memory);

  bw_importing_read (importing, &file, 1);
  wait_for_end (importing);

  return importing;
}

static void
choose_sheet (BwImporting *importing,
              const char  *sheet)
{
  g_autoptr(BwReading) reading =
    bw_reading_copy (bw_importing_get_unread (importing, 0)->choices);

  g_free (reading->sheet);
  reading->sheet = g_strdup (sheet);
  bw_importing_retry_unread (importing, 0, reading);
}

static guint
count_rows (BwImporting *importing,
            guint        file)
{
  BwSource *source = bw_intake_get_source (bw_importing_get_intake (importing), file);

  return bw_table_get_n_rows (bw_source_get_table (source));
}

static void
test_alone (void)
{
  g_autoptr(GFile) file = write_file ("picture.csv", "\x89PNG\r\n\x1a\n", 8);
  g_autoptr(BwImporting) importing = read_one (file, NULL);
  const BwUnread *unread;

  g_assert_null (bw_importing_get_intake (importing));
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 1);
  unread = bw_importing_get_unread (importing, 0);
  g_assert_cmpstr (unread->name, ==, "picture.csv");
  g_assert_nonnull (strstr (unread->reason, "picture"));
  g_assert_null (unread->sheets);
  g_assert_cmpuint (bw_importing_get_facts (importing)->n_customers, ==, 0);
}

static void
test_choose_table (void)
{
  g_autoptr(GFile) file = write_archive ("exports.zip");
  g_autoptr(BwImporting) importing = read_one (file, NULL);
  g_autoptr(BwReading) other = NULL;
  guint line, column;

  g_assert_null (bw_importing_get_intake (importing));
  g_assert_false (bw_importing_find_question (importing, &line, &column));
  g_assert_cmpstrv (bw_importing_get_unread (importing, 0)->sheets,
                    ((const char *[]) { "accounts.csv", "more/usage.csv", NULL }));

  choose_sheet (importing, "nothing.csv");
  wait_for_end (importing);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 1);
  g_assert_nonnull (strstr (bw_importing_get_unread (importing, 0)->reason, "nothing.csv"));

  choose_sheet (importing, "accounts.csv");
  wait_for_end (importing);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 0);
  g_assert_cmpuint (bw_importing_get_facts (importing)->n_customers, ==, 3);

  /* The choice holds under the next one. */
  other = bw_reading_copy (bw_importing_get_choices (importing, 0));
  g_assert_cmpstr (other->sheet, ==, "accounts.csv");
  other->header = BW_HEADER_NONE;
  bw_importing_reread (importing, 0, other);
  wait_for_end (importing);
  g_assert_cmpuint (count_rows (importing, 0), ==, 4);
}

/* Two choices made one right after the other both hold, whether the first is enough or not. */
static void
test_choices_meet (void)
{
  g_autoptr(GFile) file = write_archive ("exports.zip");
  g_autoptr(BwImporting) importing = read_one (file, NULL);
  g_autoptr(BwReading) reading = NULL;

  choose_sheet (importing, "accounts.csv");
  reading = bw_reading_copy (bw_importing_get_unread (importing, 0)->choices);
  reading->header = BW_HEADER_NONE;
  bw_importing_retry_unread (importing, 0, reading);
  wait_for_end (importing);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 0);
  g_assert_cmpuint (count_rows (importing, 0), ==, 4);
}

static void
test_cancelled (void)
{
  g_autoptr(GFile) file = write_archive ("exports.zip");
  g_autoptr(BwImporting) importing = read_one (file, NULL);

  choose_sheet (importing, "accounts.csv");
  g_assert_cmpstr (bw_importing_get_unread (importing, 0)->choices->sheet, ==, "accounts.csv");
  bw_importing_cancel (importing);
  wait_for_end (importing);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 1);
  g_assert_null (bw_importing_get_unread (importing, 0)->choices->sheet);
  g_assert_null (bw_importing_get_intake (importing));
}

/* What was put right joins the files that could be read. */
static void
test_joins_others (void)
{
  g_autoptr(GFile) good = write_file ("accounts.csv", accounts, -1);
  g_autoptr(GFile) archive = write_archive ("exports.zip");
  g_autoptr(GFile) other = write_archive ("other.zip");
  g_autoptr(BwImporting) importing = bw_importing_new (NULL, NULL);
  GFile *files[] = { archive, good };
  BwJoined joined;

  bw_importing_read (importing, files, 2);
  wait_for_end (importing);
  g_assert_cmpuint (bw_intake_get_n_sources (bw_importing_get_intake (importing)), ==, 1);
  choose_sheet (importing, "more/usage.csv");
  wait_for_end (importing);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 0);
  g_assert_cmpuint (bw_intake_get_n_sources (bw_importing_get_intake (importing)), ==, 2);
  g_assert_cmpuint (bw_importing_get_facts (importing)->n_customers, ==, 3);
  bw_intake_get_joined (bw_importing_get_intake (importing),
                        bw_importing_find_source (importing, 1), &joined);
  g_assert_cmpuint (joined.n_matched, ==, 4);
  g_assert_cmpuint (joined.n_customers, ==, 3);

  /* The same one again is read as it was, and changes nothing; another one has to be chosen from. */
  bw_importing_add_files (importing, &archive, 1);
  bw_importing_add_files (importing, &other, 1);
  wait_for_end (importing);
  g_assert_cmpuint (bw_intake_get_n_sources (bw_importing_get_intake (importing)), ==, 2);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 1);
  g_assert_cmpstr (bw_importing_get_unread (importing, 0)->name, ==, "other.zip");
  bw_importing_drop_unread (importing, 0);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 0);
}

/* A file that is taken out while a worker has it stays out. */
static void
test_drop_while_busy (void)
{
  g_autoptr(GFile) file = write_archive ("exports.zip");
  g_autoptr(BwImporting) importing = read_one (file, NULL);

  choose_sheet (importing, "nothing.csv");
  bw_importing_drop_unread (importing, 0);
  wait_for_end (importing);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 0);
}

/* Last time's roles come back with the table that is chosen now. */
static void
test_remembered (void)
{
  g_autofree char *path = g_build_filename (folder, "memory", NULL);
  g_autoptr(GFile) memory = g_file_new_for_path (path);
  g_autoptr(GFile) file = write_archive ("exports.zip");
  g_autoptr(BwImporting) first = read_one (file, memory);
  g_autoptr(BwImporting) second = NULL;
  const BwMappedSource *mapped;

  choose_sheet (first, "accounts.csv");
  wait_for_end (first);
  bw_importing_set_role (first, 0, "Usage", BW_ROLE_IGNORE);
  wait_for_end (first);
  g_assert_true (bw_importing_remember (first, NULL));

  second = read_one (file, memory);
  choose_sheet (second, "accounts.csv");
  wait_for_end (second);
  g_assert_true (bw_importing_get_recalled (second));
  mapped = bw_mapping_get_source (bw_importing_get_mapping (second), 0);
  g_assert_cmpstr (mapped->columns[2].header, ==, "Usage");
  g_assert_cmpint (mapped->columns[2].role, ==, BW_ROLE_IGNORE);
  g_assert_cmpstr (mapped->reading->sheet, ==, "accounts.csv");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("bw-unread-XXXXXX", NULL);

  g_test_add_func ("/unread/alone", test_alone);
  g_test_add_func ("/unread/choose-table", test_choose_table);
  g_test_add_func ("/unread/choices-meet", test_choices_meet);
  g_test_add_func ("/unread/cancelled", test_cancelled);
  g_test_add_func ("/unread/joins-others", test_joins_others);
  g_test_add_func ("/unread/drop-while-busy", test_drop_while_busy);
  g_test_add_func ("/unread/remembered", test_remembered);

  return g_test_run ();
}
