/* How long a workspace takes to be made and opened, and how large it is beside the exports it came from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-workspace FOLDER CUSTOMERS…: for each number writes 12 monthly exports of 10 metrics into
 * FOLDER, reads them, keeps them, and opens the file again: once to the model and the customers, as a
 * window needs them to show something, once more with the columns of the newest snapshot. */

#include "store/damage.h"
#include "store/kept-models.h"
#include "store/kept-panel.h"
#include "store/shelf.h"

#include "customers.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define N_MONTHS  12
#define N_METRICS 10

/* Without numbers: columns that are numbered are months side by side. */
static const char *const metrics[N_METRICS] = {
  "Logins", "Seats used", "Reports", "Searches", "Exports", "Comments", "Alerts", "Invitations", "Uploads",
  "Dashboards",
};

/* Seconds that this process has had of the processor: what a loaded machine does not change. */
static double
busy (void)
{
  struct rusage used;

  getrusage (RUSAGE_SELF, &used);

  return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

/* Megabytes of memory that a line of /proc/self/status names; 0 where there is no such file. */
static double
get_memory (const char *name)
{
  FILE *file = fopen ("/proc/self/status", "re");
  char line[256];
  double kilobytes = 0;

  while (file != NULL && fgets (line, sizeof line, file) != NULL)
    {
      if (g_str_has_prefix (line, name))
        kilobytes = g_ascii_strtod (line + strlen (name), NULL);
    }
  if (file != NULL)
    fclose (file);

  return kilobytes / 1024;
}

/* From now on the peak of the memory is counted anew. */
static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "we");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static char *
name_export (const char *folder,
             guint       month)
{
  g_autofree char *name = g_strdup_printf ("usage-2026-%02u.csv", month + 1);

  return g_build_filename (folder, name, NULL);
}

/* Counts as tools export them: most small, some missing, and much as they were the month before. */
static void
write_row (FILE *file,
           guint customer,
           guint month)
{
  fprintf (file, "C-%07u,Customer number %u,%s", customer, customer, customer % 3 == 0 ? "Pro" : "Basic");
  for (guint i = 0; i < N_METRICS; i++)
    {
      const guint64 seed = ((guint64) customer * N_MONTHS + month) * 2 * N_METRICS + i;
      const double usual = bench_chance (G_MAXUINT32 + (guint64) customer * N_METRICS + i);

      if (bench_chance (seed + N_METRICS) < BENCH_MISSING)
        fputc (',', file);
      else
        fprintf (file, ",%d", (int) (usual * usual * 1000 + 50 * bench_chance (seed)));
    }
  fputc ('\n', file);
}

static gint64
get_size (const char *path)
{
  GStatBuf found;

  return g_stat (path, &found) == 0 ? found.st_size : 0;
}

/* Returns: the bytes of all exports */
static gint64
write_exports (const char *folder,
               guint       n)
{
  gint64 size = 0;

  for (guint month = 0; month < N_MONTHS; month++)
    {
      g_autofree char *path = name_export (folder, month);
      FILE *file = g_fopen (path, "wb");

      g_assert_nonnull (file);
      fprintf (file, "Customer ID,Customer name,Plan");
      for (guint i = 0; i < N_METRICS; i++)
        fprintf (file, ",%s", metrics[i]);
      fputc ('\n', file);
      for (guint i = 0; i < n; i++)
        write_row (file, i, month);
      fclose (file);
      size += get_size (path);
    }

  return size;
}

static BwIntake *
read_exports (const char *folder)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const BwWish wish = { .as_of = NAN };
  g_autoptr(GError) error = NULL;
  BwIntake *intake;

  for (guint month = 0; month < N_MONTHS; month++)
    {
      g_autofree char *path = name_export (folder, month);

      g_ptr_array_add (files, g_file_new_for_path (path));
    }
  intake = bw_intake_read ((GFile *const *) files->pdata, files->len, &wish, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (bw_panel_get_n_snapshots (bw_intake_get_panel (intake)), ==, N_MONTHS);
  g_assert_cmpuint (bw_panel_get_n_columns (bw_intake_get_panel (intake)), >=, N_METRICS);

  return intake;
}

