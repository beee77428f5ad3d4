/* What a file's name says: its date, the pattern of its kind, and a short id. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/file-name.h"

#include "panel/written-date.h"
#include "table/csv.h"

#include <math.h>
#include <string.h>

#define MARK_SIZE 13 /* bytes of " (2026-01-31)" */

static const char *const endings[] = { ".gz", ".csv", ".tsv", ".txt", ".tab", ".dat", ".psv" };

/* Bytes of @file_name before its endings. */
static gsize
stem_length (const char *file_name)
{
  gsize length = strlen (file_name);
  gboolean cut = TRUE;

  while (cut)
    {
      cut = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
        {
          const gsize n = strlen (endings[i]);

          if (length > n && g_ascii_strncasecmp (file_name + length - n, endings[i], n) == 0)
            {
              length -= n;
              cut = TRUE;
            }
        }
    }

  return length;
}

/**
 * bw_file_name_get_date:
 *
 * Returns: the newest date in @file_name, or NaN
 */
double
bw_file_name_get_date (const char *file_name)
{
  g_autofree char *stem = g_strndup (file_name, stem_length (file_name));
  double date = NAN;
  BwWrittenDate found;

  for (gsize from = 0; bw_written_date_find (stem, from, &found); from = found.end)
    date = isnan (date) ? found.date : MAX (date, found.date);

  return date;
}

/* @stem with each date replaced by @by. */
static char *
replace_dates (const char *stem,
               const char *by)
{
  g_autoptr(GString) text = g_string_new (NULL);
  BwWrittenDate found;
  gsize from = 0;

  while (bw_written_date_find (stem, from, &found))
    {
      g_string_append_len (text, stem + from, found.start - from);
      g_string_append (text, by);
      from = found.end;
    }
  g_string_append (text, stem + from);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * bw_file_name_dup_first:
 *
 * Returns: (transfer full): @file_name without the " (1)" that a browser adds to a second download
 */
char *
bw_file_name_dup_first (const char *file_name)
{
  const char *open = strrchr (file_name, '(');
  const char *after = open != NULL ? open + 1 + strspn (open + 1, "0123456789") : NULL;
  gsize before;

  if (open == NULL || open == file_name || after == open + 1 || *after != ')' ||
      (after[1] != '.' && after[1] != '\0'))
    return g_strdup (file_name);
  before = open - file_name;
  before -= file_name[before - 1] == ' ';

  return g_strdup_printf ("%.*s%s", (int) before, file_name, after + 1);
}

/* Bytes of @file_name before any ending, of a table or not. */
static gsize
whole_stem_length (const char *file_name)
{
  const gsize length = stem_length (file_name);
  const char *point = strrchr (file_name, '.');

  return file_name[length] == '\0' && point != NULL && point != file_name && strlen (point) <= 5
         ? (gsize) (point - file_name) : length;
}

/* Bytes of @file_name before " (2026-01-31)" and its ending, or 0. */
static gsize
unmarked_length (const char *file_name)
{
  const gsize length = whole_stem_length (file_name);
  const char *mark = length > MARK_SIZE ? file_name + length - MARK_SIZE : NULL;
  g_autofree char *date = mark != NULL ? g_strndup (mark, MARK_SIZE) : NULL;

  return mark != NULL && mark[0] == ' ' && mark[1] == '(' && mark[6] == '-' && mark[9] == '-' &&
         mark[12] == ')' && !isnan (bw_file_name_get_date (date)) ? length - MARK_SIZE : 0;
}

/**
 * bw_file_name_dup_unmarked:
 *
 * Returns: (transfer full): @file_name without what bw_file_name_dup_dated() put behind it
 */
char *
bw_file_name_dup_unmarked (const char *file_name)
{
  const gsize unmarked = unmarked_length (file_name);

  return unmarked > 0 ? g_strdup_printf ("%.*s%s", (int) unmarked, file_name,
                                         file_name + unmarked + MARK_SIZE)
                      : g_strdup (file_name);
}

/**
 * bw_file_name_dup_dated:
 * @date: days since 1970-01-01
 *
 * A name that has dates has this one in their places; one that has none bears it at its end, in a
 * form that bw_mapping_match() sees past: "export.csv" becomes "export (2026-01-31).csv".
 *
 * Returns: (transfer full): @file_name such that it is of @date
 */
char *
bw_file_name_dup_dated (const char *file_name,
                        double      date)
{
  g_autofree char *plain = bw_file_name_dup_unmarked (file_name);
  const gsize length = whole_stem_length (plain);
  g_autofree char *stem = g_strndup (plain, length);
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *dated = NULL;

  bw_csv_append_date (text, date);
  if (!isnan (bw_file_name_get_date (plain)))
    dated = replace_dates (stem, text->str);
  else
    dated = g_strdup_printf ("%s (%s)", stem, text->str);

  return g_strconcat (dated, plain + length, NULL);
}

/**
 * bw_file_name_dup_pattern:
 *
 * Returns: (transfer full): @file_name with * for each date, so that next month's file fits too
 */
char *
bw_file_name_dup_pattern (const char *file_name)
{
  g_autofree char *unmarked = bw_file_name_dup_unmarked (file_name);
  g_autofree char *first = bw_file_name_dup_first (unmarked);
  const gsize length = stem_length (first);
  g_autofree char *stem = g_strndup (first, length);
  g_autofree char *starred = replace_dates (stem, "*");

  return g_strconcat (starred, first + length, NULL);
}

/**
 * bw_file_name_dup_id:
 *
 * Returns: (transfer full): @file_name without dates, endings and what hangs loose at the ends
 */
char *
bw_file_name_dup_id (const char *file_name)
{
  g_autofree char *stem = g_strndup (file_name, stem_length (file_name));
  g_autofree char *plain = replace_dates (stem, "");
  const char *loose = " -_.+()[]#";
  char *start = plain;
  gsize length;

  while (*start != '\0' && strchr (loose, *start) != NULL)
    start++;
  length = strlen (start);
  while (length > 0 && strchr (loose, start[length - 1]) != NULL)
    length--;

  return length > 0 ? g_strndup (start, length) : g_strdup ("data");
}
