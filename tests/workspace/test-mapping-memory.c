/* Remembered mappings: found again for files of the same shape, and for no others. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "workspace/mapping-memory.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define HEADER "Id,Name,Plan,Usage,Tickets\n"

static char *folder_path;

static BwIntake *
read_text (const char *name,
           const char *text)
{
  g_autofree char *path = g_build_filename (folder_path, name, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  BwIntake *intake;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  intake = bw_intake_read (&file, 1, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return intake;
}

static GFile *
memory (void)
{
  g_autofree char *path = g_build_filename (folder_path, "deep", "mappings", NULL);

  return g_file_new_for_path (path);
}

static BwRole
role_of (const BwMapping *mapping,
         const char      *header)
{
  const BwMappedSource *source = bw_mapping_get_source (mapping, 0);

  for (guint i = 0; i < source->n_columns; i++)
    {
      if (g_str_equal (source->columns[i].header, header))
        return source->columns[i].role;
    }
  g_assert_not_reached ();
}

/* What comes back for a file of @name and @text, when “Plan” was made a metric in August’s file. */
typedef struct
{
  const char *label;
  const char *name;
  const char *text;
  gboolean    found;
} Row;

static const Row rows[] = {
  { "next month", "kunden-2026-09.csv", HEADER "a,Alder,Pro,40,7\n", TRUE },
  { "another name", "other.csv", HEADER "x,Yew,Basic,1,2\n", TRUE },
  { "another column", "kunden-2026-10.csv", "Id,Name,Plan,Usage,Calls\na,Alder,Pro,1,2\n", FALSE },
  { "another order", "kunden-2026-11.csv", "Id,Plan,Name,Usage,Tickets\na,Pro,Alder,1,2\n", FALSE },
};

static void
test_recall (gconstpointer data)
{
  const Row *row = data;
  g_autoptr(GFile) folder = memory ();
  g_autoptr(GError) error = NULL;
  g_autoptr(BwIntake) first = read_text ("kunden-2026-08.csv", HEADER "a,Alder,Pro,90,1\nb,Birch,Pro,5,5\n");
  g_autoptr(BwIntake) next = read_text (row->name, row->text);
  g_autoptr(BwMapping) role = bw_mapping_with_role (bw_intake_get_mapping (first), 0, "Plan", BW_ROLE_METRIC);
  g_autoptr(BwMapping) chosen = bw_mapping_with_as_of (role, 20000.0);
  g_autoptr(BwMapping) recalled = NULL;

  g_assert_true (bw_mapping_remember (folder, first, chosen, &error));
  g_assert_no_error (error);
  recalled = bw_mapping_recall (folder, next);
  g_assert_cmpint (recalled != NULL, ==, row->found);
  if (recalled == NULL)
    return;

  g_assert_cmpint (role_of (recalled, "Plan"), ==, BW_ROLE_METRIC);
  g_assert_cmpuint (bw_mapping_match (recalled, row->name), ==, 0);
  g_assert_true (isnan (bw_mapping_get_source (recalled, 0)->as_of));
}

/* Who goes back to what inspection proposes has nothing remembered. */
static void
test_forget (void)
{
  g_autoptr(GFile) folder = memory ();
  g_autoptr(BwIntake) intake = read_text ("kunden-2026-08.csv", HEADER "a,Alder,Pro,90,1\nb,Birch,Pro,5,5\n");
  g_autoptr(BwMapping) chosen = bw_mapping_with_role (bw_intake_get_mapping (intake), 0, "Plan", BW_ROLE_METRIC);
  g_autoptr(BwMapping) recalled = NULL;

  g_assert_true (bw_mapping_remember (folder, intake, chosen, NULL));
  g_assert_true (bw_mapping_remember (folder, intake, bw_intake_get_mapping (intake), NULL));
  recalled = bw_mapping_recall (folder, intake);
  g_assert_null (recalled);
}

/* A damaged memory is no memory, and no reason to fail. */
static void
test_damaged (void)
{
  g_autoptr(GFile) folder = memory ();
  g_autoptr(BwIntake) intake = read_text ("kunden-2026-08.csv", HEADER "a,Alder,Pro,90,1\nb,Birch,Pro,5,5\n");
  g_autoptr(BwMapping) chosen = bw_mapping_with_role (bw_intake_get_mapping (intake), 0, "Plan", BW_ROLE_METRIC);
  g_autoptr(GDir) dir = NULL;
  g_autofree char *path = NULL;

  g_assert_true (bw_mapping_remember (folder, intake, chosen, NULL));
  dir = g_dir_open (g_file_peek_path (folder), 0, NULL);
  path = g_build_filename (g_file_peek_path (folder), g_dir_read_name (dir), NULL);
  g_assert_true (g_file_set_contents (path, "{ \"format\": 7", -1, NULL));
  g_assert_null (bw_mapping_recall (folder, intake));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  folder_path = g_dir_make_tmp ("bw-memory-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/mapping-memory/recall/", rows[i].label, NULL);

      g_test_add_data_func (path, &rows[i], test_recall);
    }
  g_test_add_func ("/mapping-memory/forget", test_forget);
  g_test_add_func ("/mapping-memory/damaged", test_damaged);

  return g_test_run ();
}
