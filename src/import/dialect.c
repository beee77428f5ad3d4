/* Which characters part and quote the fields of a text: found by trying them on a sample. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every candidate splits the sample. The best one gives records of one length, of several fields,
 * whose cells look like something: numbers, dates, words. A comma inside decimal numbers fails by
 * the first or the last, whatever the header says. */

#include "import/dialect.h"

#include "import/date.h"
#include "import/number.h"

#include <string.h>

#define MAX_WIDTH       4096
#define MAX_RECORDS     150  /* of each stretch */
#define MAX_CELLS       1500 /* looked at in each stretch */
#define ONE_COLUMN      0.12 /* the score to beat */
#define BLANK_SHARE     0.9
#define LEAST_PER_LINE  0.1

typedef struct
{
  char   delimiter;
  double prior;
} Candidate;

typedef struct
{
  guint  *widths; /* how many records of each number of fields */
  gsize   n_records;
  gsize   n_cells;
  double  quality; /* summed over cells */
} Trial;

static const Candidate delimiters[] = {
  { ',', 1.0 }, { ';', 1.0 }, { '\t', 1.0 }, { '|', 1.0 }, { '\x1F', 1.0 }, { '\x01', 1.0 },
  { '^', 0.8 }, { '~', 0.8 }, { '!', 0.6 }, { '#', 0.6 }, { ':', 0.6 }, { ' ', 0.45 },
};

static gsize
count_char (GBytes *const *sample,
            guint          n_sample,
            char           c)
{
  gsize count = 0;

  for (guint i = 0; i < n_sample; i++)
    {
      gsize n;
      const char *text = g_bytes_get_data (sample[i], &n);

      for (gsize k = 0; k < n; k++)
        count += text[k] == c;
    }

  return count;
}

/* How many times @a stands right before @b. */
static gsize
count_pair (GBytes *const *sample,
            guint          n_sample,
            char           a,
            char           b)
{
  gsize count = 0;

  for (guint i = 0; i < n_sample; i++)
    {
      gsize n;
      const char *text = g_bytes_get_data (sample[i], &n);

      for (gsize k = 0; k + 1 < n; k++)
        count += text[k] == a && text[k + 1] == b;
    }

  return count;
}

static gboolean
is_wrapped (const char *text,
            gsize       length)
{
  return length >= 2 && text[0] == text[length - 1] && (text[0] == '"' || text[0] == '\'');
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
  if (is_wrapped (text, length))
    return 0.1;

  for (const char *p = ",;\t|"; *p != '\0'; p++)
    {
      if (*p != delimiter && memchr (text, *p, length) != NULL)
        return *p == ',' && g_strstr_len (text, length, ", ") != NULL ? 0.7 : 0.3;
    }

  return memchr (text, '"', length) != NULL ? 0.6 : 0.9;
}

static void
try_stretch (Trial           *trial,
             const BwDialect *dialect,
             GBytes          *bytes)
{
  gsize length, n_records = 0, n_cells = 0;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(BwRecords) records = bw_records_new_for_text (dialect, text, length);
  BwRecord record;

  while (n_records < MAX_RECORDS && bw_records_next (records, &record, NULL))
    {
      if (record.n_fields == 0)
        continue;

      n_records++;
      trial->widths[MIN (record.n_fields, MAX_WIDTH - 1)]++;
      for (guint i = 0; i < record.n_fields && n_cells < MAX_CELLS; i++, n_cells++)
        trial->quality += quality_of (record.fields[i], record.lengths[i], dialect->delimiter);
    }
  trial->n_records += n_records;
  trial->n_cells += n_cells;
}

static guint
commonest_width (const Trial *trial)
{
  guint best = 1;

  for (guint width = 1; width < MAX_WIDTH; width++)
    {
      if (trial->widths[width] > 0 && trial->widths[width] >= trial->widths[best])
        best = width;
    }

  return best;
}

