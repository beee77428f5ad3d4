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
 * bw_import_count_problems:
 * @n_problems: rows set aside and cells left empty
 * @n_notes: what is said beside, and cost nothing
 *
 * Returns: (transfer full): "12 problems · 3 notes"
 */
char *
bw_import_count_problems (gsize n_problems,
                          gsize n_notes)
{
  g_autofree char *first = bw_format_number (n_problems, 0);
  g_autofree char *second = bw_format_number (n_notes, 0);
  g_autofree char *problems = g_strdup_printf (ngettext ("%s problem", "%s problems", n_problems),
                                               first);
  g_autofree char *notes = g_strdup_printf (ngettext ("%s note", "%s notes", n_notes), second);

  if (n_notes == 0)
    return g_steal_pointer (&problems);

  /* TRANSLATORS: "12 problems · 3 notes" */
  return n_problems == 0 ? g_steal_pointer (&notes) : g_strdup_printf (_("%s · %s"), problems, notes);
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
 * Returns: (transfer full): customers, snapshots, the date of the newest, who is gone
 */
char *
bw_import_describe_panel (const BwImportFacts *facts)
{
  g_autofree char *customers = bw_import_count_customers (facts->n_customers);
  g_autofree char *snapshots = g_strdup_printf (ngettext ("%u snapshot", "%u snapshots",
                                                          facts->n_snapshots), facts->n_snapshots);
  g_autofree char *day = date_to_text (facts->date_last);

  g_autofree char *gone = bw_format_number (facts->n_vanished, 0);

  if (facts->n_vanished == 0)
    /* TRANSLATORS: what the files come to: customers, snapshots, the date of the newest */
    return g_strdup_printf (_("%s · %s · %s"), customers, snapshots, day);

  /* TRANSLATORS: what the files come to: customers, snapshots, the date of the newest snapshot, how
   * many customers are not in it any more */
  return g_strdup_printf (_("%s · %s · %s · %s gone since"), customers, snapshots, day, gone);
}

/**
 * bw_import_is_doubtful:
 *
 * Returns: whether somebody should look at how the file was read: its encoding was guessed, its
 *   quotes or the lengths of its rows do not add up, there are more tables in it, or a column fits
 *   two readings
 */
gboolean
bw_import_is_doubtful (BwSource *source)
{
  BwReport *report = bw_source_get_report (source);
  gboolean doubtful = FALSE;

  for (gsize i = 0; i < bw_report_get_n_problems (report) && !doubtful; i++)
    {
      const BwProblemKind kind = bw_report_get_problem (report, i)->kind;

      doubtful = kind == BW_PROBLEM_ENCODING || kind == BW_PROBLEM_QUOTE ||
                 kind == BW_PROBLEM_LONG_ROW || kind == BW_PROBLEM_OTHER_TABLE ||
                 kind == BW_PROBLEM_TWO_READINGS;
    }

  return doubtful;
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
 * bw_import_describe_namesakes:
 * @found: at least one
 *
 * Returns: (transfer full): what becomes of files of a name that is open already, with other content
 */
char *
bw_import_describe_namesakes (const BwImportNamesakes *found)
{
  if (isnan (found->beside) && found->n_files == 1)
    return g_strdup_printf (_("A file “%s” is open already, with other content. The new one takes its "
                              "place."), found->name);
  if (isnan (found->beside))
    return g_strdup_printf (ngettext ("%u file of a name that is open already has other content. It "
                                      "takes the place of the older.",
                                      "%u files of names that are open already have other content. "
                                      "They take the places of the older.", found->n_files),
                            found->n_files);
  if (found->dated)
    return g_strdup (_("The older files are kept too: all rows have dates of their own."));

  /* TRANSLATORS: a button with a date follows */
  return g_strdup (ngettext ("Both files are kept. The new one was exported on",
                             "All files are kept. The new ones were exported on", found->n_files));
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

/**
 * bw_import_describe_span:
 *
 * Returns: (transfer full): the first snapshot, the last one and how far apart they are
 */
char *
bw_import_describe_span (const BwImportFacts *facts)
{
  g_autofree char *first = date_to_text (facts->date_first);
  g_autofree char *last = date_to_text (facts->date_last);
  g_autofree char *spacing = bw_import_describe_spacing (facts);

  if (facts->n_snapshots < 2)
    return g_steal_pointer (&spacing);

  /* TRANSLATORS: snapshots: date of the first, date of the last, how far apart ("one a month") */
  return g_strdup_printf (_("%s to %s, %s"), first, last, spacing);
}

/**
 * bw_import_describe_vanished:
 *
 * Returns: (transfer full): how many customers are not in the newest snapshot
 */
char *
bw_import_describe_vanished (const BwImportFacts *facts)
{
  g_autofree char *number = bw_format_number (facts->n_vanished, 0);

  return g_strdup_printf (ngettext ("%s customer is not in the newest snapshot",
                                    "%s customers are not in the newest snapshot",
                                    facts->n_vanished), number);
}

/**
 * bw_import_describe_joined:
 *
 * Returns: (transfer full): how many rows found their customers
 */
char *
bw_import_describe_joined (const BwJoined *joined)
{
  g_autofree char *matched = bw_format_number (joined->n_matched, 0);
  g_autofree char *rows = bw_import_count_rows (joined->n_rows);
  g_autofree char *customers = bw_import_count_customers (joined->n_customers);

  /* TRANSLATORS: "24,979 of 25,000 rows find one of 500 customers" */
  return g_strdup_printf (_("%s of %s find one of %s"), matched, rows, customers);
}

static void
append_count (GString    *text,
              const char *format,
              gsize       count)
{
  g_autofree char *number = bw_format_number (count, 0);
  g_auto(GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *part = g_strjoinv (number, parts);

  if (count > 0)
    g_string_append_printf (text, "%s%s", text->len == 0 ? "" : " · ", part);
}

/**
 * bw_import_describe_unjoined:
 *
 * Returns: (transfer full): what is odd about the keys; "" where nothing is
 */
char *
bw_import_describe_unjoined (const BwJoined *joined)
{
  GString *text = g_string_new (NULL);

  append_count (text, ngettext ("%s key is written differently", "%s keys are written differently",
                                joined->n_near), joined->n_near);
  append_count (text, ngettext ("%s row has a key that no customer has",
                                "%s rows have a key that no customer has", joined->n_orphans),
                joined->n_orphans);
  append_count (text, ngettext ("%s row has no key", "%s rows have no key", joined->n_keyless),
                joined->n_keyless);
  append_count (text, ngettext ("%s row comes again", "%s rows come again", joined->n_duplicates),
                joined->n_duplicates);

  return g_string_free (text, FALSE);
}

/**
 * bw_import_name_kind:
 * @source: place in the mapping of @importing
 *
 * Returns: (transfer full): "usage-2026-11.csv", or "usage-*.csv (12 files)"
 */
char *
bw_import_name_kind (BwImporting *importing,
                     guint        source)
{
  BwMapping *mapping = bw_importing_get_mapping (importing);
  const guint n_files = bw_importing_count_files (importing, source);
  const guint file = bw_importing_find_file (importing, source);

  if (n_files == 1)
    return g_strdup (bw_source_get_file_name (
                       bw_intake_get_source (bw_importing_get_intake (importing), file)));

  return g_strdup_printf (ngettext ("%s (%u file)", "%s (%u files)", n_files),
                          bw_mapping_get_source (mapping, source)->pattern, n_files);
}
