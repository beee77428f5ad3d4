/* How well one dialect cuts a sample of a text into records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "import/trial.h"

#include "cells/date.h"
#include "cells/number.h"

#include <math.h>
#include <string.h>

#define MAX_WIDTH   4096 /* fields; wider records are counted as one less */
#define MAX_RECORDS 150  /* of each stretch */
#define MAX_CELLS   1500 /* looked at in each stretch */
#define LEAST_ROWS  3    /* with notes around them */
#define MAX_TITLES  30   /* lone cells above a table; more of them are lines that are not cut */
#define NOTE_POWER  0.15 /* how much notes tell against a table */

typedef struct
{
  guint  *widths; /* how many records of each number of fields */
  gsize   n_records;
  gsize   n_notes; /* lone cells above and below */
  gsize   n_cells;
  double  quality; /* summed over cells */
} Trial;

static gboolean
is_quote (char c)
{
  return c == '"' || c == '\'';
}

/* How much a cell looks like one: 1 for a number or a date, little for what another delimiter would
 * split or another quote unwrap. */
static double
quality_of (const char *text,
            gsize       length,
            char        delimiter)
{
  BwNumber number;
  BwDate date;

  if (length == 0)
    return 0.9;
  if (bw_number_scan (text, length, &number) || bw_date_scan (text, length, &date))
    return 1.0;
  if (text[0] == '"' || text[length - 1] == '"' || (is_quote (text[0]) && text[0] == text[length - 1]))
    return 0.1;
  if (memchr (text, '\n', length) != NULL && memchr (text, '"', length) != NULL)
    return 0.3;

  if (delimiter != ';' && memchr (text, ';', length) != NULL)
    return g_strstr_len (text, length, "; ") != NULL ? 0.6 : 0.1;
  for (const char *p = "\t|"; *p != '\0'; p++)
    {
      if (*p != delimiter && memchr (text, *p, length) != NULL)
        return 0.3;
    }
  if (delimiter != ',' && memchr (text, ',', length) != NULL)
    return g_strstr_len (text, length, ", ") != NULL ? 0.7 : 0.5;

  return memchr (text, '"', length) != NULL ? 0.6 : 0.9;
}

/* Adds what one stretch of the sample is cut into. Lone cells above a table, and below it at the end
 * of the text, are notes: they do not count as records. */
static void
try_stretch (Trial           *trial,
             const BwDialect *dialect,
             GBytes          *bytes,
             gboolean         first,
             gboolean         last)
{
  gsize length, n_cells = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(BwRecords) records = bw_records_new_for_text (dialect, text, length);
  guint n_records = 0, n_lone = 0, n_titles = 0;
  BwRecord record;

  while (n_records < MAX_RECORDS && bw_records_next (records, &record, NULL))
    {
      if (record.n_fields == 0)
        continue;

      n_records++;
      n_lone = record.n_fields == 1 ? n_lone + 1 : 0;
      if (first && n_lone == n_records)
        n_titles++;
      trial->widths[MIN (record.n_fields, MAX_WIDTH - 1)]++;
      for (guint i = 0; i < record.n_fields && n_cells < MAX_CELLS; i++, n_cells++)
        trial->quality += quality_of (record.fields[i], record.lengths[i], dialect->delimiter);
    }
  trial->n_records += n_records;
  trial->n_cells += n_cells;
  if (n_titles < n_records)
    trial->n_notes += MIN (n_titles, MAX_TITLES) + (last ? n_lone : 0);
}

static guint
commonest_width (const Trial *trial)
{
  guint best = 2;

  for (guint width = 2; width < MAX_WIDTH; width++)
    {
      if (trial->widths[width] > 0 && trial->widths[width] >= trial->widths[best])
        best = width;
    }

  return best;
}

/**
 * bw_trial_score:
 * @sample: (array length=n_sample): UTF-8, each of whole lines, the first from the start
 *
 * Returns: 0 where the dialect makes no table, up to 1 where records are all of one length and their
 *   cells look like something
 */
double
bw_trial_score (const BwDialect *dialect,
                GBytes *const   *sample,
                guint            n_sample)
{
  g_autofree guint *widths = g_new0 (guint, MAX_WIDTH);
  Trial trial = { .widths = widths };
  double regular, table;
  guint width;

  for (guint i = 0; i < n_sample; i++)
    try_stretch (&trial, dialect, sample[i], i == 0, i + 1 == n_sample);
  width = commonest_width (&trial);
  if (trial.n_records == 0 || widths[width] == 0
      || widths[1] - trial.n_notes > widths[width])
    return 0.0;

  table = trial.n_records - trial.n_notes;
  regular = widths[width] / table;
  if (trial.n_notes > 0)
    regular *= widths[width] < LEAST_ROWS ? table / trial.n_records
                                          : pow (table / trial.n_records, NOTE_POWER);

  return regular * regular * (trial.quality / trial.n_cells) * (width - 1) / width;
}
