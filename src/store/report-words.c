/* A report as bytes, and back. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem is eight words, each ended by NUL: severity, kind, line, column, file, header, text and
 * what. The last four begin with "+", or are "-" where there is none. */

#include "store/report-words.h"

#include <string.h>

#define N_WORDS 8

static void
add_word (GByteArray *bytes,
          const char *word)
{
  g_byte_array_append (bytes, (const guint8 *) word, strlen (word) + 1);
}

static void
add_number (GByteArray *bytes,
            gsize       number)
{
  g_autofree char *word = g_strdup_printf ("%" G_GSIZE_FORMAT, number);

  add_word (bytes, word);
}

static void
add_text (GByteArray *bytes,
          const char *text)
{
  g_autofree char *word = g_strconcat (text != NULL ? "+" : "-", text, NULL);

  add_word (bytes, word);
}

/**
 * bw_report_to_words:
 *
 * Returns: (transfer full): bytes that bw_report_from_words() reads
 */
GBytes *
bw_report_to_words (BwReport *report)
{
  GByteArray *bytes = g_byte_array_new ();

  for (gsize i = 0; i < bw_report_get_n_problems (report); i++)
    {
      const BwProblem *problem = bw_report_get_problem (report, i);

      add_number (bytes, problem->severity);
      add_word (bytes, bw_problem_kind_get_id (problem->kind));
      add_number (bytes, problem->line);
      add_number (bytes, problem->column);
      add_text (bytes, problem->file);
      add_text (bytes, problem->header);
      add_text (bytes, problem->text);
      add_text (bytes, problem->what);
    }

  return g_byte_array_free_to_bytes (bytes);
}

static BwProblemKind
find_kind (const char *id)
{
  for (guint kind = 0; kind < BW_N_PROBLEM_KINDS; kind++)
    {
      if (g_str_equal (bw_problem_kind_get_id (kind), id))
        return kind;
    }

  return BW_PROBLEM_OTHER; /* of a kind that is no longer told apart */
}

static const char *
get_text (const char *word)
{
  return *word == '+' ? word + 1 : NULL;
}

static void
add_problem (BwReport          *report,
             const char *const *words)
{
  const BwProblem problem = {
    .severity = MIN (g_ascii_strtoull (words[0], NULL, 10), BW_SEVERITY_ROW),
    .kind = find_kind (words[1]),
    .line = g_ascii_strtoull (words[2], NULL, 10),
    .column = MIN (g_ascii_strtoull (words[3], NULL, 10), G_MAXUINT),
    .file = get_text (words[4]),
    .header = get_text (words[5]),
    .text = get_text (words[6]),
    .what = get_text (words[7]) != NULL ? get_text (words[7]) : "",
  };

  bw_report_add (report, &problem);
}

/**
 * bw_report_from_words:
 * @words: bytes of bw_report_to_words()
 *
 * Returns: (transfer full): the report; what is behind a word that is no text is left out
 */
BwReport *
bw_report_from_words (GBytes *words)
{
  BwReport *report = bw_report_new ();
  gsize size;
  const char *at = g_bytes_get_data (words, &size);
  const char *end = at + size;
  const char *problem[N_WORDS];
  guint n = 0;

  while (at < end)
    {
      const char *stop = memchr (at, '\0', end - at);

      if (stop == NULL || !g_utf8_validate (at, stop - at, NULL))
        break;
      problem[n++] = at;
      if (n == N_WORDS)
        add_problem (report, problem);
      n %= N_WORDS;
      at = stop + 1;
    }

  return report;
}