/* Keeps @intake as the window does: a little at a time, so that others can write in between. */
static void
keep (BwShelf  *shelf,
      BwIntake *intake)
{
  BwIncoming *incoming = bw_incoming_new (intake);
  g_autoptr(GError) error = NULL;
  double longest = 0, start;
  guint n_steps = 0;

  for (gboolean more = TRUE; more; n_steps++)
    {
      start = bench_now ();
      bw_shelf_take_in (shelf, incoming, &more, NULL, &error);
      g_assert_no_error (error);
      longest = MAX (longest, bench_now () - start);
    }
  start = bench_now ();
  bw_shelf_keep_incoming (shelf, incoming, 0, "Bench", NULL, &error);
  g_assert_no_error (error);
  printf ("  in %u steps, the longest %.0f ms, and the last %.0f ms:", n_steps, longest, bench_now () - start);
  bw_incoming_unref (incoming);
}

static void
make (const char *path,
      BwIntake   *intake)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(BwModel) model = bw_model_propose (bw_intake_get_panel (intake), "Bench");
  g_autoptr(GPtrArray) none = g_ptr_array_new ();
  const BwKeptDraft draft = { model, model, none, none };
  const double start = bench_now (), begun = busy ();
  g_autoptr(BwStore) store = bw_store_create (path, &error);
  g_autoptr(BwShelf) shelf = bw_shelf_new (store, &error);

  forget_peak ();
  keep (shelf, intake);
  printf (" keeping %.1f s (processor %.1f s), peak %.0f MB", (bench_now () - start) / 1000, busy () - begun,
          get_memory ("VmHWM:"));
  {
    const double before = bench_now ();

    bw_store_put_draft (store, &draft, &error);
    g_assert_no_error (error);
    printf (", a change of the model %.1f ms", bench_now () - before);
  }
}

static void
open_again (const char *path)
{
  g_autoptr(GError) error = NULL;
  const double start = bench_now (), begun = busy ();
  g_autoptr(BwStore) store = bw_store_open (path, BW_ACCESS_WRITE, &error);
  const double opened = bench_now ();
  g_autoptr(BwKeptDraft) draft = store != NULL ? bw_store_get_draft (store, &error) : NULL;
  g_autoptr(BwPanel) panel = store != NULL ? bw_store_get_panel (store, &error) : NULL;
  const double shown = bench_now ();
  BwSnapshot *newest;

  g_assert_no_error (error);
  newest = bw_panel_get_snapshot (panel, bw_panel_get_n_snapshots (panel) - 1);
  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    bw_snapshot_get_column (newest, i);
  printf ("\n  open %.0f ms, customers and model after %.0f ms, newest columns after %.0f ms (processor %.0f ms)",
          opened - start, shown - start, bench_now () - start, 1000 * (busy () - begun));
}

static void
check (const char *path)
{
  g_autoptr(BwStore) store = bw_store_open (path, BW_ACCESS_READ, NULL);
  const double start = bench_now ();
  g_auto(GStrv) damage = bw_store_find_damage (store, NULL);

  g_assert_null (damage[0]);
  printf (", check %.1f s\n", (bench_now () - start) / 1000);
}

static void
run (const char *folder,
     guint       n)
{
  g_autofree char *path = g_build_filename (folder, "book.bellwether", NULL);
  const gint64 exports = write_exports (folder, n);
  double start;
  BwIntake *intake;
  gint64 size;

  forget_peak ();
  start = bench_now ();
  intake = read_exports (folder);

  printf ("%u customers: reading %.1f s, peak %.0f MB, left %.0f MB, %zu remarks\n", n,
          (bench_now () - start) / 1000, get_memory ("VmHWM:"), get_memory ("VmRSS:"),
          bw_report_get_n_problems (bw_intake_get_report (intake)));
  make (path, intake);
  bw_intake_unref (intake);
  open_again (path);
  check (path);
  size = get_size (path);
  printf ("  file %.1f MB, exports %.1f MB: %.0f %%\n", size / 1e6, exports / 1e6, 100.0 * size / exports);
  g_unlink (path);
  for (guint month = 0; month < N_MONTHS; month++)
    {
      g_autofree char *export = name_export (folder, month);

      g_unlink (export);
    }
}

int
main (int    argc,
      char **argv)
{
  for (int i = 2; i < argc; i++)
    run (argv[1], atoi (argv[i]));

  return argc > 2 ? 0 : 2;
}