static double
score (const BwDialect *dialect,
       GBytes *const   *sample,
       guint            n_sample)
{
  g_autofree guint *widths = g_new0 (guint, MAX_WIDTH);
  Trial trial = { .widths = widths };
  double regular;
  guint width;

  for (guint i = 0; i < n_sample; i++)
    try_stretch (&trial, dialect, sample[i]);
  width = commonest_width (&trial);
  if (trial.n_records == 0 || width < 2)
    return 0.0;

  regular = (double) widths[width] / trial.n_records;

  return regular * regular * (trial.quality / trial.n_cells) * (width - 1) / width;
}

/* Excel's own line above everything: sep=; */
static char
named_delimiter (GBytes *head)
{
  gsize n;
  const char *text = g_bytes_get_data (head, &n);

  if (n < 6 || g_ascii_strncasecmp (text, "sep=", 4) != 0
      || (text[5] != '\n' && text[5] != '\r') || (guchar) text[4] >= 0x80)
    return 0;

  return text[4];
}

static gboolean
has_blanks (GBytes *const *sample,
            guint          n_sample,
            char           delimiter)
{
  const gsize n = count_char (sample, n_sample, delimiter);

  return delimiter != ' ' && n > 0
         && count_pair (sample, n_sample, delimiter, ' ') > BLANK_SHARE * n;
}

/* Tries all quotes with one delimiter. */
static double
try_delimiter (BwDialect       *best,
               const BwReading *reading,
               char             delimiter,
               GBytes *const   *sample,
               guint            n_sample)
{
  static const struct { char quote; double prior; } quotes[] = {
    { '"', 1.0 }, { '\'', 0.97 }, { 0, 0.95 },
  };
  const gboolean blanks = has_blanks (sample, n_sample, delimiter);
  double best_score = -1.0;

  for (guint i = 0; i < G_N_ELEMENTS (quotes); i++)
    {
      BwDialect dialect = { delimiter, quotes[i].quote, blanks, FALSE };
      double points;

      if (reading->quote != BW_CHOOSE)
        dialect.quote = reading->quote == BW_QUOTE_NONE ? 0 : reading->quote;
      else if (dialect.quote == '\'' && count_char (sample, n_sample, '\'') == 0)
        continue;
      else if (dialect.quote == 0 && count_char (sample, n_sample, '"') == 0)
        continue;

      dialect.backslash = dialect.quote != 0
                          && count_pair (sample, n_sample, '\\', dialect.quote) > 0
                          && count_pair (sample, n_sample, dialect.quote, dialect.quote) == 0;
      points = score (&dialect, sample, n_sample) * quotes[i].prior;
      if (points > best_score)
        {
          best_score = points;
          *best = dialect;
        }
      if (reading->quote != BW_CHOOSE)
        break;
    }

  return best_score;
}

/**
 * bw_dialect_find:
 * @dialect: (out): the best guess, or what @reading says
 * @sample: (array length=n_sample): UTF-8, each of whole lines, the first from the start
 */
void
bw_dialect_find (BwDialect       *dialect,
                 const BwReading *reading,
                 GBytes *const   *sample,
                 guint            n_sample)
{
  const char named = reading->delimiter != BW_CHOOSE ? reading->delimiter
                                                     : named_delimiter (sample[0]);
  const gsize n_lines = MAX (count_char (sample, n_sample, '\n'),
                             count_char (sample, n_sample, '\r'));
  double best = ONE_COLUMN;

  if (named != 0)
    {
      try_delimiter (dialect, reading, named, sample, n_sample);
      return;
    }

  try_delimiter (dialect, reading, ',', sample, n_sample);
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      BwDialect tried;
      double points;

      if (count_char (sample, n_sample, delimiters[i].delimiter) <= LEAST_PER_LINE * n_lines)
        continue;

      points = try_delimiter (&tried, reading, delimiters[i].delimiter, sample, n_sample);
      if (points * delimiters[i].prior > best)
        {
          best = points * delimiters[i].prior;
          *dialect = tried;
        }
    }
}
