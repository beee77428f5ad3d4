/* What a file's name says: its date, the pattern of its kind, and a short id. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/file-name.h"

#include "panel/written-date.h"

#include <math.h>
#include <string.h>

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

/**
 * bw_file_name_dup_pattern:
 *
 * Returns: (transfer full): @file_name with * for each date, so that next month's file fits too
 */
char *
bw_file_name_dup_pattern (const char *file_name)
{
  g_autofree char *first = bw_file_name_dup_first (file_name);
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
