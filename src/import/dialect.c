/* Which characters part and quote the fields of a text: found by trying them on a sample. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every candidate splits the sample. The best one gives records of one length, of several fields,
 * whose cells look like something: numbers, dates, words. A comma inside decimal numbers fails by
 * the first or the last, whatever the header says. */

#include "import/dialect.h"

#include "import/date.h"
#include "import/number.h"

#include <math.h>
#include <string.h>

#define MAX_WIDTH       4096
#define MAX_RECORDS     150  /* of each stretch */
#define MAX_CELLS       1500 /* looked at in each stretch */
#define ONE_COLUMN      0.12 /* the score to beat */
#define BLANK_SHARE     0.9
#define LEAST_PER_LINE  0.1
#define LEAST_ROWS      3    /* with notes around them */
#define NOTE_POWER      0.15 /* how much notes tell against a table */

typedef struct
{
  char   delimiter;
  double prior;
} Candidate;

typedef struct
{
  guint  *widths; /* how many records of each number of fields */
  gsize   n_records;
  gsize   n_notes; /* lone cells above and below */
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

  for (const char *p = ",;\t|"; *p != '\0'; p++)
    {
      if (*p != delimiter && memchr (text, *p, length) != NULL)
        return *p == ',' && g_strstr_len (text, length, ", ") != NULL ? 0.7 : 0.3;
    }

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
    trial->n_notes += n_titles + (last ? n_lone : 0);
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

static double
score (const BwDialect *dialect,
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

/* Whether pipes stand at both ends of many lines. */
static gboolean
is_drawn (GBytes *const *sample,
          guint          n_sample)
{
  const gsize many = count_char (sample, n_sample, '\n') / 3;

  return count_pair (sample, n_sample, '\n', '|') > many
         && count_pair (sample, n_sample, '|', '\n') + count_pair (sample, n_sample, '|', '\r') > many;
}

/* Whether blanks around cells are of the dialect: behind or before nearly all delimiters, or where
 * a table is drawn with pipes. */
static gboolean
has_blanks (GBytes *const *sample,
            guint          n_sample,
            char           delimiter)
{
  const gsize n = count_char (sample, n_sample, delimiter);
  const gsize behind = count_pair (sample, n_sample, delimiter, ' ');
  const gsize before = count_pair (sample, n_sample, ' ', delimiter);

  if (delimiter == ' ' || n == 0)
    return FALSE;

  return behind > BLANK_SHARE * n || before > BLANK_SHARE * n
         || (delimiter == '|' && (behind + before > n || is_drawn (sample, n_sample)));
}

/* Whether a backslash takes the meaning of a quote: then quotes stand behind one within fields, not
 * at their ends, and are not doubled there. */
static gboolean
has_backslash (const BwDialect *dialect,
               GBytes *const   *sample,
               guint            n_sample)
{
  gsize n_escaped = 0, n_doubled = 0;

  for (guint i = 0; i < n_sample; i++)
    {
      gsize n;
      const char *text = g_bytes_get_data (sample[i], &n);

      for (gsize k = 1; k + 1 < n; k++)
        {
          const char before = text[k - 1], behind = text[k + 1];

          if (text[k] != dialect->quote)
            continue;
          if (before == '\\')
            n_escaped += behind != dialect->delimiter && behind != '\n' && behind != '\r';
          else if (behind == dialect->quote)
            n_doubled += before != dialect->delimiter && before != '\n' && before != '\r'
                         && before != ' ' && before != dialect->quote;
        }
    }

  return dialect->quote != 0 && n_escaped > n_doubled;
}

/* Tries a dialect with and without backslashes that escape, and leaves it with what is better. */
static double
try_backslash (BwDialect     *dialect,
               GBytes *const *sample,
               guint          n_sample)
{
  const double plain = score (dialect, sample, n_sample);
  double escaped;

  if (dialect->quote == 0 || count_pair (sample, n_sample, '\\', dialect->quote) == 0)
    return plain;

  dialect->backslash = TRUE;
  escaped = score (dialect, sample, n_sample);
  dialect->backslash = escaped > plain
                       || (escaped == plain && has_backslash (dialect, sample, n_sample));

  return MAX (plain, escaped);
}

static char
wanted_quote (const BwReading *reading)
{
  return reading->quote == BW_QUOTE_NONE ? 0 : reading->quote;
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
        dialect.quote = wanted_quote (reading);
      else if (dialect.quote == '\'' && count_char (sample, n_sample, '\'') == 0)
        continue;
      else if (dialect.quote == 0 && count_char (sample, n_sample, '"') == 0)
        continue;

      points = try_backslash (&dialect, sample, n_sample) * quotes[i].prior;
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

  *dialect = (BwDialect) { ',', reading->quote == BW_CHOOSE ? '"' : wanted_quote (reading), FALSE,
                           FALSE };
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
