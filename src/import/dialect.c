/* Which characters part and quote the fields of a text: found by trying them on a sample. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every candidate splits the sample. The best one gives records of one length, of several fields,
 * whose cells look like something: numbers, dates, words. A comma inside decimal numbers fails by
 * the first or the last, whatever the header says. */

#include "import/dialect.h"

#include "import/trial.h"

#include <string.h>

#define MAX_RECORDS     150 /* of the sample, for a question about its shape */
#define MAX_TORN        64 /* fields of a record; more are counted as one less */
#define ONE_COLUMN      0.12 /* the score to beat */
#define NEARLY          0.9 /* of a score, where the text tells by itself */
#define LED             0.8 /* of a score, where the first line is cut like the others */
#define BLANK_SHARE     0.9 /* of the delimiters have a blank beside them */
#define LEAST_PER_LINE  0.1 /* of a sign that may be the delimiter */

typedef struct
{
  char   delimiter;
  double prior;
} Candidate;

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
  const double plain = bw_trial_score (dialect, sample, n_sample);
  double escaped;

  if (dialect->quote == 0 || count_pair (sample, n_sample, '\\', dialect->quote) == 0)
    return plain;

  dialect->backslash = TRUE;
  escaped = bw_trial_score (dialect, sample, n_sample);
  dialect->backslash = escaped > plain
                       || (escaped > NEARLY * plain && has_backslash (dialect, sample, n_sample));

  return dialect->backslash ? escaped : plain;
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

/* Whether the text is one column of cells that may hold commas: its first line has none, and so have
 * most of those behind it. */
static gboolean
is_one_column (const BwDialect *dialect,
               GBytes          *head)
{
  gsize length, n_lone = 0, n_records = 0;
  const char *text = g_bytes_get_data (head, &length);
  g_autoptr(BwRecords) records = bw_records_new_for_text (dialect, text, length);
  BwRecord record;

  while (n_records < MAX_RECORDS && bw_records_next (records, &record, NULL))
    {
      if (record.n_fields == 0)
        continue;
      if (n_records == 0 && record.n_fields > 1)
        return FALSE;
      n_records++;
      n_lone += record.n_fields == 1;
    }

  return n_lone * 2 > n_records;
}

/* 12,5 cut in two. */
static gboolean
is_number_in_two (const BwRecord *record)
{
  if (record->n_fields != 2 || record->lengths[1] == 0 || record->lengths[1] > 2)
    return FALSE;

  return strspn (record->fields[0], "+-.0123456789") == record->lengths[0]
         && strspn (record->fields[1], "0123456789") == record->lengths[1];
}

/* Whether commas that were taken for delimiters are of another kind: below a first line without one,
 * decimal marks throughout, or commas of sentences, here more and there fewer. */
static gboolean
is_torn_column (const BwDialect *dialect,
                GBytes          *head)
{
  guint widths[MAX_TORN] = { 0 }, n_records = 0, n_numbers = 0, n_alike = 0;
  gsize length;
  const char *text = g_bytes_get_data (head, &length);
  g_autoptr(BwRecords) records = bw_records_new_for_text (dialect, text, length);
  BwRecord record;

  while (n_records < MAX_RECORDS && bw_records_next (records, &record, NULL))
    {
      if (record.n_fields == 0)
        continue;
      if (n_records++ == 0 && record.n_fields > 1)
        return FALSE;
      n_numbers += is_number_in_two (&record);
      widths[MIN (record.n_fields, MAX_TORN - 1)]++;
    }
  for (guint i = 0; i < MAX_TORN; i++)
    n_alike = MAX (n_alike, widths[i]);

  if (has_blanks (&head, 1, ','))
    return n_alike * 2 < n_records;

  return n_numbers + 1 == n_records && memchr (text, '"', length) == NULL;
}

/* Whether the first line is one field, and the second is cut. */
static gboolean
is_headless (const BwDialect *dialect,
             GBytes          *head)
{
  gsize length;
  const char *text = g_bytes_get_data (head, &length);
  g_autoptr(BwRecords) records = bw_records_new_for_text (dialect, text, length);
  BwRecord record;

  return bw_records_next (records, &record, NULL) && record.n_fields == 1
         && bw_records_next (records, &record, NULL) && record.n_fields > 1;
}

/* Whether all lines are cut into as many fields as the first one, but for those that are not cut where
 * @whole_too. */
static gboolean
is_even (const BwDialect *dialect,
         GBytes          *head,
         gboolean         whole_too)
{
  gsize length;
  const char *text = g_bytes_get_data (head, &length);
  g_autoptr(BwRecords) records = bw_records_new_for_text (dialect, text, length);
  BwRecord record;
  guint width = 0;

  for (guint n = 0; n < MAX_RECORDS && bw_records_next (records, &record, NULL); n++)
    {
      if (n == 0)
        width = record.n_fields;
      if (record.n_fields != width && !(whole_too && record.n_fields <= 1))
        return FALSE;
    }

  return width > 1;
}

/* For one column of cells: a delimiter that is not in the text. */
static void
part_nothing (BwDialect     *dialect,
              GBytes *const *sample,
              guint          n_sample)
{
  for (const char *p = ",;\t|\x1F"; *p != '\0'; p++)
    {
      dialect->delimiter = *p;
      if (count_char (sample, n_sample, *p) == 0)
        return;
    }
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
  BwDialect even = { 0 }; /* the best one that cuts all lines alike */
  BwDialect led = { 0 };  /* the same, but for lines that it does not cut */
  double best = ONE_COLUMN, best_even = ONE_COLUMN, best_led = ONE_COLUMN;

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
      if (points * delimiters[i].prior > best_even && is_even (&tried, sample[0], FALSE))
        {
          best_even = points * delimiters[i].prior;
          even = tried;
        }
      if (points * delimiters[i].prior > best_led && is_even (&tried, sample[0], TRUE))
        {
          best_led = points * delimiters[i].prior;
          led = tried;
        }
      if (points * delimiters[i].prior > best)
        {
          best = points * delimiters[i].prior;
          *dialect = tried;
        }
    }
  if (is_headless (dialect, sample[0]) && (even.delimiter != 0 || best_led > LED * best))
    *dialect = even.delimiter != 0 ? even : led;
  if ((best == ONE_COLUMN && is_one_column (dialect, sample[0]))
      || (dialect->delimiter == ',' && is_torn_column (dialect, sample[0])))
    part_nothing (dialect, sample, n_sample);
}
