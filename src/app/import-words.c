/* What the import assistant says of files, customers and snapshots. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-words.h"

#include "format/format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
bw_import_count_customers (gsize n_customers)
{
  g_autofree char *number = bw_format_number (n_customers, 0);

  return g_strdup_printf (ngettext ("%s customer", "%s customers", n_customers), number);
}

char *
bw_import_count_rows (gsize n_rows)
{
  g_autofree char *number = bw_format_number (n_rows, 0);

  return g_strdup_printf (ngettext ("%s row", "%s rows", n_rows), number);
}

/**
 * bw_import_describe_size:
 *
 * Returns: (transfer full): rows and columns
 */
char *
bw_import_describe_size (BwSource *source)
{
  BwTable *table = bw_source_get_table (source);
  const guint n_columns = bw_table_get_n_columns (table);
  g_autofree char *rows = bw_import_count_rows (bw_table_get_n_rows (table));
  g_autofree char *columns = g_strdup_printf (ngettext ("%u column", "%u columns", n_columns),
                                              n_columns);

  /* TRANSLATORS: what is in a file: rows, columns */
  return g_strdup_printf (_("%s · %s"), rows, columns);
}

/**
 * bw_import_describe_reading:
 * @size: bytes, 0 where not known
 *
 * Returns: (transfer full): rows, columns and bytes
 */
char *
bw_import_describe_reading (BwSource *source,
                            goffset   size)
{
  g_autofree char *counts = bw_import_describe_size (source);
  g_autofree char *bytes = bw_format_bytes (size);

  /* TRANSLATORS: what is in a file: rows and columns, then its size */
  return size == 0 ? g_steal_pointer (&counts) : g_strdup_printf (_("%s · %s"), counts, bytes);
}

/* "31 Oct 2026", or that there is none. */
static char *
date_to_text (double date)
{
  return isnan (date) ? g_strdup (_("no date")) : bw_format_date (date, BW_DATE_FULL);
}

/**
 * bw_import_describe_panel:
 *
 * Returns: (transfer full): customers, snapshots, the date of the newest
 */
char *
bw_import_describe_panel (const BwImportFacts *facts)
{
  g_autofree char *customers = bw_import_count_customers (facts->n_customers);
  g_autofree char *snapshots = g_strdup_printf (ngettext ("%u snapshot", "%u snapshots",
                                                          facts->n_snapshots), facts->n_snapshots);
  g_autofree char *day = date_to_text (facts->date_last);

  /* TRANSLATORS: what the files come to: customers, snapshots, the date of the newest */
  return g_strdup_printf (_("%s · %s · %s"), customers, snapshots, day);
}

/**
 * bw_import_describe_news:
 *
 * Returns: (transfer full): what the files add to what is open, a sentence
 */
char *
bw_import_describe_news (const BwImportFacts *facts)
{
  const BwImportNews *news = &facts->news;
  g_autofree char *customers = bw_import_count_customers (news->n_in_newest);
  g_autofree char *first = date_to_text (news->date_first);
  g_autofree char *last = date_to_text (news->date_last);

  if (news->same)
    return g_strdup (_("These files are open already: nothing changes."));
  if (news->n_snapshots == 1)
    /* TRANSLATORS: "Adds the snapshot of 31 Oct 2026: 480 customers." */
    return g_strdup_printf (_("Adds the snapshot of %s: %s."), last, customers);
  if (news->n_snapshots > 1)
    return g_strdup_printf (ngettext ("Adds %u snapshot, %s to %s: %s in the newest.",
                                      "Adds %u snapshots, %s to %s: %s in the newest.",
                                      news->n_snapshots),
                            news->n_snapshots, first, last, customers);

  return g_strdup_printf (ngettext ("Adds %u file to the snapshots that are there.",
                                    "Adds %u files to the snapshots that are there.",
                                    news->n_files), news->n_files);
}

/**
 * bw_import_describe_spacing:
 *
 * Returns: (transfer full): how far the snapshots are apart, or what there is instead
 */
char *
bw_import_describe_spacing (const BwImportFacts *facts)
{
  const guint days = isnan (facts->spacing) ? 0 : (guint) lround (facts->spacing);

  if (facts->n_snapshots < 2)
    return g_strdup (_("one snapshot, no history"));
  if (days >= 28 && days <= 31)
    return g_strdup (_("one a month"));
  if (days == 7)
    return g_strdup (_("one a week"));
  if (days >= 89 && days <= 92)
    return g_strdup (_("one a quarter"));
  if (days >= 364 && days <= 366)
    return g_strdup (_("one a year"));

  return g_strdup_printf (ngettext ("%u day apart", "%u days apart", days), days);
}
