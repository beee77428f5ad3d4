/* How fast a large export is read: writes one, reads it, or has libcsv run over it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-import write FILE [ROWS]: an export of customers with 17 columns: quoted names with commas,
 * dates, money, 3 % missing. bench-import ours|libcsv FILE: reads it, and prints the seconds that
 * took, the processor's seconds and the most memory, in megabytes. Each run is a process of its own,
 * so that the memory is its own. */

#include "import/source.h"

#include <csv.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>

#define N_ROWS     1000000
#define BLOCK_SIZE (256 * 1024)

static const char *const names[] = { "Åkerström & Söhne, Ltd", "Café Zürich, S.A.", "Acme", "北京公司" };
static const char *const plans[] = { "Basic", "Pro", "Enterprise" };
static const char *const regions[] = { "EMEA", "NA", "APAC" };

typedef struct
{
  gsize n_fields;
  gsize n_rows;
} Counts;

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
              const char *n_rows)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);
  const guint n = n_rows != NULL ? (guint) g_ascii_strtoull (n_rows, NULL, 10) : N_ROWS;
  FILE *file = fopen (path, "w");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  fputs ("customer_id,name,plan,region,csm,start_date,renewal_date,last_login,arr,mrr,seats,"
         "active_users,sessions,tickets,nps,usage,churned\n", file);
  for (guint row = 0; row < n; row++)
    print_row (rand, file, row);
  fclose (file);
}

static gsize
read_ours (const char *path)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GError) error = NULL;
  g_autoptr(BwSource) source = bw_source_read (file, NULL, NULL, NULL, NULL, &error);

  if (source == NULL)
    g_error ("%s", error->message);

  return bw_table_get_n_rows (bw_source_get_table (source));
}

static void
count_field (void  *text,
             size_t length,
             void  *data)
{
  ((Counts *) data)->n_fields++;
}

static void
count_row (int   end,
           void *data)
{
  ((Counts *) data)->n_rows++;
}

static gsize
read_by_libcsv (const char *path)
{
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  Counts counts = { 0, 0 };
  struct csv_parser parser;
  FILE *file = fopen (path, "r");
  gsize n;

  if (file == NULL || csv_init (&parser, 0) != 0)
    g_error ("%s cannot be read", path);
  while ((n = fread (block, 1, BLOCK_SIZE, file)) > 0)
    csv_parse (&parser, block, n, count_field, count_row, &counts);
  csv_fini (&parser, count_field, count_row, &counts);
  csv_free (&parser);
  fclose (file);

  return counts.n_rows - 1;
}

static double
seconds_of (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

int
main (int   argc,
      char *argv[])
{
  const char *what = argc > 2 ? argv[1] : "";
  struct rusage usage;
  double seconds;
  gsize n_rows;

  if (strcmp (what, "write") == 0)
    {
      write_export (argv[2], argv[3]);
      return 0;
    }
  if (strcmp (what, "ours") != 0 && strcmp (what, "libcsv") != 0)
    {
      g_printerr ("bench-import write FILE [ROWS] | ours FILE | libcsv FILE\n");
      return 2;
    }

  seconds = -(double) g_get_monotonic_time () / 1e6;
  n_rows = strcmp (what, "ours") == 0 ? read_ours (argv[2]) : read_by_libcsv (argv[2]);
  seconds += (double) g_get_monotonic_time () / 1e6;
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%zu %.4f %.4f %.1f\n", n_rows, seconds,
           seconds_of (usage.ru_utime) + seconds_of (usage.ru_stime),
           (double) usage.ru_maxrss * 1024 / 1e6);

  return 0;
}
