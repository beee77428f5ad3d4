/* How fast a large export is read: rows and bytes a second, and how much memory it takes. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes an export of one million customers and 17 columns (quoted names with commas, dates, money,
 * 3 % missing) to a temporary file, reads it, and removes it. Another number of rows may be given. */

#include "import/source.h"

#include <stdio.h>
#include <sys/resource.h>

#define N_ROWS 1000000

static const char *const names[] = { "Åkerström & Söhne, Ltd", "Café Zürich, S.A.", "Acme", "北京公司" };
static const char *const plans[] = { "Basic", "Pro", "Enterprise" };
static const char *const regions[] = { "EMEA", "NA", "APAC" };

static const char *
pick (GRand             *rand,
      const char *const *texts,
      guint              n)
{
  return g_rand_double (rand) < 0.03 ? "" : texts[g_rand_int_range (rand, 0, n)];
}

static void
print_number (GRand *rand,
              FILE  *file,
              int    most)
{
  if (g_rand_double (rand) >= 0.03)
    fprintf (file, "%d", g_rand_int_range (rand, 0, most));
  fputc (',', file);
}

static void
print_row (GRand *rand,
           FILE  *file,
           guint  row)
{
  fprintf (file, "C-%07u,\"%s %u\",%s,%s,csm %d,", row, names[row % G_N_ELEMENTS (names)], row,
           pick (rand, plans, G_N_ELEMENTS (plans)), pick (rand, regions, G_N_ELEMENTS (regions)),
           g_rand_int_range (rand, 0, 40));
  fprintf (file, "2023-%02d-%02d,%d/%d/2026,2026-01-%02d 1%d:30:00,",
           g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29),
           g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29),
           g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 0, 10));
  fprintf (file, "\"$%d,%03d.%02d\",%d.%02d,", g_rand_int_range (rand, 1, 999),
           g_rand_int_range (rand, 0, 1000), g_rand_int_range (rand, 0, 100),
           g_rand_int_range (rand, 0, 9999), g_rand_int_range (rand, 0, 100));
  print_number (rand, file, 500);
  print_number (rand, file, 500);
  print_number (rand, file, 100000);
  print_number (rand, file, 30);
  print_number (rand, file, 11);
  fprintf (file, "%d.%d %%,%s\n", g_rand_int_range (rand, 0, 100), g_rand_int_range (rand, 0, 10),
           g_rand_boolean (rand) ? "Yes" : "No");
}

static void
write_export (const char *path,
              guint       n_rows)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  FILE *file = fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("customer_id,name,plan,region,csm,start_date,renewal_date,last_login,arr,mrr,seats,"
         "active_users,sessions,tickets,nps,usage,churned\n", file);
  for (guint row = 0; row < n_rows; row++)
    print_row (rand, file, row);
  fclose (file);
}

int
main (int   argc,
      char *argv[])
{
  const guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : N_ROWS;
  g_autofree char *folder = g_dir_make_tmp ("bw-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "export.csv", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) parent = g_file_new_for_path (folder);
  g_autoptr(GFileInfo) info = NULL;
  g_autoptr(BwSource) source = NULL;
  g_autoptr(GError) error = NULL;
  struct rusage usage;
  double seconds, megabytes;

  write_export (path, n_rows);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, 0, NULL, &error);
  g_assert_no_error (error);
  megabytes = g_file_info_get_size (info) / 1e6;

  seconds = -(double) g_get_monotonic_time () / 1e6;
  source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);
  seconds += (double) g_get_monotonic_time () / 1e6;
  g_file_delete (file, NULL, NULL);
  g_file_delete (parent, NULL, NULL);
  g_assert_no_error (error);

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%u rows, %.0f MB: %.2f s (processor %.2f s), %.0f rows/s, %.0f MB/s, peak %.0f MB\n",
           n_rows, megabytes, seconds,
           (double) usage.ru_utime.tv_sec + (double) usage.ru_utime.tv_usec / 1e6, n_rows / seconds,
           megabytes / seconds, (double) usage.ru_maxrss / 1024);

  return 0;
}
