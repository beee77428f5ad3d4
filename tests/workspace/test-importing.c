/* An import in the making: corrections hold, files are set apart, added, remembered; problems found. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/importing.h"
#include "workspace/problem-export.h"

#include <glib/gstdio.h>
#include <string.h>

static char *folder;

static GFile *
write_file (const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
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

static BwRole
get_role (BwMapping  *mapping,
          const char *header)
{
  const BwMappedSource *source = bw_mapping_get_source (mapping, 0);

  for (guint i = 0; i < source->n_columns; i++)
    {
      if (g_str_equal (source->columns[i].header, header))
        return source->columns[i].role;
    }
  g_assert_not_reached ();
}

static const char october[] =
  "Id,Name,Usage,Tickets\na,Alder,90,1\nb,Birch,50,5\nc,Cedar,20,9\n";
static const char november[] =
  "Id,Name,Usage,Tickets\na,Alder,80,2\nb,Birch,many,6\n";

static void
test_corrections_hold (void)
{
  g_autoptr(BwImporting) importing = bw_importing_new (NULL, NULL);
  g_autoptr(GFile) file = write_file ("plain.csv", october);
  BwMapping *mapping;

  bw_importing_read (importing, &file, 1);
  wait_for_end (importing);
  g_assert_nonnull (bw_importing_get_intake (importing));

  bw_importing_set_role (importing, 0, "Usage", BW_ROLE_IGNORE);
  bw_importing_set_role (importing, 0, "Tickets", BW_ROLE_ATTRIBUTE);
  bw_importing_set_type (importing, 0, "Name", BW_COLUMN_CATEGORY);
  /* What is wished is shown before it is carried out. */
  mapping = bw_importing_get_mapping (importing);
  g_assert_cmpint (get_role (mapping, "Usage"), ==, BW_ROLE_IGNORE);
  g_assert_cmpint (get_role (mapping, "Tickets"), ==, BW_ROLE_ATTRIBUTE);
  wait_for_end (importing);

  mapping = bw_intake_get_mapping (bw_importing_get_intake (importing));
  g_assert_cmpint (get_role (mapping, "Usage"), ==, BW_ROLE_IGNORE);
  g_assert_cmpint (get_role (mapping, "Tickets"), ==, BW_ROLE_ATTRIBUTE);
  g_assert_cmpuint (bw_importing_get_facts (importing)->n_customers, ==, 3);

  bw_importing_set_role (importing, 0, "Name", BW_ROLE_IGNORE);
  bw_importing_set_type (importing, 0, "Tickets", BW_COLUMN_TEXT);
  bw_importing_start_afresh (importing);
  wait_for_end (importing);
  g_assert_cmpuint (bw_importing_get_choices (importing, 0)->n_forced, ==, 0);
  g_assert_cmpint (get_role (bw_importing_get_mapping (importing), "Usage"), ==, BW_ROLE_METRIC);
}

static void
test_cancel_leaves_all (void)
{
  g_autoptr(BwImporting) importing = bw_importing_new (NULL, NULL);
  g_autoptr(GFile) file = write_file ("plain.csv", october);

  bw_importing_read (importing, &file, 1);
  wait_for_end (importing);
  bw_importing_set_role (importing, 0, "Usage", BW_ROLE_IGNORE);
  bw_importing_set_type (importing, 0, "Name", BW_COLUMN_CATEGORY);
  bw_importing_cancel (importing);
  wait_for_end (importing);
  g_assert_cmpint (get_role (bw_importing_get_mapping (importing), "Usage"), ==, BW_ROLE_METRIC);
  g_assert_cmpuint (bw_importing_get_choices (importing, 0)->n_forced, ==, 0);
}

static void
test_set_apart (void)
{
  g_autoptr(BwImporting) importing = bw_importing_new (NULL, NULL);
  g_autoptr(GFile) good = write_file ("plain.csv", october);
  g_autoptr(GFile) empty = write_file ("empty.csv", "");
  GFile *files[] = { good, empty };

  bw_importing_read (importing, files, 2);
  wait_for_end (importing);
  g_assert_nonnull (bw_importing_get_intake (importing));
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 1);
  g_assert_cmpstr (bw_importing_get_unread (importing, 0)->name, ==, "empty.csv");
  bw_importing_drop_unread (importing, 0);
  g_assert_cmpuint (bw_importing_get_n_unread (importing), ==, 0);
}

static void
test_add (void)
{
  g_autoptr(BwImporting) first = bw_importing_new (NULL, NULL);
  g_autoptr(GFile) old = write_file ("usage-2026-10.csv", october);
  g_autoptr(GFile) next = write_file ("usage-2026-11.csv", november);
  g_autoptr(BwImporting) second = NULL;
  g_autoptr(BwImporting) third = NULL;

  bw_importing_read (first, &old, 1);
  wait_for_end (first);

  second = bw_importing_new (bw_importing_get_intake (first), NULL);
  bw_importing_read (second, &next, 1);
  wait_for_end (second);
  g_assert_true (bw_importing_get_adds (second));
  g_assert_cmpuint (bw_importing_get_facts (second)->n_snapshots, ==, 2);
  g_assert_cmpuint (bw_importing_get_facts (second)->news.n_snapshots, ==, 1);
  g_assert_cmpuint (bw_importing_get_facts (second)->news.n_in_newest, ==, 2);
  g_assert_cmpuint (bw_importing_get_facts (second)->n_vanished, ==, 1);

  third = bw_importing_new (bw_importing_get_intake (second), NULL);
  bw_importing_read (third, &next, 1);
  wait_for_end (third);
  g_assert_true (bw_importing_get_facts (third)->news.same);
}

