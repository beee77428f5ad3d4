/* What the name of a metric says: whether more of it helps, and what it belongs with. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/signal.h"

#include "model/signal-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A word this long may be found inside a header that is written without gaps. */
#define LONG_WORD 5

typedef struct
{
  const char *id;
  const char *name;
} ThemeRow;

static const ThemeRow themes[BW_N_THEMES] = {
  [BW_THEME_USAGE] = { "usage", N_("Usage") },
  [BW_THEME_ENGAGEMENT] = { "engagement", N_("Engagement") },
  [BW_THEME_FEEDBACK] = { "feedback", N_("Feedback") },
  [BW_THEME_SUPPORT] = { "support", N_("Support") },
  [BW_THEME_BILLING] = { "billing", N_("Billing") },
  [BW_THEME_RELATIONSHIP] = { "relationship", N_("Relationship") },
  [BW_THEME_OTHER] = { "other", N_("Other") },
};

const char *
bw_theme_get_id (BwTheme theme)
{
  return themes[theme].id;
}

/**
 * bw_theme_get_name:
 *
 * Returns: (transfer none): the name of the group, in the user's language
 */
const char *
bw_theme_get_name (BwTheme theme)
{
  return _(themes[theme].name);
}

static gboolean
is_plural (const char *rest,
           gsize       length)
{
  static const char *const endings[] = { "", "s", "es", "n", "en", "e" };
  const guint n_short = 3; /* short words have but the first of these */

  for (guint i = 0; i < (length >= LONG_WORD ? G_N_ELEMENTS (endings) : n_short); i++)
    {
      if (g_str_equal (rest, endings[i]))
        return TRUE;
    }

  return FALSE;
}

/* Whether a word of a header is a word of the vocabulary, perhaps in the plural. */
static gboolean
word_matches (const char *word,
              const char *known,
              gsize       length)
{
  const char *rest = word + length;

  if (length > 0 && known[length - 1] == '*')
    return strncmp (word, known, length - 1) == 0;
  if (strncmp (word, known, length) != 0)
    return FALSE;

  return is_plural (rest, length);
}

/* Returns: how many words of @phrase stand side by side from @words on; 0 unless all do */
static guint
count_matching (char *const *words,
                const char  *phrase,
                gsize        length)
{
  const char *end = phrase + length;
  guint n_words = 0;

  while (phrase < end)
    {
      const char *gap = memchr (phrase, ' ', end - phrase);
      const gsize size = (gap != NULL ? gap : end) - phrase;

      if (words[n_words] == NULL || !word_matches (words[n_words], phrase, size))
        return 0;
      n_words++;
      phrase += size + 1;
    }

  return n_words;
}

/* Whether a long word of a header has @word in it: “opentickets”, “Kundenzufriedenheit”. */
static gboolean
is_part (const BwHeader *header,
         const char     *word,
         gsize           length)
{
  g_autofree char *part = NULL;

  if (length < LONG_WORD || memchr (word, ' ', length) != NULL || memchr (word, '*', length) != NULL)
    return FALSE;

  part = g_strndup (word, length);

  for (guint i = 0; header->words[i] != NULL; i++)
    {
      if (strlen (header->words[i]) >= length + LONG_WORD - 1 &&
          strstr (header->words[i], part) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* Returns: twice the number of words of @phrase where they stand in @header; 1 for a part of a word */
static guint
match_phrase (const BwHeader *header,
              const char     *phrase,
              gsize           length)
{
  guint best = 0;

  for (guint i = 0; header->words[i] != NULL; i++)
    best = MAX (best, count_matching (&header->words[i], phrase, length));

  return best > 0 ? 2 * best : (guint) is_part (header, phrase, length);
}

/**
 * bw_phrases_match:
 * @header: a column's header, or a metric's name
 * @phrases: words as bw_header_new() makes them, phrases separated by commas; a word may end with *
 *
 * Returns: what the longest of @phrases in @header counts: twice its words, 1 for a part of a word
 */
guint
bw_phrases_match (const BwHeader *header,
                  const char     *phrases)
{
  guint best = 0;

  while (*phrases != '\0')
    {
      const gsize length = strcspn (phrases, ",");

      best = MAX (best, match_phrase (header, phrases, length));
      phrases += length;
      phrases += strspn (phrases, ", ");
    }

  return best;
}

static gboolean
is_bad (BwSignalKind kind)
{
  return kind == BW_SIGNAL_BAD || kind == BW_SIGNAL_MAYBE_BAD;
}

static const BwSignalRow *
find_row (const BwHeader *header)
{
  const BwSignalRow *best = NULL;
  guint most = 0;

  for (guint i = 0; i < bw_n_signal_rows; i++)
    {
      const BwSignalRow *row = &bw_signal_rows[i];
      const guint n_words = bw_phrases_match (header, row->phrases);

      if (n_words > most || (n_words > 0 && n_words == most && row->kind == BW_SIGNAL_BAD &&
                             best->kind != BW_SIGNAL_BAD))
        {
          best = row;
          most = n_words;
        }
    }

  return best;
}

/**
 * bw_signal_of:
 * @name: a column's header
 * @since: whether what is scored are the days since the column's date
 *
 * Time since something good hurts, time since something bad helps; time since a start is tenure.
 *
 * Returns: what the vocabulary knows of it; else a guess: Other, helps (days since: hurts)
 */
BwSignal
bw_signal_of (const char *name,
              gboolean    since)
{
  g_autoptr(BwHeader) header = bw_header_new (name);
  const BwSignalRow *row = find_row (header);
  BwSignal signal = { BW_THEME_OTHER };

  signal.since = since || strstr (name, "days since") != NULL ||
                 bw_phrases_match (header, bw_since_phrases) > 0;
  signal.hurts = signal.since;
  if (row == NULL)
    return signal;

  signal.theme = row->theme;
  signal.sure = row->kind != BW_SIGNAL_MAYBE_GOOD && row->kind != BW_SIGNAL_MAYBE_BAD;
  signal.start = row->kind == BW_SIGNAL_START && !bw_header_has_word (header, "last");
  signal.score = row->kind == BW_SIGNAL_SCORE && !signal.since;
  signal.hurts = is_bad (row->kind) != (signal.since && !signal.start);

  return signal;
}