/* Next month's export under last month's name: it takes the older's place, or stands beside it. */
static void
test_namesakes (void)
{
  g_autoptr(BwImporting) first = bw_importing_new (NULL, NULL);
  g_autoptr(GFile) file = write_file ("export.csv", october);
  g_autoptr(BwImporting) second = NULL;
  const double day = 20779; /* 2026-11-22 */
  g_autofree char *copy = NULL;

  bw_importing_read (first, &file, 1);
  wait_for_end (first);
  g_assert_cmpuint (bw_importing_get_namesakes (first)->n_files, ==, 0);

  g_object_unref (write_file ("export.csv", november));
  second = bw_importing_new (bw_importing_get_intake (first), NULL);
  bw_importing_read (second, &file, 1);
  wait_for_end (second);
  g_assert_true (bw_importing_get_adds (second));
  g_assert_cmpuint (bw_importing_get_namesakes (second)->n_files, ==, 1);
  g_assert_cmpstr (bw_importing_get_namesakes (second)->name, ==, "export.csv");
  g_assert_false (bw_importing_get_namesakes (second)->dated);
  g_assert_cmpfloat (bw_importing_get_namesakes (second)->written, >=, day - 365);
  g_assert_cmpuint (bw_importing_get_facts (second)->n_customers, ==, 2);

  bw_importing_set_beside (second, day);
  wait_for_end (second);
  g_assert_cmpuint (bw_importing_get_namesakes (second)->n_files, ==, 1);
  g_assert_cmpfloat (bw_importing_get_namesakes (second)->beside, ==, day);
  g_assert_cmpuint (bw_importing_get_facts (second)->n_customers, ==, 3);
  g_assert_cmpuint (bw_importing_get_facts (second)->n_snapshots, ==, 2);
  g_assert_cmpfloat (bw_importing_get_facts (second)->date_last, ==, day);
  g_assert_cmpfloat (bw_importing_get_facts (second)->date_first, ==, day - 30);
  copy = g_file_get_path (bw_intake_get_file (bw_importing_get_intake (second), 1));
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));

  /* Taken out, it leaves the older one as it was. */
  bw_importing_remove_file (second, 1);
  wait_for_end (second);
  g_assert_cmpuint (bw_importing_get_facts (second)->n_customers, ==, 3);
  g_assert_true (bw_importing_get_facts (second)->news.same);
  g_clear_object (&second);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

static void
keep_result (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static guint
count_found (BwReport   *report,
             guint       kind,
             const char *text)
{
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(BwProblemList) list = NULL;

  bw_problem_list_find_async (report, kind, text, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  list = bw_problem_list_find_finish (result, NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (list));
}

/* What is written of the problems. */
static char *
save_problems (BwProblemList *list,
               gboolean       texts)
{
  g_autoptr(GFile) file = write_file ("list.csv", "");
  g_autoptr(GAsyncResult) result = NULL;
  char *text = NULL;

  bw_problem_list_save_async (list, texts, file, NULL, keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (bw_problem_list_save_finish (result, NULL));
  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));

  return text;
}

static void
test_problems (void)
{
  g_autoptr(BwReport) report = bw_report_new ();
  g_autoptr(BwProblemList) all = NULL;
  g_autofree char *with_texts = NULL;
  g_autofree char *without = NULL;
  const BwProblem problems[] = {
    { BW_SEVERITY_CELL, "a.csv", 3, 2, "Seats", "=1+1", "Not a number", BW_PROBLEM_VALUE },
    { BW_SEVERITY_ROW, "a.csv", 9, 0, NULL, NULL, "Nothing in it", BW_PROBLEM_EMPTY_ROW },
    { BW_SEVERITY_CELL, "b.csv", 33, 2, "Seats", "Many", "Not a number", BW_PROBLEM_VALUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (problems); i++)
    bw_report_add (report, &problems[i]);
  g_assert_cmpuint (count_found (report, BW_ALL_PROBLEM_KINDS, ""), ==, 3);
  g_assert_cmpuint (count_found (report, BW_PROBLEM_VALUE, ""), ==, 2);
  g_assert_cmpuint (count_found (report, BW_ALL_PROBLEM_KINDS, " mANY "), ==, 1);
  g_assert_cmpuint (count_found (report, BW_ALL_PROBLEM_KINDS, "a.csv"), ==, 2);
  g_assert_cmpuint (count_found (report, BW_ALL_PROBLEM_KINDS, "33"), ==, 1);
  g_assert_cmpuint (count_found (report, BW_PROBLEM_EMPTY_ROW, "many"), ==, 0);

  all = bw_problem_list_new (report);
  with_texts = save_problems (all, TRUE);
  g_assert_nonnull (strstr (with_texts, "'=1+1"));
  g_assert_nonnull (strstr (with_texts, "a.csv,9,,,,Nothing in it,"));
  without = save_problems (all, FALSE);
  g_assert_null (strstr (without, "=1+1"));
  g_assert_null (strstr (without, "Many"));
  g_assert_nonnull (strstr (without, "b.csv,33,2,Seats,,,"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("bw-importing-XXXXXX", NULL);

  g_test_add_func ("/importing/corrections-hold", test_corrections_hold);
  g_test_add_func ("/importing/cancel-leaves-all", test_cancel_leaves_all);
  g_test_add_func ("/importing/set-apart", test_set_apart);
  g_test_add_func ("/importing/add", test_add);
  g_test_add_func ("/importing/namesakes", test_namesakes);
  g_test_add_func ("/importing/problems", test_problems);

  return g_test_run ();
}
